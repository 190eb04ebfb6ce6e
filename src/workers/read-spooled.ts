import { decodeReuseReport, inputLine, lineBytesMax, parseLine } from "../api/index.ts"
import { assert } from "../base/index.ts"
import {
  type PreparedReport,
  type PrintColumns,
  type PrintedWords,
  prepareReport,
  type ReuseReport,
  setAsideToo,
} from "../reuse/index.ts"
import type { FailedLine, TextPlaces } from "./reuse-task.ts"
import { readRange } from "./spool.ts"
import type { SpooledLines } from "./spool-lines.ts"

/** A report of the spool and the place of its line there, or why the line gives none. */
export type SpooledReport =
  | {
      readonly ok: true
      readonly number: number
      readonly start: number
      readonly length: number
      readonly report: ReuseReport
    }
  | { readonly ok: false; readonly failure: FailedLine }

/** The reports of the lines; blank lines are passed over. */
export function* readSpooled(descriptor: number, lines: SpooledLines): Generator<SpooledReport> {
  const bytes = readRange(descriptor, lines.start, lines.length)
  let number = lines.firstLine
  for (let from = 0; from < bytes.length; number++) {
    const end = bytes.indexOf(10, from)
    const [start, length] = [lines.start + from, end - from]
    const line = inputLine(length > lineBytesMax ? null : bytes.subarray(from, end), number)
    from = end + 1
    if (line === null) continue
    const { id, asked } = parseLine(line, decodeReuseReport)
    if (asked.ok) yield { ok: true, number, start, length, report: asked.value }
    else yield { ok: false, failure: { number, id, error: asked.error } }
  }
}

/** The text of a place, read from the spool again and kept while it may be asked for soon. */
export function spooledTexts(
  { descriptor, starts, lengths, aside }: TextPlaces,
  textsKept: number,
): (text: number) => PreparedReport {
  const kept = new Map<number, PreparedReport>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const line = inputLine(readRange(descriptor, starts[text]!, lengths[text]!), 0)
    const { asked } = parseLine(line ?? { ok: false, number: 0, reason: "not-utf8" }, decodeReuseReport)
    if (!asked.ok) throw new Error(`a spooled report has changed: ${asked.error.message}`)
    const spans = aside.get(text)
    const own = prepareReport(asked.value)
    const prepared = spans ? setAsideToo(own, spans) : own
    if (kept.size >= textsKept) kept.delete(kept.keys().next().value!)
    kept.set(text, prepared)
    return prepared
  }
}

/** The words and fingerprints of a place, kept while they may be asked for soon. */
export function spooledWords(
  { words }: TextPlaces,
  prints: PrintColumns,
  textsKept: number,
): (text: number) => PrintedWords {
  assert(words !== null, "the words of these texts have been put aside")
  const kept = new Map<number, PrintedWords>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const hashes = prints.hashes.subarray(prints.starts[text]!, prints.starts[text + 1]!)
    const length = 4 * (hashes.length + words.counts[text]!)
    const column = new Uint32Array(
      readRange(words.files[words.fileOf[text]!]!, words.starts[text]!, length).buffer,
    )
    const places = column.subarray(0, hashes.length)
    const made = { words: column.subarray(hashes.length), prints: { hashes, places } }
    if (kept.size >= textsKept) kept.delete(kept.keys().next().value!)
    kept.set(text, made)
    return made
  }
}
