const listBytesMax = 4 << 20
const addressLine = /^https?:\/\/\S+$/i

/**
 * The addresses of an input that is nothing but a list of them, one a line; else null, and `rest` is the input as it
 * was. No more of it is held than a list may have bytes.
 */
export async function addressesOrRest(
  input: AsyncIterable<Uint8Array>,
): Promise<{ readonly addresses: readonly string[] | null; readonly rest: AsyncIterable<Uint8Array> }> {
  const chunks: Uint8Array[] = []
  const iterator = input[Symbol.asyncIterator]()
  let bytes = 0
  let isWhole = false
  while (!isWhole && bytes <= listBytesMax && beginsAsList(chunks)) {
    const next = await iterator.next()
    if (next.done) isWhole = true
    else {
      chunks.push(next.value)
      bytes += next.value.length
    }
  }
  const lines = isWhole ? linesOf(Buffer.concat(chunks).toString("utf8")) : []
  const isList = lines.length > 0 && lines.every((line) => addressLine.test(line))
  return { addresses: isList ? [...new Set(lines)] : null, rest: again(chunks, iterator, isWhole) }
}

/** Nothing that stands there yet speaks against a list. */
function beginsAsList(chunks: readonly Uint8Array[]): boolean {
  const begins = Buffer.concat(chunks.slice(0, 1)).subarray(0, 1_024).toString("utf8").trimStart()
  return /^https?:\/\//i.test(begins) || "https://".startsWith(begins.toLowerCase().slice(0, 8))
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
}

async function* again(
  chunks: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
  isWhole: boolean,
): AsyncGenerator<Uint8Array> {
  yield* chunks
  while (!isWhole) {
    const next = await iterator.next()
    if (next.done) return
    yield next.value
  }
}
