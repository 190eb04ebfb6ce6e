import type { ReportId } from "../article/index.ts"
import { compareStrings, type Span } from "../base/index.ts"
import { collapseCopies, type PrintColumns, sharedColumn } from "../reuse/index.ts"
import {
  type ClearedReport,
  type FailedLine,
  type ReportOrigin,
  type SketchAnswer,
  suspect,
  type TextPlaces,
  type WordPlaces,
} from "./reuse-task.ts"

/** All reports that have been sketched, in the order of their ids, and the distinct texts among them. */
export interface SketchedReports {
  readonly ids: readonly ReportId[]
  readonly keys: readonly string[]
  readonly wordCounts: Uint32Array
  readonly spans: readonly Span[]
  readonly origins: readonly (ReportOrigin | null)[]
  readonly places: TextPlaces
  /** The reports of each distinct text, by their places; sorted, by the first too. */
  readonly families: readonly (readonly number[])[]
  readonly texts: DistinctTexts
}

/** The distinct texts, in the order of families. */
export interface DistinctTexts {
  readonly places: TextPlaces
  readonly wordCounts: Uint32Array
  readonly suspects: Uint8Array
  readonly prints: PrintColumns
  /** How many threads have counted the words of each. */
  readonly counted: Uint8Array
}

/** The lines whose id an earlier line has taken, and those that gave no report, by number. */
export function findFailures(answers: readonly SketchAnswer[]): {
  readonly failures: readonly FailedLine[]
  readonly taken: readonly number[]
} {
  const failures = answers.flatMap((answer) => answer.failures)
  const taken: number[] = []
  const seen = new Set<string>()
  for (const { ids, lineNumbers } of answers)
    for (const [i, id] of ids.entries()) {
      if (seen.has(id)) {
        taken.push(lineNumbers[i]!)
        failures.push({
          number: lineNumbers[i]!,
          id,
          error: { kind: "duplicate-id", message: `another line is called ${id}` },
        })
      }
      seen.add(id)
    }
  return { failures: failures.sort((x, y) => x.number - y.number), taken }
}

/** A row of one of the answers. */
interface Row {
  readonly answer: SketchAnswer
  readonly row: number
}

/** Puts the answers together, and gives back the memory of their fingerprints: nothing may ask for those afterwards. */
export function gatherSketches(answers: readonly SketchAnswer[], descriptor: number): SketchedReports {
  const all = answers.flatMap(({ ids }) => ids)
  const [answerOf, rowOf] = [new Uint32Array(all.length), new Uint32Array(all.length)]
  let at = 0
  for (const [i, { ids }] of answers.entries())
    for (let row = 0; row < ids.length; row++) {
      answerOf[at] = i
      rowOf[at++] = row
    }
  const order = new Uint32Array(all.length).map((_, i) => i).sort((x, y) => compareStrings(all[x]!, all[y]!))
  const rowAt = (place: number): Row => ({
    answer: answers[answerOf[order[place]!]!]!,
    row: rowOf[order[place]!]!,
  })
  const column = <Value>(pick: (row: Row) => Value): Value[] =>
    Array.from(order, (_, place) => pick(rowAt(place)))
  const places: TextPlaces = {
    descriptor,
    starts: Float64Array.from(order, (_, place) => valueAt(rowAt(place), (answer) => answer.starts)),
    lengths: Uint32Array.from(order, (_, place) => valueAt(rowAt(place), (answer) => answer.lengths)),
    aside: new Map(),
    words: null,
  }
  const keys = column(({ answer, row }) => answer.keys[row]!)
  const families = collapseCopies(keys)
  const wordCounts = Uint32Array.from(order, (_, place) =>
    valueAt(rowAt(place), (answer) => answer.wordCounts),
  )
  const texts = distinctTexts(rowAt, families, places, wordCounts)
  for (const { prints } of answers) prints.hashes.buffer.transfer(0)
  return {
    ids: Array.from(order, (i) => all[i] as ReportId),
    keys,
    wordCounts,
    spans: column(({ answer, row }) => ({ start: answer.spanStarts[row]!, end: answer.spanEnds[row]! })),
    origins: column(({ answer, row }) => answer.origins[row]!),
    places,
    families,
    texts,
  }
}

function valueAt({ answer, row }: Row, pick: (answer: SketchAnswer) => Uint32Array | Float64Array): number {
  return pick(answer)[row]!
}

function distinctTexts(
  rowAt: (place: number) => Row,
  families: SketchedReports["families"],
  places: TextPlaces,
  wordCounts: Uint32Array,
): DistinctTexts {
  const counted = new Uint8Array(families.length)
  const suspects = new Uint8Array(families.length)
  const holders = families.map((family, text) => {
    let holder = family[0]!
    for (const place of family) {
      const { answer, row } = rowAt(place)
      if (answer.states[row] === 0) continue
      counted[text]!++
      suspects[text] = answer.states[row] === suspect ? 1 : 0
      holder = place
    }
    return holder
  })
  const counts = filled(families.length, (text) => wordCounts[families[text]![0]!]!)
  const wordStarts = new Float64Array(new SharedArrayBuffer(8 * holders.length))
  for (const [text, place] of holders.entries())
    wordStarts[text] = valueAt(rowAt(place), (answer) => answer.wordStarts)
  const files = [...new Set(holders.map((place) => rowAt(place).answer.wordFile))]
  return {
    places: {
      ...firstPlaces(families, places),
      words: {
        files,
        fileOf: filled(holders.length, (text) => files.indexOf(rowAt(holders[text]!).answer.wordFile)),
        starts: wordStarts,
        counts,
      },
    },
    wordCounts: counts,
    suspects,
    prints: gatherColumns(holders.length, (text) => {
      const { answer, row } = rowAt(holders[text]!)
      const { starts, hashes } = answer.prints
      return hashes.subarray(starts[row]!, starts[row + 1]!)
    }),
    counted,
  }
}

/** The places of the first report of each family. */
function firstPlaces(families: SketchedReports["families"], places: TextPlaces): TextPlaces {
  const starts = new Float64Array(new SharedArrayBuffer(families.length * 8))
  const lengths = sharedColumn(families.length)
  const aside = new Map<number, readonly Span[]>()
  for (const [text, family] of families.entries()) {
    starts[text] = places.starts[family[0]!]!
    lengths[text] = places.lengths[family[0]!]!
    const spans = places.aside.get(family[0]!)
    if (spans) aside.set(text, spans)
  }
  return { descriptor: places.descriptor, starts, lengths, aside, words: null }
}

/** Of these texts in this order. */
function wordsOf({ files, fileOf, starts, counts }: WordPlaces, texts: readonly number[]): WordPlaces {
  const own = new Float64Array(new SharedArrayBuffer(8 * texts.length))
  for (const [text, old] of texts.entries()) own[text] = starts[old]!
  return {
    files,
    fileOf: filled(texts.length, (text) => fileOf[texts[text]!]!),
    starts: own,
    counts: filled(texts.length, (text) => counts[texts[text]!]!),
  }
}

function gatherColumns(count: number, columnOf: (text: number) => Uint32Array): PrintColumns {
  const starts = sharedColumn(count + 1)
  for (let text = 0; text < count; text++) starts[text + 1] = starts[text]! + columnOf(text).length
  const hashes = sharedColumn(starts[count]!)
  for (let text = 0; text < count; text++) hashes.set(columnOf(text), starts[text])
  return { starts, hashes }
}

/** A column that threads share, of these values. */
function filled(length: number, value: (i: number) => number): Uint32Array {
  const column = sharedColumn(length)
  for (let i = 0; i < length; i++) column[i] = value(i)
  return column
}

/** The reports without their background: `cleared` by their places. Texts that have become alike are one. */
export function regroupCleared(
  reports: SketchedReports,
  cleared: ReadonlyMap<number, ClearedReport>,
): SketchedReports {
  const keys = reports.keys.map((key, place) => cleared.get(place)?.key ?? key)
  const groups = collapseCopies(reports.families.map((family) => keys[family[0]!]!))
    .map((copies) => ({
      copy: copies[0]!,
      family: copies.flatMap((copy) => reports.families[copy]!).sort((x, y) => x - y),
    }))
    .sort((x, y) => x.family[0]! - y.family[0]!)
  const families = groups.map(({ family }) => family)
  const aside = new Map(
    Array.from(cleared, ([place, { passages }]) => [place, passages.map(({ span }) => span)] as const),
  )
  const places = { ...reports.places, aside }
  const old = reports.texts
  const clearedOf = (text: number): ClearedReport | undefined =>
    cleared.get(reports.families[groups[text]!.copy]![0]!)
  const wordCounts = reports.wordCounts.map((count, place) => cleared.get(place)?.wordCount ?? count)
  return {
    ...reports,
    keys,
    wordCounts,
    spans: reports.spans.map((span, place) => cleared.get(place)?.span ?? span),
    places,
    families,
    texts: {
      places: {
        ...firstPlaces(families, places),
        words: wordsOf(
          old.places.words!,
          groups.map(({ copy }) => copy),
        ),
      },
      wordCounts: filled(families.length, (text) => wordCounts[families[text]![0]!]!),
      suspects: Uint8Array.from(groups, ({ copy }, text) => {
        const own = clearedOf(text)
        return own ? (own.suspect ? 1 : 0) : old.suspects[copy]!
      }),
      prints: gatherColumns(groups.length, (text) => {
        const { copy } = groups[text]!
        const known = old.prints.hashes.subarray(old.prints.starts[copy]!, old.prints.starts[copy + 1]!)
        return clearedOf(text)?.prints ?? known
      }),
      counted: new Uint8Array(families.length),
    },
  }
}
