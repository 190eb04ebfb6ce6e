import { type InputLine, inputLine } from "../api/index.ts"

/**
 * The lines of a byte stream, decoded as UTF-8, blank ones left out, counted from 1.
 * A line over `lineBytesMax` is passed over without being held; a byte order mark is no part of the first.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array>,
  lineBytesMax: number,
): AsyncGenerator<InputLine> {
  const held = new HeldBytes(lineBytesMax)
  let number = 0
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(10, from); at >= 0; at = chunk.indexOf(10, from)) {
      const line = inputLine(held.takenWith(chunk.subarray(from, at)), ++number)
      if (line) yield line
      from = at + 1
    }
    held.hold(chunk.subarray(from))
  }
  const last = held.isEmpty ? null : inputLine(held.takenWith(nothing), ++number)
  if (last) yield last
}

const nothing = new Uint8Array(0)

/** The beginning of a line whose end has not come. One buffer serves all lines: with one a line memory grew. */
class HeldBytes {
  private readonly bytesMax: number
  private buffer: Uint8Array = new Uint8Array(bufferBytesMin)
  /** May be more than the buffer has, when the line is too long to be held. */
  private length = 0

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax
  }

  get isEmpty(): boolean {
    return this.length === 0
  }

  hold(bytes: Uint8Array): void {
    const start = this.length
    this.length += bytes.length
    if (this.length > this.bytesMax) return
    if (this.length > this.buffer.length) {
      const larger = new Uint8Array(Math.min(this.bytesMax, Math.max(this.length, this.buffer.length * 2)))
      larger.set(this.buffer.subarray(0, start))
      this.buffer = larger
    }
    this.buffer.set(bytes, start)
  }

  /** What was held and `rest`, to be read before anything else is held; null when that is too long. Holds nothing then. */
  takenWith(rest: Uint8Array): Uint8Array | null {
    const whole = this.isEmpty && rest.length <= this.bytesMax
    if (!whole) this.hold(rest)
    const { length, buffer } = this
    this.length = 0
    if (whole) return rest
    if (buffer.length > bufferBytesKept) this.buffer = new Uint8Array(bufferBytesMin)
    return length > this.bytesMax ? null : buffer.subarray(0, length)
  }
}

const bufferBytesMin = 1 << 16
/** A larger buffer is given back after its line. */
const bufferBytesKept = 1 << 23
