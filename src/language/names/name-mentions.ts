import { wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import type { TokenRange } from "../tokens.ts"

/** A name as printed once, with what its surroundings say of its kind. */
export interface NameMention extends TokenRange {
  /** The words, without titles before, points after, or a possessive. */
  readonly words: readonly string[]
  /** The same with the points and hyphens printed among them. */
  readonly printed: string
  /** A title or a role noun stands before: "Captain Orr", "spokeswoman Anna Tarn". */
  readonly titled: boolean
  readonly gender: "female" | "male" | null
  /** Begins a sentence or a heading, so that its capital proves nothing. */
  readonly initial: boolean
  /** "the" stands before. */
  readonly determined: boolean
  /** Words of place before it: "in", "near". */
  readonly placed: boolean
}

const nameTokensMax = 12

/**
 * Every run of capitalised words that may be a name, in order. Sentence beginnings are kept apart (`initial`), and
 * nothing is judged here but the run's own bounds. Cost: linear in the tokens.
 */
export function findNameMentions(page: Page, sentenceStarts: ReadonlySet<number>): readonly NameMention[] {
  const mentions: NameMention[] = []
  for (const frame of page.frames) {
    const isHeading = looksLikeHeading(page, frame)
    for (let at = frame.first; at < frame.last; at++) {
      if (!mayBeName(page, at)) continue
      const mention = mentionFrom(page, at, frame, isHeading || isSentenceStart(page, at, sentenceStarts))
      if (mention === null) continue
      mentions.push(mention)
      at = mention.last - 1
    }
  }
  return mentions
}

/**
 * Past capitalised roles to the name itself: "Police Chief | Roy Dunmore", "Skerry Harbour Minister | Olla Tarn".
 * `first` where there is none.
 */
function givenNameAfter(page: Page, first: number, last: number): number {
  let hasRole = false
  for (let at = first; at < last - 1; at++) {
    if (isClass(page, at, wordClass.firstName)) return hasRole ? at : first
    if (isClass(page, at, wordClass.title | wordClass.personRole | wordClass.bodyRole)) hasRole = true
  }
  if (isClass(page, last - 1, wordClass.bodyHead | wordClass.place)) return first
  for (let at = last - 2; at > first; at--) {
    if (!isMark(page, at) && !isCapital(page, at) && !/^(bin|de|van|von|al)$/.test(tokenText(page, at))) break
    if (!isClass(page, at, wordClass.title) || isClass(page, at, wordClass.firstName)) continue
    const behind = unitAt(page, at + 1) === 0x2e ? at + 2 : at + 1
    return behind < last && !isMark(page, behind) ? behind : first
  }
  return first
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

/** Most words with a capital: a title, in which capitals prove nothing. */
function looksLikeHeading(page: Page, range: TokenRange): boolean {
  let capitals = 0
  let words = 0
  for (let at = range.first; at < range.last; at++) {
    if (page.tokens.kinds[at] !== 0) continue
    if (page.tokens.ends[at]! - page.tokens.starts[at]! < 4) continue
    words++
    if (isCapital(page, at)) capitals++
  }
  const end = unitAt(page, range.last - 1)
  return words >= 3 && end !== 0x2e && end !== 0x201d && capitals * 10 >= words * 7
}

function mayBeName(page: Page, at: number): boolean {
  if (page.tokens.kinds[at] !== 0 || !isCapital(page, at)) return false
  const classes = page.classes[at]!
  if (classes & (wordClass.function | wordClass.pronoun) && !(classes & wordClass.firstName)) {
    return (
      tokenText(page, at).length > 1 &&
      isAllCapitals(page, at) &&
      tokenText(page, at) !== "IT" &&
      tokenText(page, at) !== "IN"
    )
  }
  if (classes & wordClass.time && !(classes & wordClass.firstName && isCapital(page, at + 1))) return false
  return tokenText(page, at) !== "I" && !/^I['’]/.test(tokenText(page, at))
}

export function isAllCapitals(page: Page, at: number): boolean {
  const word = tokenText(page, at)
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

function mentionFrom(page: Page, from: number, frame: TokenRange, initial: boolean): NameMention | null {
  const last = runEnd(page, from, frame)
  let first = initial ? pastOpener(page, from, last) : from
  const opened = first > from
  let titled = false
  let gender: NameMention["gender"] = null
  const before = from - 1
  const determined = before >= frame.first && /^the$/i.test(tokenText(page, before))
  while (
    first < last - 1 &&
    isClass(page, first, wordClass.title) &&
    !isClass(page, first, wordClass.firstName)
  ) {
    const mayBeBody = last - first > 2 || determined
    if (isClass(page, last - 1, wordClass.bodyHead) && mayBeBody && !titled && !opened) break
    if (isClass(page, first, wordClass.female)) gender = "female"
    else if (isClass(page, first, wordClass.male)) gender = "male"
    titled = true
    first++
    while (first < last && isMark(page, first)) first++
  }
  const given = givenNameAfter(page, first, last)
  if (given > first) {
    first = given
    titled = true
  }
  if (first >= last) return null
  if (initial && last - first === 1 && isPlainWord(page, first)) return null
  const hasRole =
    before >= frame.first &&
    !isCapital(page, before) &&
    isClass(page, before, wordClass.personRole | wordClass.title) &&
    !/^(major|general|prime|vice|chief|deputy)$/.test(tokenText(page, before))
  const words: string[] = []
  const printed = page.text.slice(page.tokens.starts[first], page.tokens.ends[last - 1])
  for (let at = first; at < last; at++)
    if (!isMark(page, at)) words.push(withoutPossessive(tokenText(page, at)))
  return {
    first,
    last,
    words,
    printed: withoutPossessive(printed.replace(/\s+/g, " ")),
    titled: titled || hasRole,
    gender: gender ?? genderOf(page, before, frame.first),
    initial: initial && first === from,
    determined,
    placed: before >= frame.first && /^(in|near|at|from|outside|across|to)$/i.test(tokenText(page, before)),
  }
}

function genderOf(page: Page, before: number, floor: number): NameMention["gender"] {
  if (before < floor || isCapital(page, before)) return null
  if (isClass(page, before, wordClass.female)) return "female"
  return isClass(page, before, wordClass.male) ? "male" : null
}

/** Past a sentence's first word that has its capital from its place alone: "Following | Tarn", "Greeting | President Orr". */
function pastOpener(page: Page, from: number, last: number): number {
  const next = from + 1
  if (next >= last || isMark(page, next)) return from
  if (isClass(page, from, wordClass.firstName | wordClass.place | wordClass.title)) return from
  if (isClass(page, from, wordClass.preposition)) return next
  const opensName = isClass(page, next, wordClass.title | wordClass.firstName)
  return opensName && /ing$/.test(tokenText(page, from)) ? next : from
}

/** At a sentence's beginning a word that is known as something else is no name. */
function isPlainWord(page: Page, at: number): boolean {
  const classes = page.classes[at]!
  const name = wordClass.firstName | wordClass.place
  return (classes & ~name) !== 0 && (classes & name) === 0
}

export function withoutPossessive(word: string): string {
  const last = word.charCodeAt(word.length - 1)
  if (isApostrophe(last)) return word.slice(0, -1)
  return last === 0x73 && isApostrophe(word.charCodeAt(word.length - 2)) ? word.slice(0, -2) : word
}

/** One past the last token of the name that begins at `from`. */
function runEnd(page: Page, from: number, frame: TokenRange): number {
  let at = from + 1
  let last = at
  const limit = Math.min(frame.last, from + nameTokensMax)
  while (at < limit) {
    if (endsName(page, at - 1) && !(isCapital(page, at) && isClass(page, at, wordClass.bodyHead))) break
    if (isMark(page, at)) {
      if (!isNameMark(page, at) || at + 1 >= limit) break
      if (!isCapital(page, at + 1) && unitAt(page, at) !== 0x2e) {
        if (at < from + 2 || !isSyllable(page, at + 1)) break
        at += 2
        last = at
        continue
      }
      at++
      if (unitAt(page, at - 1) === 0x2e) last = at
      if (unitAt(page, at - 1) === 0x2e && endsAbbreviation(page, at - 2, at)) break
      continue
    }
    if (isCapital(page, at)) {
      if (isClass(page, at, wordClass.time) && !isClass(page, at, wordClass.firstName)) break
      if (isClass(page, at, wordClass.pronoun) && tokenText(page, at) === "I") break
      at++
      last = at
      continue
    }
    if (
      page.tokens.kinds[at] === 1 &&
      at === from + 1 &&
      /^\d{1,3}$/.test(tokenText(page, at)) &&
      isAllCapitals(page, from)
    ) {
      last = ++at
      continue
    }
    if (!isJoint(page, from, at, limit)) break
    at++
  }
  if (isMark(page, last - 1) && !isInitial(page, last - 2) && !isKnownAbbreviation(page, last - 2)) last--
  return last
}

/** A possessive ends a name: "Tarn's | Harbour Office". */
function endsName(page: Page, at: number): boolean {
  const end = page.tokens.ends[at]!
  if (end - page.tokens.starts[at]! < 2) return false
  const last = page.text.charCodeAt(end - 1)
  const before = page.text.charCodeAt(end - 2)
  return (last === 0x73 && isApostrophe(before)) || (before === 0x73 && isApostrophe(last))
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

function isNameMark(page: Page, at: number): boolean {
  const unit = unitAt(page, at)
  const touches = page.tokens.starts[at] === page.tokens.ends[at - 1]
  if (unit === 0x2e) return touches && (isInitial(page, at - 1) || isKnownAbbreviation(page, at - 1))
  if (unit === 0x26) return true
  return (
    (unit === 0x2d || unit === 0x2010 || unit === 0x2011) &&
    touches &&
    page.tokens.starts[at + 1] === page.tokens.ends[at]
  )
}

/** The second half of a name such as "Ji-won" in "Han Ji-won", and not of "Anna Tarn-led". */
function isSyllable(page: Page, at: number): boolean {
  const word = tokenText(page, at)
  return (
    /^[a-z]{2,5}['’]?s?$/.test(word) &&
    !/^(era|led|run|like|held|born|made|based|owned|style|free|wide|only|to|and)$/.test(word)
  )
}

function isInitial(page: Page, at: number): boolean {
  const length = page.tokens.ends[at]! - page.tokens.starts[at]!
  return (
    isCapital(page, at) && (length === 1 || (length === 3 && page.text[page.tokens.starts[at]! + 1] === "."))
  )
}

function isKnownAbbreviation(page: Page, at: number): boolean {
  return isCapital(page, at) && isClass(page, at, wordClass.neverLast | wordClass.seldomLast)
}

/** The point after "Inc." ends the name when no capital follows. */
function endsAbbreviation(page: Page, word: number, next: number): boolean {
  return isClass(page, word, wordClass.seldomLast) || !isCapital(page, next)
}

/** Small words inside a name: "Bank of Skerry", "Anna van der Tarn", "Customs and Border Protection". */
function isJoint(page: Page, from: number, at: number, limit: number): boolean {
  const next = at + 1
  if (next >= limit || page.lexicon.language.nounsCapital) return false
  const word = tokenText(page, at)
  if (/^(de|da|del|della|di|du|la|le|van|von|der|den|bin|al|el|ibn|dos|ten|ter|y)$/.test(word)) {
    return isCapital(page, next) || /^(der|den|la|las|los)$/.test(tokenText(page, next))
  }
  if (word === "of") {
    const head = wordClass.bodyHead | wordClass.bodyRole
    const after = tokenText(page, next) === "the" ? next + 1 : next
    return after < limit && isCapital(page, after) && isClass(page, at - 1, head)
  }
  if (word === "the") return tokenText(page, at - 1) === "of"
  if (word !== "and" && word !== "for") return false
  if (!isCapital(page, next) || isClass(page, from, wordClass.firstName)) return false
  if (word === "for") return isClass(page, at - 1, wordClass.bodyHead)
  let last = next
  while (last + 1 < limit && page.tokens.kinds[last + 1] === 0 && isCapital(page, last + 1)) last++
  return last > next && isClass(page, last, wordClass.bodyHead) && !isClass(page, next, wordClass.firstName)
}
