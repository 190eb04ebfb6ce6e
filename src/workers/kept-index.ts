import { createHash } from "node:crypto"
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
} from "node:fs"
import { join } from "node:path"
import { fail, ok, type Result } from "../base/index.ts"
import { type PrintColumns, textCount } from "../reuse/index.ts"
import type { ReportOrigin, SketchAnswer } from "./reuse-task.ts"
import type { SketchedReports } from "./sketched-reports.ts"
import { readRange, type Spool, spoolAt } from "./spool.ts"

/**
 * A corpus that has been compared, kept in a folder to be compared with more: the lines of its reports
 * (`reports.jsonl`), the words of its distinct texts (`words.bin`) and their sketches (`index.bin`: a line of JSON that
 * names and measures the columns, then the columns as they are in memory, then nothing). Added to by one at a time.
 */
export interface KeptIndex {
  /** The lines; new ones are put behind them. */
  readonly reports: Spool
  readonly words: Spool
  /** What is known of the reports kept; null in a new folder. */
  readonly kept: SketchAnswer | null
  /** How many distinct texts have the words of each bucket; empty in a new folder. */
  readonly counts: Uint32Array
  /** Keeps all reports, those of before among them. */
  save(all: SketchedReports, counts: Uint32Array): void
  close(): void
}

const format = "variorum-reuse-index/1"
const headerBytesMax = 1 << 16

interface Header {
  readonly format: string
  readonly reportBytes: number
  readonly wordBytes: number
  readonly columns: readonly (readonly [name: string, bytes: number])[]
  readonly sha256: string
}

/** Opens the folder, made where there is none. What stands behind what was saved last is of a broken run, and cut off. */
export function openKeptIndex(folder: string): Result<KeptIndex, string> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, "index.bin")
  const [reportFile, wordFile] = [open(join(folder, "reports.jsonl")), open(join(folder, "words.bin"))]
  const close = (): void => {
    closeSync(reportFile)
    closeSync(wordFile)
  }
  const loaded = existsSync(file) ? loadColumns(bytesOf(file)) : ok(null)
  const sound =
    loaded.ok && loaded.value
      ? checked(loaded.value, { reportFile, wordFile })
      : loaded.ok
        ? ok(null)
        : loaded
  if (!sound.ok) {
    close()
    return fail(`the index in ${folder} is damaged: ${sound.error}`)
  }
  ftruncateSync(reportFile, sound.value?.header.reportBytes ?? 0)
  ftruncateSync(wordFile, sound.value?.header.wordBytes ?? 0)
  const [reports, words] = [spoolAt(reportFile), spoolAt(wordFile)]
  return ok({
    reports,
    words,
    kept: sound.value?.answer ?? null,
    counts: sound.value?.counts ?? new Uint32Array(0),
    save: (all, counts) => save(file, { reports, words }, all, counts),
    close,
  })
}

function bytesOf(path: string): Uint8Array {
  const descriptor = openSync(path, "r")
  try {
    return readRange(descriptor, 0, fstatSync(descriptor).size)
  } finally {
    closeSync(descriptor)
  }
}

function open(path: string): number {
  return openSync(path, existsSync(path) ? "r+" : "wx+", 0o600)
}

function save(
  file: string,
  { reports, words }: { readonly reports: Spool; readonly words: Spool },
  all: SketchedReports,
  counts: Uint32Array,
): void {
  const columns = columnsOf(all, wordStartsOf(all, words), counts)
  const hash = createHash("sha256")
  for (const [, bytes] of columns) hash.update(bytes)
  const header: Header = {
    format,
    reportBytes: reports.length,
    wordBytes: words.length,
    columns: columns.map(([name, bytes]) => [name, bytes.length]),
    sha256: hash.digest("hex"),
  }
  const next = openSync(`${file}.next`, "w", 0o600)
  const out = spoolAt(next)
  out.append(Buffer.from(`${JSON.stringify(header)}\n`))
  for (const [, bytes] of columns) out.append(bytes)
  for (const descriptor of [reports.descriptor, words.descriptor, next]) fsyncSync(descriptor)
  out.close()
  renameSync(`${file}.next`, file)
}

/** Where the words of each text stand in the file of the folder, with those put there that stood elsewhere. */
function wordStartsOf({ texts }: SketchedReports, file: Spool): Float64Array {
  const places = texts.places.words!
  return places.starts.map((start, text) => {
    const descriptor = places.files[places.fileOf[text]!]!
    if (descriptor === file.descriptor) return start
    const prints = texts.prints.starts[text + 1]! - texts.prints.starts[text]!
    const kept = file.length
    file.append(readRange(descriptor, start, 4 * (prints + places.counts[text]!)))
    return kept
  })
}

type Column = readonly [name: string, bytes: Uint8Array]

function columnsOf(
  { ids, keys, wordCounts, spans, origins, places, families, texts }: SketchedReports,
  wordStarts: Float64Array,
  counts: Uint32Array,
): readonly Column[] {
  const states = new Uint8Array(ids.length)
  const ownStarts = new Float64Array(ids.length)
  const textOf = new Map<number, number>()
  for (const [text, [first]] of families.entries()) {
    states[first!] = texts.suspects[text] === 1 ? 2 : 1
    ownStarts[first!] = wordStarts[text]!
    textOf.set(first!, text)
  }
  const byReport = ({ starts, hashes }: PrintColumns): readonly [Uint32Array, Uint32Array] => {
    const own = new Uint32Array(ids.length + 1)
    const gathered = new Uint32Array(hashes.length)
    for (let place = 0; place < ids.length; place++) {
      const text = textOf.get(place)
      const column = text === undefined ? [] : hashes.subarray(starts[text]!, starts[text + 1]!)
      gathered.set(column, own[place])
      own[place + 1] = own[place]! + column.length
    }
    return [own, gathered]
  }
  const prints = byReport(texts.prints)
  const numbers = {
    starts: places.starts,
    lengths: places.lengths,
    wordCounts,
    spanStarts: Uint32Array.from(spans, ({ start }) => start),
    spanEnds: Uint32Array.from(spans, ({ end }) => end),
    states,
    printStarts: prints[0],
    prints: prints[1],
    wordStarts: ownStarts,
    counts,
  }
  return [
    ...Object.entries(numbers).map(
      ([name, { buffer, byteOffset, byteLength }]): Column => [
        name,
        new Uint8Array(buffer, byteOffset, byteLength),
      ],
    ),
    ["ids", Buffer.from(JSON.stringify(ids))],
    ["keys", Buffer.from(JSON.stringify(keys))],
    ["origins", Buffer.from(JSON.stringify(origins))],
  ]
}

interface LoadedColumns {
  readonly header: Header
  readonly columns: ReadonlyMap<string, Uint8Array>
}

/** The columns of a file whose measures and checksum agree with what it says of itself. */
function loadColumns(bytes: Uint8Array): Result<LoadedColumns, string> {
  const end = bytes.subarray(0, headerBytesMax).indexOf(10)
  const header = end < 0 ? null : parsed<Header>(bytes.subarray(0, end))
  if (header?.format !== format || !Array.isArray(header.columns))
    return fail("it is no index of this version")
  const columns = new Map<string, Uint8Array>()
  const hash = createHash("sha256").update(bytes.subarray(end + 1))
  let at = end + 1
  for (const [name, length] of header.columns) {
    if (!Number.isSafeInteger(length) || length < 0 || at + length > bytes.length)
      return fail("it is cut off")
    columns.set(name, bytes.subarray(at, at + length))
    at += length
  }
  if (at !== bytes.length) return fail("it is longer than it says")
  if (hash.digest("hex") !== header.sha256) return fail("its checksum does not fit")
  return ok({ header, columns })
}

function parsed<Value>(bytes: Uint8Array | undefined): Value | null {
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString("utf8")) as Value
  } catch {
    return null
  }
}

interface SoundColumns {
  readonly header: Header
  readonly answer: SketchAnswer
  readonly counts: Uint32Array
}

/** The columns where they fit each other and the two files. */
function checked(
  { header, columns }: LoadedColumns,
  { reportFile, wordFile }: { readonly reportFile: number; readonly wordFile: number },
): Result<SoundColumns, string> {
  const bytes = (name: string, unit: number): ArrayBuffer => {
    const column = columns.get(name) ?? new Uint8Array(0)
    return new Uint8Array(column.subarray(0, column.length - (column.length % unit))).buffer
  }
  const numbers = (name: string): Uint32Array<ArrayBuffer> => new Uint32Array(bytes(name, 4))
  const ids = parsed<string[]>(columns.get("ids"))
  const keys = parsed<string[]>(columns.get("keys"))
  const origins = parsed<(ReportOrigin | null)[]>(columns.get("origins"))
  if (!Array.isArray(ids) || !Array.isArray(keys) || !Array.isArray(origins)) return fail("a list is missing")
  const answer: SketchAnswer = {
    ids,
    keys,
    origins,
    lineNumbers: new Uint32Array(ids.length),
    starts: new Float64Array(bytes("starts", 8)),
    lengths: numbers("lengths"),
    wordCounts: numbers("wordCounts"),
    spanStarts: numbers("spanStarts"),
    spanEnds: numbers("spanEnds"),
    states: new Uint8Array(bytes("states", 1)),
    prints: { starts: numbers("printStarts"), hashes: numbers("prints") },
    wordFile,
    wordStarts: new Float64Array(bytes("wordStarts", 8)),
    failures: [],
  }
  const { starts, lengths, wordCounts, wordStarts, prints, states } = answer
  const perReport = [
    keys,
    origins,
    starts,
    lengths,
    wordCounts,
    answer.spanStarts,
    answer.spanEnds,
    states,
    wordStarts,
  ]
  if (perReport.some(({ length }) => length !== ids.length)) return fail("its columns differ in length")
  if (!isAscending(prints) || textCount(prints) !== ids.length)
    return fail("its fingerprints do not fit its reports")
  if (fstatSync(reportFile).size < header.reportBytes || fstatSync(wordFile).size < header.wordBytes)
    return fail("the reports beside it are cut off")
  for (let i = 0; i < ids.length; i++) {
    const words = states[i] === 0 ? 0 : 4 * (prints.starts[i + 1]! - prints.starts[i]! + wordCounts[i]!)
    const fits = starts[i]! + lengths[i]! <= header.reportBytes && wordStarts[i]! + words <= header.wordBytes
    if (!fits || !(starts[i]! >= 0 && wordStarts[i]! >= 0))
      return fail(`report ${i} lies outside of its file`)
  }
  return ok({ header, answer, counts: numbers("counts") })
}

function isAscending({ starts, hashes }: PrintColumns): boolean {
  if (starts.length === 0 || starts[0] !== 0 || starts.at(-1) !== hashes.length) return false
  return starts.every((start, i) => i === 0 || start >= starts[i - 1]!)
}
