import { sha256Hex } from "../base/index.ts"
import { tokenize } from "../language/index.ts"
import { agglomerate } from "./agglomerate.ts"
import { type Closeness, partStories } from "./part-stories.ts"
import { withPhrases } from "./phrase-terms.ts"
import { type DayRange, dayOf, dayRange, timeCloseness } from "./published-days.ts"
import { type ReportTerms, reportTerms } from "./report-terms.ts"
import { areApart, type RuledBlock, type SettledRulings, type StoryRuling, settleRulings } from "./rulings.ts"
import type { StoryId } from "./story.ts"
import { placementReasons } from "./story-reasons.ts"
import {
  addToSum,
  createTermSpace,
  dotOfSums,
  dotWithSum,
  emptySum,
  mergedSum,
  removeFromSum,
  type TermSpace,
  type TermVector,
  type VectorSum,
} from "./term-space.ts"
import { firmPart, togetherness } from "./togetherness.ts"

/** A report as a stream brings it, not yet read. */
export interface StreamedReport {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly published: string | null
}

/** Where a report was put. A later placement of the same report takes the place of an earlier one. */
export interface Placement {
  readonly id: string
  readonly story: StoryId
  readonly reasons: readonly string[]
}

export interface StoryStream {
  /**
   * Places a report with what came before it: its own placement first, and after it, where repair is on, those of
   * earlier reports that it moved to another story.
   */
  place(report: StreamedReport): readonly Placement[]
  /** Looks once more, where repair is on, at every story that grew since it was last looked at. */
  close(): readonly Placement[]
}

export interface StoryStreamOptions {
  /** The reports held: an older one is forgotten, and a story with its last one. Bounds the memory. */
  readonly windowReports: number
  /** Whether stories that turn out to be one are merged, and one that turns out to be two is parted. */
  readonly repair: boolean
  /**
   * What a person has said, the earliest first. Holds among all reports that a stream placed, those forgotten too: a
   * report ruled to be with one that went before joins that one's story, whatever is left of it.
   */
  readonly rulings?: readonly StoryRuling[]
}

/** Enough for a week of a large agency; about 5 kB each. */
export const windowReportsDefault = 20_000

/** Terms of a report under which its story is looked up, the heaviest. */
const keysMax = 16
/** Stories looked up under one term, the newest. */
const postingMax = 32
/** Stories that a report is compared with in full. */
const candidatesMax = 6
/** A story is looked over for a split when it has grown by so much since the last time, up to this size. */
const growth = 1.5
const splitSizeMax = 200
const mergesMax = 4

interface Held {
  readonly id: string
  readonly terms: ReportTerms
  /** The same with its phrases, where stories may be parted by these. */
  readonly phrases: ReportTerms
  readonly vector: TermVector
  readonly day: number | null
  story: StreamStory
}

interface StreamStory {
  readonly id: StoryId
  /** Counts up: of equal candidates the oldest story wins. */
  readonly serial: number
  sum: VectorSum
  /** In order of arrival. */
  members: Held[]
  days: DayRange
  sizeAtLook: number
  /** The sides of rulings that the reports it ever held are on. */
  readonly sides: Set<number>
  /** Those that lead here, and maybe some that did. */
  readonly homes: Home[]
}

/** Where a ruled block's reports go, and those of them that came, forgotten ones too. */
interface Home {
  story: StreamStory
  readonly reports: Set<string>
}

interface State {
  readonly space: TermSpace
  /** By term as a signed number, which costs a map no boxed one. */
  readonly postings: Map<number, StreamStory[]>
  readonly liveIds: Set<StoryId>
  /** The reports held, from `oldest` on. */
  readonly held: Held[]
  oldest: number
  serial: number
  readonly rulings: SettledRulings
  readonly homes: Map<RuledBlock, Home>
}

/**
 * Single-pass clustering (Allan, Papka & Lavrenko 1998): each report joins the story it belongs to most firmly, or
 * begins one. Cost of a report: its own terms and at most `candidatesMax` similarities, whatever the window.
 */
export function createStoryStream(options: StoryStreamOptions): StoryStream {
  const state: State = {
    space: createTermSpace(),
    postings: new Map(),
    liveIds: new Set(),
    held: [],
    oldest: 0,
    serial: 0,
    rulings: settleRulings(options.rulings ?? []),
    homes: new Map(),
  }
  return {
    place: (report) => {
      const { title, text } = report
      const tokens = tokenize(text)
      const terms = reportTerms(title, text, tokens, nothing)
      const phrases = options.repair ? withPhrases(terms, title, text, tokens, nothing) : terms
      state.space.add(terms)
      const vector = state.space.vectorOf(terms)
      const day = dayOf(report.published)
      const candidates = candidatesOf(state, vector)
      const { home, ruled } = ruledHome(state, report.id, homeOf(vector, day, candidates), (open) =>
        homeOf(vector, day, candidates.filter(open)),
      )
      const likely =
        home === null
          ? ["no earlier report is like it"]
          : placementReasons(report, terms, day, home, state.space)
      const reasons = [...ruled, ...likely]
      const story = home ?? newStory(state, report.id)
      const held: Held = { id: report.id, terms, phrases, vector, day, story }
      join(state, held, story)
      state.held.push(held)
      const placements: Placement[] = [{ id: report.id, story: story.id, reasons }]
      if (options.repair) repair(state, story, candidates, placements)
      while (state.held.length - state.oldest > options.windowReports) forgetOldest(state)
      return placements
    },
    close: () => {
      const placements: Placement[] = []
      if (options.repair)
        for (const story of new Set(state.held.slice(state.oldest).map(({ story }) => story)))
          if (story.members.length > story.sizeAtLook) look(state, story, placements)
      return placements
    },
  }
}

const nothing = (): boolean => false

/** The stories that share the most weight of rare terms with a report, those first that share most. */
function candidatesOf(state: State, vector: TermVector): readonly StreamStory[] {
  const shared = new Map<StreamStory, number>()
  for (let i = 0; i < vector.terms.length && i < keysMax; i++)
    for (const story of state.postings.get(vector.terms[i]! | 0) ?? [])
      shared.set(story, (shared.get(story) ?? 0) + vector.weights[i]! ** 2)
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0].serial - b[0].serial)
    .slice(0, candidatesMax)
    .map(([story]) => story)
}

function homeOf(
  vector: TermVector,
  day: number | null,
  candidates: readonly StreamStory[],
): StreamStory | null {
  const alone = { ...emptySum(), size: 1 }
  let home: StreamStory | null = null
  let firmest = 0
  for (const story of candidates) {
    const mean = dotWithSum(vector, story.sum) / story.sum.size
    const firm = togetherness(alone, story.sum, mean * timeCloseness(dayRange([day]), story.days), firmPart)
    if (firm > firmest) {
      firmest = firm
      home = story
    }
  }
  return home
}

/** The home that the rulings leave a report, which without them would have `likely`, and what they did. */
function ruledHome(
  state: State,
  report: string,
  likely: StreamStory | null,
  likelyOf: (open: (story: StreamStory) => boolean) => StreamStory | null,
): { readonly home: StreamStory | null; readonly ruled: readonly string[] } {
  const block = state.rulings.blockOf(report)
  if (block === null) return { home: likely, ruled: [] }
  const ruled: string[] = []
  const tied = state.homes.get(block)
  if (tied) ruled.push(`put together by hand with report ${[...tied.reports][0]}`)
  const isBarred = likely !== null && areApart(block, likely)
  if (isBarred) ruled.push(`kept apart by hand from story ${likely.id}`)
  if (tied) return { home: tied.story, ruled }
  return { home: isBarred ? likelyOf((story) => !areApart(block, story)) : likely, ruled }
}

function newStory(state: State, firstReport: string): StreamStory {
  let id = sha256Hex(`story\n${firstReport}`).slice(0, 12) as StoryId
  while (state.liveIds.has(id)) id = sha256Hex(id).slice(0, 12) as StoryId
  state.liveIds.add(id)
  const days = { first: null, last: null }
  return {
    id,
    serial: state.serial++,
    sum: emptySum(),
    members: [],
    days,
    sizeAtLook: 2,
    sides: new Set(),
    homes: [],
  }
}

function join(state: State, held: Held, story: StreamStory): void {
  held.story = story
  addToSum(story.sum, held.vector)
  story.members.push(held)
  story.days = dayRange([story.days.first, story.days.last, held.day])
  post(state, held, story)
  const block = state.rulings.blockOf(held.id)
  if (block === null) return
  const home = state.homes.get(block) ?? { story, reports: new Set() }
  home.story = story
  home.reports.add(held.id)
  state.homes.set(block, home)
  story.homes.push(home)
  for (const side of block.sides) story.sides.add(side)
}

function post(state: State, held: Held, story: StreamStory): void {
  const { terms } = held.vector
  for (let i = 0; i < terms.length && i < keysMax; i++) {
    const posting = state.postings.get(terms[i]! | 0)
    if (posting === undefined) state.postings.set(terms[i]! | 0, [story])
    else if (!posting.includes(story)) {
      posting.push(story)
      if (posting.length > postingMax) posting.shift()
    }
  }
}

function unpost(state: State, term: number, story: StreamStory): void {
  const posting = state.postings.get(term | 0)
  const at = posting?.indexOf(story) ?? -1
  if (posting === undefined || at < 0) return
  posting.splice(at, 1)
  if (posting.length === 0) state.postings.delete(term | 0)
}

function forgetOldest(state: State): void {
  const held = state.held[state.oldest]!
  state.oldest++
  if (state.oldest * 2 > state.held.length) {
    state.held.splice(0, state.oldest)
    state.oldest = 0
  }
  const { story } = held
  state.space.remove(held.terms.terms)
  story.members.splice(story.members.indexOf(held), 1)
  removeFromSum(story.sum, held.vector)
  for (const term of held.vector.terms)
    if (!story.sum.weights.has(term) || story.members.length === 0) unpost(state, term, story)
  if (story.members.length === 0 && story.homes.length === 0) state.liveIds.delete(story.id)
}

/** Merges what a newcomer showed to be one story, then parts what it showed to be two. */
function repair(
  state: State,
  grown: StreamStory,
  candidates: readonly StreamStory[],
  placements: Placement[],
): void {
  let story = grown
  for (let merges = 0; merges < mergesMax; merges++) {
    const other = mergerOf(story, candidates)
    if (other === null) break
    const [older, newer] = story.serial < other.serial ? [story, other] : [other, story]
    for (const id of placedIn(newer))
      placements.push({
        id,
        story: older.id,
        reasons: [`merged: story ${newer.id} turned out to be story ${older.id}`],
      })
    mergeStories(state, older, newer)
    story = older
  }
  if (story.members.length >= growth * story.sizeAtLook) look(state, story, placements)
}

/** The reports of a story that are held, and those forgotten that a ruling names. */
function placedIn(story: StreamStory): ReadonlySet<string> {
  const ruled = story.homes.filter((home) => home.story === story).flatMap(({ reports }) => [...reports])
  return new Set([...story.members.map(({ id }) => id), ...ruled])
}

function look(state: State, story: StreamStory, placements: Placement[]): void {
  if (story.members.length > splitSizeMax) return
  story.sizeAtLook = story.members.length
  splitStory(state, story, placements)
}

function mergerOf(story: StreamStory, candidates: readonly StreamStory[]): StreamStory | null {
  let best: StreamStory | null = null
  let firmest = 0
  for (const other of candidates) {
    if (other === story || other.members.length === 0 || areApart(story, other)) continue
    const mean = dotOfSums(story.sum, other.sum) / (story.sum.size * other.sum.size)
    const firm = togetherness(story.sum, other.sum, mean * timeCloseness(story.days, other.days), firmPart)
    if (firm > firmest) {
      firmest = firm
      best = other
    }
  }
  return best
}

function mergeStories(state: State, older: StreamStory, newer: StreamStory): void {
  for (const term of newer.sum.weights.keys()) unpost(state, term, newer)
  older.sum = mergedSum(older.sum, newer.sum, dotOfSums(older.sum, newer.sum))
  older.days = dayRange([older.days.first, older.days.last, newer.days.first, newer.days.last])
  for (const held of newer.members) {
    held.story = older
    older.members.push(held)
    post(state, held, older)
  }
  for (const side of newer.sides) older.sides.add(side)
  for (const home of newer.homes.splice(0)) {
    if (home.story !== newer) continue
    home.story = older
    older.homes.push(home)
  }
  newer.members = []
  newer.sum = emptySum()
  state.liveIds.delete(newer.id)
}

function splitStory(state: State, story: StreamStory, placements: Placement[]): void {
  const { members } = story
  const rangeOf = (part: readonly number[]): DayRange => dayRange(part.map((i) => members[i]!.day))
  const closeness: Closeness = (a, b) => timeCloseness(rangeOf(a), rangeOf(b))
  const vectors = members.map(({ vector }) => vector)
  const parts = agglomerate(vectors, closeness, firmPart)
    .flatMap((group) => partStories((i) => members[i]!.phrases, group, closeness))
    .filter((part) => !part.includes(0))
    // A report put here by hand stays: others that it was put with may have been forgotten.
    .map((part) => part.filter((i) => (state.rulings.blockOf(members[i]!.id)?.reports.size ?? 1) === 1))
    .filter((part) => part.length > 1)
  for (const part of parts) {
    const leaving = part.map((i) => members[i]!)
    const fresh = newStory(state, leaving[0]!.id)
    for (const held of leaving) {
      removeFromSum(story.sum, held.vector)
      join(state, held, fresh)
      placements.push({
        id: held.id,
        story: fresh.id,
        reasons: [`split: these ${leaving.length} reports turned out to tell another story than ${story.id}`],
      })
    }
    const left = new Set(leaving)
    story.members = story.members.filter((held) => !left.has(held))
    for (const held of leaving)
      for (const term of held.vector.terms) if (!story.sum.weights.has(term)) unpost(state, term, story)
  }
}
