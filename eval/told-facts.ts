import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type ReportId, readArticle } from "../src/article/index.ts"
import { type Span, sha256Hex, spansOverlap } from "../src/base/index.ts"
import { type AnalysedReport, readReport } from "../src/language/index.ts"
import { gatherEdits, matchDemands, witnessesOf } from "../src/record/index.ts"
import type { Stranger } from "../src/story/index.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"

interface GoldSpan {
  readonly file: string
  readonly span: readonly [start: number, end: number]
}

interface GoldTime extends GoldSpan {
  readonly when: string
}

interface GoldFigure extends GoldSpan {
  readonly value: number
}

interface Gold {
  readonly reports: Readonly<Record<string, unknown>>
  readonly figures: readonly GoldFigure[]
  readonly times: readonly GoldTime[]
  readonly strangers: readonly GoldSpan[]
  readonly demands: readonly {
    readonly what: string
    readonly seen: readonly string[]
    readonly answer: string
    readonly answer_evidence?: readonly GoldSpan[]
  }[]
  readonly reported_edits: readonly { readonly evidence: readonly GoldSpan[] }[]
}

/** Figures, times, demands with their answers, and edits told, of the story labelled by hand. A few cases only. */
export const toldFacts: EvalMeasure = {
  name: "record/told-facts",
  needs: ["stories/microsoft-ice-2018"],
  run: async (sharedFolder) => measureStory(join(sharedFolder, "stories/microsoft-ice-2018")),
}

function measureStory(folder: string): Figures {
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Gold
  const reports = Object.keys(gold.reports).map((file) => readStoryFile(folder, file))
  const byFile = new Map(reports.map((report) => [report.article.source.name, report]))
  const strangers = gold.strangers.map(
    ({ file, span }): Stranger => ({
      report: byFile.get(file)!.article.id,
      ...spanOf(span),
      why: "labelled",
    }),
  )
  const witnesses = witnessesOf(reports, strangers)
  const figures = gold.figures.filter(({ file, span, value }) =>
    byFile.get(file)!.analysis.figures.some((figure) => isSame(figure, span) && figure.value === value),
  )
  const times = gold.times.filter(({ file, span, when }) =>
    byFile.get(file)!.analysis.times.some((time) => spansOverlap(time, spanOf(span)) && time.from === when),
  )
  return {
    "figures right": figures.length / gold.figures.length,
    "times right": times.length / gold.times.length,
    ...measureDemands(gold, matchDemands(witnesses), byFile),
    ...measureEdits(gold, gatherEdits(witnesses), byFile),
  }
}

function readStoryFile(folder: string, file: string): AnalysedReport {
  const text = readFileSync(join(folder, file), "utf8")
  const source = {
    kind: "file",
    name: file,
    member: null,
    sha256: sha256Hex(text),
    capturedAt: null,
  } as const
  const article = readArticle(
    { id: null, source, content: { kind: "text", text, markdown: false } },
    { id: file as ReportId, explain: false },
  )
  return { article, analysis: readReport(article, { explain: false }) }
}

function spanOf([start, end]: readonly [number, number]): Span {
  return { start, end }
}

function isSame(span: Span, [start, end]: readonly [number, number]): boolean {
  return span.start === start && span.end === end
}

type Files = ReadonlyMap<string, AnalysedReport>

/** A labelled demand is found where one entry shares two words of what is asked and is seen in all its reports. */
function measureDemands(gold: Gold, entries: ReturnType<typeof matchDemands>, byFile: Files): Figures {
  let found = 0
  let answered = 0
  let wanted = 0
  let cited = 0
  for (const demand of gold.demands) {
    const words = new Set(demand.what.toLowerCase().match(/\p{L}{4,}/gu))
    const ids = demand.seen.map((file) => byFile.get(file)!.article.id)
    const entry = entries.find(
      ({ what, evidence }) =>
        [...words].filter((word) => what.toLowerCase().includes(word)).length >= Math.min(2, words.size) &&
        ids.every((id) => evidence.some(({ report }) => report === id)),
    )
    if (entry === undefined) continue
    found++
    const status = demand.answer.startsWith("not addressed") ? "not-addressed" : "none-reported"
    if (entry.answer === status) answered++
    for (const { file, span } of demand.answer_evidence ?? []) {
      wanted++
      const { id } = byFile.get(file)!.article
      if (
        entry.answerEvidence.some(
          (citation) => citation.report === id && spansOverlap(citation, spanOf(span)),
        )
      )
        cited++
    }
  }
  return {
    "demands found": found / gold.demands.length,
    "answers right": answered / gold.demands.length,
    "answers cited": wanted === 0 ? 1 : cited / wanted,
  }
}

function measureEdits(gold: Gold, edits: ReturnType<typeof gatherEdits>, byFile: Files): Figures {
  const wanted = gold.reported_edits.flatMap(({ evidence }) => evidence)
  const best = Math.max(
    0,
    ...edits.map(({ evidence }) => {
      const right = wanted.filter(({ file, span }) =>
        evidence.some(
          (one) => one.report === byFile.get(file)!.article.id && spansOverlap(one, spanOf(span)),
        ),
      ).length
      return f1Of(right, Math.max(right, evidence.length), wanted.length).recall
    }),
  )
  return { "evidence of the edit": best }
}
