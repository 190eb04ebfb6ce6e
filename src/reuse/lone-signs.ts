import { functionWords, nextRate, previousRate, wordRate } from "./english-rates.ts"
import { placesOfPhrase, settingsVary, type Wording } from "./wording.ts"

/**
 * A substitution that one report shows by itself. `surprise` is how unlikely honest English is to look so, in nats;
 * only what no honest text comes near is proof, the rest needs a proof beside it.
 */
export interface LoneSign {
  readonly from: string
  readonly to: string
  readonly seen: number
  readonly outOf: number
  readonly surprise: number
  readonly why: string
}

/** Words in the shortest text that says anything about rates. */
export const lonelyWordsMin = 150

/** A common word whose every use has the same odd word at its side: "is actually". */
export function insertionSigns(wording: Wording, seenMin: number): readonly LoneSign[] {
  const signs: LoneSign[] = []
  for (const [base, at] of wording.places) {
    const rate = wordRate(base)
    if (rate === null || rate < baseRateMin || at.length < seenMin) continue
    for (const side of [1, -1] as const) {
      const beside = commonestBeside(wording, at, side)
      if (beside === null || !isOddBeside(wording, base, beside.form, rate)) continue
      if (beside.seen < seenMin || beside.seen < insertedShareMin * at.length) continue
      const chance = side === 1 ? nextRate(base, beside.form) : previousRate(base, beside.form)
      const phrase = side === 1 ? `${base} ${beside.form}` : `${beside.form} ${base}`
      if (!settingsVary(wording, placesOfPhrase(wording, phrase.split(" ")), 2)) continue
      signs.push({
        from: base,
        to: phrase,
        seen: beside.seen,
        outOf: at.length,
        surprise:
          -beside.seen * Math.log(Math.max(chance, collocationRate)) -
          (at.length - beside.seen) * Math.log(4),
        why: `"${base}" stands ${at.length} times, ${beside.seen} of them as "${phrase}"`,
      })
    }
  }
  return signs.sort(bySurprise)
}

const baseRateMin = 900
/** Set phrases are not in the rates: a word may follow another about so often without our knowing. */
const collocationRate = 0.02
const insertedShareMin = 0.8

function commonestBeside(
  wording: Wording,
  at: readonly number[],
  side: 1 | -1,
): { readonly form: string; readonly seen: number } | null {
  const counts = new Map<string, number>()
  for (const place of at) {
    const beside = place + side
    if (beside < 0 || beside >= wording.forms.length) continue
    if (wording.begins[Math.max(place, beside)] === 1) continue
    const form = wording.forms[beside]!
    counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  let best: { form: string; seen: number } | null = null
  for (const [form, seen] of counts)
    if (best === null || seen > best.seen || (seen === best.seen && form < best.form)) best = { form, seen }
  return best
}

/** A word of the language, rarer than the one beside it, that hardly stands anywhere else. */
function isOddBeside(wording: Wording, base: string, form: string, baseRate: number): boolean {
  const rate = wordRate(form)
  if (rate === null || rate >= baseRate || form === base) return false
  const all = wording.places.get(form)!
  const own = all.filter((place) => wording.forms[place - 1] === base || wording.forms[place + 1] === base)
  return own.length >= insertedShareMin * all.length && all.some((place) => wording.small[place] === 1)
}

/** A common word that is missing, and an odd phrase that stands as often as the word should. */
export function substitutionSigns(wording: Wording, claimed: ReadonlySet<string>): readonly LoneSign[] {
  const lacking = functionWords.flatMap((word) => {
    const expected = ((wordRate(word) ?? 0) * wording.forms.length) / 1e6
    const left = (wording.places.get(word)?.length ?? 0) + (word === "and" ? wording.ampersands : 0)
    const lacks = expected >= expectedMin && left <= leftShareMax * expected && !claimed.has(word)
    return lacks ? [{ word, expected, left }] : []
  })
  if (lacking.length === 0) return []
  const phrases = oddPhrases(wording, claimed)
  const signs: LoneSign[] = []
  for (const { word, expected, left } of lacking) {
    const lack = expected - left + (left > 0 ? left * Math.log(left / expected) : 0)
    for (const phrase of phrases) {
      const { places } = phrase
      if (places.length < expected * seenShareMin || places.length > expected * seenShareMax) continue
      if (phrase.forms.includes(word)) continue
      const fit = slotFit(wording, word, phrase)
      if (fit < slotFitMin) continue
      const to = phrase.forms.join(" ")
      signs.push({
        from: word,
        to,
        seen: places.length,
        outOf: places.length + left,
        surprise: lack * lackWeight + phraseWeight(phrase, expected, lack) + fit * places.length,
        why: `"${word}" stands ${left} times in ${wording.forms.length} words, about ${Math.round(expected)} are usual; "${to}" stands ${places.length} times`,
      })
    }
  }
  return bestEach(signs.sort(bySurprise))
}

/** Uses that a missing word should have had, and the share of them that may be left. */
const expectedMin = 1.5
const leftShareMax = 0.06
/** How many uses of the phrase go with one expected use of the word. */
const seenShareMin = 0.25
const seenShareMax = 4
/** Honest texts stray from the usual rates further than chance alone would let them. */
const lackWeight = 0.6
const slotFitMin = -0.5

/** An odd phrase tells no more than a few times what the lack does, and less where it is too rare to fill it. */
function phraseWeight(phrase: OddPhrase, expected: number, lack: number): number {
  const filled = Math.min(1, phrase.places.length / expected)
  return filled * Math.min(phrase.surprise, 3 * lack) + 3 * Math.min(2, phrase.damaged)
}

interface OddPhrase {
  readonly forms: readonly string[]
  readonly places: readonly number[]
  readonly surprise: number
  /** Uses at the head of a sentence with a small letter: where a machine put it. */
  readonly damaged: number
}

const phraseWordsMax = 4
const phraseSurpriseMin = 6

/** Runs of common words that stand far more often than they should, each as long as it can be. */
function oddPhrases(wording: Wording, claimed: ReadonlySet<string>): readonly OddPhrase[] {
  const counts = new Map<string, number>()
  for (let first = 0; first < wording.forms.length; first++) {
    let key = ""
    for (let last = first; last < Math.min(first + phraseWordsMax, wording.forms.length); last++) {
      const form = wording.forms[last]!
      if (wordRate(form) === null || (last > first && wording.begins[last] === 1)) break
      key = last === first ? form : `${key} ${form}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const found: OddPhrase[] = []
  for (const [key, count] of counts) {
    if (count < 2 || claimed.has(key)) continue
    const phrase = oddPhrase(wording, key.split(" "))
    if (phrase) found.push(phrase)
  }
  return found.filter((phrase) => !found.some((other) => swallows(other, phrase)))
}

function oddPhrase(wording: Wording, forms: readonly string[]): OddPhrase | null {
  const rates = forms.map(wordRate)
  if (rates.includes(null)) return null
  const places = placesOfPhrase(wording, forms)
  if (places.length < 2) return null
  const rarest = Math.min(...rates.map((rate) => rate!))
  const expected = (rarest * wording.forms.length * (forms.length > 1 ? 0.3 : 1)) / 1e6
  const surprise = places.length * Math.log(places.length / expected) - places.length + expected
  if (places.length < expected || surprise < phraseSurpriseMin) return null
  if (!settingsVary(wording, places, forms.length)) return null
  const damaged = places.filter((place) => wording.begins[place] === 1 && wording.small[place] === 1).length
  return { forms, places, surprise, damaged }
}

/** True when `other` holds `phrase` and stands nearly as often. */
function swallows(other: OddPhrase, phrase: OddPhrase): boolean {
  if (other.forms.length <= phrase.forms.length || other.places.length < 0.85 * phrase.places.length)
    return false
  return ` ${other.forms.join(" ")} `.includes(` ${phrase.forms.join(" ")} `)
}

/** How much better the neighbours of `phrase` go with `word` than with a word at random, a use, in nats. */
function slotFit(wording: Wording, word: string, phrase: OddPhrase): number {
  let sum = 0
  for (const place of phrase.places) {
    const next = place + phrase.forms.length
    if (wording.begins[place] === 0 && place > 0) {
      const form = wording.forms[place - 1]!
      sum += likelihood(previousRate(word, form), form)
    }
    if (next < wording.forms.length && wording.begins[next] === 0) {
      const form = wording.forms[next]!
      sum += likelihood(nextRate(word, form), form)
    }
  }
  return sum / phrase.places.length
}

function likelihood(rate: number, form: string): number {
  const usual = wordRate(form)
  return usual === null ? 0 : Math.log(Math.max(rate, 0.0002) / Math.max(usual / 1e6, 0.0002))
}

/** The first sign of each word and of each phrase. */
function bestEach(signs: readonly LoneSign[]): readonly LoneSign[] {
  const taken = new Set<string>()
  return signs.filter(({ from, to }) => {
    if (taken.has(`from ${from}`) || taken.has(`to ${to}`)) return false
    taken.add(`from ${from}`).add(`to ${to}`)
    return true
  })
}

function bySurprise(a: LoneSign, b: LoneSign): number {
  return b.surprise - a.surprise || (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1)
}
