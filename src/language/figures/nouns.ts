import { tableByHash } from "../numerals/words.ts"
import { continuesLine, isHyphen, type TokenText, touches, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import { ownWordAt } from "./comparators.ts"
import type { FigureSource } from "./figure-source.ts"

/** The thing counted, after a number: "harbour employees" is the unit `employee` with the words before it. */
export interface CountedNoun {
  readonly unit: string
  /** The token after the noun. */
  readonly end: number
  /** The words between the number and the noun: [from, to) in tokens; empty when `from === to`. */
  readonly from: number
  readonly to: number
}

/**
 * The noun counted by a number that ends before `index`, or null. The first plural within a few words, since no tagger
 * is at hand: "150 new hospital beds were" stops at "beds". A function word or a mark ends the search.
 */
export function takeCountedNoun(source: FigureSource, index: number, value: number): CountedNoun | null {
  const { tokens } = source
  let at = index
  // "150 of its employees", "40 of the 60 seats": the noun behind, not another number.
  if (wordAt(source, at) === "of" && determiners.has(wordAt(source, at + 1))) at += 2
  const from = at
  let named: CountedNoun | null = null
  for (let words = 0; words < nounWordsMax && continuesLine(source, at); words++) {
    const word = wordAt(source, at)
    if (!/^\p{L}/u.test(word) || isStop(source, at)) return named
    const hyphenated = isHyphen(source.text, tokens.starts[at + 1] ?? 0) && touches(source, at + 1)
    if (hyphenated && touches(source, at + 2)) {
      at += 2
      continue
    }
    // "One controls" is no count of controls.
    const singular = value === 1 ? null : singularIn(source, at)
    // "150 Orbis employees": a capital may be a name before the noun, or the noun itself ("20 Republicans").
    const capital = /^\p{Lu}/u.test(source.text.slice(tokens.starts[at], tokens.ends[at]))
    if (singular !== null && capital) named ??= { unit: singular, end: at + 1, from, to: at }
    else if (singular !== null) return { unit: singular, end: at + 1, from, to: at }
    if (value === 1 && words === 0 && singulars.has(word)) return { unit: word, end: at + 1, from, to: at }
    if (words === 0 && countedAdjectives.has(word) && !isWordLetter(source, at + 1))
      return { unit: word, end: at + 1, from, to: at }
    // In a language whose plurals we cannot tell, the word right behind the number is what it counts.
    if (source.english && words === 0 && isNounLike(source, at))
      named ??= { unit: word, end: at + 1, from, to: at }
    at++
  }
  return named
}

/** The singular in the language of the text, or null when the word is no plural that its form shows. */
function singularIn(source: FigureSource, at: number): string | null {
  const word = wordAt(source, at)
  if (source.plurals.length === 0 || ownWordAt(source, at) !== word) return singularOf(word)
  const ending = source.plurals.find(([plural]) => word.endsWith(plural))
  return ending === undefined || word.length < 4
    ? null
    : word.slice(0, word.length - ending[0].length) + ending[1]
}

/** In German a noun has its capital. */
function isNounLike({ text, tokens, capitalNouns }: FigureSource, at: number): boolean {
  return !capitalNouns || /^\p{Lu}/u.test(text.slice(tokens.starts[at], tokens.ends[at]))
}

const nounWordsMax = 5

function isWordLetter(source: TokenText, index: number): boolean {
  const word = wordAt(source, index)
  return continuesLine(source, index) && singularOf(word) !== null
}

const determiners = new Set("the its his her their our these those your my".split(" "))

/** What is counted though it is no noun: "41 dead", "12 injured". */
const countedAdjectives = new Set(
  "dead injured wounded missing hurt homeless unaccounted others arrested killed".split(" "),
)

const singulars = new Set(
  "crew person man woman child boy girl officer employee worker student soldier passenger driver death patient victim suspect vote seat house home day week month year hour minute mile percent case job ship ferry boat car plane bus train lawmaker senator judge company firm country state city town village teacher".split(
    " ",
  ),
)

const stopWords =
  "the a an and or but nor what how of in on at by to for from with without into onto over under after before since until during than as that which who whom whose where when while if because so not no is are was were be been being am has have had having do does did will would could should may might must can shall said says say told tells it its he his she her they their them this these those we our us you your i my there here also then now more less about against between through per via up down out off each every some any all both either neither yes according amid among around because despite like near plus such though worth across worldwide globally apiece unless unlike upon versus within including gets goes makes takes comes gives keeps means needs seems shows wants works asks looks finds thinks knows remains stands begins rises falls costs adds includes follows brings uses tries calls holds leads leaves plans hopes faces claims reports already ago later earlier long old early ahead away apart left right one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion dozen".split(
    " ",
  )
const stops: WordTable<true> = tableByHash(stopWords.map((word): [string, true] => [word, true]))
const stopForms: ReadonlySet<string> = new Set(stopWords)

/** True for a function word, of another language by its English one. */
function isStop(source: TokenText, at: number): boolean {
  return source.english ? stopForms.has(wordAt(source, at)) : stops.has(source.tokens.hashes[at]!)
}

const irregular: Readonly<Record<string, string>> = {
  people: "person",
  children: "child",
  men: "man",
  women: "woman",
  feet: "foot",
  police: "police",
  personnel: "personnel",
  staff: "staff",
  crew: "crew",
  troops: "troop",
  lives: "life",
  wives: "wife",
  knives: "knife",
  leaves: "leaf",
  halves: "half",
  wolves: "wolf",
  thieves: "thief",
  shelves: "shelf",
  homes: "home",
  mice: "mouse",
  geese: "goose",
  teeth: "tooth",
  sheep: "sheep",
  cattle: "cattle",
  fish: "fish",
  deer: "deer",
  aircraft: "aircraft",
  spacecraft: "spacecraft",
  series: "series",
  species: "species",
  crises: "crisis",
  media: "medium",
  criteria: "criterion",
  phenomena: "phenomenon",
  alumni: "alumnus",
  firemen: "fireman",
  policemen: "policeman",
  policewomen: "policewoman",
  servicemen: "serviceman",
  fishermen: "fisherman",
  congressmen: "congressman",
  grandchildren: "grandchild",
  schoolchildren: "schoolchild",
  buses: "bus",
  gases: "gas",
  others: "other",
  movies: "movie",
  cookies: "cookie",
  shoes: "shoe",
  axes: "axe",
  caches: "cache",
  heroes: "hero",
  echoes: "echo",
  potatoes: "potato",
  tomatoes: "tomato",
  votes: "vote",
}

const notPlural = new Set(
  "is was has this its us as yes plus thus across previous various serious continuous famous religious precious series dangerous anonymous business press class mass loss cross gross access process success address dress stress progress congress illness glass pass boss analysis basis crisis bus gas news politics economics physics athletics less perhaps always sometimes besides towards overseas virus campus bonus census focus status chaos lens tennis texas paris afghans".split(
    " ",
  ),
)

/** The singular of a plural noun, or null when the word is none that we can tell by its form. */
export function singularOf(word: string): string | null {
  const known = irregular[word]
  if (known !== undefined) return known
  if (word.length < 3 || !word.endsWith("s") || notPlural.has(word) || word.endsWith("'s")) return null
  if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("ous")) return null
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** What a share is of: "of the city", "of its people", "of households in Calder". */
export function takeShared(source: FigureSource, index: number): CountedNoun | null {
  let at = index
  if (determiners.has(wordAt(source, at)) || /^an?$/.test(wordAt(source, at))) at++
  const first = at
  while (at < first + sharedWordsMax && continuesLine(source, at)) {
    const word = wordAt(source, at)
    if (!/^\p{L}/u.test(word) || isStop(source, at) || /..ed$/.test(word)) break
    at++
    if (singularOf(word) !== null) break
  }
  return at === first ? null : { unit: wordAt(source, at - 1), end: at, from: first, to: first }
}

const sharedWordsMax = 4

/** The thing named at `index`, as printed, without its article: at most a few words up to a mark or function word. */
export function phraseOfThing(source: TokenText, index: number): string | null {
  let at = index
  if (determiners.has(wordAt(source, at)) || /^an?$/.test(wordAt(source, at))) at++
  const first = at
  while (at < first + nounWordsMax && continuesLine(source, at)) {
    const word = wordAt(source, at)
    if (!/^[\p{L}\d]/u.test(word) || isStop(source, at)) break
    // "Of those polled", "of patients treated": the verb is not what is counted.
    if (/..ed$/.test(word) && (at > first || wordAt(source, first - 1) === "those")) break
    at++
  }
  return at === first ? null : source.text.slice(source.tokens.starts[first], source.tokens.ends[at - 1])
}
