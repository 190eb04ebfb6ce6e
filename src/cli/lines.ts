/** One line of JSON Lines input: its text, or why it could not be kept. */
export type InputLine =
  | { readonly ok: true; readonly number: number; readonly text: string }
  | { readonly ok: false; readonly number: number; readonly reason: "too-long" | "not-utf8" }

/**
 * The lines of a byte stream, decoded as UTF-8, blank ones left out, counted from 1.
 * A line over `lineBytesMax` is passed over without being held; a byte order mark is no part of the first.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array>,
  lineBytesMax: number,
): AsyncGenerator<InputLine> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let number = 0
  const finish = (): InputLine | null => {
    number++
    const bytes = held.length === 1 ? held[0]! : Buffer.concat(held)
    const tooLong = heldBytes > lineBytesMax
    held = []
    heldBytes = 0
    if (tooLong) return { ok: false, number, reason: "too-long" }
    const text = decodeUtf8(bytes)
    if (text === null) return { ok: false, number, reason: "not-utf8" }
    return text.trim() === "" ? null : { ok: true, number, text }
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(10, from); at >= 0; at = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, at))
      const line = finish()
      if (line) yield line
      from = at + 1
    }
    hold(chunk.subarray(from))
  }
  const last = heldBytes > 0 ? finish() : null
  if (last) yield last

  function hold(bytes: Uint8Array): void {
    heldBytes += bytes.length
    if (heldBytes <= lineBytesMax) held.push(bytes)
    else held = []
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
