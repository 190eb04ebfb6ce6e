import { datesIn, isDateLabel, type LineDates, readMetaLine } from "../meta-line.ts"
import { type DayOrder, findDate, parseMachineDate } from "../parse-date.ts"
import { type AddressDay, addressDay } from "./address-date.ts"
import type { MarkedElement } from "./marked-elements.ts"
import type { PageBlock } from "./page-blocks.ts"
import { type Found, isForeign, metaValue, type PageSources } from "./page-sources.ts"

/** Everything on a page that may say when its article came out, by who says it. */
export interface DateCandidates {
  /** What the page's data call the publication, most trusted first. */
  readonly data: readonly Found<string>[]
  /** What the page's data call a change. */
  readonly changes: readonly Found<string>[]
  /** What a reader sees. */
  readonly printed: PrintedDates
  readonly address: AddressDay | null
}

export interface PrintedDates {
  /** "First published on …", in a sentence of its own. */
  readonly stated: Found<string> | null
  readonly published: PrintedPublication | null
  readonly modified: Found<string> | null
  /** The only day that a place for dates or a word for publishing gives far from the headline. */
  readonly elsewhere: Found<string> | null
}

export interface PrintedPublication extends Found<string> {
  /**
   * `labelled`: a word for publishing stands before it; `beside`: it stands between the headline and the text;
   * `above`: right over the headline, where some pages print today's date; `near`: not far off.
   */
  readonly standing: "labelled" | "beside" | "above" | "near"
}

const publishedNames =
  "parsely-pub-date sailthru.date cxenseparse:recs:publishtime datepublished article:published pubdate publishdate publish-date publish_date published_time_telegram article.published published-date publication_date publication-date citation_publication_date citation_online_date citation_date dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date.publication dcterms.date dc.date bt:pubdate displaydate originalpublicationdate ptime article_date_original article:post_date article:create_at og:pubdate og:release_date rnews:datepublished gentime firstpublished iso-8601-publish-date vr:published_time analyticsattributes.articledate created creation_date date".split(
    " ",
  )
const modifiedNames = [
  "article:modified_time",
  "og:updated_time",
  "og:modified_time",
  "article:modified",
  "article:updated_time",
  "datemodified",
  "lastmod",
  "last-modified",
  "lastmodified",
  "dcterms.modified",
  "dc.date.modified",
  "last_updated_date",
  "revised",
]

/** Gathers the dates of a page in one pass over what is marked and one over the blocks around the headline. */
export function dateCandidatesOf(sources: PageSources): DateCandidates {
  const { tree, linked, order, address, canonical } = sources
  const data = [
    machine(linked?.published, "json-ld datePublished", order),
    machine(
      metaValue(tree, "article:published_time", "og:published_time", "og:article:published_time"),
      "article:published_time",
      order,
    ),
    machine(metaValue(tree, ...publishedNames), "meta date", order),
    machine(linked?.page?.published, "json-ld datePublished of the page", order),
    markedDate(sources, "published"),
    machine(linked?.created, "json-ld dateCreated", order),
  ]
  const changes = [
    machine(linked?.modified, "json-ld dateModified", order),
    machine(metaValue(tree, ...modifiedNames), "article:modified_time", order),
    machine(linked?.page?.modified, "json-ld dateModified of the page", order),
    markedDate(sources, "modified"),
  ]
  const days = [address, canonical].map((known) => (known === null ? null : addressDay(known)))
  return {
    data: data.filter((found) => found !== null),
    changes: changes.filter((found) => found !== null),
    printed: printedDates(sources),
    address: days.find((found) => found?.isPath) ?? days.find((found) => found !== null) ?? null,
  }
}

function machine(value: string | null | undefined, rule: string, order: DayOrder): Found<string> | null {
  const iso = value ? parseMachineDate(value, order) : null
  return iso === null ? null : { value: iso, rule }
}

/** How many elements from the headline what is marked may stand to be surely the article's. */
const reach = { before: 40, after: 120 }

/** Of the elements marked so, the first by the headline; far from it only where all of them give one day. */
function markedDate(sources: PageSources, role: "published" | "modified"): Found<string> | null {
  const headline = sources.blocks[sources.headline]
  let first: string | null = null
  let differ = false
  for (const mark of sources.marked) {
    if (mark.role !== role || mark.foreign) continue
    const iso = parseMachineDate(mark.value, sources.order)
    if (iso === null) continue
    if (headline && isNear(mark, headline)) return { value: iso, rule: `marked ${role}` }
    first ??= iso
    differ ||= iso.slice(0, 10) !== first.slice(0, 10)
  }
  return first === null || (differ && headline) ? null : { value: first, rule: `marked ${role}` }
}

function isNear({ element }: MarkedElement, headline: PageBlock): boolean {
  const distance = element.order - headline.element.order
  return distance >= -reach.before && distance <= reach.after
}

/** The stretch of the page in which a date is likely the article's: around its headline, or before its text. */
interface Head {
  readonly headline: PageBlock | null
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
    i > headline && block.text.length > proseCharactersMin && !isForeign(block, blocks[headline])
  const prose = blocks.findIndex(isProse)
  const anchor = headline >= 0 ? headline : Math.max(0, prose - window.before)
  return {
    headline: blocks[headline] ?? null,
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

function printedDates(sources: PageSources): PrintedDates {
  const { blocks, order } = sources
  const head = headOf(sources)
  const sightings: Sighting[] = []
  const modified: Found<string>[] = []
  const take = (dates: LineDates | null, rule: string, element: PageBlock["element"]): void => {
    if (dates?.modified) modified.push({ value: dates.modified, rule })
    if (dates?.published) sightings.push({ iso: dates.published, rule, labelled: dates.labelled, element })
  }
  for (let i = head.first; i < head.last; i++) {
    const block = blocks[i]!
    if (block.text.length > lineCharactersMax || !/\p{Nd}/u.test(block.text)) continue
    if (isForeign(block, head.headline)) continue
    const line = readMetaLine(block.text, order, false)
    if (line === null || (line.published ?? line.modified) === null) continue
    const above = blocks[i - 1]?.text ?? ""
    const whole = !line.labelled && isDateLabel(above) ? datesIn(`${above} ${block.text}`, order) : line
    if (whole.labelled || block.kind !== "quote") take(whole, "printed by the headline", block.element)
  }
  for (const mark of sources.marked) {
    if (head.headline === null || !isDatePlace(mark) || !isNear(mark, head.headline)) continue
    const dates = datesIn(mark.value, order)
    if (modified.some(({ value }) => isSameDay(dates.published, value))) continue
    const rule = mark.role === "time" ? "time element" : "printed in a place for dates"
    take(dates, rule, mark.element)
  }
  const published = nearestOf(sightings, head)
  return {
    stated: statedDate(sources, head),
    published,
    modified: modified[0] ?? null,
    elsewhere: published === null ? elsewhereIn(sources, head) : null,
  }
}

function isDatePlace({ role, foreign, value }: MarkedElement): boolean {
  return (role === "time" || role === "date") && !foreign && value.length <= datePlaceCharactersMax
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

function statedDate({ blocks, order }: PageSources, { headline }: Head): Found<string> | null {
  for (const block of blocks) {
    const { length } = block.text
    if (block.kind === "list" || length < statementCharactersMin || length > statementCharactersMax) continue
    if (!hasYear.test(block.text)) continue
    const match = firstWords.test(block.text) ? firstPublication.exec(block.text) : null
    if (!match || isForeign(block, headline)) continue
    const rest = block.text.slice(match.index + match[0].length)
    const date = findDate(rest, order)
    if (date && date.start <= 12) return { value: date.iso, rule: "said to be first published" }
  }
  return null
}

const firstWords = /originally|first|initially|zuerst|erstmals|publi|pubbli|oorspronkelijk/i
const hasYear = /(?:19|20)\d\d/

/** The one day that lines of publication give, wherever they stand; else the one day in all places for dates. */
function elsewhereIn({ blocks, marked, order }: PageSources, { headline }: Head): Found<string> | null {
  const lines: string[] = []
  for (const block of blocks) {
    const { text } = block
    if (text.length > statementCharactersMax || !/\d\d/.test(text) || isForeign(block, headline)) continue
    const dates = datesIn(text, order)
    if (dates.published === null) continue
    if (dates.labelled || (readMetaLine(text, order, false)?.bylines ?? []).length > 0)
      lines.push(dates.published)
  }
  const inPlaces = marked
    .filter(isDatePlace)
    .map(({ value }) => datesIn(value, order).published)
    .filter((date) => date !== null)
  return onlyDay(lines, "the only line of publication") ?? onlyDay(inPlaces, "the only place for dates")
}

function onlyDay(dates: readonly string[], rule: string): Found<string> | null {
  const [first] = dates
  return first !== undefined && dates.every((date) => isSameDay(date, first)) ? { value: first, rule } : null
}
