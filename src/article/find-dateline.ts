import { agency } from "./agency-names.ts"
import { monthsByName } from "./month-names.ts"

/** A place and a wire's name before the first words of a text, and the characters that they take up. */
export interface Dateline {
  readonly length: number
  /** Of the bodies named; empty where only a place stands there. */
  readonly names: readonly string[]
}

const shouted = "\\p{Lu}[\\p{Lu}\\p{M}'’.-]+(?:[ /]\\p{Lu}[\\p{Lu}\\p{M}'’.-]+){0,3}"
const named = "\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:[ /]\\p{Lu}[\\p{L}\\p{M}'’.-]+){0,3}"
const region = "(?:,\\s\\p{Lu}[\\p{L}.]{1,15}(?:\\s\\p{Lu}[\\p{L}.]{1,12})?)?"
const day =
  "(?:,?\\s\\(?(?:(?<first>\\p{L}{3,12})\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s(?:de\\s)?(?<second>\\p{L}{3,12})\\.?)(?:,?\\s(?:de\\s)?\\d{4})?\\)?)?"
const dash = "(?:\\s?\\.?(?:[–—−]|--?)\\s?|\\s_\\s)"
const bracketed = (inner: string): string => `[(/[](?<wire>${inner})[)/\\]]`
/** An agency within brackets, with an office or a partner behind it: `dpa/lno`, `AP Photo`. */
const agencyInBrackets = bracketed(`${agency}(?:[/-]\\p{L}{2,10})?`)
const wordsBegin = "(?=[\\p{L}\\p{N}\"“„«'‘])"

/** Forms in the order in which they are tried. */
const forms: readonly RegExp[] = [
  // LONDON, June 18 (Reuters) –   NORRHAVN--(BUSINESS WIRE)--   MOSCOW, June 18. /TASS/.   NEW DELHI, June 18 (PTI) The
  new RegExp(`^(?:${named})${region}${day}\\.?${dash}?[,:]?\\s?${agencyInBrackets}(?:${dash}|\\.?\\s)?`, "u"),
  // LONDON (Gazette News Service) –
  new RegExp(`^(?<place>${shouted})${region}${day}\\s?[,:]?\\s?${bracketed("[^)\\]/]{2,40}")}${dash}`, "u"),
  // МОСКВА, 18 июня — РИА Новости.   Washington CNN —
  new RegExp(`^(?:${shouted})${region}${day}${dash}(?<wire>${agency})[.,]\\s`, "u"),
  new RegExp(`^(?:${named})${region}\\s(?<wire>CNN|BBC)${dash}`, "u"),
  // (CNN)   (ANSA) – ROMA, 18 GIU –
  new RegExp(`^\\((?<wire>${agency})\\)(?:${dash}|\\s)?(?:${shouted}${region}${day}${dash})?`, "u"),
  new RegExp(`^(?<wire>${agency})${dash}(?=[\\p{Lu}"“'‘])`, "u"),
  // PARIS –   WASHINGTON, D.C. –
  new RegExp(`^(?<place>${shouted})${region}${day}${dash}${wordsBegin}`, "u"),
]

/** Words in capitals before a dash that are no places: what kind of text follows, and bodies that act in it. */
const noPlaces = new Set(
  "BREAKING,EXCLUSIVE,UPDATE,UPDATED,UPDATES,WATCH,VIDEO,PHOTOS,LIVE,OPINION,ANALYSIS,EDITORIAL,COMMENTARY,COLUMN,REVIEW,INTERVIEW,EXPLAINER,CORRECTION,CLARIFICATION,NEW,NOTE,ADVISORY,ALERT,DEVELOPING,SPOILER,WARNING,FACT CHECK,FIRST ON,JUST IN,NATO,NASA,WHO,UN,EU,US,UK,UNICEF,UNESCO,OPEC,FIFA,UEFA,FBI,CIA,NSA,BBC,CNN,ABC,CBS,NBC,FOX,IMF,WTO,ICE,NHS,FDA,EPA,NFL,NBA,MLB,NHL,COVID,AI".split(
    ",",
  ),
)

const scannedCharactersMax = 120
/** Every dateline ends in one of these. */
const datelineEnd = /[)\]/–—−_-]/

/** The dateline at the beginning of `block`, or null. */
export function findDateline(block: string): Dateline | null {
  const start = block.slice(0, scannedCharactersMax)
  if (!datelineEnd.test(start)) return null
  for (const form of forms) {
    const match = form.exec(start)
    if (!match) continue
    const { first, second, place, wire } = match.groups ?? {}
    const month = first ?? second
    if (month !== undefined && !monthsByName.has(month.toLowerCase())) continue
    if (place !== undefined && noPlaces.has(place)) continue
    return { length: match[0].trimEnd().length, names: wire === undefined ? [] : [wire.trim()] }
  }
  return null
}
