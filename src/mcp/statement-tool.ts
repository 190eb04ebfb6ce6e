import { z } from "zod"
import type { ReadingWire, StatementWire } from "../api/index.ts"
import { fail, ok } from "../base/index.ts"
import { fence } from "./fence.ts"
import { cursorInput, recordTool, storyAsked, storyInput } from "./record-tool.ts"
import { textOf } from "./story-tools.ts"
import { bare, cite, fencedName, sentenceCharsMax, type ToldStory } from "./told-story.ts"

const wordsCharsMax = 1_200

export const getStatement = recordTool({
  name: "get_statement",
  title: "Get a statement in all its wordings",
  description:
    "One utterance as every report prints it: the words, the form (only `direct`, `block` and the words of `partial` were printed between quotation marks; `indirect` is a reporter's paraphrase; `unmarked` has the words without marks), who is said to have said it, how the wording differs from the best supported one, and the sentence. Readings with the same distinctText are copies of one text, not witnesses of their own.",
  input: z.strictObject({
    story: storyInput,
    statement: z.int().min(1).max(1_000_000).describe("The statement's number in story_overview"),
    cursor: cursorInput,
  }),
  async tell(source, asked, at) {
    const asking = await storyAsked(source, asked.story)
    if (!asking.ok) return asking
    const told = asking.value
    const { story, view, version } = told
    const statement = story.statements[asked.statement - 1]
    if (statement === undefined)
      return fail(`Story ${asked.story} has ${story.statements.length} statements, numbered from 1.`)
    const reports = statement.readings.map((reading) => reading.report)
    const head = {
      story: asked.story,
      statement: asked.statement,
      words: fence(statement.text, wordsCharsMax),
      wordsChosenBy: bare(statement.basis.rule),
      speakers: statement.speakers.slice(0, 8).map(({ name, kind, reports: own }) => ({
        name: fencedName(name),
        kind: bare(kind),
        reports: new Set(own).size,
        distinctTexts: view.distinctTexts(story, own),
      })),
      speakersDiffer: statement.speakers.length > 1,
      reports: new Set(reports).size,
      distinctTexts: view.distinctTexts(story, reports),
      address: told.pathOf({ page: "statement", story, number: asked.statement }),
    }
    const ordered = [...statement.readings].sort(
      (a, b) => view.rank(a.report) - view.rank(b.report) || a.parts[0]!.start - b.parts[0]!.start,
    )
    const items = ordered.slice(at).map((reading) => () => readingItem(told, statement, reading))
    return ok({ version, head, items, hasMore: false, story: asked.story })
  },
})

const differencesShown = 12

function readingItem(told: ToldStory, statement: StatementWire, reading: ReadingWire): object {
  const report = told.view.report(reading.report)
  const cited = cite(told, reading.report, reading.parts)
  const parts = reading.parts.map(({ start, end }) =>
    fence(report?.text.slice(start, end) ?? "", wordsCharsMax),
  )
  const telling = reading.differences.filter((one) => one.class !== "typography")
  return {
    ...cited,
    distinctText: textOf(told.story, reading.report),
    form: reading.form,
    words: parts.slice(0, 4),
    speaker: fencedName(reading.speaker),
    via: fencedName(reading.via),
    differences: telling.slice(0, differencesShown).map(({ at, reading: words, kind, class: of }) => ({
      kind,
      of,
      instead: fence(statement.text.slice(at.start, at.end), sentenceCharsMax),
      reads: fence(words, sentenceCharsMax),
    })),
    differencesOfTypographyOnly: reading.differences.length - telling.length,
  }
}
