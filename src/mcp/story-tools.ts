import { z } from "zod"
import { type DisagreementWire, type StoryWire, storySummary } from "../api/index.ts"
import { ok } from "../base/index.ts"
import type { StorySummary } from "../record/index.ts"
import { gapsOf, gapWords, pageVersions, sourceName } from "../web/index.ts"
import { fence } from "./fence.ts"
import { cursorInput, recordTool, storyAsked, storyInput } from "./record-tool.ts"
import {
  bare,
  calledById,
  callOf,
  fencedName,
  firstWitnesses,
  nameCharsMax,
  quote,
  sentenceCharsMax,
  type ToldStory,
} from "./told-story.ts"

const storiesAtOnce = 100

export const listStories = recordTool({
  name: "list_stories",
  title: "List stories",
  description:
    "The stories of the record, of an archive the newest first: id, title, how many reports, how many distinct texts (a copy is no second witness), how many points on which reports differ, and the address of its page.",
  input: z.strictObject({ cursor: cursorInput }),
  async tell(source, _asked, at) {
    const { rows, of } = await source.stories(at, storiesAtOnce)
    const items = rows.map((row) => () => ({
      story: row.id,
      title: fencedName(row.title),
      from: bare(row.from),
      to: bare(row.to),
      reports: row.reports,
      distinctTexts: row.texts,
      differences: row.disagreements,
      address: row.address,
    }))
    const head = { stories: of }
    return ok({ version: await source.version(), head, items, hasMore: at + rows.length < of, story: null })
  },
})

const parts = ["agreed", "differences", "statements", "asks", "edits", "timeline", "gaps", "reports"] as const

export const storyOverview = recordTool({
  name: "story_overview",
  title: "Overview of a story",
  description:
    "What the reports of a story tell: what many distinct texts agree on, where they differ, who is quoted, what was asked and answered, what pages changed later, what is missing, and the reports themselves. Each point names the sentences it stands on. Says nothing of who is right.",
  input: z.strictObject({
    story: storyInput,
    part: z.enum(parts).optional().describe("Only this part; without it all, in this order"),
    cursor: cursorInput,
  }),
  async tell(source, asked, at) {
    const asking = await storyAsked(source, asked.story)
    if (!asking.ok) return asking
    const told = asking.value
    const { story, view, version } = told
    const head = {
      story: asked.story,
      title: fencedName(story.title),
      from: bare(story.from),
      to: bare(story.to),
      reports: story.reports.length,
      distinctTexts: story.texts.length,
      differences: story.disagreements.length,
      statements: story.statements.length,
      asks: story.demands.length,
      edits: story.edits.length,
      gaps: gapsOf(view, story).length,
      address: told.pathOf({ page: "overview", story }),
    }
    const items = parts.flatMap((part) =>
      asked.part === undefined || asked.part === part ? partItems[part](told) : [],
    )
    return ok({ version, head, items: items.slice(at), hasMore: false, story: asked.story })
  },
})

type Items = readonly (() => object)[]

const partItems: Readonly<Record<(typeof parts)[number], (told: ToldStory) => Items>> = {
  agreed: (told) =>
    agreedIn(told).map(({ sentence, distinct, texts }) => () => ({
      part: "agreed",
      toldByDistinctTexts: distinct,
      ofDistinctTexts: texts,
      example: quote(told, sentence.report, [sentence]),
    })),
  differences: (told) => told.story.disagreements.map((one, i) => () => differenceItem(told, one, i + 1)),
  statements: (told) => told.story.statements.map((_, i) => () => statementItem(told, i)),
  asks: (told) =>
    told.story.demands.map((demand) => () => ({
      part: "asks",
      kind: bare(demand.kind),
      by: fencedName(demand.by),
      of: fencedName(demand.of),
      what: fence(demand.what, sentenceCharsMax),
      evidence: witnesses(told, demand.evidence, 2),
      answer: demand.answer,
      answerEvidence: witnesses(told, demand.answerEvidence, 2),
    })),
  edits: (told) => told.story.edits.map((_, i) => () => editItem(told, i)),
  timeline: (told) =>
    told.story.timeline.map(({ from, to, what }) => () => ({
      part: "timeline",
      from: bare(from),
      to: bare(to),
      evidence: witnesses(told, what, 2),
    })),
  gaps: (told) =>
    gapsOf(told.view, told.story).map((gap) => () => ({
      part: "gaps",
      of: "input" in gap ? fence(gap.input, 200) : calledById(told, gap.report),
      what: fence(gapWords(gap), sentenceCharsMax),
    })),
  reports: (told) => {
    const versions = new Map(
      pageVersions(told.view, told.story).map(({ page, versions }) => [page.id, versions.length]),
    )
    return told.view.reportsOf(told.story).map((report) => () => ({
      part: "reports",
      report: callOf(told, report),
      outlet: fencedName(report.outlet),
      source: fence(sourceName(report), 200),
      title: report.title === null ? null : fence(report.title, 200),
      published: bare(report.published),
      distinctText: textOf(told.story, report.id),
      capturedVersions: versions.get(report.id) ?? 1,
      address: told.reportPath(report, null),
    }))
  },
}

const agreedByStory = new WeakMap<StoryWire, StorySummary["agreed"]>()

/** Made once for each story: what a page of the answer leaves out is passed over for every page. */
function agreedIn({ view, story }: ToldStory): StorySummary["agreed"] {
  const agreed = agreedByStory.get(story) ?? storySummary(view.document, story).agreed
  agreedByStory.set(story, agreed)
  return agreed
}

const valuesShown = 8

/** `number` counts from 1, as in the address. */
function differenceItem(told: ToldStory, one: DisagreementWire, number: number): object {
  const { story, view } = told
  return {
    part: "differences",
    difference: number,
    about: fence(one.about, nameCharsMax),
    kind: one.kind,
    values: one.values.slice(0, valuesShown).map(({ value, evidence, distinct }) => ({
      value: fence(value, nameCharsMax),
      reports: new Set(evidence.map((at) => view.pageOf(at.report))).size,
      distinctTexts: distinct,
      evidence: witnesses(told, evidence, 2),
    })),
    ...(one.values.length > valuesShown ? { valuesLeftOut: one.values.length - valuesShown } : {}),
    mayBeExplainedBy: one.explained,
    note: one.note === null ? null : fence(one.note, sentenceCharsMax),
    address: told.pathOf({ page: "figure", story, number }),
  }
}

function statementItem(told: ToldStory, at: number): object {
  const { story, view } = told
  const statement = story.statements[at]!
  const reports = statement.readings.map((reading) => reading.report)
  const speakers = statement.speakers.slice(0, valuesShown)
  return {
    part: "statements",
    statement: at + 1,
    words: fence(statement.text, sentenceCharsMax),
    speakers: speakers.map(({ name, reports: own }) => ({ name: fencedName(name), reports: own.length })),
    speakersDiffer: statement.speakers.length > 1,
    reports: new Set(reports).size,
    distinctTexts: view.distinctTexts(story, reports),
    wordings: new Set(statement.readings.map((reading) => JSON.stringify(reading.differences))).size,
    evidence: firstWitnesses(told, statement.readings, 1).map(({ report, parts }) =>
      quote(told, report, parts),
    ),
    address: told.pathOf({ page: "statement", story, number: at + 1 }),
  }
}

/** An edit of a page, with the words before and after it. */
export function editItem(told: ToldStory, at: number): object {
  const { page, what, when, evidence, seen } = told.story.edits[at]!
  return {
    part: "edits",
    page: fence(page, 300),
    what: fence(what, sentenceCharsMax),
    notBefore: bare(when.from),
    notAfter: bare(when.to),
    seen,
    evidence: evidence.slice(0, 2).map((one) => quote(told, one.report, [one])),
    address: `${told.pathOf({ page: "history", story: told.story })}#h${at + 1}`,
  }
}

function witnesses(told: ToldStory, places: DisagreementWire["values"][number]["evidence"], count: number) {
  return firstWitnesses(told, places, count).map((place) => quote(told, place.report, [place]))
}

/** The number, from 1, of the distinct text that the report prints; null where its text is in no list. */
export function textOf(story: StoryWire, reportId: string): number | null {
  const at = story.texts.findIndex(({ members }) => members.includes(reportId))
  return at < 0 ? null : at + 1
}
