import { isHouseStyle } from "./house-style.ts"
import type { SubstitutionRule } from "./lineage.ts"

/** What stands in one text where its source has other words. Neither is empty. */
export interface Replacement {
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** The words before and after: the same change in the same place of two copies is one change. */
  readonly before: string
  readonly after: string
  /** True inside quotation marks, where no honest editor changes a word. */
  readonly quoted: boolean
}

/** What was learnt from the replacements of one pool of pairs. */
export interface SubstitutionTable {
  /** By `from`, then `to`. `outOf` counts every replacement of `from`. */
  readonly rules: readonly SubstitutionRule[]
  /** The share of all replacements that the rules account for. */
  readonly explained: number
  /** Uses of the rules inside quotation marks. */
  readonly quoted: number
}

const seenMin = 2
/** Of the replacements of a phrase, so many are by the same words; of all its uses, so many are replaced. */
const consistentMin = 0.5
const appliedMin = 0.15
const roundsMax = 4

/**
 * The substitutions that recur: seen twice at least, and what most replacements of their words are. Adjacent
 * substitutions come as one long replacement; those already known are peeled off its ends and the rest is counted
 * anew, and a word that stands at the end of several of them is known by what they have in common. `kept` counts the
 * uses of each word that no one replaced. Cost: rounds times replacements.
 */
export function learnTable(
  replacements: readonly Replacement[],
  kept: ReadonlyMap<string, number>,
): SubstitutionTable {
  const once = distinctReplacements(replacements)
  let known: ReadonlyMap<string, string> = new Map()
  let counted = countReplacements(once, known)
  for (let round = 1; round <= roundsMax; round++) {
    const accepted = acceptRules(counted, kept, round)
    if (round > 2 && sameKeys(accepted, known)) break
    known = accepted
    counted = countReplacements(once, known)
  }
  const rules: SubstitutionRule[] = []
  let uses = 0
  for (const [key, to] of known) {
    const from = key.slice(0, key.indexOf("\n"))
    const seen = counted.seen.get(key)?.count ?? 0
    if (seen < seenMin) continue
    uses += seen
    rules.push({ from, to, seen, outOf: counted.replaced.get(from) ?? seen })
  }
  const quoted = rules.reduce(
    (sum, { from, to }) => sum + (counted.seen.get(keyOf(from, to))?.quoted ?? 0),
    0,
  )
  return {
    rules: rules.sort((x, y) => (x.from < y.from ? -1 : x.from > y.from ? 1 : x.to < y.to ? -1 : 1)),
    explained: counted.total === 0 ? 0 : uses / counted.total,
    quoted,
  }
}

function distinctReplacements(replacements: readonly Replacement[]): readonly Replacement[] {
  const byPlace = new Map<string, Replacement>()
  for (const item of replacements)
    byPlace.set([item.before, item.from.join(" "), item.to.join(" "), item.after].join("\n"), item)
  return [...byPlace.values()]
}

interface Counted {
  readonly seen: ReadonlyMap<string, { readonly count: number; readonly quoted: number }>
  /** Replacements of each phrase, by whatever. */
  readonly replaced: ReadonlyMap<string, number>
  /** For a word at an end of a longer replacement: what may stand for it, and beside what it was seen. */
  readonly ends: ReadonlyMap<string, EndVotes>
  readonly total: number
}

interface EndVotes {
  total: number
  /** By the words that may stand for it: the neighbours beside which they did. Empty for the word alone. */
  readonly beside: Map<string, string[]>
}

/** Words in the longest phrase that is told apart from its neighbour's. */
const endWordsMax = 4

function countReplacements(
  replacements: readonly Replacement[],
  known: ReadonlyMap<string, string>,
): Counted {
  const seen = new Map<string, { count: number; quoted: number }>()
  const replaced = new Map<string, number>()
  const ends = new Map<string, EndVotes>()
  const byFrom = rulesByFrom(known)
  let total = 0
  for (const replacement of replacements)
    for (const { from, to } of peel(replacement.from, replacement.to, byFrom)) {
      total++
      replaced.set(from, (replaced.get(from) ?? 0) + 1)
      const key = keyOf(from, to)
      const entry = seen.get(key) ?? { count: 0, quoted: 0 }
      entry.count++
      if (replacement.quoted) entry.quoted++
      seen.set(key, entry)
      voteEnds(ends, from.split(" "), to.split(" "))
    }
  return { seen, replaced, ends, total }
}

/** Lets one replacement say what may stand for its first and for its last word. */
function voteEnds(ends: Map<string, EndVotes>, from: readonly string[], to: readonly string[]): void {
  const vote = (word: string, beside: string, phrases: readonly string[]): void => {
    const votes = ends.get(word) ?? { total: 0, beside: new Map<string, string[]>() }
    votes.total++
    for (const phrase of phrases) votes.beside.set(phrase, [...(votes.beside.get(phrase) ?? []), beside])
    ends.set(word, votes)
  }
  const most = Math.min(endWordsMax, to.length - 1)
  if (from.length === 1) {
    vote(from[0]!, "", [to.join(" ")])
    return
  }
  const counts = Array.from({ length: most }, (_, i) => i + 1)
  vote(
    from[0]!,
    from[1]!,
    counts.map((count) => to.slice(0, count).join(" ")),
  )
  vote(
    from.at(-1)!,
    from.at(-2)!,
    counts.map((count) => to.slice(to.length - count).join(" ")),
  )
}

/** Single words in the first rounds; then longer phrases, once what is known has been peeled off them. */
function acceptRules(
  { seen, replaced, ends }: Counted,
  kept: ReadonlyMap<string, number>,
  round: number,
): ReadonlyMap<string, string> {
  const accepted = new Map<string, string>()
  const settled = new Set<string>()
  for (const [key, { count }] of seen) {
    const cut = key.indexOf("\n")
    const [from, to] = [key.slice(0, cut), key.slice(cut + 1)]
    const words = from.split(" ")
    if (round < 3 && words.length > 1) continue
    if (words.length > 1 && words.some((word) => (ends.get(word)?.total ?? 0) > 2 * replaced.get(from)!))
      continue
    const unchanged = Math.min(...words.map((word) => kept.get(word) ?? 0))
    if (count < seenMin || count < consistentMin * replaced.get(from)!) continue
    if (count < appliedMin * (replaced.get(from)! + unchanged) || isHouseStyle(from, to)) continue
    accepted.set(key, to)
    settled.add(from)
  }
  for (const [word, votes] of ends) {
    if (settled.has(word)) continue
    const to = commonEnd(votes)
    if (to === null || isHouseStyle(word, to)) continue
    if (votes.beside.get(to)!.length < appliedMin * (votes.total + (kept.get(word) ?? 0))) continue
    accepted.set(keyOf(word, to), to)
  }
  return accepted
}

/** The longest of the phrases most often seen for a word, beside two neighbours at least; null where they disagree. */
function commonEnd({ total, beside }: EndVotes): string | null {
  let best: string | null = null
  let most = 0
  for (const [phrase, neighbours] of beside) {
    const votes = neighbours.length
    if (votes < seenMin || votes < consistentMin * total || new Set(neighbours).size < 2) continue
    const longer =
      best === null || phrase.length > best.length || (phrase.length === best.length && phrase < best)
    if (votes > most || (votes === most && longer)) {
      best = phrase
      most = votes
    }
  }
  return best
}

interface PhraseRule {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

function rulesByFrom(known: ReadonlyMap<string, string>): ReadonlyMap<string, readonly PhraseRule[]> {
  const rules = new Map<string, PhraseRule[]>()
  for (const [key, to] of known) {
    const rule = { from: key.slice(0, key.indexOf("\n")).split(" "), to: to.split(" ") }
    for (const end of new Set([`^${rule.from[0]}`, `$${rule.from.at(-1)}`]))
      rules.set(end, [...(rules.get(end) ?? []), rule])
  }
  return rules
}

/** `from` → `to`, with known rules taken off its two ends as long as one fits. */
function peel(
  from: readonly string[],
  to: readonly string[],
  rules: ReadonlyMap<string, readonly PhraseRule[]>,
): readonly { readonly from: string; readonly to: string }[] {
  const parts: { from: string; to: string }[] = []
  let [f, t] = [from, to]
  const take = (rule: PhraseRule): void => {
    parts.push({ from: rule.from.join(" "), to: rule.to.join(" ") })
  }
  const shorter = (rule: PhraseRule): boolean => rule.from.length < f.length && rule.to.length < t.length
  while (f.length > 1) {
    const head = rules
      .get(`^${f[0]}`)
      ?.find((rule) => shorter(rule) && startsWith(f, rule.from) && startsWith(t, rule.to))
    if (head) {
      take(head)
      ;[f, t] = [f.slice(head.from.length), t.slice(head.to.length)]
      continue
    }
    const tail = rules
      .get(`$${f.at(-1)}`)
      ?.find((rule) => shorter(rule) && endsWith(f, rule.from) && endsWith(t, rule.to))
    if (!tail) break
    take(tail)
    ;[f, t] = [f.slice(0, f.length - tail.from.length), t.slice(0, t.length - tail.to.length)]
  }
  parts.push({ from: f.join(" "), to: t.join(" ") })
  return parts
}

function startsWith(list: readonly string[], head: readonly string[]): boolean {
  return head.length <= list.length && head.every((item, i) => list[i] === item)
}

function endsWith(list: readonly string[], tail: readonly string[]): boolean {
  return tail.length <= list.length && tail.every((item, i) => list[list.length - tail.length + i] === item)
}

function sameKeys(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key))
}

function keyOf(from: string, to: string): string {
  return `${from}\n${to}`
}
