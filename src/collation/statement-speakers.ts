import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import type { StatementSpeaker } from "./apparatus.ts"
import { areNameForms } from "./difference-class.ts"
import { speakerWords } from "./speaker-likeness.ts"
import type { Utterance } from "./utterances.ts"
import { spellingLikeness } from "./vocabulary.ts"

/**
 * Who is said to have spoken: forms of one name together under the longest, those of most reports first. A mention
 * without a name ("the company") is listed only where no report gives a name, since it may mean any of those named.
 */
export function statementSpeakers(utterances: readonly Utterance[]): readonly StatementSpeaker[] {
  const named = utterances.some(({ speaker }) => speaker?.named)
  const byName = new Map<string, { kind: StatementSpeaker["kind"]; reports: Set<ReportId> }>()
  for (const { speaker, report } of utterances) {
    if (speaker === null || speaker.named !== named) continue
    const known = byName.get(speaker.name) ?? { kind: null, reports: new Set<ReportId>() }
    byName.set(speaker.name, { kind: known.kind ?? speaker.kind, reports: known.reports.add(report) })
  }
  const longestFirst = [...byName].sort((a, b) => b[0].length - a[0].length || compareStrings(a[0], b[0]))
  const speakers: { name: string; kind: StatementSpeaker["kind"]; reports: Set<ReportId> }[] = []
  for (const [name, { kind, reports }] of longestFirst) {
    const known = speakers.find((other) => isFormOf(name, other.name))
    if (!known) speakers.push({ name, kind, reports })
    else {
      for (const report of reports) known.reports.add(report)
      known.kind ??= kind
    }
  }
  return speakers
    .sort((a, b) => b.reports.size - a.reports.size || compareStrings(a.name, b.name))
    .map(({ name, kind, reports }) => ({ name, kind, reports: [...reports].sort(compareStrings) }))
}

/**
 * True when the shorter name may stand for the longer: the same last word and no other words, a slip of
 * the pen, or its initials.
 */
export function isFormOf(short: string, long: string): boolean {
  const [a, b] = [speakerWords(short), speakerWords(long)]
  if (a.length === 0 || b.length === 0) return false
  if (a.at(-1) === b.at(-1) && a.every((word) => b.includes(word))) return true
  if (a.length === 1 && b.length === 1 && spellingLikeness(a[0]!, b[0]!) >= 0.85) return true
  return /^[\p{Lu}.]{2,}$/u.test(short) && areNameForms(short, long)
}

/** True when all names, by their telling words, are as long in words and differ in one word, and in that by a letter or two. */
export function areNearlyOneName(names: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = names
  return rest.every((other) => {
    if (other.length < 2 || other.length !== first!.length) return false
    const unlike = other.flatMap((word, at) => (word === first![at] ? [] : [[word, first![at]!] as const]))
    return unlike.length === 1 && spellingLikeness(unlike[0]![0], unlike[0]![1]) >= 0.6
  })
}
