import type { NameKind } from "../analysis.ts"
import { nameClass, wordClass } from "../lexicon.ts"
import { isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { NameMention } from "./name-mentions.ts"
import { isAllCapitals, isApostrophe, isInNameSet, isNameClass, isStemClass } from "./name-runs.ts"

/** What a name's own words say of its kind. */
export interface OwnKind {
  readonly kind: NameKind | null
  /** Rests on a title, a first name or a head word, and not on the shape of the name alone. */
  readonly isSure: boolean
}

const unknownKind: OwnKind = { kind: null, isSure: false }

/** The kind that a mention's words and title give. An event or undertaking has none, and surely. */
export function ownKindOf(page: Page, mention: NameMention): OwnKind {
  const { words, first } = mention
  if (mention.titled && !isShort(page, mention)) return { kind: "person", isSure: true }
  if (mention.dateline) return { kind: "place", isSure: true }
  if (words.length === 1) return kindOfWord(page, mention)
  if (isTitleInMarks(page, mention)) return { kind: null, isSure: true }
  const lastWord = lastWordOf(page, mention)
  if (isNameClass(page, lastWord, nameClass.event)) return { kind: null, isSure: true }
  if (isNameClass(page, lastWord, nameClass.work)) return { kind: "document", isSure: true }
  const byHead = kindOfHeads(page, mention, lastWord)
  if (byHead !== null) return { kind: byHead, isSure: true }
  if (isStemClass(page, first, wordClass.firstName)) return { kind: "person", isSure: true }
  if (isAllCapitals(page, lastWord) && words.at(-1)!.length > 2)
    return { kind: "organisation", isSure: false }
  if (isNameClass(page, lastWord, nameClass.placeHead)) return { kind: "place", isSure: true }
  if (hasSmallWord(page, mention)) return { kind: "organisation", isSure: false }
  if (isStemClass(page, lastWord, wordClass.place)) return unknownKind
  if (isNameClass(page, first, nameClass.placeOpener)) {
    const isShaped = words.length <= 3 && page.classes[lastWord] === 0
    return isShaped ? { kind: "place", isSure: false } : unknownKind
  }
  if (mention.determined || words.length > 4) return unknownKind
  if (isNameClass(page, first, nameClass.opener | nameClass.demonym | nameClass.placeShort))
    return unknownKind
  // "UK Health", "Norway Fisheries": nobody's first name is a country's, but for those that are known as such.
  if (isStemClass(page, first, wordClass.place)) return unknownKind
  return { kind: "person", isSure: false }
}

/** Initials alone, which are no person's name whatever stands before: "chairman NFB". */
function isShort(page: Page, { first, words }: NameMention): boolean {
  return words.length === 1 && isAllCapitals(page, first) && words[0]!.length <= 5
}

/** “The Salt Road”: between marks stands the name and nothing else, as works and nicknames do. */
function isTitleInMarks(page: Page, { first, last }: NameMention): boolean {
  const segment = page.segments[page.segmentOf[first]!]
  if (segment === undefined || segment.close === null) return false
  const from = isStemClass(page, segment.first, wordClass.determiner) ? segment.first + 1 : segment.first
  const end = isMark(page, segment.last - 1) ? segment.last - 1 : segment.last
  return first === from && (last === end || last === segment.last)
}

function kindOfWord(page: Page, { first, words }: NameMention): OwnKind {
  if (isStemClass(page, first, wordClass.place)) return { kind: "place", isSure: true }
  if (isNameClass(page, first, nameClass.body)) return { kind: "organisation", isSure: true }
  if (isStemClass(page, first, wordClass.seldomLastCapital) && !isStemClass(page, first, wordClass.time))
    return { kind: "place", isSure: true }
  if (!isAllCapitals(page, first)) return unknownKind
  if (isNameClass(page, first, nameClass.placeShort)) return { kind: "place", isSure: true }
  return { kind: words[0]!.length <= 6 ? "organisation" : null, isSure: false }
}

/** By a head word: the last, the first, or one before "of": "Bank of Skerry", "Gulf of Sennar". */
function kindOfHeads(page: Page, { first, last }: NameMention, lastWord: number): NameKind | null {
  for (let at = first; at < last; at++) {
    const isBeforeOf = at + 1 < last && isNameClass(page, at + 1, nameClass.of)
    if (isBeforeOf && isNameClass(page, at, nameClass.work)) return "document"
    if (isBeforeOf && isNameClass(page, at, nameClass.placeHead)) return "place"
    if (!isStemClass(page, at, wordClass.bodyHead) || isStemClass(page, at, wordClass.firstName)) continue
    if (at === lastWord || isBeforeOf) return "organisation"
    const opens = at === first && isNameClass(page, at, nameClass.subjectHead)
    if (opens && !isNameClass(page, lastWord, nameClass.placeHead)) return "organisation"
  }
  return null
}

function lastWordOf(page: Page, { last }: NameMention): number {
  const at = isMark(page, last - 1) ? last - 2 : last - 1
  return isNameClass(page, at, nameClass.lineSuffix) ? at - 1 : at
}

function hasSmallWord(page: Page, { first, last }: NameMention): boolean {
  for (let at = first + 1; at < last; at++) {
    if (isNameClass(page, at, nameClass.and | nameClass.subjectOf)) return true
    if (unitAt(page, at) === 0x26) return true
    if (isNameClass(page, at, nameClass.of) && !isNameClass(page, at, nameClass.particle)) return true
  }
  return false
}

/** How strongly the words around its mentions speak for each kind. */
export interface KindVotes {
  person: number
  organisation: number
  place: number
}

const voteMin = 2

/** The kind that the votes decide: by two at the least, and by more than any other. Null where they don't. */
export function kindByVotes({ person, organisation, place }: KindVotes): NameKind | null {
  if (person >= voteMin && person > organisation && person > place) return "person"
  if (organisation >= voteMin && organisation > person && organisation > place) return "organisation"
  return place >= voteMin && place > person && place > organisation ? "place" : null
}

/** What the words before and after one mention say. Cost: linear in the rest of its sentence. */
export function votesOf(page: Page, mention: NameMention): KindVotes {
  const votes = { person: 0, organisation: 0, place: 0 }
  voteBefore(page, mention, votes)
  voteAfter(page, mention, votes)
  votePronouns(page, mention, votes)
  return votes
}

function voteBefore(page: Page, { first, frame, words, determined }: NameMention, votes: KindVotes): void {
  const at = determined ? first - 2 : first - 1
  if (at < frame.first) return
  if (isMark(page, at)) {
    const isApposed = unitAt(page, at) === 0x2c && at - 1 >= frame.first
    if (isApposed && isClass(page, at - 1, wordClass.personRole)) votes.person += 3
    if (isApposed && isNameClass(page, at - 1, nameClass.kin)) votes.person += 3
    if (isApposed && isClass(page, at - 1, wordClass.place)) votes.place += 1
    return
  }
  if (isNameClass(page, at, nameClass.kin)) votes.person += 3
  if (isNameClass(page, at, nameClass.placeBefore) && !isNameClass(page, at - 1, nameClass.stake))
    votes.place += determined ? 1 : 2
  if (isClass(page, at, wordClass.bodyRole) && !determined)
    votes[isNameClass(page, at, nameClass.settlement) ? "place" : "organisation"] += 3
  if (isNameClass(page, at, nameClass.of) && isNameClass(page, at - 1, nameClass.settlement)) votes.place += 3
  if (isClass(page, at, wordClass.preposition) && isOfBody(page, at)) votes.organisation += 3
  if (isNameClass(page, at - 1, nameClass.sourcePhrase)) votes.person += words.length > 1 ? 1 : 0
  if (isClass(page, at, wordClass.speech) && page.segmentOf[at - 1]! >= 0) votes.person += sayingVote(words)
}

/** "Workers at Orbis", "shares in Orbis". */
function isOfBody(page: Page, preposition: number): boolean {
  const noun = preposition - 1
  if (isNameClass(page, noun, nameClass.staffed) && !isNameClass(page, preposition, nameClass.placeBefore))
    return !isNameClass(page, preposition, nameClass.of)
  return isNameClass(page, noun, nameClass.stock) && isNameClass(page, preposition, nameClass.placeBefore)
}

/** A person speaks oftener than a body of an unknown name, unless it ends like a body's. */
function sayingVote(words: readonly string[]): number {
  if (words.length === 1) return 1
  return words.length > 3 ||
    /(?:[a-z]s|[a-z]tech|[a-z]soft|[a-z]media|[a-z]bank|[a-z]corp|[A-Z]{2})$/.test(words.at(-1)!)
    ? 1
    : 2
}

function voteAfter(page: Page, { first, last, words, determined }: NameMention, votes: KindVotes): void {
  const { tokens } = page
  if (last >= tokens.count) return
  const owner = isOwner(page, last)
  const at = owner && isMark(page, last) ? last + 1 : last
  if (owner) {
    for (let noun = at; noun < Math.min(tokens.count, at + 3) && !isMark(page, noun); noun++) {
      if (isNameClass(page, noun, nameClass.placeOffice)) votes.place += 2
      else if (isNameClass(page, noun, nameClass.bodyOffice)) votes.organisation += 2
      else if (isNameClass(page, noun, nameClass.kin)) votes.person += 3
      else continue
      break
    }
    return
  }
  if (unitAt(page, at) === 0x2c) {
    voteApposition(page, at + 1, words, votes)
    return
  }
  if (isNameClass(page, at, nameClass.aged)) votes.person += 3
  if (unitAt(page, at) === 0x2d && isInNameSet(page, at + 1, "seated")) votes.place += 3
  if (isNameClass(page, at, nameClass.stock) && !determined) votes.organisation += 3
  const verb = isClass(page, at, wordClass.auxiliary | wordClass.adverb) ? at + 1 : at
  if (isNameClass(page, verb, nameClass.personVerb)) votes.person += 2
  else if (isClass(page, at, wordClass.speech) && !determined && page.segmentOf[first]! < 0)
    votes.person += sayingVote(words)
}

/** ", 61,", ", who", ", which", ", a lawyer", ", the union". */
function voteApposition(page: Page, from: number, words: readonly string[], votes: KindVotes): void {
  if (from >= page.tokens.count) return
  const next = tokenText(page, from)
  if (/^\d{1,2}$/.test(next) && isMark(page, from + 1)) votes.person += 4
  else if (isNameClass(page, from, nameClass.aged)) votes.person += 3
  else if (isNameClass(page, from, nameClass.who)) votes.person += words.length > 1 ? 3 : 2
  else if (isNameClass(page, from, nameClass.which)) votes.organisation += 2
  else if (isClass(page, from, wordClass.place) && isMark(page, from + 1)) votes.place += 3
  if (!isClass(page, from, wordClass.determiner)) return
  for (let at = from + 1; at < Math.min(page.tokens.count, from + 6) && !isMark(page, at); at++) {
    if (isClass(page, at, wordClass.preposition)) break
    const isLast = isMark(page, at + 1) || isClass(page, at + 1, wordClass.preposition | wordClass.relative)
    if (!isLast) continue
    if (isClass(page, at, wordClass.personRole) || isNameClass(page, at, nameClass.kin)) votes.person += 3
    else if (isNameClass(page, at, nameClass.settlement)) votes.place += 3
    else if (isClass(page, at, wordClass.bodyRole | wordClass.bodyHead)) votes.organisation += 3
    break
  }
}

function isOwner(page: Page, last: number): boolean {
  const end = page.tokens.ends[last - 1]!
  const unit = page.text.charCodeAt(end - 1)
  if (unit === 0x73 && isApostrophe(page.text.charCodeAt(end - 2))) return true
  return isMark(page, last) && isApostrophe(unitAt(page, last)) && page.tokens.starts[last] === end
}

/** In a sentence that it opens, "she" or "his" speaks for a person, "its" for a body. Quoted words tell nothing. */
function votePronouns(page: Page, { first, last, frame, words }: NameMention, votes: KindVotes): void {
  if (first > frame.first + 1 || words.length > 4) return
  for (let at = last; at < frame.last; at++) {
    const classes = page.nameClasses[at]!
    if ((classes & (nameClass.himself | nameClass.itself)) === 0 || page.segmentOf[at]! >= 0) continue
    if (classes & nameClass.himself) votes.person += 2
    else if (tokenText(page, at).length > 2) votes.organisation += 2
    else continue
    return
  }
}
