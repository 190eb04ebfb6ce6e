import type { Spool } from "./spool.ts"

/** Whole lines of a spool. */
export interface SpooledLines {
  readonly start: number
  readonly length: number
  /** The number of its first line, counted from 1. */
  readonly firstLine: number
}

/**
 * Puts a stream of lines aside and gives them as they come, in batches of about `batchBytesMin` or of one line. Of a line longer than `lineBytesMax` just so much
 * is kept that it can be seen to be too long. A last line without its end is ended.
 */
export async function* spoolLines(
  input: AsyncIterable<Uint8Array>,
  spool: Spool,
  { batchBytesMin, lineBytesMax }: { readonly batchBytesMin: number; readonly lineBytesMax: number },
): AsyncGenerator<SpooledLines> {
  let start = spool.length
  let firstLine = 1
  let lines = 0
  let lineStart = spool.length
  const keep = (bytes: Uint8Array): void => {
    const room = lineBytesMax + 1 - (spool.length - lineStart)
    if (room > 0) spool.append(bytes.length > room ? bytes.subarray(0, room) : bytes)
  }
  for await (const chunk of input) {
    let [from, whole] = [0, 0]
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, end + 1)) {
      if (end - from + (from === 0 ? spool.length - lineStart : 0) > lineBytesMax) {
        if (from > whole) {
          spool.append(chunk.subarray(whole, from))
          lineStart = spool.length
        }
        keep(chunk.subarray(from, end))
        spool.append(newline)
        whole = end + 1
        lineStart = spool.length
      }
      lines++
      from = end + 1
    }
    if (from > whole) {
      spool.append(chunk.subarray(whole, from))
      lineStart = spool.length
    }
    const end = lineStart
    keep(chunk.subarray(from))
    if (end - start < batchBytesMin) continue
    yield { start, length: end - start, firstLine }
    firstLine += lines
    lines = 0
    start = end
  }
  if (spool.length > lineStart) spool.append(newline)
  if (spool.length > start) yield { start, length: spool.length - start, firstLine }
}

const newline = Uint8Array.of(10)
