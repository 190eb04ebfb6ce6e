import { compareNullable, compareStrings, spanContains, spanText } from "../base/index.ts"
import type { Demand, Party } from "../language/index.ts"
import { distinctCitations } from "./citations.ts"
import { contentStems, sharedCount } from "./content-words.ts"
import { answersTo, collectReplies } from "./demand-answers.ts"
import { isPronoun, mayBeSame, nameKeysWithin, partyKeys } from "./party-names.ts"
import type { PrintedDemand } from "./printed-demand.ts"
import type { DemandEntry } from "./record.ts"
import { isOmitted, sentenceIndexAt, type Witness } from "./witness.ts"

/**
 * The demands of a story, each once however many reports print it, with what was answered. Two are the same when what
 * is asked has most of its words in common and nothing known of who asks whom is against it. Most reports first.
 */
export function matchDemands(witnesses: readonly Witness[]): readonly DemandEntry[] {
  const printed = witnesses.flatMap(printedDemands)
  const replies = collectReplies(witnesses)
  const groups = groupDemands(printed)
  const entries = groups.map((group) => entryOf(group, answersTo(group, replies)))
  return entries
    .filter(isAttributed)
    .map((entry) => ({ entry, reports: new Set(entry.evidence.map(({ report }) => report)).size }))
    .sort(
      (a, b) =>
        b.reports - a.reports ||
        compareStrings(a.entry.what, b.entry.what) ||
        compareNullable(a.entry.by, b.entry.by) ||
        compareStrings(a.entry.kind, b.entry.kind),
    )
    .map(({ entry }) => entry)
}

function printedDemands(witness: Witness): readonly PrintedDemand[] {
  const { article, analysis } = witness.report
  return analysis.demands.flatMap((demand): readonly PrintedDemand[] => {
    if (isOmitted(witness, demand) || !isTold(demand)) return []
    const stems = new Set(contentStems(witness, demand.what))
    if (stems.size === 0) return []
    return [
      {
        witness,
        demand,
        citation: { report: article.id, start: demand.start, end: demand.end },
        stems,
        names: nameKeysWithin(witness, demand.what),
        by: partyKeys(witness, demand.by),
        of: partyKeys(witness, demand.of),
      },
    ]
  })
}

/** What nobody asks of nobody is too little to keep. */
function isTold({ kind, by, of }: Demand): boolean {
  if (kind === "demand" || kind === "call") return by !== null || of !== null
  return by !== null
}

/** A promise or refusal of nobody known says nothing to be checked. */
function isAttributed({ kind, by, of }: DemandEntry): boolean {
  return kind === "demand" || kind === "call" ? by !== null || of !== null : by !== null
}

const classes: Readonly<Record<Demand["kind"], string>> = {
  demand: "ask",
  call: "ask",
  question: "question",
  promise: "promise",
  refusal: "refusal",
}

/** How alike two demands are, 0 to 2; 0 when something known is against it. */
function likeness(a: PrintedDemand, b: PrintedDemand): number {
  if (classes[a.demand.kind] !== classes[b.demand.kind] || !mayBeSame(a.of, b.of)) return 0
  const shared = sharedCount(a.stems, b.stems)
  const small = Math.min(a.stems.size, b.stems.size)
  const large = Math.max(a.stems.size, b.stems.size)
  if (shared < Math.min(2, small) || shared / small < sameShare || (small === 1 && large > 3)) return 0
  const sameVerb = headOf(a) === headOf(b)
  const union = a.stems.size + b.stems.size - shared
  // A short demand lies whole in many long ones: without its verb it must be much of the other.
  if (!sameVerb && shared / union < unlikeVerbShare) return 0
  return shared / union + (sameVerb ? 1 : 0)
}

/** The share of the shorter one's content words that the other must hold. */
const sameShare = 0.6
/** What two demands by different verbs must have in common of all their words. */
const unlikeVerbShare = 0.4

function headOf({ stems }: PrintedDemand): string {
  for (const stem of stems) return stem
  return ""
}

/**
 * Each demand with the leader it is most like. Leaders are the wordings printed most often, so that a report that
 * runs two demands into one draws no groups together.
 */
function groupDemands(printed: readonly PrintedDemand[]): readonly (readonly PrintedDemand[])[] {
  const keyOf = ({ stems }: PrintedDemand): string => [...stems].sort(compareStrings).join(" ")
  const counts = new Map<string, number>()
  for (const item of printed) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  const ordered = printed
    .map((item) => ({ item, key: keyOf(item) }))
    .sort(
      (a, b) =>
        counts.get(b.key)! - counts.get(a.key)! ||
        a.item.stems.size - b.item.stems.size ||
        compareStrings(a.key, b.key),
    )
  const groups: PrintedDemand[][] = []
  const leadersByStem = new Map<string, PrintedDemand[][]>()
  for (const { item } of ordered) {
    const best = mostAlike(item, leadersByStem)
    if (best !== null) {
      best.push(item)
      continue
    }
    const group = [item]
    groups.push(group)
    for (const stem of item.stems) {
      const list = leadersByStem.get(stem)
      if (list) list.push(group)
      else leadersByStem.set(stem, [group])
    }
  }
  return groups
}

/** How many leaders that share a word are compared: common words lead to many. */
const leadersMax = 200

function mostAlike(
  item: PrintedDemand,
  leadersByStem: ReadonlyMap<string, PrintedDemand[][]>,
): PrintedDemand[] | null {
  let best: { readonly group: PrintedDemand[]; readonly likeness: number } | null = null
  for (const stem of item.stems) {
    for (const group of (leadersByStem.get(stem) ?? []).slice(0, leadersMax)) {
      const score = likeness(item, group[0]!)
      if (score > 0 && (best === null || score > best.likeness)) best = { group, likeness: score }
    }
  }
  return best?.group ?? null
}

function entryOf(
  group: readonly PrintedDemand[],
  answer: Pick<DemandEntry, "answer" | "answerEvidence">,
): DemandEntry {
  return {
    by: bestParty(group, (demand) => demand.by),
    of: bestParty(group, (demand) => demand.of),
    what: bestWhat(group),
    kind: mostCommon(group.map(({ demand }) => demand.kind))!,
    evidence: distinctCitations(group.map(({ citation }) => citation)),
    ...answer,
  }
}

/** The label given most often, names and printed words alike; of equals a name. Pronouns name nobody. */
function bestParty(group: readonly PrintedDemand[], side: (demand: Demand) => Party | null): string | null {
  const labels: string[] = []
  const names = new Set<string>()
  for (const { witness, demand } of group) {
    const party = side(demand)
    if (party === null) continue
    if (party.name !== null) names.add(party.name)
    const label = party.name ?? printedParty(witness, party)
    if (!isPronoun(label)) labels.push(label)
  }
  return mostCommon(labels, (label) => names.has(label))
}

/** As printed; of "we" in a quotation its speaker, so that "the letter said" names who asks. */
function printedParty(witness: Witness, party: Party): string {
  const { report } = witness
  const { text } = report.article
  const words = spanText(text, party).replace(/\s+/g, " ")
  if (/^(?:it|they)$/i.test(words)) return askerBefore(witness, party) ?? words
  if (!/^(?:i|we|us)$/i.test(words)) return words
  const quotation = report.analysis.quotations.find(
    ({ speech, parts }) => speech && parts.some((part) => spanContains(part, party)),
  )
  const speaker = quotation?.speaker ?? null
  return speaker === null ? words : spanText(text, speaker).replace(/\s+/g, " ")
}

/** Who asked in the sentence before: "The letter demands … It also calls on …". */
function askerBefore(witness: Witness, pronoun: Party): string | null {
  const { article, analysis } = witness.report
  const sentence = sentenceIndexAt(witness, pronoun)
  for (const { by } of [...analysis.demands].reverse()) {
    if (by === null || by.end > pronoun.start) continue
    const near = sentence - sentenceIndexAt(witness, by) <= 1
    const words = spanText(article.text, by).replace(/\s+/g, " ")
    return near && !isPronoun(words) ? (by.name ?? words) : null
  }
  return null
}

/** The wording printed most often; of equals the shortest. */
function bestWhat(group: readonly PrintedDemand[]): string {
  const wordings = group.map(({ witness, demand }) =>
    spanText(witness.report.article.text, demand.what)
      .replace(/["“”«»]/g, "")
      .replace(/\s+/g, " "),
  )
  return mostCommon(wordings)!
}

/** Of equally common ones the preferred, then the shortest, then the first by code units; null for an empty list. */
function mostCommon<Item extends string>(
  items: readonly Item[],
  isPreferred: (item: Item) => boolean = () => false,
): Item | null {
  const counts = new Map<Item, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  const ranked = [...counts].sort(
    ([a, countA], [b, countB]) =>
      countB - countA ||
      Number(isPreferred(b)) - Number(isPreferred(a)) ||
      a.length - b.length ||
      compareStrings(a, b),
  )
  return ranked[0]?.[0] ?? null
}
