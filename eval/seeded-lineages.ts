import type { Random } from "../src/base/index.ts"

/** One version of a text in a generated family, and what was really so. */
export interface SeededVersion {
  readonly id: string
  readonly text: string
  /** As the reader sees it: false for some, missing for some. */
  readonly published: string | null
  /** Null for the origin. */
  readonly parent: string | null
}

export interface LineageSeed {
  readonly versions: number
  readonly falseTimes: number
  readonly missingTimes: number
  /** A false time is wrong by up to so many hours, either way. */
  readonly falseByHours: number
  /** Words touched by one copying, as a share of the text. */
  readonly change: number
  /** The day of 2031 on which the first was published; any where it is left out. */
  readonly day?: number
}

const hourMs = 3_600_000

/**
 * A family of versions: each is copied from an earlier one, any of them alike, by an editor (words put otherwise,
 * dropped, added; a sentence cut, moved or written) or by a machine (every use of some words replaced). Dates follow
 * the copying by hours, but for a share that is wrong by up to so many hours, and a share that is missing.
 */
export function seedLineage(
  id: string,
  original: string,
  vocabulary: readonly string[],
  seed: LineageSeed,
  random: Random,
): readonly SeededVersion[] {
  const anyDay = random.below(300)
  const start = Date.UTC(2031, 0, 1 + (seed.day ?? anyDay))
  const versions = [{ id: `${id}/0`, text: original, parent: null as string | null, atMs: start }]
  while (versions.length < seed.versions) {
    const parent = random.pick(versions)
    const machine = random.next() < 0.2
    const text = machine
      ? machineCopy(parent.text, vocabulary, seed.change, random)
      : editorCopy(parent.text, vocabulary, seed.change, random)
    if (versions.some((version) => version.text === text)) continue
    const atMs = parent.atMs + Math.ceil((0.2 + 6 * random.next()) * hourMs)
    versions.push({ id: `${id}/${versions.length}`, text, parent: parent.id, atMs })
  }
  return versions.map(({ atMs, ...version }) => {
    const turn = random.next()
    const wrongMs = (2 * random.next() - 1) * seed.falseByHours * hourMs
    const shown = turn < seed.falseTimes ? atMs + Math.round(wrongMs) : atMs
    const missing = turn >= seed.falseTimes && turn < seed.falseTimes + seed.missingTimes
    return { ...version, published: missing ? null : `${new Date(shown).toISOString().slice(0, 16)}Z` }
  })
}

function editorCopy(text: string, vocabulary: readonly string[], change: number, random: Random): string {
  let sentences = text.split(/(?<=[.!?]["”]?)\s+/)
  sentences = sentences.map((sentence) =>
    sentence.replace(/\p{L}{3,}/gu, (word) => {
      if (random.next() >= change) return word
      const turn = random.below(4)
      if (turn === 0) return random.pick(vocabulary)
      if (turn === 1) return ""
      return turn === 2 ? `${word} ${random.pick(vocabulary)}` : random.pick(vocabulary)
    }),
  )
  if (random.next() < 0.35 && sentences.length > 6) {
    const from = Math.floor(sentences.length * (0.5 + random.next() / 2))
    sentences.splice(from, 1 + random.below(3))
  }
  if (random.next() < 0.1 && sentences.length > 4) {
    const [moved] = sentences.splice(random.below(sentences.length), 1)
    sentences.splice(random.below(sentences.length), 0, moved!)
  }
  if (random.next() < 0.15) {
    const words = Array.from({ length: 8 + random.below(12) }, () => random.pick(vocabulary))
    sentences.splice(random.below(sentences.length + 1), 0, `${words.join(" ")}.`)
  }
  return sentences.join(" ")
}

function machineCopy(text: string, vocabulary: readonly string[], change: number, random: Random): string {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  const table = new Map<string, string>()
  for (let uses = 0, tries = 0; uses < change * words.length && tries < 1000; tries++) {
    const word = random.pick(words)
    if (table.has(word)) continue
    table.set(word, random.pick(vocabulary))
    uses += words.filter((other) => other === word).length
  }
  return text.replace(/\p{L}{3,}/gu, (word) => table.get(word.toLowerCase()) ?? word)
}
