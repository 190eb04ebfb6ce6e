import type { Random } from "../src/base/index.ts"

/** Substitutions for the evaluation: what a machine of ours replaces by what, known because we made it. */
export type SeededTable = ReadonlyMap<string, string>

/** `entries` words of `vocabulary`, each with a phrase of one to three other words of it; "and" is always among them. */
export function seedTable(vocabulary: readonly string[], entries: number, random: Random): SeededTable {
  const table = new Map([["and", "in addition to"]])
  for (let tries = 0; table.size < entries && tries < entries * 50; tries++) {
    const from = random.pick(vocabulary)
    const to = Array.from({ length: 1 + random.below(3) }, () => random.pick(vocabulary)).join(" ")
    if (!table.has(from) && !` ${to} `.includes(` ${from} `)) table.set(from, to)
  }
  return table
}

/** `text` with the table applied to a share of the uses of its words, with signs around; `applied` counts them. */
export function applyTable(
  text: string,
  table: SeededTable,
  share: number,
  random: Random,
  applied: Map<string, number>,
): string {
  return text.replace(/\p{L}+(?:['’]\p{L}+)*/gu, (word) => {
    const from = word.toLowerCase().replace("’", "'")
    const to = table.get(from)
    if (to === undefined || random.next() >= share) return word
    applied.set(from, (applied.get(from) ?? 0) + 1)
    return `${opens}${to}${closes}`
  })
}

/** Around each phrase put in, so that an editor's hand on it can be seen; no text has them. */
const opens = "\uE000"
const closes = "\uE001"

/** `text` without the signs that `applyTable` leaves; `standing` counts the phrases that no one touched since. */
export function unmarked(text: string, table: SeededTable, standing: Map<string, number>): string {
  const words = new Map<string, string[]>()
  for (const [from, to] of table) words.set(to, [...(words.get(to) ?? []), from])
  return text.replace(/\uE000([^\uE001]*)\uE001/g, (_, phrase: string) => {
    for (const from of words.get(phrase) ?? []) standing.set(from, (standing.get(from) ?? 0) + 1)
    return phrase
  })
}

/** `text` as an editor leaves it: of each hundred words about `percent` dropped, doubled in meaning or put otherwise. */
export function editText(
  text: string,
  vocabulary: readonly string[],
  percent: number,
  random: Random,
): string {
  return text.replace(/\p{L}+(?:['’]\p{L}+)*/gu, (word) => {
    if (random.next() * 100 >= percent) return word
    const turn = random.below(3)
    return turn === 0 ? "" : turn === 1 ? random.pick(vocabulary) : `${word} ${random.pick(vocabulary)}`
  })
}

const styles: readonly (readonly [RegExp, string])[] = [
  [/\bpercent\b/g, "%"],
  [/\bU\.S\./g, "US"],
  [/\bUnited States\b/g, "U.S."],
  [/(\w{3,})ize\b/g, "$1ise"],
  [/\bsaid\b/g, "says"],
  [/\bMr\. /g, ""],
  [/\btoday\b/g, "on Tuesday"],
  [/ and /g, " & "],
  [/\bhe said\b/g, "he told reporters"],
  [/\babout\b/g, "around"],
]

/** `text` by the rules of a house: some of a desk's usual changes, each made throughout. */
export function houseStyle(text: string, random: Random): string {
  return styles.reduce(
    (styled, [from, to]) => (random.next() < 0.4 ? styled.replace(from, to) : styled),
    text,
  )
}
