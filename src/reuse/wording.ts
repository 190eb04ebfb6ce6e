import { foldedToken } from "../language/index.ts"
import type { PreparedReport } from "./reuse-report.ts"

/** The counted words of a report as strings, with what their setting shows. Columns of equal length. */
export interface Wording {
  /** Folded, as tokens are compared. */
  readonly forms: readonly string[]
  /** 1 where a sentence or paragraph begins with the word. */
  readonly begins: Uint8Array
  /** 1 where the word begins with a small letter. */
  readonly small: Uint8Array
  /** The places of each form, ascending. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** Uses of "&", which stands for a word and is none. */
  readonly ampersands: number
}

export function wordingOf({ report, words }: PreparedReport): Wording {
  const { text, tokens } = report
  const forms: string[] = []
  const begins = new Uint8Array(words.count)
  const small = new Uint8Array(words.count)
  const places = new Map<string, number[]>()
  let end = 0
  for (let i = 0; i < words.count; i++) {
    const token = words.tokens[i]!
    const form = foldedToken(text, tokens, token)
    forms.push(form)
    const at = places.get(form)
    if (at) at.push(i)
    else places.set(form, [i])
    const start = tokens.starts[token]!
    begins[i] = i === 0 || parts(text, end, start, forms[i - 1]!) ? 1 : 0
    const first = text[start]!
    small[i] = first === first.toLowerCase() && first !== first.toUpperCase() ? 1 : 0
    end = tokens.ends[token]!
  }
  return { forms, begins, small, places, ampersands: text.split("&").length - 1 }
}

/**
 * True where what stands between two words ends a sentence; the point of an abbreviation ends none. A long stretch
 * between them is set aside and parts too.
 */
function parts(text: string, from: number, to: number, before: string): boolean {
  const between = text.slice(from, Math.min(to, from + 13))
  if (between.length > 12) return true
  if (between === ". " && (before.includes(".") || before.length <= 3)) return false
  return /[.!?\n]/.test(between)
}

/** How often a run of forms stands in a wording, and where; never across the end of a sentence. */
export function placesOfPhrase(wording: Wording, phrase: readonly string[]): readonly number[] {
  const first = wording.places.get(phrase[0]!) ?? []
  return first.filter((at) =>
    phrase.every((form, k) => wording.forms[at + k] === form && (k === 0 || wording.begins[at + k] === 0)),
  )
}

const pairsVaryMin = 0.75
const sideVariesMin = 0.4

/**
 * True when the words around the uses of a phrase of `count` words vary as they do in prose, not in a list, a refrain
 * or a form. A machine's substitution goes wherever the word went; a formula repeats its setting.
 */
export function settingsVary(wording: Wording, places: readonly number[], count: number): boolean {
  const before = new Set<string>()
  const after = new Set<string>()
  const both = new Set<string>()
  for (const place of places) {
    const left = settingAt(wording, place - 1)
    const right = settingAt(wording, place + count)
    before.add(left)
    after.add(right)
    both.add(`${left}\n${right}`)
  }
  const sides = Math.min(before.size, after.size)
  return both.size >= pairsVaryMin * places.length && sides >= sideVariesMin * places.length
}

/** Numbers are one setting: a tariff repeats itself however its figures vary. */
function settingAt(wording: Wording, place: number): string {
  const form = wording.forms[place] ?? ""
  return /^\p{Nd}/u.test(form) ? "0" : form
}
