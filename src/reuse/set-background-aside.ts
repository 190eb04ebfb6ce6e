import type { ReportId } from "../article/index.ts"
import { compareStrings, mergeSpans, type Span } from "../base/index.ts"
import { type BackgroundRun, findBackground } from "./background.ts"
import { collapseCopies, sequenceKey } from "./collapse-copies.ts"
import { fingerprint } from "./fingerprint.ts"
import type { BackgroundPassage, Link } from "./lineage.ts"
import { buildPostingIndex, type PostingIndex } from "./posting-index.ts"
import { printColumns } from "./print-columns.ts"
import type { PreparedReport } from "./reuse-report.ts"
import { countedWords, wordsSpan } from "./reuse-report.ts"

/** Identical copies, each family sorted by id. */
export type Families = readonly (readonly PreparedReport[])[]

/** What was set aside in one report. */
export interface ReportBackground {
  readonly runs: readonly BackgroundRun[]
  readonly passages: readonly BackgroundPassage[]
}

/** Texts without their background. */
export interface ClearedTexts {
  /** Copies that differed in background alone are one family now. */
  readonly families: Families
  /** Of the reports that have any; sorted by id. */
  readonly background: ReadonlyMap<ReportId, ReportBackground>
  /** Of the families' texts. */
  readonly index: PostingIndex
}

/** Finds what the texts hold of background, counts it no more, and indexes what is left. */
export function setBackgroundAside(copies: Families): ClearedTexts {
  const distinct = copies.map(([first]) => first!)
  const prints = distinct.map(({ words }) => fingerprint(words))
  const index = buildPostingIndex(printColumns(prints))
  const runsOf = findBackground((text) => distinct[text]!, index)
  if (runsOf.size === 0) return { families: copies, background: new Map(), index }
  const background = new Map<ReportId, ReportBackground>()
  const cleared = copies.map((family, text) => {
    const runs = runsOf.get(text)
    if (!runs) return family
    return family.map((member) => {
      const { passages, cleared } = clearReport(member, runs)
      background.set(member.report.id, { runs, passages })
      return cleared
    })
  })
  const families = regroup(cleared)
  const clearedPrints = families.map(([first]) => fingerprint(first!.words))
  return {
    families,
    background: new Map([...background].sort(([x], [y]) => compareStrings(x, y))),
    index: buildPostingIndex(printColumns(clearedPrints)),
  }
}

/** The report without its background, and the passages that were. */
export function clearReport(
  member: PreparedReport,
  runs: readonly BackgroundRun[],
): { readonly passages: readonly BackgroundPassage[]; readonly cleared: PreparedReport } {
  const passages = runs.flatMap((run) => passagesOf(member, run))
  return {
    passages,
    cleared: setAsideToo(
      member,
      passages.map(({ span }) => span),
    ),
  }
}

/** The words of `run`, parted where something else is set aside between them. */
function passagesOf({ report, words }: PreparedReport, run: BackgroundRun): readonly BackgroundPassage[] {
  const { start, end } = wordsSpan(report, words, run.first, run.first + run.count - 1)
  const spans: Span[] = []
  let from = start
  for (const aside of report.setAside) {
    if (aside.end <= from || aside.start >= end) continue
    if (aside.start > from) spans.push({ start: from, end: aside.start })
    from = aside.end
  }
  if (from < end) spans.push({ start: from, end })
  return spans.map((span) => ({ report: report.id, span, texts: run.texts }))
}

/** The report with more of it set aside. */
export function setAsideToo(member: PreparedReport, spans: readonly Span[]): PreparedReport {
  const report = { ...member.report, setAside: mergeSpans([...member.report.setAside, ...spans]) }
  return { report, words: countedWords(report) }
}

/** Families whose words have become the same joined, each sorted by id, in the order of their first members. */
function regroup(families: Families): Families {
  return collapseCopies(families.map(([first]) => sequenceKey(first!.words)))
    .map((alike) =>
      alike.flatMap((place) => families[place]!).sort((x, y) => compareStrings(x.report.id, y.report.id)),
    )
    .sort(([x], [y]) => compareStrings(x!.report.id, y!.report.id))
}

/** `link`, with a word on the background that both of its reports print and that does not count. */
export function withBackgroundSaid(link: Link, background: ReadonlyMap<ReportId, ReportBackground>): Link {
  const [a, b] = [background.get(link.a), background.get(link.b)]
  if (!a || !b) return link
  const inB = new Set(b.runs.flatMap(({ postings }) => postings))
  const both = a.runs.filter(({ postings }) => postings.some((posting) => inB.has(posting)))
  if (both.length === 0) return link
  const words = both.reduce((sum, { count }) => sum + count, 0)
  const texts = Math.max(...both.map((run) => run.texts))
  const reason = `${words} more words are set aside: ${texts} texts print them, some of which share nothing else`
  return { ...link, reasons: [...link.reasons, reason] }
}
