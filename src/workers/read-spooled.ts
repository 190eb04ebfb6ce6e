import { decodeKnownReport, decodeReuseReport, inputLine, lineBytesMax, parseLine } from "../api/index.ts"
import { assert } from "../base/index.ts"
import {
  type CountedWords,
  type KnownReport,
  type PreparedReport,
  type PrintColumns,
  type PrintedWords,
  prepareReport,
  type ReuseReport,
  setAsideToo,
} from "../reuse/index.ts"
import type { FailedLine, TextPlaces, WordPlaces } from "./reuse-task.ts"
import { readRange } from "./spool.ts"
import type { SpooledLines } from "./spool-lines.ts"

/** A report of the spool and the place of its line there, or why the line gives none. */
export type SpooledReport =
  | {
      readonly ok: true
      readonly number: number
      readonly start: number
      readonly length: number
      readonly report: KnownReport
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
    const { id, asked } = parseLine(line, decodeKnownReport)
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

/**
 * The same, of which only the words are read until more is asked for: of what is compared most shares nothing after all.
 * `count` is what `textsKept` may be of words, which are smaller.
 */
export function spooledWordsFirst(
  places: TextPlaces,
  { textsKept, wordsKept }: { readonly textsKept: number; readonly wordsKept: number },
): (text: number) => PreparedReport {
  const load = spooledTexts(places, textsKept)
  const { words, aside } = places
  if (words === null) return load
  const kept = new Map<number, PreparedReport>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const prepared = aside.has(text)
      ? load(text)
      : new WordsFirst(readWords(words, text, words.counts[text]!), () => load(text))
    if (kept.size >= wordsKept) kept.delete(kept.keys().next().value!)
    kept.set(text, prepared)
    return prepared
  }
}

/** `columnWords` numbers of what stands for a text in its file of words. */
function readWords({ files, fileOf, starts }: WordPlaces, text: number, columnWords: number): Uint32Array {
  return new Uint32Array(readRange(files[fileOf[text]!]!, starts[text]!, 4 * columnWords).buffer)
}

class WordsFirst implements PreparedReport {
  readonly words: CountedWords
  private readonly load: () => PreparedReport

  constructor(hashes: Uint32Array, load: () => PreparedReport) {
    this.load = load
    this.words = {
      count: hashes.length,
      hashes,
      get tokens() {
        return load().words.tokens
      },
    }
  }

  get report(): ReuseReport {
    return this.load().report
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
    const count = words.counts[text]!
    const column = readWords(words, text, count + hashes.length)
    const made = { words: column.subarray(0, count), prints: { hashes, places: column.subarray(count) } }
    if (kept.size >= textsKept) kept.delete(kept.keys().next().value!)
    kept.set(text, made)
    return made
  }
}
