import { oneStory, type RecordDocument, type ReportWire, type StoryWire } from "../api/index.ts"
import type { ReportId } from "../article/index.ts"
import { sha256Hex } from "../base/index.ts"
import { digestOf } from "../story/index.ts"
import { findSentences, sentencesAround, serverPath, viewRecord } from "../web/index.ts"
import type { RecordSource } from "./record-source.ts"
import type { ToldStory } from "./told-story.ts"

/** Tells of one record; addresses are those of `variorum serve` of the same document, after `origin`. */
export function documentSource(document: RecordDocument, origin: string): RecordSource {
  const view = viewRecord(document)
  const version = sha256Hex(JSON.stringify(document)).slice(0, 16)
  const byDigest = new Map(document.reports.map((report) => [digestOf(report.id as ReportId), report]))
  const pathOf: ToldStory["pathOf"] = (address) => `${origin}${serverPath(address, view.slugs)}`
  const reportPath = (report: ReportWire, at: number | null): string => {
    const path = pathOf({ page: "report", siglum: report.siglum })
    const around = at === null ? null : sentencesAround(report.sentences, { start: at, end: at + 1 })
    return around === null ? path : `${path}#s${around.first + 1}`
  }
  const told = (story: StoryWire): ToldStory => ({ view, story, version, pathOf, reportPath })
  return {
    version: async () => version,
    stories: async (from, count) => ({
      of: document.stories.length,
      rows: document.stories.slice(from, from + count).map((story) => ({
        id: view.slugs.story(story),
        title: story.title,
        from: story.from,
        to: story.to,
        reports: story.reports.length,
        texts: story.texts.length,
        disagreements: story.disagreements.length,
        address: pathOf({ page: "overview", story }),
      })),
    }),
    story: async (id) => {
      const story = view.storyBySlug(id)
      return story && told(story)
    },
    report: async (digest) => {
      const report = byDigest.get(digest)
      const story = report && view.storyOf(report.id)
      return report && story ? { told: told(story), report } : null
    },
    search: async (query, from, count) => {
      const { hits, total } = findSentences(document.reports, query)
      return {
        hasMore: Math.min(total, hits.length) > from + count,
        hits: hits.slice(from, from + count).map(({ in: report, sentence }) => {
          const { id: reportId, outlet, title, published } = report
          const story = view.storyOf(report.id)
          return {
            reportId,
            outlet,
            title,
            published,
            story: story && view.slugs.story(story),
            passage: { ...sentence, text: report.text.slice(sentence.start, sentence.end) },
            address: reportPath(report, sentence.start),
          }
        }),
      }
    },
    document: async (id) => {
      const story = view.storyBySlug(id)
      return story && oneStory(document, story)
    },
    close: async () => {},
  }
}
