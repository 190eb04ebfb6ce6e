import { type Random, randomOf } from "../src/base/index.ts"
import type { ChangedQuote, Matter, Wordings } from "./spread-wordings.ts"

export type EditKind = "figure" | "name" | "date" | "attribution" | "quotation" | "dropped" | "reworded"

/** What another report does with a passage that the page changed. */
export type CopyKind = (typeof carriedKinds)[number] | (typeof cleanKinds)[number]

/** Still carries the old words, or the old value in another spelling. */
export const carriedKinds = ["verbatim", "edited", "respelled", "retold", "new elsewhere"] as const
/** Carries them no more, never did, prints them as old, or prints the same value of something else. */
export const cleanKinds = [
  "corrected",
  "retold, corrected",
  "as old",
  "elsewhere",
  "corrected, old elsewhere",
  "look-alike",
  "absent",
] as const

export interface SpreadStory {
  readonly before: string
  readonly after: string
  readonly others: readonly string[]
  readonly edits: readonly PlantedEdit[]
}

export interface PlantedEdit {
  readonly kind: EditKind
  /** The old sentence, as it stands in `before`. */
  readonly sentence: string
  /** For each of the others. */
  readonly copies: readonly PlantedCopy[]
}

export interface PlantedCopy {
  readonly kind: CopyKind
  /** What was put in, as it stands in the report; empty when nothing. */
  readonly sentence: string
}

type Slot = "town" | "n" | "day" | "name" | "body" | "was"
type Values = Readonly<Record<Slot, string>>

/** One passage of the page: what it says, in which wordings, and what it says after the edit. */
interface Passage {
  readonly wording: Matter | ChangedQuote
  readonly old: Values
  /** The same as `old` where a sentence is dropped or reworded whole, or nothing is edited. */
  readonly now: Values
  /** Every value another, but for the town: of another event like it. */
  readonly other: Values
  readonly slot: Slot | null
  readonly edit: EditKind | null
}

const editKinds = ["figure", "name", "date", "attribution", "quotation", "dropped", "reworded"] as const
const slotOf: Partial<Record<EditKind, Slot>> = {
  figure: "n",
  name: "name",
  date: "day",
  attribution: "body",
  quotation: "was",
}
const othersPerStory = 10
const matterCount = 6
const editCount = 3
const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")
const months = "January February March April June July August October".split(" ")
const tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
const ones = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ")

/**
 * A page in two versions, of which three passages were edited, and ten reports of the same event that copied it before,
 * after, with the correction, in their own words, or not at all. The same seed and wordings give the same story.
 */
export function seedSpreadStory(wordings: Wordings, seed: number): SpreadStory {
  const random = randomOf(seed)
  const passages = seedPassages(wordings, random)
  const drafts = Array.from({ length: othersPerStory }, (): string[] => [])
  for (const passage of passages)
    if (passage.edit === null)
      for (const draft of drafts)
        if (random.next() < 0.5) draft.push(fill(anyWording(passage.wording, random), passage.old))
  const edits = passages.flatMap((passage): PlantedEdit[] => {
    const kind = passage.edit
    if (kind === null) return []
    const copies = drafts.map((draft): PlantedCopy => {
      const copy = seedCopy(passage, wordings, random)
      if (copy.sentence !== "") draft.push(copy.sentence)
      return copy
    })
    return [{ kind, sentence: fill(passage.wording.told, passage.old), copies }]
  })
  return {
    before: passages.map(({ wording, old }) => fill(wording.told, old)).join("\n\n"),
    after: passages
      .map(afterEdit)
      .filter((sentence) => sentence !== "")
      .join("\n\n"),
    others: drafts.map((draft) => shuffled(draft, random).join("\n\n")),
    edits,
  }
}

function seedPassages(wordings: Wordings, random: Random): readonly Passage[] {
  const town = random.pick(wordings.towns)
  const quote = random.pick(wordings.quotes)
  const chosen: (Matter | ChangedQuote)[] = shuffled(wordings.matters, random).slice(0, matterCount)
  chosen.splice(random.below(chosen.length), 0, quote)
  const names = shuffled(wordings.surnames, random)
  const kinds = shuffled(editKinds, random)
  let edited = 0
  return chosen.map((wording, at): Passage => {
    const old = valuesOf(wordings, town, names[at]!, wording, random)
    const other = otherValues(wordings, old, names.at(-1)!, wording, random)
    const kind = edited < editCount ? kinds.find((one) => allows(wording, one)) : undefined
    if (kind === undefined) return { wording, old, now: old, other, slot: null, edit: null }
    edited++
    kinds.splice(kinds.indexOf(kind), 1)
    const slot = slotOf[kind] ?? null
    const now = slot === null ? old : { ...old, [slot]: other[slot] }
    return { wording, old, now, other, slot, edit: kind }
  })
}

function allows(wording: Matter | ChangedQuote, kind: EditKind): boolean {
  const slot = slotOf[kind]
  if ("was" in wording) return kind === "quotation" || kind === "name" || kind === "dropped"
  return slot === undefined || wording.told.includes(`{${slot}}`)
}

function valuesOf(
  wordings: Wordings,
  town: string,
  surname: string,
  wording: Matter | ChangedQuote,
  random: Random,
): Values {
  return {
    town,
    n: String(random.next() < 0.7 ? 3 + random.below(96) : 100 + random.below(900)),
    day: random.next() < 0.5 ? random.pick(weekdays) : `${1 + random.below(28)} ${random.pick(months)}`,
    name: `${random.pick(wordings.firstNames)} ${surname}`,
    body: random.pick(wordings.bodies),
    was: "was" in wording ? wording.was : "",
  }
}

function otherValues(
  wordings: Wordings,
  old: Values,
  surname: string,
  wording: Matter | ChangedQuote,
  random: Random,
): Values {
  const drawn = valuesOf(wordings, old.town, surname, wording, random)
  return {
    ...drawn,
    n: drawn.n === old.n ? String(Number(old.n) + 2) : drawn.n,
    day: drawn.day === old.day ? (old.day === "Monday" ? "Friday" : "Monday") : drawn.day,
    body: random.pick(wordings.bodies.filter((body) => body !== old.body)),
    was: "is" in wording ? wording.is : "",
  }
}

function afterEdit({ wording, now, edit }: Passage): string {
  if (edit === "dropped") return ""
  return fill(edit === "reworded" && "reworded" in wording ? wording.reworded : wording.told, now)
}

function seedCopy(passage: Passage, wordings: Wordings, random: Random): PlantedCopy {
  const { wording, old, now, other, slot, edit } = passage
  const kind = random.pick(random.next() < 0.5 ? carriedKinds : cleanKinds)
  const copy = (as: CopyKind, sentence: string): PlantedCopy => ({ kind: as, sentence })
  if (kind === "verbatim") return copy(kind, fill(wording.told, old))
  if (kind === "retold") return copy(kind, fill(random.pick(wording.retold), old))
  if (kind === "respelled") {
    const spelt = slot === null ? null : respelt(slot, old[slot])
    if (slot !== null && spelt !== null)
      return copy(kind, fill(anyCopy(wording, random), { ...old, [slot]: spelt }))
  }
  if (kind === "new elsewhere" && slot !== null && slot !== "was" && slot !== "town") {
    const aside = fill(random.pick(wordings.elsewhere[slot]), now)
    return copy(kind, `${fill(anyCopy(wording, random), old)} ${aside}`)
  }
  if (kind === "edited" || kind === "respelled" || kind === "new elsewhere")
    return copy("edited", fill(random.pick(wording.edited), old))
  if (kind === "as old") return copy(kind, asOld(passage, wordings, random))
  if (kind === "look-alike" && slot === null && "reworded" in wording)
    return copy(kind, fill(anyCopy(wording, random), other))
  if (kind === "absent" || kind === "look-alike" || edit === "dropped") return copy("absent", "")
  if (slot === null || kind === "corrected") return copy("corrected", afterEdit(passage))
  if (kind === "retold, corrected") return copy(kind, fill(random.pick(wording.retold), now))
  const told = kind === "elsewhere" ? "" : `${fill(anyCopy(wording, random), now)} `
  if (slot === "was" || slot === "town") return copy("corrected", told.trim())
  return copy(kind, `${told}${fill(random.pick(wordings.elsewhere[slot]), old)}`)
}

function asOld({ wording, old, now, slot, edit }: Passage, wordings: Wordings, random: Random): string {
  const before = lowerFirst(fill(wording.told, old))
  if (slot === null || edit === null) return random.pick(wordings.takenBack).replace("{before}", before)
  const [was, is] = [old[slot], now[slot]]
  return random
    .pick(wordings.asOld)
    .replace("{told}", fill(wording.told, now))
    .replace("{before}", before)
    .replace("{old}", was)
    .replace("{new}", is)
}

/** The same value in another house's spelling; null where it has none. */
function respelt(slot: Slot, value: string): string | null {
  if (slot === "name") return value.split(" ").at(-1)!
  if (slot === "day") return value.includes(" ") ? value.split(" ").toReversed().join(" ") : null
  if (slot !== "n" || Number(value) >= 100) return null
  const number = Number(value)
  if (number < 20) return ones[number]!
  return number % 10 === 0 ? tens[number / 10]! : `${tens[Math.floor(number / 10)]}-${ones[number % 10]}`
}

function anyCopy(wording: Matter | ChangedQuote, random: Random): string {
  return random.pick([wording.told, ...wording.edited])
}

function anyWording(wording: Matter | ChangedQuote, random: Random): string {
  return random.pick([wording.told, ...wording.edited, ...wording.retold])
}

function fill(wording: string, values: Values): string {
  const filled = wording.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot as Slot])
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

function lowerFirst(sentence: string): string {
  return /^(?:A|An|The|On|By|In|At|Before|After|Doctors|Burglars|Flood)\b/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
