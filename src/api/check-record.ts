import type { Span } from "../base/index.ts"
import type { RecordDocument, StoryWire } from "./record-wire.ts"

/** A place that a record cites: whose text, and where in it. */
export interface Cited {
  readonly report: string
  readonly span: Span
  readonly what: string
  /** What a claim stands on; or a part of a report named for itself; or a passage that two reports share. */
  readonly of: "claim" | "report" | "passage"
}

/** Faults beyond this are counted, not told. */
const faultsMax = 100

/**
 * Whether every citation of a record stands where it says: each names a report of the record, and each span lies in
 * that report's text. Sentences for a user, in the record's order; empty when all holds.
 */
export function checkRecord(document: RecordDocument): readonly string[] {
  const texts = new Map(document.reports.map((report) => [report.id, report.text]))
  const faults: string[] = []
  let count = 0
  const tell = (fault: string): void => {
    if (++count <= faultsMax) faults.push(fault)
  }
  for (const { report, span, what } of citedIn(document)) {
    const text = texts.get(report)
    if (text === undefined) tell(`${what} cites the report ${report}, which is not in the record`)
    else if (!(span.start >= 0 && span.start < span.end && span.end <= text.length))
      tell(
        `${what} cites ${span.start} to ${span.end} of ${report}, whose text has ${text.length} characters`,
      )
  }
  for (const story of document.stories) {
    for (const id of story.reports) if (!texts.has(id)) tell(`story ${story.id} names no report: ${id}`)
    for (const statement of story.statements)
      for (const span of [...statement.basis.support, ...statement.readings.flatMap(differencePlaces)])
        if (span.start < 0 || span.end < span.start || span.end > statement.text.length)
          tell(`statement ${statement.id} is compared at ${span.start} to ${span.end}, outside of its text`)
  }
  if (count > faultsMax) faults.push(`and ${count - faultsMax} more`)
  return faults
}

function differencePlaces(reading: StoryWire["statements"][number]["readings"][number]): readonly Span[] {
  return reading.differences.map((difference) => difference.at)
}

/** Every place that the record cites, in its own order. */
export function* citedIn(document: RecordDocument): Generator<Cited> {
  for (const report of document.reports)
    for (const span of [...report.sentences, ...report.furniture, ...report.strangers])
      yield { report: report.id, span, what: `report ${report.siglum}`, of: "report" }
  for (const story of document.stories) {
    for (const link of story.links)
      for (const passage of link.passages) {
        yield { report: link.a, span: passage.a, what: `the link of ${link.a} and ${link.b}`, of: "passage" }
        yield { report: link.b, span: passage.b, what: `the link of ${link.a} and ${link.b}`, of: "passage" }
      }
    for (const statement of story.statements)
      for (const reading of statement.readings)
        for (const span of reading.parts)
          yield { report: reading.report, span, what: `statement ${statement.id}`, of: "claim" }
    for (const { about, values } of story.disagreements)
      for (const { evidence } of values)
        for (const span of evidence)
          yield { report: span.report, span, what: `the disagreement on ${about}`, of: "claim" }
    for (const { what } of story.timeline)
      for (const span of what) yield { report: span.report, span, what: "the timeline", of: "claim" }
    for (const demand of story.demands)
      for (const span of [...demand.evidence, ...demand.answerEvidence])
        yield { report: span.report, span, what: `the ${demand.kind} ${demand.what}`, of: "claim" }
    for (const edit of story.edits)
      for (const span of edit.evidence)
        yield { report: span.report, span, what: `the edit of ${edit.page}`, of: "claim" }
  }
}
