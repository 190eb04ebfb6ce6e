import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { constants, createGunzip } from "node:zlib"
import { openPromise } from "yauzl"
import { compareStrings } from "../base/index.ts"
import { type CapturedItem, readWarcCaptures, type WarcPass } from "./warc-captures.ts"

/** A WACZ holds more than this only by mistake or malice. */
const entriesMax = 100_000

/**
 * The bytes of a gzip stream of any number of members, one WARC record each as a rule. A stream that is cut off
 * gives what came before.
 */
export async function* unpackedGzip(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 256 << 10 })
  const done = pipeline(Readable.from(stream), gunzip)
  done.catch(() => {})
  yield* gunzip
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
}

/** The pages in the WARC files of a WACZ, file by file in the order of their names. `name` is for the gaps. */
export async function* readWaczCaptures(
  path: string,
  name: string,
  bytesMax: number,
  pass: WarcPass | null = null,
): AsyncGenerator<CapturedItem> {
  const broken = (detail: string): CapturedItem => ({
    ok: false,
    gap: { name, member: null, kind: "damaged", detail },
  })
  const zip = await openPromise(path, { autoClose: false }).catch(() => null)
  if (zip === null) return yield broken("its list of contents cannot be read")
  try {
    const warcs = []
    let entries = 0
    for await (const entry of zip.eachEntry()) {
      if (++entries > entriesMax) break
      if (/\.warc(\.gz)?$/i.test(entry.fileName)) warcs.push(entry)
    }
    if (warcs.length === 0) return yield broken("no WARC file is in it")
    for (const entry of warcs.sort((a, b) => compareStrings(a.fileName, b.fileName))) {
      const stored = await zip.openReadStreamPromise(entry)
      const stream = /\.gz$/i.test(entry.fileName) ? unpackedGzip(stored) : stored
      yield* readWarcCaptures(stream, `${name}, ${entry.fileName}`, bytesMax, pass)
    }
  } catch {
    yield broken("its list of contents is wrong")
  } finally {
    zip.close()
  }
}
