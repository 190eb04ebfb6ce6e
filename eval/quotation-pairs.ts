import { readFileSync } from "node:fs"
import { articleOfRequest } from "../src/api/index.ts"
import { type Span, spansOverlap } from "../src/base/index.ts"
import { collateStory, type Reading, type Statement } from "../src/collation/index.ts"
import { type AnalysedReport, readReport } from "../src/language/index.ts"
import { reuseReportOfAnalysed } from "../src/pipeline/index.ts"
import { traceLineage } from "../src/reuse/index.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"
import { rounded } from "./news-texts.ts"
import { type NewswclReport, newswclFolder, newswclReports } from "./newswcl50.ts"

/** Report, start and end: words in marks, without the marks, in the text that `newswclReports` gives. */
type Segment = readonly [report: string, start: number, end: number]

/**
 * Which words in marks are of one utterance, over the outlets of an event; labelled by reading every quotation of the
 * fifty reports. `either` holds those of which nobody can tell: a title of a thing, a phrase of somebody's stock.
 */
export interface QuotationLabels {
  readonly utterances: readonly (readonly Segment[])[]
  readonly either: readonly (readonly Segment[])[]
}

export function quotationLabels(): QuotationLabels {
  return JSON.parse(readFileSync(new URL("quotation-pairs.json", import.meta.url), "utf8")) as QuotationLabels
}

/**
 * Pairs of quotations across outlets that print words of one utterance. Wanted are pairs of labelled segments that
 * have half of the shorter one's words of sense in common; found are those that stand in one statement. Wrong are two
 * marked readings of one statement, of two outlets, that no label puts together.
 */
export const quotationPairs: EvalMeasure = {
  name: "record/quotation-pairs",
  needs: [newswclFolder],
  run: async (shared) => {
    const labels = quotationLabels()
    const events = Map.groupBy(newswclReports(shared), ({ event }) => event)
    return figuresOf([...events.values()].map((reports) => pairsOf(reports, labels)))
  },
}

function figuresOf(counts: readonly Pairs[]): Figures {
  const sum = (of: (pairs: Pairs) => number): number => counts.reduce((total, pairs) => total + of(pairs), 0)
  const { precision } = f1Of(
    sum(({ right }) => right),
    sum(({ right, wrong }) => right + wrong.length),
    1,
  )
  const wanted = sum((pairs) => pairs.wanted)
  const recall = (wanted - sum(({ missed }) => missed.length)) / wanted
  return {
    "pairs wanted": wanted,
    precision: rounded(precision),
    recall: rounded(recall),
    "pair F1": rounded((2 * precision * recall) / (precision + recall)),
  }
}

export interface Pairs {
  readonly wanted: number
  readonly right: number
  readonly missed: readonly (readonly [Segment, Segment])[]
  readonly wrong: readonly (readonly [Reading, Reading, Statement])[]
}

export function pairsOf(reports: readonly NewswclReport[], labels: QuotationLabels): Pairs {
  const textOf = new Map(reports.map(({ id, text }) => [id, text]))
  const { statements } = collateStory(...collated(reports), [])
  const wanted = labels.utterances
    .filter(([first]) => textOf.has(first![0]))
    .flatMap((group) => pairs(group).filter(([a, b]) => a[0] !== b[0] && sayMuchTheSame(a, b, textOf)))
  const missed = wanted.filter(
    ([a, b]) => !statements.some(({ readings }) => readings.some(covers(a)) && readings.some(covers(b))),
  )
  const together = (groups: QuotationLabels["either"], [x, y]: readonly [Reading, Reading]): boolean =>
    groups.some((group) => group.some((a) => covers(a)(x)) && group.some((b) => covers(b)(y)))
  let right = 0
  const wrong: [Reading, Reading, Statement][] = []
  for (const statement of statements)
    for (const pair of pairs(statement.readings.filter(isMarked))) {
      if (pair[0].report === pair[1].report) continue
      if (together(labels.utterances, pair)) right++
      else if (!together(labels.either, pair)) wrong.push([...pair, statement])
    }
  return { wanted: wanted.length, right, missed, wrong }
}

function collated(
  reports: readonly NewswclReport[],
): [readonly AnalysedReport[], ReturnType<typeof traceLineage>] {
  const analysed = reports.map(({ id, text }) => {
    const article = articleOfRequest({
      id,
      text,
      title: null,
      published: null,
      url: null,
      outlet: null,
      language: "en",
    })
    return { article, analysis: readReport(article, { explain: false }) }
  })
  return [analysed, traceLineage(analysed.map(reuseReportOfAnalysed))]
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b) => [a, b] as const))
}

function isMarked({ form }: Reading): boolean {
  return form === "direct" || form === "partial" || form === "block"
}

function covers([report, start, end]: Segment): (reading: Reading) => boolean {
  return (reading) =>
    reading.report === report && reading.parts.some((part: Span) => spansOverlap(part, { start, end }))
}

function sayMuchTheSame(a: Segment, b: Segment, textOf: ReadonlyMap<string, string>): boolean {
  const wordsOf = ([report, start, end]: Segment): ReadonlySet<string> =>
    new Set(
      textOf
        .get(report)!
        .slice(start, end)
        .toLowerCase()
        .match(/[\p{L}\p{Nd}]{4,}/gu),
    )
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const shorter = Math.min(x.size, y.size)
  return shorter > 0 && [...x].filter((word) => y.has(word)).length >= shorter / 2
}
