import { nameClass, wordClass } from "../lexicon.ts"
import { type Frame, isCapital, isClass, isDashAt, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import { isAllCapitals, isInNameSet, isNameClass, runEnd, withoutPossessive } from "./name-runs.ts"

/** A name as printed once, with what its surroundings say of its kind. */
export interface NameMention extends TokenRange {
  /** The words, without titles before, points after, or a possessive; of a line in capitals with one capital each. */
  readonly words: readonly string[]
  /** The same with the points and hyphens printed among them. */
  readonly printed: string
  /** A title or a role noun stands before: "Captain Orr", "spokeswoman Anna Tarn". */
  readonly titled: boolean
  readonly gender: "female" | "male" | null
  /** Begins a sentence, so that its capital proves nothing. */
  readonly initial: boolean
  /** "the" stands before. */
  readonly determined: boolean
  /** "PORT ALDER (AW) -": where the report was written. */
  readonly dateline: boolean
  readonly frame: Frame
}

export interface FoundMentions {
  readonly mentions: readonly NameMention[]
  /** Runs of capitalised words in headings, where capitals prove nothing. */
  readonly headings: readonly TokenRange[]
}

/**
 * Every run of capitalised words that may be a name, in order. Sentence beginnings are kept apart (`initial`), and
 * nothing is judged here but the run's own bounds. Cost: linear in the tokens.
 */
export function findNameMentions(page: Page, sentenceStarts: ReadonlySet<number>): FoundMentions {
  const mentions: NameMention[] = []
  const headings: TokenRange[] = []
  let paragraph = -1
  for (const frame of page.frames) {
    const opensParagraph = frame.paragraph !== paragraph
    paragraph = frame.paragraph
    const isHeading = looksLikeHeading(page, frame)
    for (let at = frame.first; at < frame.last; at++) {
      if (isHeading) {
        const last = capitalsEnd(page, at, frame)
        readHeading(page, { first: at, last }, frame, mentions, headings)
        at = Math.max(at, last - 1)
        continue
      }
      if (!mayBeName(page, at)) continue
      const last = runEnd(page, at, frame)
      const initial = isSentenceStart(page, at, sentenceStarts)
      const found = mentionsIn(page, { first: at, last }, frame, initial)
      const dateline = opensParagraph && at === frame.first && isDateline(page, last, frame)
      for (const mention of found) mentions.push(dateline ? inDateline(mention) : mention)
      at = last - 1
    }
  }
  return { mentions, headings }
}

/** Of a run in a heading, the names that show themselves as such go to `mentions`, the other words to `headings`. */
function readHeading(
  page: Page,
  { first, last }: TokenRange,
  frame: Frame,
  mentions: NameMention[],
  headings: TokenRange[],
): void {
  for (let at = first; at < last; at++) {
    const titled = isHonorific(page, at) && at + 1 < last
    const from = titled ? at + 1 : at
    const end = isAllCapitals(page, from) ? shoutedEnd(page, from, last) : givenEnd(page, from, last, titled)
    const mention =
      end > from ? mentionOf(page, { first: from, last: end }, frame, { ...unseen, titled }) : null
    if (mention === null) {
      addWord(headings, at)
      continue
    }
    const words = isAllCapitals(page, from) ? mention.words.map(withOneCapital) : mention.words
    mentions.push({ ...mention, words })
    at = end - 1
  }
}

/** One past "Anna Tarn", or behind a title past "Tarn" too; `from` where no name begins. */
function givenEnd(page: Page, from: number, last: number, titled: boolean): number {
  const isGiven = isClass(page, from, wordClass.firstName) && isUnknown(page, from)
  let end = from
  while (end < Math.min(last, from + 3) && isUnknown(page, end)) end++
  return end - from > 1 ? (isGiven || titled ? end : from) : titled ? end : from
}

/** Lengthens the last run by the word, or begins one. */
function addWord(runs: TokenRange[], word: number): void {
  const open = runs.at(-1)
  if (open?.last === word) runs[runs.length - 1] = { first: open.first, last: word + 1 }
  else runs.push({ first: word, last: word + 1 })
}

const unseen = { initial: false, determined: false, titled: false, gender: null } as const

/**
 * One past a name that copy in capitals prints: two or three words that are known as nothing else. `at` where there
 * is none.
 */
function shoutedEnd(page: Page, at: number, last: number): number {
  let end = at
  while (end < last && isAllCapitals(page, end) && isUnknown(page, end)) end++
  return end - at < 2 || end - at > 3 ? at : end
}

function isUnknown(page: Page, at: number): boolean {
  const name = wordClass.firstName | wordClass.place | wordClass.female | wordClass.male
  const open = nameClass.particle | nameClass.placeOpener | nameClass.placeHead | nameClass.lineSuffix
  return (page.classes[at]! & ~name) === 0 && !isNameClass(page, at, ~open)
}

/** One past the run of words with a capital that begins at `at`; `at` where there is none. */
function capitalsEnd(page: Page, at: number, frame: TokenRange): number {
  let last = at
  while (last < frame.last && page.tokens.kinds[last] === 0 && isCapital(page, last)) last++
  return last
}

function isSentenceStart(page: Page, at: number, starts: ReadonlySet<number>): boolean {
  if (starts.has(at)) return true
  if (at === 0 || !isMark(page, at - 1)) return false
  const unit = unitAt(page, at - 1)
  return (
    starts.has(at - 1) ||
    unit === 0x201c ||
    unit === 0x2018 ||
    unit === 0x22 ||
    unit === 0x3a ||
    unit === 0xab
  )
}

/** Most words with a capital, or all in capitals: a title, in which capitals prove nothing. */
function looksLikeHeading(page: Page, range: TokenRange): boolean {
  let capitals = 0
  let shouted = 0
  let words = 0
  for (let at = range.first; at < range.last; at++) {
    if (page.tokens.kinds[at] !== 0) continue
    if (page.tokens.ends[at]! - page.tokens.starts[at]! < 4) continue
    words++
    if (!isCapital(page, at)) continue
    capitals++
    if (isAllCapitals(page, at)) shouted++
  }
  const end = unitAt(page, range.last - 1)
  if (words >= 2 && shouted * 10 >= words * 8) return true
  return words >= 3 && end !== 0x2e && end !== 0x201d && capitals * 10 >= words * 7
}

/** In capitals at a paragraph's beginning, with a dash soon after: "PORT ALDER, March 4 (AW) -". */
function isDateline(page: Page, last: number, frame: TokenRange): boolean {
  for (let at = frame.first; at < last; at++)
    if (page.tokens.kinds[at] === 0 && !isAllCapitals(page, at)) return false
  for (let at = last; at < Math.min(frame.last, last + 12); at++) if (isDashAt(page, at)) return true
  return false
}

function inDateline(mention: NameMention): NameMention {
  return {
    ...mention,
    dateline: true,
    initial: false,
    titled: false,
    words: mention.words.map(withOneCapital),
  }
}

export function withOneCapital(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase()
}

function mayBeName(page: Page, at: number): boolean {
  if (page.tokens.kinds[at] !== 0 || !isCapital(page, at)) return false
  const classes = page.classes[at]!
  if (classes & (wordClass.function | wordClass.pronoun) && !(classes & wordClass.firstName)) {
    return isAllCapitals(page, at) && isNameClass(page, at, nameClass.body | nameClass.placeShort)
  }
  if (classes & wordClass.time && !(classes & wordClass.firstName && isCapital(page, at + 1))) return false
  const unit = unitAt(page, at)
  return unit !== 0x49 || !/^I(?:['’]|$)/.test(tokenText(page, at))
}

/** The names of one run: "Green Party Leader Jill Orde" holds two. */
function mentionsIn(page: Page, run: TokenRange, frame: Frame, initial: boolean): readonly NameMention[] {
  const found: NameMention[] = []
  const { last } = run
  let first = initial ? pastOpener(page, run.first, last) : run.first
  const opened = first > run.first
  const before = run.first - 1
  const determined = before >= frame.first && isInNameSet(page, before, "definite")
  let titled = false
  let gender: NameMention["gender"] = null
  if (isNameClass(page, first, nameClass.demonym) && first < last - 1 && isRole(page, first + 1)) first++
  while (first < last - 1 && isRole(page, first)) {
    const mayBeBody = last - first > 2 || determined
    if (isBodyLast(page, last) && mayBeBody && !titled && !opened) break
    if (isClass(page, first, wordClass.female)) gender = "female"
    else if (isClass(page, first, wordClass.male)) gender = "male"
    titled = true
    first++
    while (first < last && isMark(page, first)) first++
  }
  const given = givenNameAfter(page, first, last)
  if (given.name > first) {
    const front = mentionOf(page, { first, last: given.role }, frame, { ...unseen, initial, determined })
    if (front !== null && isBodyLast(page, given.role)) found.push(front)
    titled = true
    first = given.name
  }
  const rest = mentionOf(page, { first, last }, frame, {
    initial: initial && first === run.first,
    determined: determined && first === run.first,
    titled,
    gender,
  })
  if (rest !== null) found.push(rest)
  return found
}

function isBodyLast(page: Page, last: number): boolean {
  const at = isMark(page, last - 1) ? last - 2 : last - 1
  return isClass(page, at, wordClass.bodyHead) && !isClass(page, at, wordClass.firstName)
}

/** A title or a role with a capital, and no first name. */
function isRole(page: Page, at: number): boolean {
  if (isNameClass(page, at, nameClass.formerly)) return true
  if (isNameClass(page, at, nameClass.rank)) return isAllCapitals(page, at)
  return isClass(page, at, wordClass.title | wordClass.personRole) && !isClass(page, at, wordClass.firstName)
}

function mentionOf(
  page: Page,
  range: TokenRange,
  frame: Frame,
  seen: Pick<NameMention, "initial" | "determined" | "titled" | "gender">,
): NameMention | null {
  const { first } = range
  const last = endOf(page, range)
  if (first >= last) return null
  if (isHandle(page, first)) return null
  if (last - first === 1 && page.tokens.ends[first]! - page.tokens.starts[first]! === 1) return null
  if (last - first === 1 && !seen.titled) {
    if (seen.initial && isPlainWord(page, first)) return null
    if (isNameClass(page, first, nameClass.demonym | nameClass.commonCapital)) return null
  }
  if (last - first === 1 && seen.titled && isRole(page, first) && !isHonorific(page, first - 1)) return null
  if (isCommon(page, first, last)) return null
  const words: string[] = []
  for (let at = first; at < last; at++)
    if (!isMark(page, at)) words.push(withoutPossessive(tokenText(page, at)))
  const printed = page.text.slice(page.tokens.starts[first], page.tokens.ends[last - 1])
  const before = first - 1
  return {
    first,
    last,
    words,
    printed: withoutPossessive(onOneLine(printed)),
    titled: seen.titled || hasRoleBefore(page, before, frame),
    gender: seen.gender ?? genderOf(page, before, frame.first),
    initial: seen.initial,
    determined: seen.determined,
    dateline: false,
    frame,
  }
}

/** With one blank for each run of white space. Nearly all names have no other, and are left as they are. */
function onOneLine(printed: string): string {
  for (let at = 0; at < printed.length; at++) {
    const unit = printed.charCodeAt(at)
    const isPlain = unit > 32 ? unit < 0x80 || unit > 0xa0 : unit === 32 && printed.charCodeAt(at - 1) !== 32
    if (!isPlain) return printed.replace(/\s+/g, " ")
  }
  return printed
}

/** "Mr", "Dr.", "Lady": before them a role is a surname: "Mr King". */
function isHonorific(page: Page, at: number): boolean {
  const title = unitAt(page, at) === 0x2e ? at - 1 : at
  return (
    isClass(page, title, wordClass.title) &&
    isClass(page, title, wordClass.neverLast | wordClass.female | wordClass.male)
  )
}

/** "@Tarn", "#Tarn", "D-Ohio". */
function isHandle(page: Page, first: number): boolean {
  const before = unitAt(page, first - 1)
  if ((before === 0x40 || before === 0x23) && page.tokens.ends[first - 1] === page.tokens.starts[first])
    return true
  const isLetter = page.tokens.ends[first]! - page.tokens.starts[first]! === 1
  return isLetter && unitAt(page, first + 1) === 0x2d && /^[DRI]$/.test(tokenText(page, first))
}

/** "Christmas Day": of words that are all no names. */
function isCommon(page: Page, first: number, last: number): boolean {
  if (!isNameClass(page, first, nameClass.commonCapital)) return false
  for (let at = first + 1; at < last; at++) {
    if (isMark(page, at) || isClass(page, at, wordClass.time)) continue
    if (!isNameClass(page, at, nameClass.commonCapital | nameClass.event)) return false
  }
  return last > first + 1
}

/** Without a sum behind initials and a common short form before: "GBP 200" is no name. */
function endOf(page: Page, { first, last }: TokenRange): number {
  const isShort = isNameClass(page, first, nameClass.commonCapital) && isAllCapitals(page, first)
  return isShort && page.tokens.kinds[last - 1] === 1 ? first + 1 : last
}

function hasRoleBefore(page: Page, before: number, frame: TokenRange): boolean {
  return (
    before >= frame.first &&
    !isCapital(page, before) &&
    !isShortForm(page, before) &&
    isClass(page, before, wordClass.personRole | wordClass.title) &&
    !isInNameSet(page, before, "halfTitle")
  )
}

/** In small letters these are other words: "they miss Tarn". */
function isShortForm(page: Page, at: number): boolean {
  return isClass(page, at, wordClass.neverLast | wordClass.seldomLastCapital)
}

function genderOf(page: Page, before: number, floor: number): NameMention["gender"] {
  if (before < floor || isCapital(page, before) || isShortForm(page, before)) return null
  if (isClass(page, before, wordClass.female)) return "female"
  return isClass(page, before, wordClass.male) ? "male" : null
}

/**
 * Past capitalised roles to the name itself: "Police Chief | Roy Dunmore", "Skerry Harbour Minister | Olla Tarn".
 * `name` is `first` where there is none; `role` is where the roles begin.
 */
function givenNameAfter(
  page: Page,
  first: number,
  last: number,
): { readonly role: number; readonly name: number } {
  let role = -1
  for (let at = first; at < last - 1; at++) {
    if (isClass(page, at, wordClass.firstName)) {
      if (role >= 0) return { role, name: at }
      break
    }
    if (isRole(page, at) || isClass(page, at, wordClass.bodyRole)) {
      if (role < 0 || !isRole(page, at - 1)) role = at
    }
  }
  const nowhere = { role: first, name: first }
  if (isClass(page, last - 1, wordClass.bodyHead | wordClass.place)) return nowhere
  if (isNameClass(page, last - 1, nameClass.placeHead | nameClass.work | nameClass.event)) return nowhere
  for (let at = last - 2; at > first; at--) {
    if (!isMark(page, at) && !isCapital(page, at) && !isNameClass(page, at, nameClass.particle)) break
    if (!isRole(page, at)) continue
    const behind = unitAt(page, at + 1) === 0x2e ? at + 2 : at + 1
    let from = at
    while (from - 1 >= first && isRole(page, from - 1)) from--
    return behind < last && !isMark(page, behind) ? { role: from, name: behind } : nowhere
  }
  return nowhere
}

/** Past a sentence's first word that has its capital from its place alone: "Following | Tarn", "Two | Orrs". */
function pastOpener(page: Page, from: number, last: number): number {
  const next = from + 1
  if (next >= last || isMark(page, next)) return from
  if (isClass(page, from, wordClass.firstName | wordClass.place | wordClass.title)) return from
  const closed =
    wordClass.preposition |
    wordClass.determiner |
    wordClass.subordinator |
    wordClass.adverb |
    wordClass.conjunction |
    wordClass.function
  if (isClass(page, from, closed) && !isAllCapitals(page, from)) return next
  const opensName = isClass(page, next, wordClass.title | wordClass.firstName)
  return opensName && isParticiple(page, from) ? next : from
}

function isParticiple(page: Page, at: number): boolean {
  const { participleEnding } = page.lexicon.language.verbs
  return participleEnding !== "" && tokenText(page, at).endsWith(participleEnding)
}

/** At a sentence's beginning a word that is known as something else is no name. */
function isPlainWord(page: Page, at: number): boolean {
  const classes = page.classes[at]!
  const name = wordClass.firstName | wordClass.place
  return (classes & ~name) !== 0 && (classes & name) === 0
}
