import type { Result } from "../base/index.ts"

/** One line of JSON Lines input: its text, or why it could not be kept. */
export type InputLine =
  | { readonly ok: true; readonly number: number; readonly text: string }
  | { readonly ok: false; readonly number: number; readonly reason: "too-long" | "not-utf8" }

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

/** The line of `bytes`, null for one that was too long; null for a blank one. */
export function inputLine(bytes: Uint8Array | null, number: number): InputLine | null {
  if (bytes === null) return { ok: false, number, reason: "too-long" }
  const text = decodeUtf8(bytes)
  if (text === null) return { ok: false, number, reason: "not-utf8" }
  return text.trim() === "" ? null : { ok: true, number, text }
}

const utf8 = new TextDecoder("utf-8", { fatal: true })

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}
