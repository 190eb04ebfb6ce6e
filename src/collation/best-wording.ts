import { compareNullable, compareStrings } from "../base/index.ts"
import { alignWitnesses } from "./align-witnesses.ts"
import type { Basis, Support } from "./apparatus.ts"
import type { ReadingToken } from "./reading-tokens.ts"
import { type Ballot, type FormSupport, type RowTally, supportOfForms, tallyRows } from "./wording-tally.ts"

/** One reading as a vote on the wording. */
export interface WordingVote {
  readonly tokens: readonly ReadingToken[]
  readonly joints: readonly number[]
  /** The number of the distinct text it stands in. */
  readonly textOf: number
  /** The number of the family of reprints, inside that text, that it stands in. */
  readonly family: number
  /** How far its words are a record of what was said: marked words more than unmarked, these more than indirect. */
  readonly trust: number
  /** The report sets the words apart as another's. */
  readonly setApart: boolean
  readonly published: string | null
}

export interface BestWording {
  readonly text: string
  readonly basis: Basis
}

/** More different wordings than this do not vote; those of most texts do. */
const ballotsMax = 200
const rivalsMax = 5

/**
 * The wording that most distinct texts print, stretch by stretch of their alignment. The reading that agrees best with all is
 * the base: it decides between equals and gives spelling and spacing. Words before the base's first or after its last
 * are taken in where a reading that sets them apart prints them. A mark that closes the wording is left out.
 */
export function bestWording(votes: readonly WordingVote[]): BestWording {
  const ballots = ballotsOf(votes)
  const { rows } = alignWitnesses(ballots.map((ballot) => ballot.tokens))
  const tallies = tallyRows(rows, ballots)
  const base = baseOf(rows, ballots, tallies)
  const forms = chosenForms(tallies, ballots, base)
  const chosen: Chosen[] = []
  forms.forEach((form, at) => {
    if (form === null) return
    chosen.push({ ...printed(rows[at]!, form, ballots, base), support: tallies[at]!.forms.get(form)! })
  })
  while (chosen.length > 1 && /^[,;:.]$/.test(chosen.at(-1)!.text)) chosen.pop()
  const text = chosen.map((token, at) => (at === 0 ? "" : token.gap) + token.text).join("")
  const rivals = rivalsOf(text, ballots, base, tallies)
  return { text, basis: { rule: ruleOf(votes, tallies, rivals), support: supportOf(chosen), rivals } }
}

interface Chosen {
  readonly text: string
  readonly gap: string
  readonly support: FormSupport
}

function ballotsOf(votes: readonly WordingVote[]): readonly Ballot[] {
  const byKey = new Map<string, WordingVote[]>()
  for (const vote of votes) {
    const key = `${vote.tokens.map((token) => token.gap + token.text).join("")}\n${vote.joints.join(" ")}`
    const known = byKey.get(key)
    if (known) known.push(vote)
    else byKey.set(key, [vote])
  }
  const ballots = [...byKey].map(([key, same]) => {
    const texts = new Map<number, Map<number, number>>()
    for (const { textOf, family } of same) {
      const families = texts.get(textOf) ?? new Map<number, number>()
      texts.set(textOf, families.set(family, (families.get(family) ?? 0) + 1))
    }
    const trust = Math.max(...same.map((vote) => vote.trust))
    const setApart = same.some((vote) => vote.setApart)
    const published = same.map((vote) => vote.published).sort(compareNullable)[0]!
    return { key, tokens: same[0]!.tokens, joints: same[0]!.joints, texts, trust, setApart, published }
  })
  return ballots
    .sort((a, b) => b.trust * b.texts.size - a.trust * a.texts.size || compareStrings(a.key, b.key))
    .slice(0, ballotsMax)
}

/** The ballot of most trust whose words have most support; of equals the earliest published, then the first. */
function baseOf(
  rows: readonly Int32Array[],
  ballots: readonly Ballot[],
  tallies: readonly RowTally[],
): number {
  const trusted = Math.max(...ballots.map((ballot) => ballot.trust))
  const worth = ballots.map(() => 0)
  rows.forEach((row, at) => {
    row.forEach((token, b) => {
      const said = tallies[at]!.said[b]
      if (token < 0 || said === undefined || said === null || ballots[b]!.tokens[token]!.kind === "mark")
        return
      worth[b] = worth[b]! + tallies[at]!.forms.get(said)!.weight
    })
  })
  const order = ballots.map((_, b) => b).filter((b) => ballots[b]!.trust === trusted)
  order.sort(
    (a, b) =>
      rounded(worth[b]!) - rounded(worth[a]!) ||
      compareNullable(ballots[a]!.published, ballots[b]!.published) ||
      a - b,
  )
  return order[0]!
}

function rounded(weight: number): number {
  return Math.round(weight * 1e9)
}

/**
 * The form to be shown in each row, null for none. Where the base has most of the weight with it, its own; where not,
 * the stretch of such rows is voted on as a whole, so that no wording is pieced together that nobody printed.
 */
function chosenForms(
  tallies: readonly RowTally[],
  ballots: readonly Ballot[],
  base: number,
): readonly (string | null)[] {
  const forms: (string | null)[] = []
  for (let at = 0; at < tallies.length; ) {
    const own = tallies[at]!.said[base]
    if (own === undefined) forms.push(formBeyond(tallies[at++]!, ballots[base]!.setApart))
    else if (!isContested(tallies[at]!, own)) {
      forms.push(own)
      at++
    } else {
      let end = at
      while (end < tallies.length && isOpen(tallies[end]!, base)) end++
      forms.push(...formsOfStretch(tallies.slice(at, end), ballots, base))
      at = end
    }
  }
  return forms
}

function isOpen(tally: RowTally, base: number): boolean {
  const own = tally.said[base]
  return own !== undefined && isContested(tally, own)
}

function isContested(tally: RowTally, own: string | null): boolean {
  let all = 0
  for (const { weight } of tally.forms.values()) all += weight
  return rounded(tally.forms.get(own)!.weight) * 2 <= rounded(all)
}

/** Before the base's first word or after its last: what readings print there that set the words apart, as the base does. */
function formBeyond(tally: RowTally, setApart: boolean): string | null {
  if (!setApart) return null
  const ranked = [...tally.forms]
    .filter(([, support]) => support.setApart)
    .sort((a, b) => rounded(b[1].weight) - rounded(a[1].weight) || compareNullable(a[0], b[0]))
  return ranked[0]?.[0] ?? null
}

/** The wording of a stretch with most weight, compared without marks; the base's own where none has more. */
function formsOfStretch(
  stretch: readonly RowTally[],
  ballots: readonly Ballot[],
  base: number,
): readonly (string | null)[] {
  const said = ballots.map((_, b) => stretch.map((tally) => tally.said[b]))
  const wordings = said.map((forms) =>
    forms.includes(undefined) ? undefined : bareWords(forms.join(" ")).replaceAll(" ", ""),
  )
  const support = supportOfForms(wordings, ballots)
  const ownWeight = rounded(support.get(wordings[base]!)?.weight ?? 0)
  const ranked = [...support].sort(
    (a, b) => rounded(b[1].weight) - rounded(a[1].weight) || compareNullable(a[0], b[0]),
  )
  const best = ranked[0]
  const chosen = best && rounded(best[1].weight) > ownWeight ? wordings.indexOf(best[0] as string) : base
  return said[chosen]!.map((form) => form ?? null)
}

/** How the base prints a form of this row, or else the first ballot that does. */
function printed(
  row: Int32Array,
  form: string,
  ballots: readonly Ballot[],
  base: number,
): { readonly text: string; readonly gap: string } {
  const tokenOf = (b: number): ReadingToken | undefined => ballots[b]!.tokens[row[b]!]
  const own = row[base]! < 0 ? undefined : tokenOf(base)
  const inner = row.findIndex((token) => token > 0)
  const gap = own && row[base]! > 0 ? own.gap : inner < 0 ? " " : tokenOf(inner)!.gap
  if (own?.form === form) return { text: own.text, gap }
  for (let b = 0; b < row.length; b++) {
    const token = row[b]! < 0 ? undefined : tokenOf(b)
    if (token?.form === form && !token.editorial) return { text: token.text, gap }
  }
  return { text: form, gap }
}

/** Runs of equal support, covering the text. */
function supportOf(chosen: readonly Chosen[]): readonly Support[] {
  const runs: { start: number; end: number; witnesses: number; distinct: number }[] = []
  let at = 0
  chosen.forEach(({ text, gap, support }, place) => {
    const start = at
    at += (place === 0 ? 0 : gap.length) + text.length
    const last = runs.at(-1)
    if (last && last.witnesses === support.witnesses && last.distinct === support.distinct) last.end = at
    else runs.push({ start, end: at, witnesses: support.witnesses, distinct: support.distinct })
  })
  return runs
}

/** Wordings as trusted as the base, of words as well supported as those chosen wherever they differ. Sorted. */
function rivalsOf(
  text: string,
  ballots: readonly Ballot[],
  base: number,
  tallies: readonly RowTally[],
): readonly string[] {
  const shown = bareWords(text)
  const rivals = new Set<string>()
  ballots.forEach((ballot, b) => {
    if (b === base || ballot.trust < ballots[base]!.trust) return
    const equal = tallies.every(({ said, forms }) => {
      const [own, other] = [said[base], said[b]]
      if (own === undefined) return true
      return other !== undefined && rounded(forms.get(other)!.weight) >= rounded(forms.get(own)!.weight)
    })
    const wording = ballot.tokens.map((token, at) => (at === 0 ? "" : token.gap) + token.text).join("")
    const plain = wording.replace(/[\s,;:.]+$/, "")
    if (equal && bareWords(plain) !== shown) rivals.add(plain)
  })
  return [...rivals].sort(compareStrings).slice(0, rivalsMax)
}

function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, " ")
    .trim()
}

function ruleOf(
  votes: readonly WordingVote[],
  tallies: readonly RowTally[],
  rivals: readonly string[],
): string {
  const texts = new Set(votes.map((vote) => vote.textOf))
  if (texts.size === 1) return "only-text"
  if (rivals.length > 0) return "equal-support"
  const differ = tallies.some(({ forms }) => [...forms.keys()].length > 1)
  return differ ? "most-distinct-texts" : "all-agree"
}
