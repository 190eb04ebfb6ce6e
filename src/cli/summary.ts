import {
  type CitationWire,
  type RecordDocument,
  type ReportWire,
  type StatementWire,
  type StoryWire,
  storySummary,
} from "../api/index.ts"
import { counted, printable, shortened } from "./plain-text.ts"

const statementsMax = 8
const disagreementsMax = 12
const listMax = 8

/**
 * The record for a terminal: what differs first, then who shares whose text, what was said, asked and changed, and
 * what is missing. Every list says how much of it is not shown; all of it is in `--json` and `--html`.
 */
export function summaryOf(document: RecordDocument, columns: number): string {
  const width = Math.max(60, Math.min(columns, 110))
  const reports = new Map(document.reports.map((report) => [report.id, report]))
  const view: View = { reports, width }
  const blocks = document.stories.map((story) =>
    storyBlock(story, { ...view, summary: storySummary(document, story) }),
  )
  if (document.gaps.length > 0)
    blocks.push(
      listBlock(
        "GAPS",
        document.gaps.map((gap) => gapLine(gap, view)),
        listMax,
      ),
    )
  return `${blocks.join("\n\n")}\n`
}

export interface View {
  readonly reports: ReadonlyMap<string, ReportWire>
  readonly width: number
}

export interface StoryView extends View {
  readonly summary: ReturnType<typeof storySummary>
}

export function storyBlock(story: StoryWire, view: StoryView): string {
  const many = story.reports.length > 1
  const blocks = [
    `${printable(story.title ?? "A story without a title")}\n${counted(story.reports.length, "report")}${
      many ? ` · ${counted(story.texts.length, "distinct text")}` : ""
    } · ${counted(story.statements.length, "statement")} · ${counted(story.disagreements.length, "disagreement")}`,
    many ? listBlock("WHERE THE REPORTS DIFFER", disagreementLines(story, view), disagreementsMax) : "",
    many ? listBlock("WHAT THEY AGREE ON", agreedLines(view), listMax) : "",
    many ? listBlock("WHAT ONLY ONE TELLS", singleLines(view), listMax) : "",
    many ? listBlock("WHO SHARES TEXT WITH WHOM", sharingLines(story, view), listMax) : "",
    listBlock("WHAT WAS SAID", statementLines(story, view), statementsMax),
    listBlock(
      "ASKED",
      story.demands
        .filter(({ kind }) => kind !== "promise" && kind !== "refusal")
        .map((demand) => demandLine(demand, view)),
      listMax,
    ),
    listBlock(
      "CHANGED AFTERWARDS",
      story.edits.map((edit) => editLine(edit, view)),
      listMax,
    ),
  ]
  return blocks.filter((block) => block !== "").join("\n\n")
}

/** The first disagreements are shown in the reports' own sentences too. */
const toldInFull = 3

export function disagreementLines(story: StoryWire, view: StoryView): readonly string[] {
  return story.disagreements.map((disagreement, at) => {
    const values = disagreement.values.map(
      ({ value, evidence, distinct }) =>
        `${quoted(value, 40)} (${sigla(evidence, view)}${distinct < evidence.length ? `; ${counted(distinct, "text")}` : ""})`,
    )
    const why = disagreement.explained === null ? "" : ` [${disagreement.explained.replace("-", " ")}]`
    const line = shortened(
      `${disagreement.kind}: ${printable(disagreement.about)}: ${values.join(" / ")}${why}`,
      view.width * 2,
    )
    const told = view.summary.differs[at]?.values ?? []
    const sentences = at < toldInFull ? told.flatMap(({ sentence }) => sentence ?? []) : []
    return [line, ...sentences.map((sentence) => `    ${sentenceLine(sentence, view)}`)].join("\n")
  })
}

/** In the reports' own words, with how many distinct texts tell it. */
function agreedLines(view: StoryView): readonly string[] {
  return view.summary.agreed.map(
    ({ sentence, distinct, texts }) =>
      `${sentenceLine(sentence, view)}\n    told by ${distinct} of ${counted(texts, "distinct text")}`,
  )
}

function singleLines(view: StoryView): readonly string[] {
  return view.summary.single.map((sentence) => sentenceLine(sentence, view))
}

function sentenceLine(sentence: CitationWire, view: View): string {
  const text = view.reports.get(sentence.report)?.text.slice(sentence.start, sentence.end) ?? ""
  return `${siglum(sentence.report, view)}: ${quoted(text, view.width * 2 - 16)}`
}

export function sharingLines(story: StoryWire, view: View): readonly string[] {
  const rewrites = story.rewrites.map((rewrite) => {
    const rules = rewrite.rules.slice(0, 3).map(({ from, to }) => `“${printable(from)}” → “${printable(to)}”`)
    return `${siglum(rewrite.report, view)} reads as rewritten by a machine: ${rules.join(", ")}${more(rewrite.rules.length, 3)}`
  })
  const links = [...story.links]
    .sort((a, b) => Math.max(b.aShare, b.bShare) - Math.max(a.aShare, a.bShare))
    .map((link) => {
      const arrow = link.direction === "a>b" ? "→" : link.direction === "b>a" ? "←" : "–"
      const share = `${percent(link.aShare)} / ${percent(link.bShare)}`
      return `${siglum(link.a, view)} ${arrow} ${siglum(link.b, view)}: ${link.kind}, ${counted(link.passages.length, "passage")}, ${share}`
    })
  return [...rewrites, ...links]
}

export function statementLines(story: StoryWire, view: View): readonly string[] {
  return [...story.statements].sort(byReports).map((statement) => {
    const speakers = statement.speakers.map(({ name }) => printable(name)).join(" / ") || "speaker not told"
    const reports = new Set(statement.readings.map(({ report }) => report))
    const wordings = statement.readings.filter(({ differences }) => differences.length > 0).length
    const varies = wordings > 0 ? `, ${counted(wordings, "reading")} with other words` : ""
    return `${quoted(statement.text, view.width - 8)}\n    ${speakers}; ${counted(statement.readings.length, "reading")} in ${counted(reports.size, "report")}${varies}`
  })
}

function byReports(a: StatementWire, b: StatementWire): number {
  return b.readings.length - a.readings.length
}

export function demandLine(demand: StoryWire["demands"][number], view: View): string {
  const by = demand.by === null ? "somebody" : printable(demand.by)
  const towards = demand.kind === "call" ? " on" : demand.kind === "question" ? " to" : " of"
  const of = demand.of === null ? "" : `${towards} ${printable(demand.of)}`
  const answer = {
    answered: "answered",
    refused: "refused",
    "not-addressed": "not addressed",
    "none-reported": "no answer reported",
  }
  return shortened(
    `${by}${of}: ${printable(demand.what)}: ${answer[demand.answer]} (${sigla(demand.evidence, view)})`,
    view.width * 2,
  )
}

export function editLine(edit: StoryWire["edits"][number], view: View): string {
  return shortened(
    `${printable(edit.page)}: ${printable(edit.what)} (${edit.seen}; ${sigla(edit.evidence, view)})`,
    view.width * 2,
  )
}

export function gapLine(gap: RecordDocument["gaps"][number], view: View): string {
  return "input" in gap ? printable(gap.what) : `${siglum(gap.report, view)}: ${printable(gap.what)}`
}

function listBlock(heading: string, lines: readonly string[], most: number): string {
  if (lines.length === 0) return ""
  const shown = lines.slice(0, most).map((line) => `  ${line}`)
  if (lines.length > most) shown.push(`  … and ${lines.length - most} more`)
  return [heading, ...shown].join("\n")
}

export function sigla(evidence: readonly CitationWire[], view: View): string {
  const names = [...new Set(evidence.map(({ report }) => siglum(report, view)))]
  return names.slice(0, 6).join(" ") + more(names.length, 6)
}

export function siglum(id: string, view: View): string {
  return view.reports.get(id)?.siglum ?? id
}

function quoted(text: string, lengthMax: number): string {
  return `“${shortened(printable(text), lengthMax)}”`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function more(count: number, shown: number): string {
  return count > shown ? ` and ${count - shown} more` : ""
}
