import type { Alignment } from "./align.ts"
import { isQuotedWord } from "./classify-link.ts"
import { wordRate } from "./english-rates.ts"
import type { Rewrite, SubstitutionRule } from "./lineage.ts"
import { sortRules } from "./lone-rewrite.ts"
import { mayRecur, type ReplacedWords, settingWords } from "./recurring-words.ts"
import type { PreparedReport } from "./reuse-report.ts"
import { substitutionBlocks } from "./substitution-blocks.ts"
import { learnTable, type Replacement, type SubstitutionTable } from "./substitution-table.ts"
import { placesOfPhrase, type Wording } from "./wording.ts"

/** One explains this much of the other, or their changes are no table. */
const sharedMin = 0.3
const replacementsMin = 4

/** A table names a machine from so many rules, used so often, that account for so much of all that was changed. */
const rulesMin = 5
const usesMin = 10
const explainedMin = 0.5
/** Nobody honest changes words inside quotation marks: with so many uses there, less need be accounted for. */
const quotedMin = 4
const explainedQuotedMin = 0.4

/** A report beside what may be its source. */
interface Pairing {
  readonly report: PreparedReport
  readonly source: PreparedReport
  readonly alignment: Alignment
  readonly share: number
  /** What stands for what, from the source to the report. */
  readonly blocks: readonly ReplacedWords[]
}

interface LearntPairing extends Pairing {
  readonly replacements: readonly Replacement[]
}

/**
 * Reports whose differences from a source follow a table, pooled over the reports of one site. Of a pair whose changes
 * read as a table both ways, the odder wording is the rewritten one: the machine's phrases are longer and rarer.
 */
export function pairedRewrites(
  alignments: readonly Alignment[],
  wordingFor: (prepared: PreparedReport) => Wording,
): readonly Rewrite[] {
  const pools = new Map<string, Pairing[]>()
  for (const alignment of alignments) {
    if (Math.max(alignment.link.aShare, alignment.link.bShare) < sharedMin) continue
    for (const pairing of pairingsOf(alignment)) {
      const key = pairing.report.report.site ?? `\n${pairing.report.report.id}`
      const pool = pools.get(key)
      if (pool) pool.push(pairing)
      else pools.set(key, [pairing])
    }
  }
  const best = new Map<PreparedReport, Verdict>()
  for (const pool of pools.values()) {
    if (!mayBeMachine(pool)) continue
    const pairings = pool.map((pairing) => ({
      ...pairing,
      replacements: replacementsOf(pairing, wordingFor),
    }))
    const table = learnTable(
      pairings.flatMap(({ replacements }) => replacements),
      keptWords(pairings, wordingFor),
    )
    const odd = oddness(table.rules)
    if (!isMachine(table) || odd <= 0) continue
    for (const pairing of pairings) {
      const known = best.get(pairing.report)
      if (!known || pairing.share > known.pairing.share) best.set(pairing.report, { pairing, table, odd })
    }
  }
  const verdicts = [...best.values()].filter(({ pairing, odd }) => {
    const reverse = best.get(pairing.source)
    return !reverse || reverse.odd < odd
  })
  return verdicts.flatMap(({ pairing, table }) => rewriteOf(pairing, table, wordingFor(pairing.source)))
}

interface Verdict {
  readonly pairing: LearntPairing
  readonly table: SubstitutionTable
  readonly odd: number
}

/** Uses of each word that stand unchanged in both texts of a pair. */
function keptWords(
  pairings: readonly Pairing[],
  wordingFor: (prepared: PreparedReport) => Wording,
): ReadonlyMap<string, number> {
  const kept = new Map<string, number>()
  for (const { alignment, report } of pairings) {
    const { forms } = wordingFor(report)
    for (const { runs } of alignment.passages)
      for (const run of runs)
        for (let k = 0; k < run.length; k++) {
          const form = forms[(report === alignment.a ? run.a : run.b) + k]!
          kept.set(form, (kept.get(form) ?? 0) + 1)
        }
  }
  return kept
}

function pairingsOf(alignment: Alignment): readonly Pairing[] {
  const { a, b, link } = alignment
  const forward: ReplacedWords[] = []
  const backward: ReplacedWords[] = []
  for (const block of substitutionBlocks(alignment)) {
    if (block.a.count === 0 || block.b.count === 0) continue
    forward.push({ from: block.a, to: block.b })
    backward.push({ from: block.b, to: block.a })
  }
  if (forward.length < replacementsMin) return []
  return [
    { report: b, source: a, alignment, share: link.bShare, blocks: forward },
    { report: a, source: b, alignment, share: link.aShare, blocks: backward },
  ]
}

/** False where no table could name a machine, by the hashes of the words alone: so for nearly every pool. */
function mayBeMachine(pool: readonly Pairing[]): boolean {
  return mayRecur(
    pool.map(({ report, source, blocks }) => ({
      source: source.words.hashes,
      report: report.words.hashes,
      blocks,
    })),
    usesMin,
    explainedQuotedMin,
  )
}

function replacementsOf(
  { report, source, blocks }: Pairing,
  wordingFor: (prepared: PreparedReport) => Wording,
): readonly Replacement[] {
  const [old, own] = [wordingFor(source).forms, wordingFor(report).forms]
  return blocks.map(({ from, to }) => ({
    from: old.slice(from.first, from.first + from.count),
    to: own.slice(to.first, to.first + to.count),
    before: old.slice(Math.max(0, from.first - settingWords), from.first).join(" "),
    after: old.slice(from.first + from.count, from.first + from.count + settingWords).join(" "),
    quoted: isQuotedWord(source, from.first) && isQuotedWord(report, to.first),
  }))
}

function isMachine({ rules, explained, quoted }: SubstitutionTable): boolean {
  const uses = rules.reduce((sum, { seen }) => sum + seen, 0)
  if (rules.length < rulesMin || uses < usesMin) return false
  return explained >= explainedMin || (quoted >= quotedMin && explained >= explainedQuotedMin)
}

/** How much odder the phrases put in are than the words they stand for, over all uses; below zero they are plainer. */
function oddness(rules: readonly SubstitutionRule[]): number {
  return rules.reduce((sum, { from, to, seen }) => sum + seen * (commonness(from) - commonness(to)), 0)
}

const rareRate = 10
/** Each further word makes a phrase about so many times rarer. */
const phraseRarity = 30

function commonness(phrase: string): number {
  const words = phrase.split(" ")
  const rate = Math.min(...words.map((word) => wordRate(word) ?? rareRate))
  return Math.log(rate) - (words.length - 1) * Math.log(phraseRarity)
}

function rewriteOf(pairing: LearntPairing, table: SubstitutionTable, source: Wording): readonly Rewrite[] {
  const own = learnOwn(pairing, table, source)
  const uses = own.reduce((sum, { seen }) => sum + seen, 0)
  if (own.length < rulesMin || uses < explainedMin * pairing.replacements.length) return []
  const evidence = [
    `${own.length} substitutions recur, ${uses} times in all, and account for ${Math.floor(table.explained * 100)} % of what was changed`,
  ]
  if (table.quoted > 0) evidence.push(`${table.quoted} of them change words inside quotation marks`)
  return [
    { report: pairing.report.report.id, source: pairing.source.report.id, rules: sortRules(own), evidence },
  ]
}

/** The table's rules as this report uses them, out of the uses of their words in the source. */
function learnOwn(
  pairing: LearntPairing,
  table: SubstitutionTable,
  source: Wording,
): readonly SubstitutionRule[] {
  const joined = pairing.replacements.map(({ from, to }) => ({
    from: ` ${from.join(" ")} `,
    to: ` ${to.join(" ")} `,
  }))
  return table.rules.flatMap(({ from, to }) => {
    const seen = joined.filter(
      (item) => item.from.includes(` ${from} `) && item.to.includes(` ${to} `),
    ).length
    const outOf = Math.max(seen, placesOfPhrase(source, from.split(" ")).length)
    return seen > 0 ? [{ from, to, seen, outOf }] : []
  })
}
