import { basename } from "node:path"
import type { RecordDocument } from "../src/api/index.ts"
import type { Figures } from "./measure.ts"

/** A story labelled by hand. Spans are offsets in the files; only texts and files are compared. */
export interface GoldStory {
  readonly reports: Readonly<Record<string, GoldReport>>
  readonly statements: readonly {
    readonly id: string
    readonly readings: readonly { readonly file: string; readonly text: string }[]
  }[]
  readonly disagreements: readonly {
    readonly about: string
    readonly values: readonly { readonly file: string; readonly text: string }[]
  }[]
  readonly spin: { readonly file: string; readonly rules: readonly (readonly [string, string])[] }
  readonly furniture: Readonly<Record<string, readonly string[]>>
}

interface GoldReport {
  readonly title?: string
  readonly byline?: readonly string[]
  readonly published?: string
  readonly outlet?: string
}

/**
 * The score of a record against a labelled story. A gold reading is found where a reading of the record in the same
 * report holds at least half of its words, as an unbroken run. Grouping is scored on pairs of found readings. A
 * disagreement is found where one of the record's cites two different gold values; a furniture line where it is gone
 * from the text or set aside in it.
 */
export function scoreRecord(gold: GoldStory, record: RecordDocument): Figures {
  const names = new Map(record.reports.map((report) => [report.id, fileOf(report)]))
  const { found, readings } = foundReadings(gold, record, names)
  const grouping = groupingOf(found)
  const { rules, wrong } = rewritesOf(gold, record, names)
  return {
    stories: record.stories.length,
    "reading recall": found.length / Math.max(1, readings),
    "grouping f1": grouping,
    "disagreements found": gold.disagreements.filter((one) => isFound(one, record, names)).length,
    "rewrite rules": rules,
    "wrong rewrites": wrong,
    "furniture set aside": furnitureOf(gold, record, names),
    "metadata right": metadataOf(gold, record, names),
    "broken spans": brokenSpans(record),
  }
}

type Names = ReadonlyMap<string, string>

function fileOf(report: RecordDocument["reports"][number]): string {
  return basename("file" in report.source ? report.source.file : report.source.url)
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
}

/** The share of the words of `b` that stand, in order and unbroken, inside `a`, or `a` inside `b`. */
export function covers(a: string, b: string): number {
  const [wordsA, wordsB] = [words(a), words(b)]
  if (wordsA.length === 0 || wordsB.length === 0) return 0
  const [small, large] = wordsA.length <= wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA]
  for (let at = 0; at + small.length <= large.length; at++)
    if (small.every((word, i) => large[at + i] === word)) return Math.min(1, small.length / wordsB.length)
  return 0
}

interface FoundReading {
  readonly gold: string
  readonly statement: string
}

function foundReadings(
  gold: GoldStory,
  record: RecordDocument,
  names: Names,
): { readonly found: readonly FoundReading[]; readonly readings: number } {
  const texts = new Map(record.reports.map((report) => [report.id, report.text]))
  const mine = record.stories.flatMap((story) =>
    story.statements.flatMap((statement) =>
      statement.readings.map((reading) => ({
        statement: statement.id,
        file: names.get(reading.report),
        text: reading.parts.map((part) => texts.get(reading.report)!.slice(part.start, part.end)).join(" "),
      })),
    ),
  )
  const wanted = gold.statements.flatMap((statement) =>
    statement.readings.map((reading) => ({ ...reading, gold: statement.id })),
  )
  const found = wanted.flatMap((reading) => {
    let best = { share: 0, statement: "" }
    for (const other of mine) {
      if (other.file !== reading.file) continue
      const share = covers(other.text, reading.text)
      if (share > best.share || (share === best.share && other.statement > best.statement))
        best = { share, statement: other.statement }
    }
    return best.share >= 0.5 ? [{ gold: reading.gold, statement: best.statement }] : []
  })
  return { found, readings: wanted.length }
}

function groupingOf(found: readonly FoundReading[]): number {
  let [right, claimed, wanted] = [0, 0, 0]
  found.forEach((a, at) => {
    for (const b of found.slice(at + 1)) {
      const [same, grouped] = [a.gold === b.gold, a.statement === b.statement]
      if (same) wanted++
      if (grouped) claimed++
      if (same && grouped) right++
    }
  })
  return claimed + wanted === 0 ? 0 : (2 * right) / (claimed + wanted)
}

function isFound(wanted: GoldStory["disagreements"][number], record: RecordDocument, names: Names): boolean {
  const texts = new Map(record.reports.map((report) => [report.id, report.text]))
  return record.stories.some((story) =>
    story.disagreements.some((mine) => {
      const evidence = mine.values.flatMap((value) =>
        value.evidence.map(({ report, start, end }) => ({
          file: names.get(report),
          text: texts.get(report)!.slice(start, end),
        })),
      )
      const hit = wanted.values.filter(({ file, text }) =>
        evidence.some(
          (cited) => cited.file === file && (covers(cited.text, text) > 0 || covers(text, cited.text) > 0),
        ),
      )
      return new Set(hit.map(({ text }) => text)).size >= 2
    }),
  )
}

function rewritesOf(
  gold: GoldStory,
  record: RecordDocument,
  names: Names,
): { readonly rules: number; readonly wrong: number } {
  const wanted = new Set(gold.spin.rules.map(([from, to]) => `${from}\n${to}`.toLowerCase()))
  const right = new Set<string>()
  let wrong = 0
  for (const rewrite of record.stories.flatMap((story) => story.rewrites)) {
    if (names.get(rewrite.report) !== gold.spin.file) wrong++
    else
      for (const { from, to } of rewrite.rules) {
        const key = `${from}\n${to}`.toLowerCase()
        if (wanted.has(key)) right.add(key)
      }
  }
  return { rules: right.size, wrong }
}

function furnitureOf(gold: GoldStory, record: RecordDocument, names: Names): number {
  const lines = Object.entries(gold.furniture).flatMap(([file, texts]) =>
    texts.map((text) => ({ file, text })),
  )
  const aside = lines.filter(({ file, text }) => {
    const report = record.reports.find((one) => names.get(one.id) === file)
    if (!report) return false
    if (!report.text.includes(text)) return true
    return report.furniture.some(({ start, end }) => {
      const piece = report.text.slice(start, end)
      return piece.includes(text) || text.includes(piece)
    })
  })
  return aside.length / Math.max(1, lines.length)
}

function metadataOf(gold: GoldStory, record: RecordDocument, names: Names): number {
  let [right, wanted] = [0, 0]
  for (const [file, labels] of Object.entries(gold.reports)) {
    const report = record.reports.find((one) => names.get(one.id) === file)
    const pairs: readonly (readonly [string | undefined, string])[] = [
      [labels.title, report?.title ?? ""],
      [labels.byline?.join(" "), report?.bylines.join(" ") ?? ""],
      [labels.outlet, report?.outlet ?? ""],
    ]
    for (const [label, mine] of pairs) {
      if (label === undefined) continue
      wanted++
      if (words(label).join(" ") === words(mine).join(" ")) right++
    }
    if (labels.published === undefined) continue
    wanted++
    if ((report?.published ?? "").slice(0, 10) === labels.published.slice(0, 10)) right++
  }
  return wanted === 0 ? 0 : right / wanted
}

function brokenSpans(record: RecordDocument): number {
  const lengths = new Map(record.reports.map((report) => [report.id, report.text.length]))
  const readings = record.stories.flatMap((story) => story.statements.flatMap((one) => one.readings))
  return readings.filter(({ report, parts }) =>
    parts.some(({ start, end }) => start < 0 || start >= end || end > (lengths.get(report) ?? 0)),
  ).length
}
