import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import { generateStories } from "../bench/generated-stories.ts"
import { scenarios } from "../eval/disagreement-scenarios.ts"
import { drawStory } from "../eval/disagreement-stories.ts"
import { articleOfRequest, type CitationWire, encodeRecord, type RecordDocument } from "../src/api/index.ts"
import { randomOf } from "../src/base/index.ts"
import { applyDifferences } from "../src/collation/differences.ts"
import { type Apparatus, collateStory } from "../src/collation/index.ts"
import { readCapture } from "../src/intake/index.ts"
import { type AnalysedReport, readReport } from "../src/language/index.ts"
import { makeRecord, reuseReportOfAnalysed } from "../src/pipeline/index.ts"
import { traceLineage } from "../src/reuse/index.ts"
import { root } from "../tools/source-tree.ts"

interface Input {
  readonly name: string
  readonly bytes: Uint8Array
}

function inputsIn(folder: string): readonly Input[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}

interface JsonReport {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: string
}

function jsonOf({ id, title, text, published }: JsonReport): Input {
  return {
    name: `${id}.json`,
    bytes: new TextEncoder().encode(JSON.stringify({ id, title, text, published })),
  }
}

/** By its kind and seed, so that a failure prints these and no text. */
interface Seeded {
  readonly kind: "drawn" | "generated"
  readonly seed: number
}

const stories: fc.Arbitrary<Seeded> = fc.record({
  kind: fc.constantFrom("drawn", "generated"),
  seed: fc.nat(9_999),
})

function reportsOf({ kind, seed }: Seeded): readonly JsonReport[] {
  if (kind === "generated")
    return [...generateStories({ stories: 1, reportsPerStory: 5, seed })].map((report, at) => ({
      ...report,
      id: `g${at}`,
    }))
  return drawStory(scenarios[seed % scenarios.length]!, seed, randomOf(seed)).reports
}

function recordOf(inputs: readonly Input[]): RecordDocument {
  const read = inputs.map(({ name, bytes }) =>
    readCapture({ kind: "file", name, bytes, mediaType: null, charset: null, capturedAt: null }),
  )
  const record = makeRecord(
    read.flatMap(({ documents }) => documents),
    read.flatMap(({ gaps }) => gaps),
  )
  return encodeRecord(record, { tool: "test", options: {}, inputs: [] })
}

/** The records that the laws of a whole record are tried on: each example's, and one of each kind of drawn story. */
const records = [
  inputsIn(join(root, "examples/harbour-ferry/reports")),
  ...[1, 2, 3, 4, 5, 6].map((seed) => reportsOf({ kind: "drawn", seed }).map(jsonOf)),
  reportsOf({ kind: "generated", seed: 7 }).map(jsonOf),
].map(recordOf)

test("law: every number of a disagreement, a demand or an edit is found in each sentence cited for it", () => {
  for (const record of records)
    for (const story of record.stories) {
      for (const { values } of story.disagreements)
        for (const { value, evidence } of values) expectNumbers(record, withoutDay(value), evidence)
      for (const { what, evidence } of story.demands) expectNumbers(record, what, evidence)
      for (const { what, evidence } of story.edits) expectNumbers(record, what, evidence, "together")
    }
})

/** Two like words for two days are told apart by the days that they are read as, in brackets. */
function withoutDay(value: string): string {
  return value.replace(/ \(\d{4}-[^)]*\)$/, "")
}

function expectNumbers(
  record: RecordDocument,
  told: string,
  evidence: readonly CitationWire[],
  where: "each" | "together" = "each",
): void {
  const sentences = evidence.map(({ report: id, start, end }) => {
    const report = record.reports.find((other) => other.id === id)!
    const held = report.sentences.filter((sentence) => sentence.start < end && start < sentence.end)
    return report.text.slice(held[0]?.start ?? start, held.at(-1)?.end ?? end)
  })
  for (const words of where === "each" ? sentences : [sentences.join(" ")])
    for (const number of numbersIn(told))
      expect([number, told, words, numbersIn(words).includes(number)]).toEqual([number, told, words, true])
}

/** Every number that the reader of figures sees, and what is printed in digits. */
function numbersIn(text: string): readonly string[] {
  const article = articleOfRequest({
    id: "n",
    text,
    title: null,
    url: null,
    published: null,
    outlet: null,
    language: "en",
  })
  const read = readReport(article, { explain: false }).figures.flatMap(({ value, low, high }) => [
    value,
    low,
    high,
  ])
  const digits = (text.match(/\d[\d,.]*\d|\d/g) ?? []).map((printed) => Number(printed.replace(/,/g, "")))
  return [
    ...new Set(
      [...read, ...digits].flatMap((number) =>
        number === null || Number.isNaN(number) ? [] : [String(number)],
      ),
    ),
  ]
}

test("law: every span lies in its text, and cuts out what is claimed of it", () => {
  for (const record of records) {
    const textOf = new Map(record.reports.map(({ id, text }) => [id, text]))
    const cut = ({ report, start, end }: CitationWire): string => {
      const text = textOf.get(report)!
      expect(0 <= start && start < end && end <= text.length).toBe(true)
      return text.slice(start, end)
    }
    for (const story of record.stories) {
      for (const { text, basis, readings } of story.statements) {
        expect(basis.support.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text)
        for (const { report, parts, differences } of readings) {
          const printed = parts.map((part) => cut({ report, ...part })).join(" ")
          expect(applyDifferences(text, differences)).toBe(printed)
        }
      }
      for (const { kind, values } of story.disagreements)
        for (const { value, evidence } of values)
          for (const cited of evidence)
            if (kind === "name" || kind === "figure") expect(sharesWord(cut(cited), value)).toBe(true)
      for (const { what } of story.timeline) what.forEach(cut)
      for (const { evidence, answerEvidence } of story.demands) [...evidence, ...answerEvidence].forEach(cut)
      for (const { evidence } of story.edits) evidence.forEach(cut)
      for (const { a, b, passages } of story.links)
        for (const passage of passages)
          if (passage.kind === "verbatim")
            expect(plain(cut({ report: a, ...passage.a }))).toBe(plain(cut({ report: b, ...passage.b })))
    }
  }
})

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, " ")
    .trim()
}

/** A word or a number in common: "12" is said of "twelve". */
function sharesWord(cited: string, value: string): boolean {
  const words = new Set([...plain(cited).split(" "), ...numbersIn(cited)])
  return [...plain(value).split(" "), ...numbersIn(value)].some((word) => words.has(word))
}

test("law: an identical copy of a report changes no count, no best wording and no value; nor does the order", () => {
  fc.assert(
    fc.property(stories, fc.nat(30), (seeded, place) => {
      const reports = reportsOf(seeded).map(analysed)
      const once = apparatusOf(reports)
      expect(apparatusOf([...reports].reverse())).toEqual(once)
      const copied = reportsOf(seeded)[place % reports.length]!
      const twice = apparatusOf([...reports, analysed({ ...copied, id: `copy-${copied.id}` })])
      expect(counted(twice)).toEqual(counted(once))
    }),
    { numRuns: 12 },
  )
})

/** Of several stories, so that it is a choice which reports belong together. */
test("law: an identical copy of a report changes no story of a record but by itself", () => {
  for (const seed of [474, 5, 11]) {
    const reports = [...generateStories({ stories: 1, reportsPerStory: 5, seed })].map((report, at) => ({
      ...report,
      id: `g${at}`,
    }))
    const once = recordOf(reports.map(jsonOf))
    for (const copied of [reports[0]!, reports[4]!]) {
      const copies = [...reports, { ...copied, id: `copy-${copied.id}` }]
      expect(storiesOf(recordOf(copies.map(jsonOf)))).toEqual(storiesOf(once))
    }
  }
})

/** What a copy may not change of each story: the texts behind it, its wordings, its counts. */
function storiesOf({ stories }: RecordDocument): readonly string[] {
  return stories
    .map(({ texts, statements, disagreements }) =>
      [
        texts.length,
        ...statements.map(({ text }) => text).sort(),
        ...disagreements
          .map(({ about, values }) =>
            [about, ...values.map(({ value, distinct }) => `${value} ${distinct}`)].join(" | "),
          )
          .sort(),
      ].join("\n"),
    )
    .sort()
}

function analysed(report: JsonReport): AnalysedReport {
  const article = articleOfRequest({ ...report, url: null, outlet: null, language: null })
  return { article, analysis: readReport(article, { explain: false }) }
}

function apparatusOf(reports: readonly AnalysedReport[]): Apparatus {
  return collateStory(reports, traceLineage(reports.map(reuseReportOfAnalysed)), [])
}

/** What copies may not change: wordings with the support of each letter, and values with their counts. */
function counted({ statements, disagreements }: Apparatus): unknown {
  return {
    statements: statements
      .map(({ text, basis }) => {
        const counts = basis.support.flatMap(({ start, end, distinct }) =>
          Array<number>(end - start).fill(distinct),
        )
        return `${text} ${counts.join("")}`
      })
      .sort(),
    disagreements: disagreements
      .map(({ kind, explained, values }) =>
        [kind, explained, ...values.map(({ value, distinct }) => `${value} ${distinct}`)].join(" | "),
      )
      .sort(),
  }
}
