import { closeSync, openSync, writeSync } from "node:fs"
import { type Random, randomOf } from "../src/base/index.ts"

const commonWords = 30_000
/** Names and numbers that few reports have. */
const rareWords = 3_000_000
const rareShare = 0.03
const wordsPerReport = 645
/** One report in so many is a copy of an earlier one, in which 3 % of the words are changed. */
const copyEvery = 20

const syllables =
  "ba ce di fo gu hal ir jen kon lu mer nor op pel qua ros ste tur ul ven wor xi yar zet".split(" ")

/** Invented words, the more common the shorter: about six bytes each with the blank, as in news. */
function wordOf(rank: number): string {
  let word = ""
  for (let rest = rank + 20; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length]!
  return word
}

/** A text of about 4 kB whose words are drawn as language draws them (Zipf), with a long tail of rare ones. */
export function zipfText(seed: number): string {
  const random = randomOf(seed)
  return Array.from({ length: wordsPerReport }, () =>
    random.next() < rareShare
      ? `N${random.below(rareWords).toString(36)}`
      : wordOf(Math.floor(commonWords ** random.next())),
  ).join(" ")
}

/** The text with 3 % of its words changed. */
export function changed(text: string, random: Random): string {
  return text.replace(/\S+/g, (word) => (random.next() < 0.03 ? wordOf(random.below(commonWords)) : word))
}

/** Report `i` of the corpus: any part of it can be made by itself, so that it costs no memory. */
export function corpusText(i: number): string {
  if (i % copyEvery !== copyEvery - 1) return zipfText(i + 1)
  const random = randomOf(i)
  const source = random.below(i)
  return changed(zipfText(source % copyEvery === copyEvery - 1 ? source : source + 1), random)
}

/** Writes the first `count` reports as JSON Lines. */
export function writeCorpus(file: string, count: number): void {
  const descriptor = openSync(file, "w")
  let pending = ""
  for (let i = 0; i < count; i++) {
    pending += `${JSON.stringify({ id: `r${String(i).padStart(8, "0")}`, text: corpusText(i) })}\n`
    if (pending.length < 1 << 20 && i + 1 < count) continue
    writeSync(descriptor, pending)
    pending = ""
  }
  closeSync(descriptor)
}
