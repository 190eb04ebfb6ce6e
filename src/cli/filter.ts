import type { Result } from "../base/index.ts"
import { type ExitStatus, exitStatus, type Io } from "./io.ts"
import { type InputLine, linesOf } from "./lines.ts"

/** Why a line gave no answer; printed in its place. */
export interface LineFailure {
  readonly kind: string
  readonly message: string
}

/** A line of a filter's input, parsed: what it is called and what it asks. */
export interface FilterInput<Asked> {
  readonly id: string | null
  readonly asked: Result<Asked, LineFailure>
}

export const lineBytesMax = 64 << 20

/** Parses one line with `decode`, which is given the object and names what is wrong with it. */
export function parseLine<Asked>(
  line: InputLine,
  decode: (json: unknown) => Result<Asked, LineFailure>,
): FilterInput<Asked> {
  if (!line.ok) {
    const message =
      line.reason === "too-long"
        ? `line ${line.number} is longer than ${lineBytesMax >> 20} MiB`
        : `line ${line.number} is not UTF-8`
    return { id: null, asked: { ok: false, error: { kind: line.reason, message } } }
  }
  let json: unknown
  try {
    json = JSON.parse(line.text)
  } catch {
    return {
      id: null,
      asked: { ok: false, error: { kind: "bad-json", message: `line ${line.number} is not JSON` } },
    }
  }
  const id = typeof json === "object" && json !== null && "id" in json ? json.id : null
  return { id: typeof id === "string" ? id : typeof id === "number" ? String(id) : null, asked: decode(json) }
}

/**
 * A filter that answers each line by itself: JSON Lines in, JSON Lines out, in input order, holding one line at a
 * time. `answer` gives the object printed, without the `id`, which is added in front.
 */
export function runLineFilter<Asked>(
  io: Io,
  decode: (json: unknown) => Result<Asked, LineFailure>,
  answer: (asked: Asked) => object | Promise<object>,
): Promise<ExitStatus> {
  return runStreamFilter(io, decode, async (asked, id) => [{ id, ...(await answer(asked)) }])
}

/**
 * A filter that answers each line as it comes with any number of objects, printed as they are. `closing` gives those
 * that follow the last line.
 */
export async function runStreamFilter<Asked>(
  io: Io,
  decode: (json: unknown) => Result<Asked, LineFailure>,
  answer: (asked: Asked, id: string | null) => Iterable<object> | Promise<Iterable<object>>,
  closing: () => Iterable<object> = () => [],
): Promise<ExitStatus> {
  let failures = 0
  let pending = ""
  for await (const line of linesOf(io.input, lineBytesMax)) {
    const { id, asked } = parseLine(line, decode)
    if (!asked.ok) failures++
    for (const object of asked.ok ? await answer(asked.value, id) : [{ id, error: asked.error }])
      pending += `${JSON.stringify(object)}\n`
    if (pending.length < 1 << 16) continue
    if (!(await io.writeOut(pending))) return exitStatus.ok
    pending = ""
  }
  for (const object of closing()) pending += `${JSON.stringify(object)}\n`
  if (pending !== "") await io.writeOut(pending)
  return failures > 0 ? exitStatus.partial : exitStatus.ok
}

/**
 * A filter that needs all its lines before it can answer. Lines that cannot be read are answered first, each with
 * its error; the rest go to `answer`, whose objects are printed as they are.
 */
export async function runGatheringFilter<Asked>(
  io: Io,
  decode: (json: unknown) => Result<Asked, LineFailure>,
  answer: (asked: readonly Asked[]) => Iterable<object>,
): Promise<ExitStatus> {
  const gathered: Asked[] = []
  let failures = 0
  for await (const line of linesOf(io.input, lineBytesMax)) {
    const { id, asked } = parseLine(line, decode)
    if (asked.ok) gathered.push(asked.value)
    else {
      failures++
      await io.writeOut(`${JSON.stringify({ id, error: asked.error })}\n`)
    }
  }
  for (const object of answer(gathered))
    if (!(await io.writeOut(`${JSON.stringify(object)}\n`))) return exitStatus.ok
  return failures > 0 ? exitStatus.partial : exitStatus.ok
}
