/**
 * A stream of bytes, asked for by the line or by the count. Holds one chunk of the stream at a time beyond what was
 * asked for. An end of the stream is null or false, never an exception.
 */
export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>
  private chunk: Uint8Array = new Uint8Array(0)
  private at = 0
  /** How many bytes were handed out or passed over. */
  position = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** What the stream begins with next, at most `count` bytes, without taking it. */
  async peek(count: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    let held = 0
    while (held < count && (await this.fill())) {
      pieces.push(this.chunk.subarray(this.at))
      held += this.chunk.length - this.at
      this.at = this.chunk.length
    }
    this.chunk = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
    this.at = 0
    return this.chunk.subarray(0, count)
  }

  /** The bytes up to the next line feed, without it and a carriage return before it; null at the end. Cut at `bytesMax`. */
  async line(bytesMax: number): Promise<Uint8Array | null> {
    const pieces: Uint8Array[] = []
    let held = 0
    while (await this.fill()) {
      const end = this.chunk.indexOf(10, this.at)
      const piece = this.chunk.subarray(this.at, end < 0 ? this.chunk.length : end)
      if (held < bytesMax) pieces.push(piece.subarray(0, bytesMax - held))
      held += piece.length
      this.at += piece.length
      this.position += piece.length
      if (end < 0) continue
      this.at++
      this.position++
      return withoutReturn(Buffer.concat(pieces))
    }
    return held > 0 ? withoutReturn(Buffer.concat(pieces)) : null
  }

  /** Exactly `count` bytes, or the fewer that are left. */
  async take(count: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    let wanted = count
    while (wanted > 0 && (await this.fill())) {
      const piece = this.chunk.subarray(this.at, this.at + wanted)
      pieces.push(piece)
      this.at += piece.length
      this.position += piece.length
      wanted -= piece.length
    }
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
  }

  /** False when the stream ended first. */
  async skip(count: number): Promise<boolean> {
    let wanted = count
    while (wanted > 0) {
      if (!(await this.fill())) return false
      const passed = Math.min(wanted, this.chunk.length - this.at)
      this.at += passed
      this.position += passed
      wanted -= passed
    }
    return true
  }

  /** All that is left, chunk by chunk. */
  async *rest(): AsyncGenerator<Uint8Array> {
    while (await this.fill()) {
      const piece = this.chunk.subarray(this.at)
      this.at = this.chunk.length
      this.position += piece.length
      yield piece
    }
  }

  /** Lets go of the stream; what it holds open is closed. */
  async close(): Promise<void> {
    await this.source.return?.()
  }

  private async fill(): Promise<boolean> {
    while (this.at >= this.chunk.length) {
      const next = await this.source.next()
      if (next.done) return false
      this.chunk = next.value
      this.at = 0
    }
    return true
  }
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === 13 ? line.subarray(0, -1) : line
}
