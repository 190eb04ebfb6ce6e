import { datesIn, isDateLabel, type LineDates, readMetaLine } from "../meta-line.ts"
import { type DayOrder, findDate } from "../parse-date.ts"
import type { MarkedElement } from "./marked-elements.ts"
import type { PageBlock } from "./page-blocks.ts"
import { type Found, isForeign, type PageSources } from "./page-sources.ts"

export interface PrintedDates {
  /** "First published on …", in a sentence of its own. */
  readonly stated: Found<string> | null
  readonly published: PrintedPublication | null
  readonly modified: Found<string> | null
  /** Far from the headline, the only day that lines of publication give, or else `time` elements. */
  readonly elsewhere: Found<string> | null
}

export interface PrintedPublication extends Found<string> {
  /**
   * `labelled`: a word for publishing stands before it; `beside`: it stands between the headline and the text;
   * `above`: right over the headline, where some pages print today's date; `near`: not far off.
   */
  readonly standing: "labelled" | "beside" | "above" | "near"
}

/** How many elements from the headline what is marked may stand to be surely the article's. */
const reach = { before: 40, after: 120 }

/** True of what stands near enough to the headline to be surely the article's. */
export function isByHeadline({ element }: MarkedElement, headline: PageBlock): boolean {
  const distance = element.order - headline.element.order
  return distance >= -reach.before && distance <= reach.after
}

/** The stretch of the page in which a date is likely the article's: around its headline, or before its text. */
interface Head {
  readonly headline: PageBlock | null
  /** The headline, or where there is none the beginning of the text: what holds it holds the article. */
  readonly own: PageBlock | null
  /** Blocks `first` to before `last`. */
  readonly first: number
  readonly last: number
  /** The places, in the order of elements, of the headline and of the beginning of the text. */
  readonly from: number
  readonly bodyFrom: number
}

const window = { before: 8, after: 30 }
const lineCharactersMax = 220
const datePlaceCharactersMax = 120
/** A block of so many characters is the text, not its head. */
const proseCharactersMin = 200

function headOf({ blocks, headline }: PageSources): Head {
  const isProse = (block: PageBlock, i: number): boolean =>
    i > headline &&
    block.text.length > proseCharactersMin &&
    (headline < 0 ? block.proseScore > 0 : !isForeign(block, blocks[headline]))
  const prose = blocks.findIndex(isProse)
  const anchor = headline >= 0 ? headline : Math.max(0, prose - window.before)
  return {
    headline: blocks[headline] ?? null,
    own: blocks[headline < 0 ? prose : headline] ?? null,
    first: Math.max(0, anchor - window.before),
    last: Math.min(blocks.length, anchor + window.after),
    from: blocks[headline < 0 ? Math.max(0, prose) : headline]?.element.order ?? 0,
    bodyFrom: blocks[prose]?.element.order ?? Number.POSITIVE_INFINITY,
  }
}

interface Sighting {
  readonly iso: string
  readonly rule: string
  readonly labelled: boolean
  readonly element: PageBlock["element"]
}

/** What the page prints of its article's dates, leaving out days for which `isPast` is false. */
export function printedDatesOf(sources: PageSources, isPast: (iso: string) => boolean): PrintedDates {
  const { blocks, order } = sources
  const head = headOf(sources)
  const sightings: Sighting[] = []
  const modified: Found<string>[] = []
  const take = (dates: LineDates | null, rule: string, element: PageBlock["element"]): void => {
    if (dates?.modified && isPast(dates.modified)) modified.push({ value: dates.modified, rule })
    if (dates?.published && isPast(dates.published))
      sightings.push({ iso: dates.published, rule, labelled: dates.labelled, element })
  }
  for (let i = head.first; i < head.last; i++) {
    const block = blocks[i]!
    if (block.text.length > lineCharactersMax || !/\p{Nd}/u.test(block.text)) continue
    if (isForeign(block, head.own)) continue
    const line = datedLine(block.text, order)
    if (line === null) continue
    const above = blocks[i - 1]?.text ?? ""
    const whole = !line.labelled && isDateLabel(above) ? datesIn(`${above} ${block.text}`, order) : line
    if (whole.labelled || block.kind !== "quote") take(whole, "printed by the headline", block.element)
  }
  for (const mark of sources.marked) {
    if (head.headline === null || !isTime(mark) || !isByHeadline(mark, head.headline)) continue
    const dates = datesIn(mark.value, order)
    if (modified.some(({ value }) => isSameDay(dates.published, value))) continue
    take(dates, "time element", mark.element)
  }
  const published = nearestOf(sightings, head)
  return {
    stated: statedDate(sources, head),
    published,
    modified: modified[0] ?? null,
    elsewhere: published === null ? elsewhereIn(sources, head) : null,
  }
}

/** What a line, or one of the parts that bars cut it into, says as nothing but a line of dates and makers. */
function datedLine(text: string, order: DayOrder): LineDates | null {
  const whole = readMetaLine(text, order, false)
  if (whole !== null) return (whole.published ?? whole.modified) === null ? null : whole
  if (!/[|·•]/.test(text)) return null
  for (const part of text.split(/[|·•]/, partsMax)) {
    const line = /\p{Nd}/u.test(part) ? readMetaLine(part, order, false) : null
    if (line !== null && (line.published ?? line.modified) !== null) return line
  }
  return null
}

const partsMax = 8

function isTime({ role, foreign, value }: MarkedElement): boolean {
  return role === "time" && !foreign && value.length <= datePlaceCharactersMax
}

function isSameDay(a: string | null, b: string): boolean {
  return a !== null && a.slice(0, 10) === b.slice(0, 10)
}

/** The sighting that is named a publication, else the nearest; far from the headline, days that differ say nothing. */
function nearestOf(sightings: readonly Sighting[], head: Head): PrintedPublication | null {
  let best: Sighting | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const sighting of sightings) {
    const distance = sighting.element.order - head.from
    const far = distance < 0 ? -2 * distance : distance
    const cost = far + costs[standingOf(sighting, head)]
    if (cost >= bestCost) continue
    best = sighting
    bestCost = cost
  }
  if (best === null) return null
  const { iso, rule } = best
  const standing = standingOf(best, head)
  const isAlone = head.headline === null || sightings.every((sighting) => isSameDay(sighting.iso, iso))
  return standing === "near" && !isAlone ? null : { value: iso, rule, standing }
}

const costs = { labelled: 0, beside: 1000, above: 1500, near: 1500 } as const
/** So many elements between the headline and a date before it are other things. */
const aboveMax = 12

function standingOf(
  { labelled, element }: Sighting,
  { headline, from, bodyFrom }: Head,
): PrintedPublication["standing"] {
  if (labelled) return "labelled"
  if (headline === null || element.order >= bodyFrom || element.order < from - aboveMax) return "near"
  return element.order >= from ? "beside" : "above"
}

/** Words that say of a date that it is the first of several, right before it. */
const firstPublication =
  /(?<!\p{L})(?:(?:originally|first|initially) (?:published|posted|appeared|released)|zuerst (?:veröffentlicht|erschienen)|erstmals (?:veröffentlicht|erschienen)|publié(?:e)? (?:initialement|pour la première fois)|publicado originalmente|pubblicato originariamente|oorspronkelijk gepubliceerd)(?: (?:on|am|le|el|il|op))?:?\s/iu
const statementCharactersMin = 25
const statementCharactersMax = 300

function statedDate({ blocks, order }: PageSources, { own }: Head): Found<string> | null {
  for (const block of blocks) {
    const { length } = block.text
    if (block.kind === "list" || length < statementCharactersMin || length > statementCharactersMax) continue
    if (!hasYear.test(block.text)) continue
    const match = firstWords.test(block.text) ? firstPublication.exec(block.text) : null
    if (!match || isForeign(block, own)) continue
    const rest = block.text.slice(match.index + match[0].length)
    const date = findDate(rest, order)
    if (date && date.start <= 12) return { value: date.iso, rule: "said to be first published" }
  }
  return null
}

const firstWords = /originally|first|initially|zuerst|erstmals|publi|pubbli|oorspronkelijk/i
const hasYear = /(?:19|20)\d\d/

/** The one day that lines of publication give, wherever they stand; else the one day in all `time` elements. */
function elsewhereIn({ blocks, marked, order }: PageSources, { own }: Head): Found<string> | null {
  const lines: string[] = []
  for (const block of blocks) {
    const { text } = block
    if (text.length > statementCharactersMax || !/\d\d/.test(text) || isOthers(block, own)) continue
    const dates = datesIn(text, order)
    if (dates.published === null) continue
    if (dates.labelled || byline.test(text) || (readMetaLine(text, order, false)?.bylines ?? []).length > 0)
      lines.push(dates.published)
  }
  const inTimes = marked
    .filter(isTime)
    .map(({ value }) => datesIn(value, order).published)
    .filter((date) => date !== null)
  return onlyDay(lines, "the only line of publication") ?? onlyDay(inTimes, "the only time element")
}

const byline = /^(?:by|von|par|por|di|door|av|af)\s/i

/** True among other articles and comments; the article's own last line may stand in a footer. */
function isOthers(block: PageBlock, own: PageBlock | null): boolean {
  return isForeign(block, own) && !/footer/.test(block.flagged?.finding.reason ?? "")
}

function onlyDay(dates: readonly string[], rule: string): Found<string> | null {
  const [first] = dates
  return first !== undefined && dates.every((date) => isSameDay(date, first)) ? { value: first, rule } : null
}
