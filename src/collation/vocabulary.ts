import { compareStrings } from "../base/index.ts"

/** A token as collation compares it: what is printed, and the form by which it is matched. */
export interface CollationToken {
  readonly text: string
  readonly form: string
  readonly kind: "word" | "number" | "mark"
}

/** Every form of some witnesses, numbered in the order of their strings, so that no number tells who came first. */
export interface Vocabulary {
  readonly forms: readonly string[]
  readonly kinds: readonly CollationToken["kind"][]
  readonly idOf: ReadonlyMap<string, number>
  /** What aligning two forms is worth; see `pairScore`. Symmetric. Remembers what it has worked out. */
  readonly score: (a: number, b: number) => number
  /** The same where any two words are alike or not. */
  readonly evenScore: (a: number, b: number) => number
}

export function vocabularyOf(witnesses: readonly (readonly CollationToken[])[]): Vocabulary {
  const kindByForm = new Map<string, CollationToken["kind"]>()
  for (const tokens of witnesses) for (const token of tokens) kindByForm.set(token.form, token.kind)
  const forms = [...kindByForm.keys()].sort(compareStrings)
  const kinds = forms.map((form) => kindByForm.get(form)!)
  const idOf = new Map(forms.map((form, id) => [form, id]))
  const known = new Map<number, number>()
  const score = (a: number, b: number): number => {
    if (a > b) return score(b, a)
    const key = a * forms.length + b
    let value = known.get(key)
    if (value === undefined) {
      value = pairScore(forms[a]!, kinds[a]!, forms[b]!, kinds[b]!)
      if (known.size < rememberedMax) known.set(key, value)
    }
    return value
  }
  const evenScore = (a: number, b: number): number => {
    const marks = Number(kinds[a] === "mark") + Number(kinds[b] === "mark")
    if (a === b) return marks > 0 ? equalMarks : 0
    return marks === 0 ? -1 : marks === 1 ? markAgainstWord : 0
  }
  return { forms, kinds, idOf, score, evenScore }
}

const rememberedMax = 1 << 22

const equalMarks = 0.5
/** Less than two gaps cost, so that a mark never stands in a word's row. */
const markAgainstWord = -14

/**
 * What it is worth to put two forms in one row. Words outrank marks, whatever number of marks; long words outrank
 * short ones; unlike words of like spelling and unlike numbers are worth something, since they are one word altered.
 */
function pairScore(
  a: string,
  aKind: CollationToken["kind"],
  b: string,
  bKind: CollationToken["kind"],
): number {
  if (a === b) return aKind === "mark" ? equalMarks : a.length <= 3 && aKind === "word" ? 8 : 12
  if (aKind === "mark" || bKind === "mark") return aKind === bKind ? 0 : markAgainstWord
  if (aKind === "number" && bKind === "number") return 2
  const likeness = spellingLikeness(a, b)
  return likeness >= 0.5 ? Math.round(likeness * 10) - 2 : -3
}

/**
 * One less the share of letters to change: 1 for equal words, 0 for words with nothing in common.
 * Cost: the product of the lengths, which are cut at 32.
 */
export function spellingLikeness(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest > 32 || Math.abs(a.length - b.length) * 2 > longest) return 0
  const row = new Uint8Array(b.length + 1)
  for (let j = 1; j <= b.length; j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    let diagonal = i - 1
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!
      row[j] = Math.min(above + 1, row[j - 1]! + 1, letter === b.charCodeAt(j - 1) ? diagonal : diagonal + 1)
      diagonal = above
    }
  }
  return 1 - row[b.length]! / longest
}
