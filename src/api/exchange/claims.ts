import type { CitationWire, RecordDocument, ReportWire, StoryWire } from "../record-wire.ts"
import { type CsvRow, csvTable } from "./csv.ts"

/** One thing that the record says of one place in one report. */
export interface Claim {
  readonly list: "statement" | "difference" | "ask" | "answer" | "event" | "edit"
  /** In its list, counted from 1, as in the addresses of pages. */
  readonly number: number
  /** What it is about: the statement's wording, the thing that differs, what is asked. */
  readonly about: string
  /** What this place has of it: a value, a form of speech, an answer; null where the words say it themselves. */
  readonly value: string | null
  readonly at: CitationWire
}

/** Every claim of a story with each place it stands on, list by list. */
export function claimsOf(story: StoryWire): readonly Claim[] {
  return [
    ...story.statements.flatMap((statement, index) =>
      statement.readings.map(({ report, parts, form, speaker }) => ({
        list: "statement" as const,
        number: index + 1,
        about: statement.text,
        value: speaker === null ? form : `${form}, ${speaker}`,
        at: { report, start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 },
      })),
    ),
    ...story.disagreements.flatMap((one, index) =>
      one.values.flatMap(({ value, evidence }) =>
        evidence.map((at) => ({
          list: "difference" as const,
          number: index + 1,
          about: one.about,
          value,
          at,
        })),
      ),
    ),
    ...story.demands.flatMap((one, index) => [
      ...one.evidence.map((at) => ({
        list: "ask" as const,
        number: index + 1,
        about: one.what,
        value: one.kind,
        at,
      })),
      ...one.answerEvidence.map((at) => ({
        list: "answer" as const,
        number: index + 1,
        about: one.what,
        value: one.answer,
        at,
      })),
    ]),
    ...story.timeline.flatMap(({ from, to, what }, index) =>
      what.map((at) => ({
        list: "event" as const,
        number: index + 1,
        about: from === to || to === null ? (from ?? "") : `${from ?? ""}/${to}`,
        value: null,
        at,
      })),
    ),
    ...story.edits.flatMap((edit, index) =>
      edit.evidence.map((at) => ({
        list: "edit" as const,
        number: index + 1,
        about: edit.what,
        value: edit.seen,
        at,
      })),
    ),
  ]
}

/** Every claim of the story as one table, a row for each place. */
export function encodeClaims(document: RecordDocument, story: StoryWire): string {
  const reports = reportsById(document)
  return csvTable([
    ["list", "number", "about", "value", "report", "outlet", "published", "start", "end", "words"],
    ...claimsOf(story).map(({ list, number, about, value, at }): CsvRow => {
      const report = reports.get(at.report)
      return [
        list,
        number,
        about,
        value,
        report?.siglum ?? at.report,
        report?.outlet ?? null,
        report?.published ?? null,
        at.start,
        at.end,
        report?.text.slice(at.start, at.end) ?? null,
      ]
    }),
  ])
}

export function reportsById(document: RecordDocument): ReadonlyMap<string, ReportWire> {
  return new Map(document.reports.map((report) => [report.id, report]))
}

/** The reports of a story in the order of their sigla's publication as the story lists them; those unknown left out. */
export function reportsOfStory(document: RecordDocument, story: StoryWire): readonly ReportWire[] {
  const reports = reportsById(document)
  return story.reports.flatMap((id) => reports.get(id) ?? [])
}

/** The report's web address; where it has none, a name made of its hash (RFC 6920), which is an address of its bytes. */
export function iriOf(report: ReportWire): string {
  const address = "url" in report.source ? report.source.url : report.source.address
  if (address !== null && URL.canParse(address) && /^https?:/i.test(address)) return new URL(address).href
  return `ni:///sha-256;${Buffer.from(report.source.sha256, "hex").toString("base64url")}`
}
