import { compareStrings } from "../base/index.ts"
import { type NamedSpeaker, speakerWords } from "./speaker-likeness.ts"
import type { Beside, Utterance } from "./utterances.ts"

/**
 * Utterances alike in words, and where words alone do not tell, in speaker, day and place in a speech: grouped as one
 * from the start.
 */
export interface Wording {
  readonly words: readonly string[]
  /** Indices of the utterances that print it. */
  readonly members: readonly number[]
  /** Each once, in the order of names. */
  readonly speakers: readonly NamedSpeaker[]
  readonly when: Utterance["when"]
  /** The words of sense around its first members. Worked out once, when asked for. */
  readonly context: () => ReadonlySet<string>
  readonly reports: ReadonlySet<string>
  readonly speech: boolean
  /** The most that any member has. */
  readonly beside: Beside
}

/** Wordings of more words than this are one whoever is said to have said them, and when. */
const tellingWords = 12

/** The distinct wordings, those of most words first; of equals in the order of their words. */
export function distinctWordings(utterances: readonly Utterance[]): readonly Wording[] {
  const byKey = new Map<string, number[]>()
  utterances.forEach((utterance, at) => {
    const key = keyOf(utterance)
    const members = byKey.get(key)
    if (members) members.push(at)
    else byKey.set(key, [at])
  })
  return [...byKey]
    .sort((a, b) => {
      const [wordsA, wordsB] = [utterances[a[1][0]!]!.words, utterances[b[1][0]!]!.words]
      return wordsB.length - wordsA.length || compareStrings(a[0], b[0])
    })
    .map(([, members]) => wordingOf(utterances, members))
}

function keyOf({ words, speaker, when, speech, beside }: Utterance): string {
  if (words.length > tellingWords) return words.join(" ")
  const next = [beside.before.join(" "), beside.after.join(" ")]
  const who = speaker === null ? "" : [...speakerWords(speaker.name)].sort().join(" ")
  return `${words.join(" ")}\n${who}\n${when?.from ?? ""}\n${speech}\n${next.join("\n")}`
}

/** The surroundings of so many copies of a wording tell what those of all do. */
const aroundMax = 8

function wordingOf(utterances: readonly Utterance[], members: readonly number[]): Wording {
  const all = members.map((at) => utterances[at]!)
  const speakers = new Map(all.flatMap(({ speaker }) => (speaker ? [[speaker.name, speaker]] : [])))
  let around: ReadonlySet<string> | null = null
  const whens = all.flatMap(({ when }) => when ?? [])
  return {
    words: all[0]!.words,
    members,
    speakers: [...speakers.values()].sort((a, b) => compareStrings(a.name, b.name)),
    when: whens.sort((a, b) => compareStrings(a.from ?? "", b.from ?? ""))[0] ?? null,
    context: () => (around ??= new Set(all.slice(0, aroundMax).flatMap(({ context }) => context()))),
    reports: new Set(all.map(({ report }) => report)),
    speech: all.some(({ speech }) => speech),
    beside: {
      before: longest(all.map(({ beside }) => beside.before)),
      after: longest(all.map(({ beside }) => beside.after)),
    },
  }
}

/** Of equals the first in order. */
function longest(runs: readonly (readonly string[])[]): readonly string[] {
  return [...runs].sort((a, b) => b.length - a.length || compareStrings(a.join(" "), b.join(" ")))[0]!
}
