import type { Random } from "../src/base/index.ts"
import { type LineageSeed, seedLineage } from "./seeded-lineages.ts"
import { editText } from "./seeded-tables.ts"

/** One version of a text, and what it was really made from: none, one or two. */
export interface MergedVersion {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly parents: readonly string[]
}

const firstDay = 60

/** How a text is put together, or what looks like it and is not. */
const makings = ["paragraphs", "halves", "taken from"] as const

/**
 * Two families of versions, of texts that share nothing, and texts made of versions of both: one whole with paragraphs
 * of the other between, or a half of each. "Taken from" is the counter-example: one long text of which two others each
 * hold a half, with words of their own. Each such text is copied once more. Dates are made as for lineages.
 */
export function seedMerges(
  originals: readonly [string, string, string],
  vocabulary: readonly string[],
  seed: LineageSeed,
  random: Random,
): readonly MergedVersion[] {
  const [left, right] = originals
    .slice(0, 2)
    .map((text, i) => seedLineage(`${"pq"[i]}`, text!, vocabulary, { ...seed, day: firstDay }, random))
  const versions: MergedVersion[] = [...left!, ...right!].map(({ parent, ...version }) => ({
    ...version,
    parents: parent === null ? [] : [parent],
  }))
  const start = Date.UTC(2031, 0, 1 + firstDay)
  const add = (id: string, text: string, parents: readonly string[], hours: number): void => {
    const turn = random.next()
    const wrong = turn < seed.falseTimes ? (2 * random.next() - 1) * seed.falseByHours : 0
    const missing = turn >= seed.falseTimes && turn < seed.falseTimes + seed.missingTimes
    const at = new Date(start + (hours + wrong) * 3_600_000).toISOString().slice(0, 16)
    versions.push({ id, text, published: missing ? null : `${at}Z`, parents })
  }
  const edited = (text: string): string => editText(text, vocabulary, 100 * seed.change, random)
  for (const [i, making] of makings.entries()) {
    if (making === "taken from") {
      const whole = originals[2]
      const own = [left!, right!].map((family) => sentencesOf(family[0]!.text).slice(0, 6).join(" "))
      const half = sentencesOf(whole)
      const cut = half.length >> 1
      add("t0", whole, [], 20)
      add(
        "t1",
        edited(`${rewritten(own[0]!, vocabulary, random)} ${half.slice(0, cut).join(" ")}`),
        ["t0"],
        24,
      )
      add("t2", edited(`${rewritten(own[1]!, vocabulary, random)} ${half.slice(cut).join(" ")}`), ["t0"], 25)
      continue
    }
    const [one, two] = [random.pick(left!), random.pick(right!)]
    const [x, y] = [sentencesOf(one.text), sentencesOf(two.text)]
    const text =
      making === "halves"
        ? [...x.slice(0, x.length >> 1), ...y.slice(y.length >> 1)].join(" ")
        : withParagraphs(x, y, random)
    add(`m${i}`, edited(text), [one.id, two.id], 40)
    add(`n${i}`, edited(edited(text)), [`m${i}`], 44)
  }
  return versions
}

/** Two or three runs of sentences of `y` put into `x`, in their order. */
function withParagraphs(x: readonly string[], y: readonly string[], random: Random): string {
  const runs = 2 + random.below(2)
  const sentences = [...x]
  for (let run = runs; run > 0; run--) {
    const from = Math.floor(((run - 1) * y.length) / runs)
    const taken = y.slice(from, from + 2 + random.below(2))
    sentences.splice(Math.floor((run * x.length) / (runs + 1)), 0, ...taken)
  }
  return sentences.join(" ")
}

/** Words in the place of words: as long as `text`, and not it. */
function rewritten(text: string, vocabulary: readonly string[], random: Random): string {
  return text.replace(/\p{L}{3,}/gu, () => random.pick(vocabulary))
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”]?)\s+/)
}

/**
 * One family of versions, and texts whose first part follows one version and whose last another, neither of which comes
 * from the other: cut between sentences at about the same place of both, edited, and copied once more.
 */
export function seedMixed(
  original: string,
  vocabulary: readonly string[],
  seed: LineageSeed,
  random: Random,
): readonly MergedVersion[] {
  const family = seedLineage("p", original, vocabulary, { ...seed, day: firstDay }, random)
  const versions: MergedVersion[] = family.map(({ parent, ...version }) => ({
    ...version,
    parents: parent === null ? [] : [parent],
  }))
  const parentOf = new Map(family.map(({ id, parent }) => [id, parent]))
  const comesFrom = (id: string, from: string): boolean => {
    let at: string | null = id
    while (at !== null && at !== from) at = parentOf.get(at) ?? null
    return at === from
  }
  const pairs = family.flatMap((x) =>
    family.filter((y) => !comesFrom(x.id, y.id) && !comesFrom(y.id, x.id)).map((y) => [x, y] as const),
  )
  if (pairs.length === 0) return versions
  const [one, two] = random.pick(pairs)
  const [x, y] = [sentencesOf(one.text), sentencesOf(two.text)]
  const cut = Math.round(Math.min(x.length, y.length) * (0.3 + 0.4 * random.next()))
  const percent = 100 * seed.change
  const text = editText([...x.slice(0, cut), ...y.slice(cut)].join(" "), vocabulary, percent, random)
  const add = (id: string, made: string, parents: readonly string[], hours: number): void => {
    const missing = random.next() < seed.missingTimes
    const at = new Date(Date.UTC(2031, 0, 1 + firstDay) + hours * 3_600_000).toISOString().slice(0, 16)
    versions.push({ id, text: made, published: missing ? null : `${at}Z`, parents })
  }
  add("m0", text, [one.id, two.id], 40)
  add("n0", editText(text, vocabulary, percent, random), ["m0"], 44)
  return versions
}
