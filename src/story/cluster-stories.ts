import type { ReportId } from "../article/index.ts"
import { compareNullable, compareStrings, sha256Hex } from "../base/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Lineage } from "../reuse/index.ts"
import { agglomerate } from "./agglomerate.ts"
import { applyRulings, rulingReasons } from "./apply-rulings.ts"
import { type Closeness, partStories } from "./part-stories.ts"
import { withPhrases } from "./phrase-terms.ts"
import { type DayRange, dayOf, dayRange, timeCloseness } from "./published-days.ts"
import { type ReportTerms, reportTerms, wordAt } from "./report-terms.ts"
import { type StoryRuling, settleRulings } from "./rulings.ts"
import type { Story, StoryId } from "./story.ts"
import { daysText, listText, rareWordsText } from "./story-reasons.ts"
import {
  addToSum,
  createTermSpace,
  dotWithSum,
  emptySum,
  type TermSpace,
  type TermVector,
} from "./term-space.ts"
import { loosePart } from "./togetherness.ts"

/** A report with what clustering made of it. */
interface Placed {
  readonly report: AnalysedReport
  readonly terms: ReportTerms
  readonly vector: TermVector
  readonly day: number | null
}

/**
 * The stories that reports tell: the same for any order of `reports`. Most reports first; of equals the earliest,
 * then by first report. Each report is in exactly one. What a person has ruled holds whatever else is known.
 * Cost: near-linear in the reports (see `agglomerate`).
 */
export function clusterStories(
  reports: readonly AnalysedReport[],
  lineage: Lineage,
  rulings: readonly StoryRuling[] = [],
): readonly Story[] {
  const sorted = [...reports].sort((a, b) => compareStrings(a.article.id, b.article.id))
  const space = createTermSpace()
  const terms = sorted.map(termsOf)
  for (const i of firstPrintings(sorted)) space.add(terms[i]!)
  const placed = sorted.map(
    (report, i): Placed => ({
      report,
      terms: terms[i]!,
      vector: space.vectorOf(terms[i]!),
      day: dayOf(report.article.published),
    }),
  )
  const texts = textsOf(placed, lineage)
  const days = texts.map((members) => dayRange(members.map((i) => placed[i]!.day)))
  const rangeOf = rememberedRange(days)
  const closeness: Closeness = (a, b) => timeCloseness(rangeOf(a), rangeOf(b))
  const first = texts.map((members) => placed[members[0]!]!)
  const vectors = first.map(({ vector }) => vector)
  const phrasesOf = (text: number): ReportTerms => phraseTermsOf(first[text]!.report, first[text]!.terms)
  const storyOfReport = new Map<ReportId, number>()
  const found = agglomerate(vectors, closeness, loosePart)
    .flatMap((group) => partStories(phrasesOf, group, closeness))
    .map((group) => group.flatMap((text) => texts[text]!).sort((a, b) => a - b))
  const { groups, ruled } = underRulings(found, placed, rulings)
  for (const [story, members] of groups.entries())
    for (const i of members) storyOfReport.set(sorted[i]!.article.id, story)
  const linked = new Uint32Array(groups.length)
  for (const { a, b } of lineage.links) {
    const story = storyOfReport.get(a)
    if (story !== undefined && story === storyOfReport.get(b)) linked[story]!++
  }
  return groups
    .map((members, story) =>
      storyOf(
        members.map((i) => placed[i]!),
        space,
        linked[story]!,
        ruled[story]!,
      ),
    )
    .sort(
      (a, b) =>
        b.reports.length - a.reports.length ||
        compareNullable(a.from, b.from) ||
        compareStrings(a.reports[0]!, b.reports[0]!),
    )
}

/** The places of the reports but for identical copies, so that a copy makes no word commoner than it was. */
function firstPrintings(reports: readonly AnalysedReport[]): readonly number[] {
  const seen = new Set<string>()
  return reports.flatMap(({ article: { title, text } }, i) => {
    const printed = `${title}\n${text}`
    if (seen.has(printed)) return []
    seen.add(printed)
    return [i]
  })
}

/** The groups as the rulings have them, and what these have to do with each. */
function underRulings(
  found: readonly (readonly number[])[],
  placed: readonly Placed[],
  rulings: readonly StoryRuling[],
): { readonly groups: readonly (readonly number[])[]; readonly ruled: readonly (readonly string[])[] } {
  if (rulings.length === 0) return { groups: found, ruled: found.map(() => []) }
  const settled = settleRulings(rulings)
  const ids = placed.map(({ report }) => report.article.id)
  const vectors = placed.map(({ vector }) => vector)
  const groups = applyRulings(found, ids, vectors, settled)
  return { groups, ruled: rulingReasons(groups, ids, settled) }
}

export function termsOf({ article, analysis }: AnalysedReport): ReportTerms {
  return reportTerms(article.title, article.text, analysis.tokens, skippedIn(article))
}

function phraseTermsOf({ article, analysis }: AnalysedReport, terms: ReportTerms): ReportTerms {
  return withPhrases(terms, article.title, article.text, analysis.tokens, skippedIn(article))
}

/** True for what starts in the furniture; to be asked in the order of the text. */
function skippedIn({ furniture }: AnalysedReport["article"]): (start: number) => boolean {
  let next = 0
  return (start) => {
    while (next < furniture.length && furniture[next]!.end <= start) next++
    return next < furniture.length && furniture[next]!.start <= start
  }
}

/** The days that some texts span, worked out anew only when their list has grown. */
function rememberedRange(days: readonly DayRange[]): (texts: readonly number[]) => DayRange {
  const known = new Map<readonly number[], { readonly size: number; readonly range: DayRange }>()
  return (texts) => {
    const last = known.get(texts)
    if (last?.size === texts.length) return last.range
    const range = dayRange(texts.flatMap((text) => [days[text]!.first, days[text]!.last]))
    known.set(texts, { size: texts.length, range })
    return range
  }
}

/**
 * The distinct texts, each as the places of its printings. Printings tell one story whatever else is known, and
 * count once in what the reports of a story have in common.
 */
function textsOf(placed: readonly Placed[], lineage: Lineage): readonly (readonly number[])[] {
  const indexById = new Map(placed.map(({ report }, i) => [report.article.id, i]))
  const seen = new Set<number>()
  const texts: number[][] = []
  for (const { members } of lineage.texts) {
    const printings = members.map((id) => indexById.get(id)).filter((i) => i !== undefined && !seen.has(i))
    if (printings.length === 0) continue
    for (const i of printings) seen.add(i!)
    texts.push(printings.map((i) => i!).sort((a, b) => a - b))
  }
  for (let i = 0; i < placed.length; i++) if (!seen.has(i)) texts.push([i])
  return texts.sort((a, b) => a[0]! - b[0]!)
}

/** A story's id, fixed by its members. */
export function storyIdOf(reports: readonly ReportId[]): StoryId {
  return sha256Hex(`story\n${[...reports].sort(compareStrings).join("\n")}`).slice(0, 12) as StoryId
}

function storyOf(
  members: readonly Placed[],
  space: TermSpace,
  links: number,
  ruled: readonly string[],
): Story {
  const ids = members.map(({ report }) => report.article.id)
  const times = members
    .map(({ report }) => report.article.published)
    .filter((time) => time !== null)
    .sort(compareStrings)
  return {
    id: storyIdOf(ids),
    title: centralTitle(members),
    reports: ids,
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
    reasons: [...ruled, ...reasonsOf(members, space, links)],
  }
}

/** The title of the report that is most like all the others, of those that have one. */
function centralTitle(members: readonly Placed[]): string | null {
  const sum = emptySum()
  for (const { vector } of members) addToSum(sum, vector)
  let title: string | null = null
  let best = -1
  for (const { report, vector } of members) {
    if (report.article.title === null) continue
    const central = dotWithSum(vector, sum)
    if (central > best) {
      best = central
      title = report.article.title
    }
  }
  return title
}

function reasonsOf(members: readonly Placed[], space: TermSpace, links: number): readonly string[] {
  if (members.length === 1) return ["no other report is like it"]
  const reasons: string[] = []
  const rare = wordsOfMost(members, space)
  const words = rareWordsText(rare.length, rare)
  if (words !== null) reasons.push(`most share ${words}`)
  const names = listText(namesOfMost(members), 4)
  if (names !== null) reasons.push(`most name ${names}`)
  if (links > 0) reasons.push(`${links} ${links === 1 ? "pair shares" : "pairs share"} text`)
  const { first, last } = dayRange(members.map(({ day }) => day))
  const dated = members.filter(({ day }) => day !== null).length
  if (first !== null && dated > 1)
    reasons.push(
      `${dated === members.length ? "" : `${dated} of ${members.length} `}published ${daysText(last! - first)}`,
    )
  return reasons
}

/** Rare words that more than half of the members print, in most members first; of equals by word. */
function wordsOfMost(members: readonly Placed[], space: TermSpace): readonly string[] {
  const holders = new Map<number, { count: number; readonly member: Placed; readonly first: number }>()
  for (const member of members) {
    const { terms } = member
    for (let i = 0; i < terms.terms.length; i++) {
      const term = terms.terms[i]!
      const known = holders.get(term)
      if (known) known.count++
      else holders.set(term, { count: 1, member, first: terms.firsts[i]! })
    }
  }
  return [...holders]
    .filter(([term, { count }]) => count * 2 > members.length && space.isTelling(term))
    .map(([, { count, member, first }]) => {
      const { title, text } = member.report.article
      return { count, words: wordAt(title, text, first) }
    })
    .sort((a, b) => b.count - a.count || compareStrings(a.words, b.words))
    .map(({ words }) => words)
}

/** Names that more than half of the members print, in most members first; of equals by name. */
function namesOfMost(members: readonly Placed[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { report } of members)
    for (const name of new Set(report.analysis.names.map(({ name }) => name)))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count * 2 > members.length)
    .sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0]))
    .map(([name]) => name)
}
