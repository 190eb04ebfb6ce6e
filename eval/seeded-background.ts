import type { Random } from "../src/base/index.ts"
import { editText } from "./seeded-tables.ts"

/** One report of a generated batch. */
export interface SeededReport {
  readonly id: string
  readonly text: string
  readonly published: string
}

/** Words that two reports share because one took them from the other, or both from one statement. */
export interface TrueSharing {
  readonly a: string
  readonly b: string
  readonly kind: "copy" | "paragraph" | "statement"
  /** A paragraph or statement as it stands in both; of a copy, null. */
  readonly words: string | null
}

export interface SeededBatch {
  readonly reports: readonly SeededReport[]
  /** The same reports without what was planted in all of a house. */
  readonly bare: readonly SeededReport[]
  readonly sharings: readonly TrueSharing[]
  /** Pairs of ids that hold one planted paragraph, of whatever kind, and the fewest reports that hold one such. */
  readonly planted: ReadonlyMap<string, number>
}

export interface BackgroundSeed {
  readonly reports: number
  /** The part of the paragraphs that are changed by a hand at each use, by 3 % of their words. */
  readonly edited: number
}

interface Draft {
  readonly id: string
  readonly paragraphs: string[]
  readonly site: number
  readonly day: number
}

const sites = 8
const agencies = 3

/**
 * Reports of different matters on a few sites, over ten weeks: some are copies of others, some hold a paragraph of
 * another, and in some days a statement stands in every report of one event. Into all of them, related or not, go an
 * agency's paragraph about itself, legal lines, invitations, captions and paragraphs of what happened before.
 * `events` are lists of texts, each of one event; `singles` are texts of their own.
 */
export function seedBatch(
  singles: readonly string[],
  events: readonly (readonly string[])[],
  vocabulary: readonly string[],
  seed: BackgroundSeed,
  random: Random,
): SeededBatch {
  const drafts: Draft[] = []
  const sharings: TrueSharing[] = []
  const add = (text: string, day: number): Draft => {
    const draft = { id: `r${drafts.length}`, paragraphs: paragraphsOf(text), site: random.below(sites), day }
    drafts.push(draft)
    return draft
  }
  for (const event of events) {
    const day = random.below(70)
    const statement = prose(vocabulary, 30 + random.below(25), random)
    const told = event.map((text) => add(text, day + random.below(2)))
    for (const draft of told) draft.paragraphs.splice(random.below(draft.paragraphs.length + 1), 0, statement)
    for (const [i, a] of told.entries())
      for (const b of told.slice(i + 1))
        sharings.push({ a: a.id, b: b.id, kind: "statement", words: statement })
  }
  for (const text of singles) {
    if (drafts.length >= seed.reports) break
    const draft = add(text, random.below(70))
    const turn = random.next()
    if (turn < 0.1) {
      const copy = add(editText(text, vocabulary, 2 + random.below(8), random), draft.day)
      sharings.push({ a: draft.id, b: copy.id, kind: "copy", words: null })
    } else if (turn < 0.2 && drafts.length > 4) {
      const other = drafts[random.below(drafts.length - 1)]!
      const words = prose(vocabulary, 25 + random.below(30), random)
      for (const { paragraphs } of [draft, other])
        paragraphs.splice(random.below(paragraphs.length), 0, words)
      sharings.push({ a: other.id, b: draft.id, kind: "paragraph", words })
    }
  }
  const bare = drafts.map(toReport)
  const planted = plantBackground(drafts, vocabulary, seed, random)
  return { reports: drafts.map(toReport), bare, sharings, planted }
}

/** Puts what is no report into the drafts, and tells which pairs then share some. */
function plantBackground(
  drafts: readonly Draft[],
  vocabulary: readonly string[],
  { edited }: BackgroundSeed,
  random: Random,
): ReadonlyMap<string, number> {
  const planted = new Map<string, number>()
  const plant = (words: string, into: readonly Draft[], atEnd: boolean): void => {
    for (const [i, draft] of into.entries()) {
      const text = random.next() < edited ? editText(words, vocabulary, 3, random) : words
      draft.paragraphs.splice(
        atEnd ? draft.paragraphs.length : random.below(draft.paragraphs.length + 1),
        0,
        text,
      )
      for (const other of into.slice(i + 1)) {
        const pair = pairOf(draft.id, other.id)
        planted.set(pair, Math.min(into.length, planted.get(pair) ?? into.length))
      }
    }
  }
  for (let agency = 0; agency < agencies; agency++)
    plant(prose(vocabulary, 30 + random.below(30), random), some(drafts, 0.15, random), true)
  for (let earlier = 0; earlier < drafts.length / 12; earlier++)
    plant(prose(vocabulary, 30 + random.below(40), random), some(drafts, 6 / drafts.length, random), false)
  for (let site = 0; site < sites; site++) {
    const own = drafts.filter((draft) => draft.site === site)
    plant(prose(vocabulary, 14 + random.below(12), random), some(own, 0.3, random), false)
    plant(prose(vocabulary, 18 + random.below(12), random), own, true)
    plant(prose(vocabulary, 18 + random.below(12), random), some(own, 0.6, random), true)
  }
  return planted
}

function some(drafts: readonly Draft[], part: number, random: Random): readonly Draft[] {
  return drafts.filter(() => random.next() < part)
}

/** Sentences of words drawn at random, commoner ones more often, some with a capital. */
function prose(vocabulary: readonly string[], words: number, random: Random): string {
  const drawn = Array.from({ length: words }, (_, i) => {
    const word = vocabulary[Math.floor(vocabulary.length ** random.next()) % vocabulary.length]!
    return i % 14 === 0 || random.next() < 0.12 ? word[0]!.toUpperCase() + word.slice(1) : word
  })
  return `${drawn.map((word, i) => (i % 14 === 13 ? `${word}.` : word)).join(" ")}.`
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((paragraph) => /\S/.test(paragraph))
}

function toReport({ id, paragraphs, day }: Draft): SeededReport {
  const published = new Date(Date.UTC(2031, 0, 1 + day)).toISOString().slice(0, 10)
  return { id, text: paragraphs.join("\n\n"), published }
}

export function pairOf(x: string, y: string): string {
  return x < y ? `${x}\n${y}` : `${y}\n${x}`
}
