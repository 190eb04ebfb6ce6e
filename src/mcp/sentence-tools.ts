import { z } from "zod"
import type { ReportWire } from "../api/index.ts"
import { fail, ok, type Span } from "../base/index.ts"
import { liveAddress, sentencesAround, sourceName } from "../web/index.ts"
import { fence } from "./fence.ts"
import { cursorInput, recordTool } from "./record-tool.ts"
import { textOf } from "./story-tools.ts"
import {
  bare,
  calledById,
  callOf,
  fencedName,
  sentenceCharsMax,
  sentenceId,
  sentenceIdPattern,
  type ToldStory,
} from "./told-story.ts"

const hitsAtOnce = 40
const askedCharsMax = 200

export const searchRecord = recordTool({
  name: "search_record",
  title: "Search the record",
  description:
    "Sentences of reports that hold every word of the query, with their reports and stories. Of an archive the newest reports first, one sentence each, and a word that ends in * is the beginning of a word; of a record file every sentence, and words in double quotes stand together.",
  input: z.strictObject({ query: z.string().trim().min(1).max(askedCharsMax), cursor: cursorInput }),
  async tell(source, { query }, at) {
    const { hits, hasMore } = await source.search(query, at, hitsAtOnce)
    const items = hits.map((hit) => () => ({
      sentence: hit.passage && sentenceId(hit.reportId, hit.passage.start),
      words: hit.passage && fence(hit.passage.text, sentenceCharsMax),
      inTitleOnly: hit.passage === null,
      outlet: fencedName(hit.outlet),
      title: hit.title === null ? null : fence(hit.title, askedCharsMax),
      published: bare(hit.published),
      story: hit.story,
      address: hit.address,
    }))
    const head = items.length === 0 ? { found: "no sentence holds all of these words" } : {}
    return ok({ version: await source.version(), head, items, hasMore, story: null })
  },
})

const wholeSentenceCharsMax = 3_000

export const getSentence = recordTool({
  name: "get_sentence",
  title: "Get a sentence to cite",
  description:
    "One sentence exactly as the report printed it, the sentences around it, and all that a citation needs: outlet, headline, bylines, times, the captured file's SHA-256, the address of the stored page and of the live page. Cite from here.",
  input: z.strictObject({
    sentence: z.string().regex(sentenceIdPattern).describe("A sentence id, as every other tool gives them"),
  }),
  async tell(source, { sentence }) {
    const [, digest, offset] = sentenceIdPattern.exec(sentence)!
    const found = await source.report(digest!)
    if (found === null)
      return fail("No report of this record holds that sentence: search_record finds sentences.")
    const { told, report } = found
    const at = Number(offset)
    const around = sentencesAround(report.sentences, { start: at, end: at + 1 })
    if (around === null || at >= report.text.length)
      return fail("The report has no such sentence: search_record finds sentences.")
    const head = sentenceTold(told, report, around.first)
    const story = told.view.slugs.story(told.story)
    return ok({ version: told.version, head, items: [], hasMore: false, story })
  },
})

function sentenceTold(told: ToldStory, report: ReportWire, index: number): Record<string, unknown> {
  const { story, view } = told
  const wordsAt = (at: number, charsMax: number): string | null => {
    const span = report.sentences[at]
    return span === undefined ? null : fence(report.text.slice(span.start, span.end), charsMax)
  }
  const span = report.sentences[index]!
  const within = (one: Span): boolean => one.start <= span.start && span.end <= one.end
  const page = report.versionOf === null ? null : view.report(report.versionOf)
  const text = textOf(story, view.pageOf(report.id))
  const live = liveAddress(report, span)
  return {
    sentence: sentenceId(report.id, span.start),
    words: wordsAt(index, wholeSentenceCharsMax),
    before: wordsAt(index - 1, sentenceCharsMax),
    after: wordsAt(index + 1, sentenceCharsMax),
    number: index + 1,
    address: told.reportPath(report, span.start),
    live: live === null ? null : fence(live, 500),
    report: callOf(told, report),
    outlet: fencedName(report.outlet),
    source: fence(sourceName(report), 300),
    title: report.title === null ? null : fence(report.title, sentenceCharsMax),
    bylines: report.bylines.slice(0, 5).map((byline) => fencedName(byline)),
    published: bare(report.published),
    modified: bare(report.modified),
    captured: bare(report.source.capturedAt),
    sha256: bare(report.source.sha256),
    language: bare(report.language),
    isFurniture: report.furniture.some(within),
    belongsToAnotherStory: report.strangers.some(within),
    changedLater:
      page === null ? null : { latestVersion: callOf(told, page), address: told.reportPath(page, null) },
    samePrintedTextIn: text === null ? [] : copies(told, text, view.pageOf(report.id)),
    statements: statementsIn(told, report, span),
  }
}

const statementsShown = 10

/** The statements that the sentence prints, and whether in their own words. */
function statementsIn({ view, story, pathOf }: ToldStory, { id }: ReportWire, span: Span): readonly object[] {
  return view
    .mentionsOf(id)
    .statements.flatMap(({ number, statement }) =>
      statement.readings
        .filter(
          ({ report, parts }) =>
            report === id && parts.some(({ start, end }) => start < span.end && span.start < end),
        )
        .map(({ form, speaker }) => ({
          statement: number,
          form,
          speaker: fencedName(speaker),
          address: pathOf({ page: "statement", story, number }),
        })),
    )
    .slice(0, statementsShown)
}

const copiesShown = 20

/** The other reports that print the same text. */
function copies(told: ToldStory, text: number, reportId: string): readonly string[] {
  return told.story.texts[text - 1]!.members.filter((id) => id !== reportId)
    .slice(0, copiesShown)
    .map((id) => calledById(told, id))
}
