import { nameClass, wordClass } from "../lexicon.ts"
import { isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import { hashOfLetters } from "../tokens.ts"
import type { NameTable } from "./entity.ts"
import { addHeadingNames } from "./heading-names.ts"
import { findNameMentions, type NameMention } from "./name-mentions.ts"
import { isAllCapitals, isNameClass, isStemClass, withoutPossessive } from "./name-runs.ts"
import { Registry } from "./registry.ts"

/**
 * One entry for each person, body and place. A single surname goes to the person last named in full with it; an
 * acronym to the body whose initials it is; a short form to the longest name that begins with it. The kind comes from
 * the name's own words, or else from the words around its mentions. Cost: linear in the mentions, but for look-ups by
 * word, and in the sentences that a name opens.
 */
export function findNames(page: Page, sentenceStarts: ReadonlySet<number>): NameTable {
  const found = findNameMentions(page, sentenceStarts)
  const mentions = page.lexicon.language.nounsCapital
    ? found.mentions.flatMap((mention) => sureName(page, mention))
    : partedAtAnd(page, withoutOpeners(page, found.mentions))
  const seenInside = new Set<string>()
  for (const { initial, words } of mentions) if (!initial && words.length === 1) seenInside.add(words[0]!)
  const registry = new Registry(page, mentions)
  for (const mention of mentions) if (mention.words.length > 1) registry.add(mention)
  const printedSmall = smallPrinted(page, mentions)
  for (const mention of mentions) {
    if (mention.words.length > 1) continue
    if (mention.initial && !isLikelyName(page, mention, seenInside, registry)) continue
    if (!registry.knows(mention.words[0]!) && isCommonNoun(page, mention, printedSmall)) continue
    registry.add(mention)
  }
  addHeadingNames(page, found.headings, registry)
  return registry.table()
}

/** Of the words that stand alone with a capital, the hashes of those that the text prints without one as well. */
function smallPrinted(page: Page, mentions: readonly NameMention[]): ReadonlySet<number> {
  const { tokens, text } = page
  const alone = new Set<number>()
  for (const { words, first } of mentions) if (words.length === 1) alone.add(tokens.hashes[first]!)
  const small = new Set<number>()
  if (alone.size === 0) return small
  // Most tokens are told apart by the last bits of their hashes, before the set is asked.
  const endings = new Uint8Array(1024)
  for (const hash of alone) endings[hash & 1023] = 1
  for (let at = 0; at < tokens.count; at++) {
    const hash = tokens.hashes[at]!
    if (endings[hash & 1023] === 0) continue
    const unit = text.charCodeAt(tokens.starts[at]!)
    if (unit >= 97 && unit <= 122 && alone.has(hash)) small.add(hash)
  }
  return small
}

/** "The President", "Honour": a word with a capital that is a noun like others, by the lexicon or by the text itself. */
function isCommonNoun(page: Page, mention: NameMention, printedSmall: ReadonlySet<number>): boolean {
  const { first, titled } = mention
  if (titled || isStemClass(page, first, wordClass.firstName | wordClass.place)) return false
  if (isNameClass(page, first, nameClass.body)) return false
  if (isAllCapitals(page, first)) return false
  const noun =
    wordClass.title |
    wordClass.personRole |
    wordClass.groupRole |
    wordClass.bodyRole |
    wordClass.document |
    wordClass.time
  return isStemClass(page, first, noun) || printedSmall.has(page.tokens.hashes[first]!)
}

/** "Yesterday Anna Tarn": a sentence's first word, before a name that stands without it elsewhere, is none of it. */
function withoutOpeners(page: Page, mentions: readonly NameMention[]): readonly NameMention[] {
  if (!mentions.some(({ initial, words }) => initial && words.length > 1)) return mentions
  const forms = new Set<string>()
  const surnames = new Set<string>()
  for (const { initial, words } of mentions) {
    if (initial) continue
    forms.add(words.join(" "))
    if (words.length > 1) surnames.add(words.at(-1)!)
  }
  return mentions.map((mention) => {
    const { initial, words } = mention
    if (!initial || words.length < 2 || forms.has(words.join(" "))) return mention
    const rest = words.slice(1)
    const isVerb = isClass(page, mention.first, wordClass.speech | wordClass.stance | wordClass.otherVerb)
    if (words.length === 2 ? !(isVerb && surnames.has(rest[0]!)) : !forms.has(rest.join(" "))) return mention
    const printed = mention.printed.slice(mention.printed.indexOf(rest[0]!, words[0]!.length))
    return { ...mention, first: mention.first + 1, words: rest, printed }
  })
}

/** "Orbis Tin and Delver Mining": two names, where what follows the "and" begins names of its own elsewhere. */
function partedAtAnd(page: Page, mentions: readonly NameMention[]): readonly NameMention[] {
  const openers = new Set<string>()
  for (const { words } of mentions) openers.add(words[0]!)
  return mentions.flatMap((mention) => {
    const { words, first, last } = mention
    if (words.length < 4) return [mention]
    let and = first + 2
    while (and < last - 1 && !isNameClass(page, and, nameClass.and)) and++
    if (and >= last - 1 || !openers.has(tokenText(page, and + 1))) return [mention]
    const place = words.indexOf(tokenText(page, and))
    const part = (from: number, to: number, own: readonly string[]): NameMention => ({
      ...mention,
      first: from,
      last: to,
      words: own,
      printed: withoutPossessive(page.text.slice(page.tokens.starts[from], page.tokens.ends[to - 1])),
    })
    return [part(first, and, words.slice(0, place)), part(and + 1, last, words.slice(place + 1))]
  })
}

/** Where every noun has a capital: behind a title, or from a first name on: "Feuerwehrchef | Uwe Brandt". */
function sureName(page: Page, mention: NameMention): readonly NameMention[] {
  if (mention.titled) return [mention]
  const { first, last, words, printed } = mention
  for (let at = first; at < last - 1; at++) {
    if (!isClass(page, at, wordClass.firstName)) continue
    const place = words.indexOf(tokenText(page, at))
    if (place < 0 || place >= words.length - 1) return []
    const from = page.tokens.starts[at]! - page.tokens.starts[first]!
    return [{ ...mention, first: at, words: words.slice(place), printed: printed.slice(from) }]
  }
  return []
}

function isLikelyName(
  page: Page,
  mention: NameMention,
  seenInside: ReadonlySet<string>,
  registry: Registry,
): boolean {
  const word = mention.words[0]!
  if (mention.titled || seenInside.has(word) || registry.knows(word)) return true
  if (isClass(page, mention.first, wordClass.place | wordClass.firstName)) return true
  if (isToldOf(page, mention)) return true
  const isPlain = page.lexicon.classesByHash.has(hashOfLetters(word.toLowerCase()))
  if (/^\p{L}+['’]s$/u.test(tokenText(page, mention.first))) return !isPlain
  if (!isPlain && registry.opens(word)) return true
  return isAllCapitals(page, mention.first) && word.length <= 6
}

/** ", 58," or ", who" behind a word: it names somebody. */
function isToldOf(page: Page, { last }: NameMention): boolean {
  if (unitAt(page, last) !== 0x2c || last + 2 >= page.tokens.count) return false
  if (isNameClass(page, last + 1, nameClass.who)) return true
  return /^\d{1,2}$/.test(tokenText(page, last + 1)) && isMark(page, last + 2)
}
