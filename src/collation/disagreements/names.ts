import { compareStrings } from "../../base/index.ts"
import type { Name } from "../../language/index.ts"
import type { Lineage } from "../../reuse/index.ts"
import type { Disagreement } from "../apparatus.ts"
import type { DistinctTexts } from "../distinct-texts.ts"
import { speakerWords } from "../speaker-likeness.ts"
import { areNearlyOneName } from "../statement-speakers.ts"
import { type CollatedReport, isLeftOut } from "../utterances.ts"
import { type Claim, nearWords, valuesOf } from "./claims.ts"
import { withoutAccents } from "./compared-words.ts"
import { disputedClaims, type PlacedClaim } from "./value-groups.ts"

interface NameClaim extends PlacedClaim {
  readonly words: readonly string[]
}

const nearMin = 1
/** The first mentions of a name say who is meant. */
const mentionsMax = 3

/**
 * One person under two names: names spelled nearly alike, of people who are told of in like words or who are said to
 * have said the same (`ofSpeakers`). The same names are one disagreement, wherever they are printed.
 */
export function nameDisagreements(
  reports: readonly CollatedReport[],
  ofSpeakers: readonly (readonly Claim[])[],
  lineage: Lineage,
  textOf: DistinctTexts,
): readonly Disagreement[] {
  const claims = reports.flatMap((collated) =>
    collated.report.analysis.names.filter(isFullName).flatMap((name) => claimsOf(collated, name)),
  )
  const toldOf = disputedClaims(claims, nearMin, areTwoSpellings, textOf)
  return bySameNames([...toldOf, ...ofSpeakers]).map((disputed) => ({
    about: `the name of ${wordsInCommon(disputed) ?? "somebody told of alike"}`,
    kind: "name" as const,
    values: valuesOf(disputed, textOf),
    explained: isInSharedPassage(disputed, lineage) ? ("copying-error" as const) : null,
    note: null,
  }))
}

/** Disputes over the same names as one, each place of a name once. */
function bySameNames(disputes: readonly (readonly Claim[])[]): readonly (readonly Claim[])[] {
  const byNames = new Map<string, Map<string, Claim>>()
  for (const claims of disputes) {
    const names = [...new Set(claims.map(({ key }) => key))].sort(compareStrings).join("\n")
    const places = byNames.get(names) ?? new Map<string, Claim>()
    for (const claim of claims) places.set(`${claim.report} ${claim.start}`, claim)
    byNames.set(names, places)
  }
  return [...byNames.values()].map((places) => [...places.values()])
}

/** "… Gomes": the words that all spell alike, or null where there are none. */
function wordsInCommon(claims: readonly Claim[]): string | null {
  const names = [...new Set(claims.map(({ key }) => key))].map((name) => name.split(/\s+/))
  const words = names[0]!.map((word) => (names.every((other) => other.includes(word)) ? word : "…"))
  return words.every((word) => word === "…") ? null : words.join(" ")
}

function isFullName({ name, kind }: Name): boolean {
  const words = name.split(/\s+/)
  return (
    (kind === "person" || kind === null) &&
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}/u.test(word))
  )
}

function claimsOf(collated: CollatedReport, { name, mentions }: Name): readonly NameClaim[] {
  const { article } = collated.report
  const words = name.split(/\s+/)
  return mentions
    .filter(
      (mention) => !isLeftOut(collated, mention) && article.text.slice(mention.start, mention.end) === name,
    )
    .slice(0, mentionsMax)
    .map(({ start, end }) => ({
      report: article.id,
      start,
      end,
      key: name,
      printed: name,
      near: nearWords(collated, { start, end }, null, "sentence").filter(
        (word) => !words.some((own) => own.toLowerCase().startsWith(word.stem)),
      ),
      event: null,
      setting: null,
      words: speakerWords(name),
    }))
}

/** "P.J." and "PJ" are typography, as is an accent left out; "Lou" and "Louis" two forms of one name. */
function areTwoSpellings(a: NameClaim, b: NameClaim): boolean {
  if (lettersOf(a.key) === lettersOf(b.key) || !areNearlyOneName([a.words, b.words])) return false
  return a.words.every((word, at) => {
    const other = b.words[at]!
    return word === other || !(word.startsWith(other) || other.startsWith(word))
  })
}

function lettersOf(name: string): string {
  return withoutAccents(name.toLowerCase()).replace(/[^\p{L}\p{Nd}]/gu, "")
}

function isInSharedPassage(claims: readonly Claim[], { links }: Lineage): boolean {
  return links.some(({ a, b, passages }) => {
    const [inA, inB] = [
      claims.filter((claim) => claim.report === a),
      claims.filter((claim) => claim.report === b),
    ]
    return inA.some((x) =>
      inB.some(
        (y) =>
          x.key !== y.key &&
          passages.some(
            (passage) =>
              passage.a.start <= x.end &&
              x.start <= passage.a.end &&
              passage.b.start <= y.end &&
              y.start <= passage.b.end,
          ),
      ),
    )
  })
}
