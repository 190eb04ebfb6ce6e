import { ByteReader } from "./byte-reader.ts"
import { headerFields } from "./http-message.ts"

/** One record of a WARC file (ISO 28500). Header names are in lower case. */
export interface WarcRecord {
  readonly type: string
  readonly headers: ReadonlyMap<string, string>
  /** Empty for records of a type that was not asked for. */
  readonly body: Uint8Array
}

export type WarcItem =
  | { readonly ok: true; readonly record: WarcRecord }
  /** `damaged`: bytes that are no record were passed over. `truncated`: the file ends inside a record. */
  | {
      readonly ok: false
      readonly fault: "damaged" | "truncated" | "too-large"
      readonly headers: ReadonlyMap<string, string> | null
      /** What the body begins with, where it was too large. */
      readonly head: Uint8Array
      /** Where in the unpacked stream the fault begins. */
      readonly position: number
    }

export interface WarcLimits {
  /** A longer body is passed over. */
  readonly bodyBytesMax: number
}

const lineBytesMax = 64 << 10
const headerLinesMax = 1000
const headBytesMax = 16 << 10

/**
 * The records of an unpacked WARC stream in their order, one held at a time. Bodies are read for the `types` asked
 * for and passed over for the rest. What is damaged is told once and reading goes on at the next record's first line.
 */
export async function* readWarc(
  stream: AsyncIterable<Uint8Array>,
  types: ReadonlySet<string>,
  limits: WarcLimits,
): AsyncGenerator<WarcItem> {
  const reader = new ByteReader(stream)
  let faultAt: number | null = null
  try {
    for (;;) {
      const position = reader.position
      const line = await reader.line(lineBytesMax)
      if (line === null) break
      if (line.length === 0) continue
      if (!startsRecord(line)) {
        faultAt ??= position
        continue
      }
      const headers = await readHeaders(reader)
      const length = headers && /^\d{1,15}$/.exec(headers.get("content-length") ?? "")
      if (!length) {
        faultAt ??= position
        continue
      }
      if (faultAt !== null) yield damagedAt(faultAt)
      faultAt = null
      yield await readBody(reader, headers, Number(length[0]), position, types, limits)
    }
    if (faultAt !== null) yield damagedAt(faultAt)
  } catch {
    // The stream itself gave up: a damaged compression, or a disk that fails.
    yield damagedAt(reader.position)
  } finally {
    await reader.close().catch(() => {})
  }
}

async function readHeaders(reader: ByteReader): Promise<ReadonlyMap<string, string> | null> {
  const lines: string[] = []
  while (lines.length < headerLinesMax) {
    const line = await reader.line(lineBytesMax)
    if (line === null) return null
    if (line.length === 0) return headerFields(lines)
    lines.push(Buffer.from(line).toString("utf8"))
  }
  return null
}

async function readBody(
  reader: ByteReader,
  headers: ReadonlyMap<string, string>,
  length: number,
  position: number,
  types: ReadonlySet<string>,
  limits: WarcLimits,
): Promise<WarcItem> {
  const type = (headers.get("warc-type") ?? "").toLowerCase()
  const wanted = types.has(type)
  const none = new Uint8Array(0)
  if (!wanted || length > limits.bodyBytesMax) {
    const head = wanted ? await reader.take(Math.min(headBytesMax, length)) : none
    if (!(await reader.skip(length - head.length)))
      return { ok: false, fault: "truncated", headers, head, position }
    if (wanted) return { ok: false, fault: "too-large", headers, head, position }
    return { ok: true, record: { type, headers, body: none } }
  }
  const body = await reader.take(length)
  if (body.length < length) return { ok: false, fault: "truncated", headers, head: none, position }
  return { ok: true, record: { type, headers, body } }
}

function damagedAt(position: number): WarcItem {
  return { ok: false, fault: "damaged", headers: null, head: new Uint8Array(0), position }
}

/** `WARC/` */
function startsRecord(line: Uint8Array): boolean {
  return line[0] === 0x57 && line[1] === 0x41 && line[2] === 0x52 && line[3] === 0x43 && line[4] === 0x2f
}
