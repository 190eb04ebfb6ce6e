import { compareNullable, compareStrings, spanText } from "../base/index.ts"
import type { Citation } from "../collation/index.ts"
import type { Demand, Party } from "../language/index.ts"
import { distinctCitations } from "./citations.ts"
import { containment, contentStems, sharedCount } from "./content-words.ts"
import { answersTo, collectReplies } from "./demand-answers.ts"
import { linkedGroups } from "./linked-groups.ts"
import { isPronoun, mayBeSame, nameKeysWithin, partyKeys } from "./party-names.ts"
import type { DemandEntry } from "./record.ts"
import { isOmitted, type Witness } from "./witness.ts"

/** One demand as one report prints it. */
export interface PrintedDemand {
  readonly witness: Witness
  readonly demand: Demand
  readonly citation: Citation
  readonly stems: ReadonlySet<string>
  /** Of names within what is asked. */
  readonly names: ReadonlySet<string>
  readonly by: ReadonlySet<string>
  readonly of: ReadonlySet<string>
}

/**
 * The demands of a story, each once however many reports print it, with what was answered. Two are the same when what
 * is asked has most of its words in common and nothing known of who asks whom is against it. Most reports first.
 */
export function matchDemands(witnesses: readonly Witness[]): readonly DemandEntry[] {
  const printed = witnesses.flatMap(printedDemands)
  const replies = collectReplies(witnesses)
  const groups = linkedGroups(printed, (item) => item.stems, isSameDemand)
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

function isSameDemand(a: PrintedDemand, b: PrintedDemand): boolean {
  if (classes[a.demand.kind] !== classes[b.demand.kind]) return false
  const shared = sharedCount(a.stems, b.stems)
  const small = Math.min(a.stems.size, b.stems.size)
  if (shared < Math.min(2, small) || containment(a.stems, b.stems) < sameShare) return false
  if (small === 1 && Math.max(a.stems.size, b.stems.size) > 3) return false
  return mayBeSame(a.of, b.of)
}

/** The share of the shorter one's content words that the other must hold. */
const sameShare = 0.6

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

/** The name given most often, else the words printed most often; pronouns name nobody. */
function bestParty(group: readonly PrintedDemand[], side: (demand: Demand) => Party | null): string | null {
  const names: string[] = []
  const printed: string[] = []
  for (const { witness, demand } of group) {
    const party = side(demand)
    if (party === null) continue
    if (party.name !== null) names.push(party.name)
    const words = spanText(witness.report.article.text, party).replace(/\s+/g, " ")
    if (!isPronoun(words)) printed.push(words)
  }
  return mostCommon(names) ?? mostCommon(printed)
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

/** Of equally common ones the shortest, then the first by code units; null for an empty list. */
function mostCommon<Item extends string>(items: readonly Item[]): Item | null {
  const counts = new Map<Item, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  const ranked = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || a.length - b.length || compareStrings(a, b),
  )
  return ranked[0]?.[0] ?? null
}
