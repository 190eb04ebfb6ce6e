import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { articleOfRequest, type ReadRequest } from "../src/api/index.ts"
import { type Random, randomOf, type Span, spansOverlap } from "../src/base/index.ts"
import { type AnalysedReport, readReport } from "../src/language/index.ts"
import {
  clusterStories,
  createStoryStream,
  findStrangers,
  meetingKeys,
  nearPairs,
  neighbourhoodsOf,
  type Stranger,
} from "../src/story/index.ts"
import type { EvalMeasure, Figures } from "./measure.ts"

interface EventText {
  readonly id: string
  readonly topic: number
  readonly event: string
  readonly title: string
  readonly text: string
}

const lineage = { links: [], texts: [], rewrites: [], background: [] }

/**
 * Stories found among texts of 35 topics, each of two look-alike events. Odd topics are blind: no rule or constant
 * was chosen on them. Each half is a run of its own, as is each topic alone, where no other news tells rare words.
 */
export const clusterEcbplus: EvalMeasure = {
  name: "story/ecbplus",
  needs: ["data/cluster-ecbplus/topics-1-35.jsonl"],
  run: async (sharedFolder) => {
    const lines = readFileSync(join(sharedFolder, "data/cluster-ecbplus/topics-1-35.jsonl"), "utf8")
    const texts = lines
      .trim()
      .split("\n")
      .map((line): EventText => JSON.parse(line))
    const figures: Record<string, number> = {}
    const halves = {
      tune: texts.filter(({ topic }) => topic % 2 === 0),
      blind: texts.filter(({ topic }) => topic % 2 === 1),
      all: texts,
    }
    for (const [half, given] of Object.entries(halves)) {
      for (const [way, found] of [
        ["at once", atOnce(given)],
        ["stream", streamed(given, false)],
        ["repaired", streamed(given, true)],
      ] as const) {
        figures[`${half}, ${way}: BCubed F1`] = bcubed(given, found)
        figures[`${half}, ${way}: look-alikes merged`] = lookAlikesMerged(given, found)
      }
      const neighbourhoods = neighbourhoodsAmong(given)
      const parted = byNeighbourhood(given, neighbourhoods)
      figures[`${half}, by neighbourhood: BCubed F1`] = bcubed(given, parted)
      figures[`${half}, by neighbourhood: look-alikes merged`] = lookAlikesMerged(given, parted)
      figures[`${half}: pairs of one event in one neighbourhood`] = pairsTogether(given, neighbourhoods)
      figures[`${half}: largest neighbourhood, share of texts`] =
        Math.max(...[...placesBy(neighbourhoods).values()].map((places) => places.length)) / given.length
      figures[`${half}, topics alone: BCubed F1`] = bcubed(given, topicsAlone(given))
    }
    return figures
  },
}

/** Each text's story, in the order given. */
function atOnce(texts: readonly EventText[]): readonly string[] {
  const reports = texts.map(({ id, title, text }) => analysed(id, title === "" ? null : title, text))
  const storyById = new Map<string, string>()
  for (const story of clusterStories(reports, lineage))
    for (const id of story.reports) storyById.set(id, story.id)
  return texts.map(({ id }) => storyById.get(id)!)
}

/** Each text's neighbourhood in an archive of just these. */
function neighbourhoodsAmong(texts: readonly EventText[]): readonly string[] {
  const keys = texts.map(({ id, title, text }) =>
    meetingKeys(analysed(id, title === "" ? null : title, text)),
  )
  const labelById = new Map<string, string>()
  for (const members of neighbourhoodsOf(keys, nearPairs(keys)))
    for (const id of members) labelById.set(id, members[0]!)
  return texts.map(({ id }) => labelById.get(id)!)
}

/** As an archive tells its stories: within each neighbourhood. */
function byNeighbourhood(texts: readonly EventText[], neighbourhoods: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const [label, places] of placesBy(neighbourhoods)) {
    const stories = atOnce(places.map((place) => texts[place]!))
    for (const [i, place] of places.entries()) found[place] = `${label} ${stories[i]}`
  }
  return found
}

/** Of the pairs of texts that tell one event, the share that stays together. */
function pairsTogether(texts: readonly EventText[], neighbourhoods: readonly string[]): number {
  let [together, all] = [0, 0]
  for (const places of placesBy(texts.map(({ event }) => event)).values()) {
    all += (places.length * (places.length - 1)) / 2
    for (const { length } of placesBy(places.map((place) => neighbourhoods[place]!)).values())
      together += (length * (length - 1)) / 2
  }
  return together / all
}

function streamed(texts: readonly EventText[], repair: boolean): readonly string[] {
  const stream = createStoryStream({ windowReports: 20_000, repair })
  const storyById = new Map<string, string>()
  for (const { id, title, text } of texts)
    for (const placed of stream.place({ id, title: title === "" ? null : title, text, published: null }))
      storyById.set(placed.id, placed.story)
  for (const placed of stream.close()) storyById.set(placed.id, placed.story)
  return texts.map(({ id }) => storyById.get(id)!)
}

function topicsAlone(texts: readonly EventText[]): readonly string[] {
  const storyById = new Map<string, string>()
  for (const topic of new Set(texts.map(({ topic }) => topic))) {
    const own = texts.filter((text) => text.topic === topic)
    for (const [i, story] of atOnce(own).entries()) storyById.set(own[i]!.id, `${topic} ${story}`)
  }
  return texts.map(({ id }) => storyById.get(id)!)
}

/** BCubed F1 (Bagga & Baldwin 1998). */
function bcubed(texts: readonly EventText[], found: readonly string[]): number {
  const events = placesBy(texts.map(({ event }) => event))
  const stories = placesBy(found)
  let [precision, recall] = [0, 0]
  for (const [i, { event }] of texts.entries()) {
    const story = stories.get(found[i]!)!
    const shared = story.filter((j) => texts[j]!.event === event).length
    precision += shared / story.length / texts.length
    recall += shared / events.get(event)!.length / texts.length
  }
  return (2 * precision * recall) / (precision + recall)
}

/** The share of topics in which some story holds texts of both events. */
function lookAlikesMerged(texts: readonly EventText[], found: readonly string[]): number {
  const merged = new Set<number>()
  for (const story of placesBy(found).values())
    for (const i of story)
      if (story.some((j) => texts[j]!.topic === texts[i]!.topic && texts[j]!.event !== texts[i]!.event))
        merged.add(texts[i]!.topic)
  return merged.size / new Set(texts.map(({ topic }) => topic)).size
}

function placesBy(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [i, key] of keys.entries()) {
    const known = places.get(key)
    if (known) known.push(i)
    else places.set(key, [i])
  }
  return places
}

/**
 * Strangers planted by a seeded hand: into one news article the headline of another and its first paragraph. Odd
 * articles are blind. False alarms are counted on the articles as they are.
 */
export const strangers: EvalMeasure = {
  name: "story/strangers",
  needs: ["data/quotes-polnear/train/text"],
  run: async (sharedFolder) => {
    const folder = join(sharedFolder, "data/quotes-polnear/train/text")
    const texts = readdirSync(folder)
      .filter((file) => file.endsWith(".txt"))
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8"))
    const figures: Record<string, number> = {}
    for (const [half, parity] of [
      ["tune", 0],
      ["blind", 1],
    ] as const) {
      const own = texts.filter((_, i) => i % 2 === parity)
      Object.assign(figures, prefixed(half, plantedFigures(own, randomOf(7 + parity))))
      const alarms = own
        .map((text) => findStrangers([analysed("a", null, text)]))
        .filter((found) => found.length > 0)
      figures[`${half}: articles with a false alarm`] = alarms.length / own.length
    }
    return figures
  },
}

function plantedFigures(texts: readonly string[], random: Random): Figures {
  let [planted, found, hits, claims] = [0, 0, 0, 0]
  for (const host of texts) {
    const story = plant(host, random.pick(texts), random)
    if (story === null) continue
    const strangers: readonly Stranger[] = findStrangers([analysed("a", null, story.text)])
    planted++
    if (story.strangers.every((span) => strangers.some((stranger) => spansOverlap(stranger, span)))) found++
    claims += strangers.length
    hits += strangers.filter((stranger) =>
      story.strangers.some((span) => spansOverlap(stranger, span)),
    ).length
  }
  return { planted, "found whole": found / planted, precision: claims === 0 ? 1 : hits / claims }
}

/** `host` with the headline and first paragraph of `guest` before one of its middle paragraphs; null where either is too short. */
function plant(
  host: string,
  guest: string,
  random: Random,
): { readonly text: string; readonly strangers: readonly Span[] } | null {
  const paragraphs = host.split(/\n{2,}/)
  const [title, first] = guest.split(/\n{2,}/)
  if (host === guest || paragraphs.length < 6 || !title || !first || first.length < 60) return null
  const headline = title.trim().replace(/[.!?]$/, "")
  const at = 2 + random.below(paragraphs.length - 4)
  const before = `${paragraphs.slice(0, at).join("\n\n")}\n\n`
  const start = before.length
  const middle = start + headline.length + 1
  return {
    text: `${before}${headline}\n${first}\n\n${paragraphs.slice(at).join("\n\n")}`,
    strangers: [
      { start, end: start + headline.length },
      { start: middle, end: middle + first.length },
    ],
  }
}

function prefixed(prefix: string, figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${prefix}: ${name}`, figure]))
}

function analysed(id: string, title: string | null, text: string): AnalysedReport {
  const request: ReadRequest = { id, text, title, url: null, published: null, outlet: null, language: null }
  const article = articleOfRequest(request)
  return { article, analysis: readReport(article, { explain: false }) }
}
