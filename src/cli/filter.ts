import { type LineFailure, lineBytesMax, parseLine } from "../api/index.ts"
import type { Result } from "../base/index.ts"
import { type ExitStatus, exitStatus, type Io } from "./io.ts"
import { linesOf } from "./lines.ts"

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
  if (!(await writeLines(io, answer(gathered)))) return exitStatus.ok
  return failures > 0 ? exitStatus.partial : exitStatus.ok
}

/** Prints each object on a line, many at a time. False once the reader has gone away. */
export async function writeLines(io: Pick<Io, "writeOut">, objects: Iterable<object>): Promise<boolean> {
  let pending = ""
  for (const object of objects) {
    pending += `${JSON.stringify(object)}\n`
    if (pending.length < 1 << 16) continue
    if (!(await io.writeOut(pending))) return false
    pending = ""
  }
  return pending === "" || io.writeOut(pending)
}
