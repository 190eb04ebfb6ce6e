import type { ReportId } from "../article/index.ts"
import { sha256Hex } from "../base/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import { countedWords, fingerprint } from "../reuse/index.ts"
import { termsOf } from "./cluster-stories.ts"
import { dayOf } from "./published-days.ts"
import { createTermSpace } from "./term-space.ts"

/** A report as neighbourhoods see it. */
export interface Neighbour {
  readonly report: ReportId
  /** The day it is dated by: published, else captured, counted from 1970. Undated reports share a day of their own. */
  readonly day: number
  /** The beginning of the SHA-256 of its id: the order of reports of one day, the same in every database. */
  readonly digest: string
}

/**
 * What one report is met by: its heaviest words and a sketch of its wording. Fixed by the report alone, so that no
 * other report ever changes it.
 */
export interface MeetingKeys extends Neighbour {
  /** Sorted by key, each once. */
  readonly keys: readonly MeetingKey[]
}

export interface MeetingKey {
  /** The hash of a term; of a print of the wording, its hash and 2^32. */
  readonly key: number
  /** Of a term the report's. Copies are met however far apart, so that prints all stand on day 0. */
  readonly day: number
  /** In thousandths of a unit vector: whole numbers, whose sums are the same in any order. */
  readonly weight: number
}

/** The heaviest terms of a report. */
const termsMax = 32
/** The least fingerprints (Broder 1997: a bottom sketch), and what each weighs: near copies share most of them. */
const printsMax = 8
const printWeight = 300
export const printsFrom = 2 ** 32
/** A report has no more keys. */
export const keysMax = termsMax + printsMax

/** Where reports stand that say neither when they were published nor when captured. */
export const undatedDay = -1_000_000

const digestLength = 16

/** Rarity as generally known: what the reports at hand show of their words would change with every report. */
const knownSpace = createTermSpace()

export function neighbourOf({ article }: Pick<AnalysedReport, "article">): Neighbour {
  const day = dayOf(article.published) ?? dayOf(article.source.capturedAt) ?? undatedDay
  return { report: article.id, day, digest: digestOf(article.id) }
}

export function digestOf(report: ReportId): string {
  return sha256Hex(report).slice(0, digestLength)
}

/** Cost: one pass over the tokens. */
export function meetingKeys(report: AnalysedReport): MeetingKeys {
  const { article, analysis } = report
  const neighbour = neighbourOf(report)
  const keys: MeetingKey[] = []
  const { terms, weights } = knownSpace.vectorOf(termsOf(report))
  for (let i = 0; i < Math.min(terms.length, termsMax); i++) {
    const weight = Math.round(weights[i]! * 1000)
    if (weight > 0) keys.push({ key: terms[i]!, day: neighbour.day, weight })
  }
  const words = countedWords({ tokens: analysis.tokens, setAside: article.furniture })
  const prints = [...new Set(fingerprint(words).hashes)].sort((a, b) => a - b)
  for (const print of prints.slice(0, printsMax))
    keys.push({ key: printsFrom + print, day: 0, weight: printWeight })
  return { ...neighbour, keys: keys.sort((a, b) => a.key - b.key) }
}
