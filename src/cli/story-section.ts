import { type RecordDocument, type StoryWire, storySummary } from "../api/index.ts"
import { printable, shortened } from "./plain-text.ts"
import {
  demandLine,
  disagreementLines,
  editLine,
  gapLine,
  type StoryView,
  sharingLines,
  sigla,
  siglum,
  statementLines,
  storyBlock,
} from "./summary.ts"

export const shownSections = [
  "summary",
  "statements",
  "figures",
  "reports",
  "lineage",
  "timeline",
  "asks",
  "edits",
  "gaps",
] as const

export type ShownSection = (typeof shownSections)[number]

/** One list of a story for a terminal, whole; empty where the story has nothing of the kind. */
export function sectionText(
  document: RecordDocument,
  story: StoryWire,
  section: ShownSection,
  columns: number,
): string {
  const view: StoryView = {
    reports: new Map(document.reports.map((report) => [report.id, report])),
    width: Math.max(60, Math.min(columns, 110)),
    summary: storySummary(document, story),
  }
  const lines =
    section === "summary" ? [storyBlock(story, view)] : sectionLines(document, story, section, view)
  return lines.map((line) => `${line}\n`).join("")
}

/** The same as it stands in the record's document. */
export function sectionJson(document: RecordDocument, story: StoryWire, section: ShownSection): object {
  const own = new Set(story.reports)
  const parts: Readonly<Record<ShownSection, () => object>> = {
    summary: () => ({ summary: storySummary(document, story) }),
    statements: () => ({ statements: story.statements }),
    figures: () => ({ disagreements: story.disagreements }),
    reports: () => ({
      reports: document.reports.filter((report) => own.has(report.versionOf ?? report.id)),
    }),
    lineage: () => ({ texts: story.texts, links: story.links, rewrites: story.rewrites }),
    timeline: () => ({ timeline: story.timeline }),
    asks: () => ({ demands: story.demands }),
    edits: () => ({ edits: story.edits }),
    gaps: () => ({ gaps: gapsOf(document, story) }),
  }
  return { story: story.id, title: story.title, ...parts[section]() }
}

function sectionLines(
  document: RecordDocument,
  story: StoryWire,
  section: Exclude<ShownSection, "summary">,
  view: StoryView,
): readonly string[] {
  switch (section) {
    case "statements":
      return statementLines(story, view)
    case "figures":
      return disagreementLines(story, view)
    case "reports":
      return story.reports.map((id) => {
        const report = view.reports.get(id)
        const told = [report?.published?.slice(0, 16), report?.outlet, report?.title]
        return `${siglum(id, view)}  ${told.flatMap((word) => (word ? [printable(word)] : [])).join(" · ") || "nothing known"}`
      })
    case "lineage":
      return sharingLines(story, view)
    case "timeline":
      return story.timeline.map(({ from, to, what }) => {
        const days = [...new Set([from, to])].filter((day) => day !== null).join(" – ") || "undated"
        const first = what[0]
        const text = first ? view.reports.get(first.report)?.text.slice(first.start, first.end) : ""
        return shortened(`${days}: ${printable(text ?? "")} (${sigla(what, view)})`, view.width * 2)
      })
    case "asks":
      return story.demands.map((demand) => demandLine(demand, view))
    case "edits":
      return story.edits.map((edit) => editLine(edit, view))
    case "gaps":
      return gapsOf(document, story).map((gap) => gapLine(gap, view))
  }
}

/** What could not be read belongs to no story that is known, and so to all. */
function gapsOf(document: RecordDocument, story: StoryWire): RecordDocument["gaps"] {
  return document.gaps.filter((gap) => "input" in gap || story.reports.includes(gap.report))
}
