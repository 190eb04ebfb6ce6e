import type { NameKind } from "../analysis.ts"
import { wordClass } from "../lexicon.ts"
import { type Entity, isShownPerson, type NameTable } from "../names/entity.ts"
import { isCapital, isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { endsAbbreviation, isNounLike, isVerbLike } from "./noun-phrases.ts"

/** Whom a mention stands for, and the rule that says so. `entity` is an index into the table, or -1. */
export interface Resolution {
  readonly entity: number
  /** Of several who speak as one ("Tarn and Orr"), all of them; `entity` is -1 then. */
  readonly members?: readonly number[]
  readonly kind: NameKind | null
  readonly rule: string | null
}

const nobody: Resolution = { entity: -1, kind: null, rule: null }

/** A pronoun looks back no further than this many frames. */
const framesBackMax = 10

/** A role noun looks back no further than this, even to a body that the report calls so. */
const roleTokensBackMax = 3_000

/**
 * Finds the person or body behind a speaker's mention. Called in the order of the text with `before`, the speakers of
 * the quotations so far: a pronoun goes first to who spoke or acted last. Null rather than a guess where the report
 * names nobody that fits.
 */
export function resolveMention(
  page: Page,
  names: NameTable,
  mention: TokenRange,
  before: readonly Resolution[],
): Resolution {
  const word = tokenText(page, mention.first)
    .toLowerCase()
    .replace(/['’][a-z]+$/, "")
    .replace(/^his$/, "he")
    .replace(/^her$/, "she")
    .replace(/^its$/, "it")
  const isPronoun = isClass(page, mention.first, wordClass.pronoun) || /^(he|she|it)$/.test(word)
  if (mention.last - mention.first === 1 && isPronoun) {
    if (word === "he") return resolvePronoun(page, names, mention.first, "male", before)
    if (word === "she") return resolvePronoun(page, names, mention.first, "female", before)
    if (word === "it" && before.at(-1)?.kind === "document") return before.at(-1)!
    return word === "it"
      ? resolveRole(page, names, mention.first, { kind: null, isPlain: true }, before)
      : nobody
  }
  const members = membersOf(page, names, mention)
  if (members.length > 1) return { entity: -1, members, kind: "group", rule: "names" }
  const head = headOf(page, names, mention)
  if (head.entity >= 0) {
    const kind = names.entities[head.entity]!.kind
    return { entity: head.entity, kind: kind === "place" ? "organisation" : kind, rule: "name" }
  }
  const kind = head.role < 0 ? null : kindOfRole(page, head.role)
  const apposed = kind === "person" || kind === null ? apposedName(page, names, mention) : -1
  if (apposed >= 0) return { entity: apposed, kind: "person", rule: "apposition" }
  if (head.role < 0) return nobody
  if (kind === "document" && head.owner >= 0) {
    const owner = names.entities[head.owner]!
    return { entity: head.owner, kind: owner.kind, rule: "owner of the document" }
  }
  const isDefinite = /^(the|this|that|his|her|their|its)$/.test(word)
  if (!isDefinite || head.role !== mention.last - 1) return { entity: -1, kind, rule: null }
  const isPlain = head.role === mention.first + 1 && isClass(page, head.role, roleBits & ~wordClass.bodyHead)
  const resolved = resolveRole(page, names, head.role, { kind, isPlain }, before)
  return resolved.entity >= 0 ? resolved : { entity: -1, kind, rule: null }
}

/**
 * The names that "and" joins into one speaker, without those inside an apposition: "Rep. Tarn, head of the Orr Board, and
 * Judge Holt". Fewer than two when it joins none.
 */
function membersOf(page: Page, names: NameTable, mention: TokenRange): readonly number[] {
  const members: number[] = []
  let isJoined = true
  for (let at = mention.first; at < mention.last; at++) {
    const entity = names.entityOf[at]!
    const afterMember = members.length > 0 && names.entityOf[at - 1] === members.at(-1)
    if (entity >= 0) {
      if (isJoined && !members.includes(entity)) members.push(entity)
      while (at + 1 < mention.last && names.entityOf[at + 1] === entity) at++
      isJoined = false
    } else if (/^(and|&)$/.test(tokenText(page, at))) {
      if (!afterMember && unitAt(page, at - 1) !== 0x2c) return []
      isJoined = true
    } else if (unitAt(page, at) === 0x2c) isJoined = afterMember && names.entityOf[at + 1]! >= 0
    else if (!isClass(page, at, wordClass.title | roleBits) && !isCapital(page, at) && !isMark(page, at))
      isJoined = false
  }
  return members
}

/** The name that heads the phrase, or else its head noun: the last noun before a preposition or a comma. */
function headOf(
  page: Page,
  names: NameTable,
  mention: TokenRange,
): { entity: number; role: number; owner: number } {
  let role = -1
  let owner = -1
  for (let at = mention.first; at < mention.last; at++) {
    const entity = names.entityOf[at]!
    if (entity >= 0 && isRoleInCapitals(page, mention, at)) role = at
    else if (entity >= 0) {
      let end = at
      while (end < mention.last && names.entityOf[end] === entity) end++
      const isOwner =
        /['’]s?$/.test(tokenText(page, end - 1)) || (end < mention.last && /^['’]/.test(tokenText(page, end)))
      const isModifier =
        end < mention.last &&
        !isMark(page, end) &&
        !isCapital(page, end) &&
        isModified(page, end, mention.last)
      if (!isOwner && !isModifier) return { entity, role: -1, owner }
      owner = entity
      at = end - 1
      continue
    }
    if (isMark(page, at) && at > mention.first && !endsAbbreviation(page, at)) {
      if (role >= 0) break
      continue
    }
    if (at > mention.first && isClass(page, at, wordClass.preposition) && !isCapital(page, at) && role >= 0)
      break
    if (isNoun(page, at)) role = at
  }
  const last = names.entityOf[isMark(page, mention.last - 1) ? mention.last - 2 : mention.last - 1]
  return role < 0 && owner >= 0 && last === owner
    ? { entity: owner, role, owner }
    : { entity: -1, role, owner }
}

/** A noun stands here, or an adjective before a noun or a name: the name before it says only which: "the Skerry foreign minister". */
function isModified(page: Page, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    if (isNoun(page, at)) return true
    if (!isNounLike(page, at) || isVerbLike(page, at)) return false
    if (at > from) return true
  }
  return false
}

/** "The bank's governor, Ines Carvalho,": the name between commas behind the role, or -1. */
function apposedName(page: Page, names: NameTable, mention: TokenRange): number {
  if (unitAt(page, mention.last) !== 0x2c || mention.last + 1 >= page.tokens.count) return -1
  let end = mention.last + 1
  while (end - mention.last < 4 && names.entityOf[end]! < 0 && isTitlePart(page, end)) end++
  const entity = names.entityOf[end] ?? -1
  if (entity < 0) return -1
  while (names.entityOf[end] === entity) end++
  const kind = names.entities[entity]!.kind
  const isClosed = isMark(page, end) || end >= page.tokens.count
  return isClosed && (kind === "person" || kind === null) ? entity : -1
}

/** "Col", and the point behind it. */
function isTitlePart(page: Page, at: number): boolean {
  return isClass(page, at, wordClass.title) || (isMark(page, at) && isClass(page, at - 1, wordClass.title))
}

/** "THE WITNESS" in a transcript: a role and no name. */
function isRoleInCapitals(page: Page, mention: TokenRange, at: number): boolean {
  return (
    at === mention.first + 1 &&
    at === mention.last - 1 &&
    tokenText(page, mention.first) === "THE" &&
    isNoun(page, at)
  )
}

const roleBits =
  wordClass.personRole | wordClass.groupRole | wordClass.bodyRole | wordClass.document | wordClass.bodyHead

function isNoun(page: Page, at: number): boolean {
  return isClass(page, at, roleBits)
}

function kindOfRole(page: Page, at: number): NameKind | null {
  if (isClass(page, at, wordClass.personRole)) return "person"
  if (isClass(page, at, wordClass.groupRole)) return "group"
  if (isClass(page, at, wordClass.bodyRole)) return "organisation"
  if (isClass(page, at, wordClass.document)) return "document"
  return isClass(page, at, wordClass.bodyHead) ? "organisation" : null
}

/** Who spoke last, or else the nearest person named before as no possessive and outside marks, of a fitting gender. */
function resolvePronoun(
  page: Page,
  names: NameTable,
  at: number,
  gender: "female" | "male",
  before: readonly Resolution[],
): Resolution {
  const floor = page.frames[Math.max(0, frameAt(page, at) - framesBackMax)]?.first ?? 0
  let best = -1
  let bestScore = 0
  const speakers = before.slice(-3)
  for (let i = at - 1; i >= floor; i--) {
    const entity = names.entityOf[i]!
    if (entity < 0 || names.entityOf[i - 1] === entity) continue
    const candidate = names.entities[entity]!
    const opens = opensParagraph(page, candidate, i, at)
    const mayOpen = opens && candidate.kind === "person" && candidate.gender === null
    if (!mayBe(candidate, gender) && !mayOpen) continue
    const score =
      nearness(page, names, i, entity, at) +
      (opens ? 35 : 0) +
      (speakers.some((speaker) => speaker.entity === entity) ? 25 : 0)
    if (score > bestScore) {
      best = entity
      bestScore = score
    }
  }
  if (best < 0) return { entity: -1, kind: "person", rule: null }
  names.entities[best]!.gender ??= gender
  return { entity: best, kind: "person", rule: "pronoun" }
}

/** Nobody whom the report does not show to be a person: a capital alone makes none. */
function mayBe(candidate: Entity, gender: "female" | "male"): boolean {
  if (candidate.gender !== null) return candidate.gender === gender && isShownPerson(candidate)
  return isShownPerson(candidate) || (candidate.kind === null && candidate.isDescribed)
}

/**
 * The paragraph's first words are the name, as the subject of what it tells, and a pronoun at `at` still stands in it:
 * such a name is meant before others, and is a person's even where nothing else shows it.
 */
function opensParagraph(page: Page, candidate: Entity, i: number, at: number): boolean {
  const index = frameAt(page, i)
  const frame = page.frames[index]!
  if (frame.first !== i || page.frames[index - 1]?.paragraph === frame.paragraph) return false
  const mention = candidate.mentions.find(({ first }) => first === i)
  return (
    mention !== undefined &&
    isVerbLike(page, mention.last) &&
    page.frames[frameAt(page, at)]!.paragraph === frame.paragraph
  )
}

/** How likely a name at `i` is to be meant by a pronoun at `at`: near, a subject, no possessive, outside marks. */
function nearness(page: Page, names: NameTable, i: number, entity: number, at: number): number {
  let end = i
  while (names.entityOf[end] === entity) end++
  let score = 60 - Math.min(50, (at - i) / 6)
  if (page.segmentOf[i]! >= 0) score -= 25
  if (/['’]s?$/.test(tokenText(page, end - 1))) score -= 12
  const verb =
    wordClass.speech | wordClass.stance | wordClass.otherVerb | wordClass.auxiliary | wordClass.being
  if (isClass(page, end, verb)) score += 12
  if (i > 0 && isClass(page, i - 1, wordClass.preposition)) score -= 12
  if (names.entities[entity]!.kind === "person") score += 15
  if (names.entities[entity]!.gender !== null) score += 5
  return score
}

/** The index of the frame that the token stands in. */
function frameAt(page: Page, at: number): number {
  let low = 0
  let high = page.frames.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (page.frames[middle]!.first <= at) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * "The agency", "it": the nearest body before that the report calls so, or the only kind of body that may be. A noun
 * with words of its own before it ("the harbour board") goes to none but those called so.
 */
function resolveRole(
  page: Page,
  names: NameTable,
  at: number,
  { kind, isPlain }: { readonly kind: NameKind | null; readonly isPlain: boolean },
  before: readonly Resolution[],
): Resolution {
  const hash = page.tokens.hashes[at]!
  const floor = page.frames[Math.max(0, frameAt(page, at) - framesBackMax)]?.first ?? 0
  let best = -1
  let bestScore = 0
  for (let i = at - 1; i >= Math.max(0, at - roleTokensBackMax); i--) {
    const entity = names.entityOf[i]!
    if (entity < 0 || names.entityOf[i - 1] === entity) continue
    const candidate = names.entities[entity]!
    const called = kind !== null && candidate.roles.has(hash)
    if (!called && (i < floor || !fits(candidate, kind))) continue
    if ((kind === "person" || !isPlain) && !called) continue
    if (!called && kind !== null && page.segmentOf[i]! >= 0) continue
    if (kind === null && candidate.kind === null && saysWhich(page, names, i)) continue
    if (kind === null && !isSubject(page, names, i)) continue
    let score = 40 - Math.min(30, (at - i) / 8) + (called ? 40 : 0)
    if (page.segmentOf[i]! >= 0) score -= 10
    if (kind !== null) score += Math.min(15, candidate.mentions.length * 2)
    if (before.length > 0 && before.at(-1)!.entity === entity) score += 15
    if (score > bestScore) {
      best = entity
      bestScore = score
    }
  }
  if (best < 0) return { entity: -1, kind, rule: null }
  return { entity: best, kind: names.entities[best]!.kind, rule: kind === null ? "pronoun" : "role noun" }
}

/** The name at `i` is what its sentence is about: it begins it, or a verb follows and no preposition goes before. */
function isSubject(page: Page, names: NameTable, i: number): boolean {
  if (i > 0 && isClass(page, i - 1, wordClass.preposition)) return false
  let end = i
  while (names.entityOf[end] === names.entityOf[i]) end++
  const { first } = page.frames[frameAt(page, i)]!
  const begins = i === first || (i === first + 1 && isClass(page, first, wordClass.determiner))
  return begins || (end < page.tokens.count && isVerbLike(page, end))
}

/** "Skerran crews": the name at `i` stands before a noun, as an adjective does. */
function saysWhich(page: Page, names: NameTable, i: number): boolean {
  let end = i
  while (names.entityOf[end] === names.entityOf[i]) end++
  if (end >= page.tokens.count || isMark(page, end) || isCapital(page, end)) return false
  return isNounLike(page, end) && !isVerbLike(page, end)
}

function fits(candidate: Entity, kind: NameKind | null): boolean {
  if (kind === "organisation" || kind === null)
    return candidate.kind === "organisation" || (candidate.kind === null && !isShownPerson(candidate))
  return candidate.kind === kind
}
