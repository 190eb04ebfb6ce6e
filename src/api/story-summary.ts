import type { ReportId } from "../article/index.ts"
import { type StorySummary, type SummarySource, summariseStory } from "../record/index.ts"
import type { CitationWire, RecordDocument, StoryWire } from "./record-wire.ts"

/**
 * The summary of one story of a record, made of the record alone. It is no part of the public JSON: whoever has that
 * can make it.
 */
export function storySummary({ reports }: Pick<RecordDocument, "reports">, story: StoryWire): StorySummary {
  const members = new Set(story.reports)
  const source: SummarySource = {
    reports: reports
      .filter(({ id }) => members.has(id))
      .map(({ id, text, language, sentences, furniture, strangers }) => ({
        id: id as ReportId,
        text,
        language,
        sentences,
        omitted: [...furniture, ...strangers],
      })),
    texts: story.texts as SummarySource["texts"],
    disagreements: story.disagreements.map(({ values }) => ({
      values: values.map(({ value, distinct, evidence }) => ({
        value,
        distinct,
        evidence: evidence as readonly (CitationWire & { report: ReportId })[],
      })),
    })),
  }
  return summariseStory(source)
}
