import { createReadStream, type Dirent, type Stats } from "node:fs"
import { glob, readdir, realpath, stat } from "node:fs/promises"
import { extname, join, resolve, sep } from "node:path"
import { compareStrings } from "../base/index.ts"
import { type Capture, type IntakeGap, readTimeMap } from "../intake/index.ts"
import { ByteReader } from "./byte-reader.ts"
import { fetchAddress, fetchMementos } from "./fetch-addresses.ts"
import { isGzip, isZip, readWaczCaptures, unpackedGzip } from "./open-archive.ts"
import { PoliteFetcher } from "./polite-fetcher.ts"
import { type CapturedItem, readWarcCaptures, type WarcPass } from "./warc-captures.ts"
import { repeatGap, WarcRepeats } from "./warc-repeats.ts"

/** One input as it was found: its bytes, or why there are none. */
export type InputItem = CapturedItem & { readonly named: boolean }

export interface InputFilesOptions {
  readonly workingFolder: string
  readonly standardInput: AsyncIterable<Uint8Array>
  /** A longer input is not read to its end. */
  readonly bytesMax: number
  /** Given to the servers that pages are fetched from, so that their owners can ask. */
  readonly contact?: string | null
  /** Folders deeper than this are not entered. */
  readonly depthMax: number
}

export const inputFilesLimits = { bytesMax: 64 << 20, depthMax: 32 } as const

/** What a folder is searched for; a file named by the user is tried whatever it is called. */
const reportEndings = new Set([
  ".txt",
  ".text",
  ".md",
  ".markdown",
  ".html",
  ".htm",
  ".xhtml",
  ".json",
  ".jsonl",
  ".ndjson",
  ".xml",
  ".rss",
  ".atom",
  ".link",
  ".warc",
  ".gz",
  ".wacz",
])

/**
 * The inputs that `operands` name: files, folders (walked in order of name, hidden entries left out), globs, the
 * addresses of pages, feeds and sitemaps, and `-`.
 * Each file is given once, under the first name that reached it; links that lead in a circle are told and left.
 * `named` is true for what the user named and false for what a folder or glob turned up.
 */
export async function* readInputFiles(
  operands: readonly string[],
  options: InputFilesOptions,
): AsyncGenerator<InputItem> {
  const seen = new Set<string>()
  const repeats = new WarcRepeats()
  const fetcher = new PoliteFetcher({ bytesMax: options.bytesMax, contact: options.contact ?? null })
  for (const operand of operands) {
    if (operand === "-") {
      const source = { kind: "stdin", name: "-", capturedAt: null } as const
      yield* readStream(new ByteReader(options.standardInput), source, true, options)
      continue
    }
    if (/^https?:\/\//i.test(operand)) {
      for await (const item of fetchAddress(operand, fetcher)) yield { ...item, named: true }
      continue
    }
    const found = await findPaths(operand, options, seen)
    for (const item of found)
      if (typeof item === "object") yield item
      else
        for await (const read of readFile(
          resolve(options.workingFolder, item),
          item,
          item === operand,
          options,
          repeats,
        ))
          yield* mementosIn(read, fetcher)
  }
  yield* readRepeats(repeats, options)
}

/** The captures whose bytes were met elsewhere in the files, and a gap for each whose bytes were not. */
async function* readRepeats(
  repeats: WarcRepeats,
  options: Pick<InputFilesOptions, "bytesMax">,
): AsyncGenerator<InputItem> {
  for (const { path, name } of repeats.filesWanted())
    yield* readFile(path, name, true, options, repeats, true)
  for (const page of repeats.left()) yield { ok: false, gap: repeatGap(page), repeats: page, named: true }
}

/** The pages that a file leads to where it is a TimeMap; else what it is. */
async function* mementosIn(item: InputItem, fetcher: PoliteFetcher): AsyncGenerator<InputItem> {
  const { bytes } = item.ok ? item.capture : { bytes: new Uint8Array(0) }
  const isFile = item.ok && item.capture.kind === "file"
  const map =
    isFile && (bytes[0] === 0x3c || bytes[0] === 0x7b) ? readTimeMap(Buffer.from(bytes).toString()) : null
  if (!item.ok || map === null) return yield item
  for await (const memento of fetchMementos(map, item.capture.name, fetcher))
    yield { ...memento, named: item.named }
}

/** What a file at `path` holds, told under `name`, which may come from a stranger: nothing is looked up by it. */
export async function* readHeldFile(path: string, name: string, bytesMax: number): AsyncGenerator<InputItem> {
  const repeats = new WarcRepeats()
  yield* readFile(path, name, true, { bytesMax }, repeats)
  yield* readRepeats(repeats, { bytesMax })
}

/** A file whole, or the captures in it where it is a web archive; a failure is told by its kind. */
async function* readFile(
  path: string,
  name: string,
  named: boolean,
  options: Pick<InputFilesOptions, "bytesMax">,
  repeats: WarcRepeats,
  isSecond = false,
): AsyncGenerator<InputItem> {
  const pass = { repeats, file: { path, name }, isSecond }
  const reader = new ByteReader(createReadStream(path, { highWaterMark: 256 << 10 }))
  try {
    if (/\.wacz$/i.test(name) && isZip(await reader.peek(4))) {
      for await (const item of readWaczCaptures(path, name, options.bytesMax, pass)) yield { ...item, named }
      return
    }
    yield* readStream(reader, { kind: "file", name, capturedAt: captureTimeOf(name) }, named, options, pass)
  } catch (error) {
    yield gapItem(name, ...failureOf(error), named)
  } finally {
    await reader.close().catch(() => {})
  }
}

/** Unpacks gzip; takes a WARC apart record by record; of anything else makes one capture. */
async function* readStream(
  packed: ByteReader,
  source: Pick<Capture, "kind" | "name" | "capturedAt">,
  named: boolean,
  options: Pick<InputFilesOptions, "bytesMax">,
  pass: WarcPass | null = null,
): AsyncGenerator<InputItem> {
  const { bytesMax } = options
  const reader = isGzip(await packed.peek(2)) ? new ByteReader(unpackedGzip(packed.rest())) : packed
  if (Buffer.from(await reader.peek(5)).toString("latin1") === "WARC/") {
    for await (const item of readWarcCaptures(reader.rest(), source.name, bytesMax, pass))
      yield { ...item, named }
    return
  }
  const bytes = await readBounded(reader.rest(), bytesMax)
  if (bytes === null) yield gapItem(source.name, "too-large", `it is over ${bytesMax >> 20} MiB`, named)
  else yield { ok: true, named, capture: { ...source, bytes, mediaType: null, charset: null } }
}

/** All bytes, or null once there are more than `bytesMax`. */
async function readBounded(stream: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of stream) {
    total += chunk.length
    if (total > bytesMax) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, total)
}

/**
 * The time in a name like `page@2031-03-04T10.31.html`: how captures of one page are told apart as files.
 * Points stand for the colons that some systems forbid in names. Null when the name holds none.
 */
export function captureTimeOf(name: string): string | null {
  const match = /@(\d{4}-\d\d-\d\d)(?:T(\d\d)[.:-]?(\d\d)(?:[.:-]?(\d\d))?(Z)?)?\.\w+(?:\.gz)?$/.exec(name)
  if (!match) return null
  const [, day, hour, minute, second, zone] = match
  if (hour === undefined) return day!
  return `${day}T${hour}:${minute}${second === undefined ? "" : `:${second}`}${zone ?? ""}`
}

async function findPaths(
  operand: string,
  options: InputFilesOptions,
  seen: Set<string>,
): Promise<readonly (string | InputItem)[]> {
  let status: Stats
  try {
    status = await stat(resolve(options.workingFolder, operand))
  } catch (error) {
    const [kind, detail] = failureOf(error)
    if (kind === "not-found" && /[*?[{]/.test(operand)) return findGlob(operand, options, seen)
    return [gapItem(operand, kind, detail, true)]
  }
  if (status.isDirectory()) return walk(operand, options, seen, new Set(), 0)
  if (!status.isFile()) return [gapItem(operand, "unreadable", "it is neither a file nor a folder", true)]
  return (await isFirst(operand, options, seen)) ? [operand] : []
}

async function findGlob(
  operand: string,
  options: InputFilesOptions,
  seen: Set<string>,
): Promise<readonly (string | InputItem)[]> {
  const matches: string[] = []
  for await (const match of glob(operand, { cwd: options.workingFolder })) matches.push(withSlashes(match))
  if (matches.length === 0) return [gapItem(operand, "not-found", "no file matches it", true)]
  const found: (string | InputItem)[] = []
  for (const match of matches.sort(compareStrings)) {
    const status = await stat(resolve(options.workingFolder, match)).catch(() => null)
    if (status?.isFile() && (await isFirst(match, options, seen))) found.push(match)
  }
  return found
}

async function walk(
  folder: string,
  options: InputFilesOptions,
  seen: Set<string>,
  above: ReadonlySet<string>,
  depth: number,
): Promise<readonly (string | InputItem)[]> {
  const absolute = resolve(options.workingFolder, folder)
  let entries: Dirent[]
  let real: string
  try {
    real = await realpath(absolute)
    entries = await readdir(absolute, { withFileTypes: true })
  } catch (error) {
    return [gapItem(folder, ...failureOf(error), depth === 0)]
  }
  if (above.has(real)) return [gapItem(folder, "loop", "the link leads back to a folder above it", false)]
  if (depth > options.depthMax)
    return [gapItem(folder, "loop", `it is over ${options.depthMax} folders deep`, false)]
  const within = new Set([...above, real])
  const found: (string | InputItem)[] = []
  for (const entry of entries.sort((a, b) => compareStrings(a.name, b.name))) {
    if (entry.name.startsWith(".")) continue
    const path = withSlashes(join(folder, entry.name))
    const status = await stat(resolve(options.workingFolder, path)).catch(failureOf)
    if (Array.isArray(status)) found.push(gapItem(path, status[0], status[1], false))
    else if (status.isDirectory()) found.push(...(await walk(path, options, seen, within, depth + 1)))
    else if (status.isFile() && isReport(entry.name) && (await isFirst(path, options, seen))) found.push(path)
  }
  return found
}

/** A folder's own description is no report. */
function isReport(name: string): boolean {
  return reportEndings.has(extname(name).toLowerCase()) && !/^(readme|licen[cs]e|sources)\b/i.test(name)
}

async function isFirst(path: string, options: InputFilesOptions, seen: Set<string>): Promise<boolean> {
  const real = await realpath(resolve(options.workingFolder, path)).catch(() => path)
  if (seen.has(real)) return false
  seen.add(real)
  return true
}

function withSlashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/")
}

function gapItem(name: string, kind: IntakeGap["kind"], detail: string | null, named: boolean): InputItem {
  return { ok: false, gap: { name, member: null, kind, detail }, named }
}

function failureOf(error: unknown): [IntakeGap["kind"], string | null] {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  if (code === "ENOENT") return ["not-found", null]
  if (code === "ELOOP") return ["loop", "its links lead in a circle"]
  if (code.startsWith("Z_")) return ["damaged", "its compression is broken"]
  if (code === "EACCES" || code === "EPERM") return ["unreadable", "permission denied"]
  return ["unreadable", code === "" ? null : code]
}
