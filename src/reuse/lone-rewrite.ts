import type { AlignedChange } from "./aligned-changes.ts"
import { functionWords, nextRate, wordRate } from "./english-rates.ts"
import type { Rewrite, SubstitutionRule } from "./lineage.ts"
import { coreExpectedMin, coreWords } from "./lone-gate.ts"
import { insertionSigns, type LoneSign, lonelyWordsMin, substitutionSigns } from "./lone-signs.ts"
import { placesOfPhrase, type Wording } from "./wording.ts"

/** A sign that no honest text comes near. */
const proofSurpriseMin = 25
const proofSeenMin = 4
/** A core word's lack is believed from here on where something else proves the machine. */
const believedSurpriseMin = 15

/**
 * The substitutions of a machine that one report shows without its source, or null when it shows none that proves one.
 * Two things prove it: a word that English cannot do without is missing and an odd phrase stands in its places; or a
 * common word never stands without the same odd companion. Once proved, weaker signs are believed: what other reports
 * have in the passages they share, small letters at the head of sentences, an adverb before every use of a word.
 * `changesSeen` is asked for once a machine is proved: hardly ever.
 */
export function loneRewrite(
  report: Rewrite["report"],
  wording: Wording,
  changesSeen: () => readonly AlignedChange[],
): Rewrite | null {
  if (wording.forms.length < lonelyWordsMin) return null
  const insertions = insertionSigns(wording, 2)
  const proofs: LoneSign[] = insertions.filter((sign) => isProof(sign) && functionWords.includes(sign.from))
  const substitutions = substitutionSigns(wording, new Set(proofs.flatMap(({ from, to }) => [from, to])))
  const lacks = substitutions.filter(
    (sign) => isCoreLack(wording, sign) && sign.to.includes(" ") && sign.surprise >= believedSurpriseMin,
  )
  if (![...proofs, ...lacks].some(isProof)) return null
  proofs.push(...lacks)
  const rules = new Map<string, SubstitutionRule>()
  const evidence = proofs.map(({ why }) => why)
  const claim = ({ from, to, seen, outOf }: SubstitutionRule): boolean => {
    const key = `${from}\n${to}`
    if (rules.has(key) || [...rules.values()].some((rule) => holds(rule.to, to) || holds(to, rule.to)))
      return false
    rules.set(key, { from, to, seen, outOf })
    return true
  }
  for (const proof of proofs) claim(proof)
  for (const change of changesSeen()) {
    const rule = believedChange(wording, change)
    if (rule && claim(rule)) evidence.push(`other reports have "${rule.from}" where this has "${rule.to}"`)
  }
  for (const sign of [...insertions.filter(isAdverbBefore), ...damagedSubstitutions(wording, rules)])
    if (claim(sign)) evidence.push(sign.why)
  if (rules.size < 2) return null
  return { report, source: null, rules: sortRules([...rules.values()]), evidence }
}

/** True when the words of `inner` stand in `outer`. */
function holds(outer: string, inner: string): boolean {
  return ` ${outer} `.includes(` ${inner} `)
}

/** Most often seen first; of equals by `from`, then `to`. */
export function sortRules(rules: readonly SubstitutionRule[]): readonly SubstitutionRule[] {
  return [...rules].sort(
    (x, y) => y.seen - x.seen || (x.from < y.from ? -1 : x.from > y.from ? 1 : x.to < y.to ? -1 : 1),
  )
}

function isProof(sign: LoneSign): boolean {
  return sign.surprise >= proofSurpriseMin && sign.seen >= proofSeenMin
}

function isCoreLack(wording: Wording, sign: LoneSign): boolean {
  const expected = ((wordRate(sign.from) ?? 0) * wording.forms.length) / 1e6
  return coreWords.includes(sign.from) && expected >= coreExpectedMin
}

/** An adverb put before every use of a word. */
function isAdverbBefore({ from, to }: LoneSign): boolean {
  return to.endsWith(` ${from}`) && /^\p{L}{3,}ly /u.test(to)
}

/** Pronouns of persons and words of one tense are missing from many an honest text. */
const oftenMissing: ReadonlySet<string> = new Set(
  "he she his you we they their or were had been would not but have an".split(" "),
)

/** Words missing for which a phrase stands that begins sentences with a small letter. */
function damagedSubstitutions(
  wording: Wording,
  rules: ReadonlyMap<string, SubstitutionRule>,
): readonly LoneSign[] {
  const claimed = new Set([...oftenMissing, ...[...rules.values()].flatMap(({ from, to }) => [from, to])])
  return substitutionSigns(wording, claimed).filter(({ to }) =>
    placesOfPhrase(wording, to.split(" ")).some(
      (place) => wording.begins[place] === 1 && wording.small[place] === 1,
    ),
  )
}

const keptShareMax = 0.5
const singleExpectedMin = 1.5
const contextShareMin = 0.1

/**
 * A change seen in shared passages, as a rule: twice, or once where the whole report bears it out, the word changed
 * being missing from it, or from before the word that follows.
 */
function believedChange(wording: Wording, change: AlignedChange): SubstitutionRule | null {
  const { from, to, places, kept } = change
  const seen = places.length
  if (kept > keptShareMax * (seen + kept)) return null
  if (seen >= 2) return { from, to, seen, outOf: seen + kept }
  const rate = wordRate(from)
  if (rate === null) return null
  const expected = (rate * wording.forms.length) / 1e6
  const toForms = to.split(" ")
  const standing = placesOfPhrase(wording, toForms)
  if (standing.length < 2) return null
  if ((wording.places.get(from)?.length ?? 0) === 0 && expected >= singleExpectedMin)
    return { from, to, seen, outOf: seen }
  const next = wording.forms[places[0]! + toForms.length]
  if (next === undefined) return null
  const share = nextRate(from, next)
  if (share < contextShareMin || share * expected < singleExpectedMin) return null
  if (placesOfPhrase(wording, [from, next]).length > 0) return null
  const together = placesOfPhrase(wording, [...toForms, next]).length
  return together < 2 ? null : { from, to, seen: together, outOf: together }
}
