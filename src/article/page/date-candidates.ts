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
  /** `labelled`: a word for publishing stands before it; `beside`: it stands by the headline; `near`: not far off. */
  readonly standing: "labelled" | "beside" | "near"
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
  const { tree, linked, order, addresses } = sources
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
  const days = addresses.map(addressDay)
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
/** So many elements between the headline and a date before it are other things. */
const besideBeforeMax = 12

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
  let modified: Found<string> | null = null
  const take = (dates: LineDates | null, rule: string, element: PageBlock["element"]): void => {
    if (dates?.modified) modified ??= { value: dates.modified, rule }
    if (dates?.published && (dates.labelled || !isSameDay(dates.published, modified?.value)))
      sightings.push({ iso: dates.published, rule, labelled: dates.labelled, element })
  }
  for (let i = head.first; i < head.last; i++) {
    const block = blocks[i]!
    if (block.text.length > lineCharactersMax || isForeign(block, head.headline)) continue
    const line = readMetaLine(block.text, order, false)
    if (line === null || (line.published ?? line.modified) === null) continue
    const above = blocks[i - 1]?.text ?? ""
    const whole = !line.labelled && isDateLabel(above) ? datesIn(`${above} ${block.text}`, order) : line
    if (whole.labelled || block.kind !== "quote") take(whole, "printed by the headline", block.element)
  }
  const far: string[] = []
  for (const mark of sources.marked) {
    if ((mark.role !== "time" && mark.role !== "date") || mark.foreign) continue
    if (mark.value.length > datePlaceCharactersMax) continue
    const dates = datesIn(mark.value, order)
    if (head.headline !== null && isNear(mark, head.headline))
      take(dates, mark.role === "time" ? "time element" : "printed in a place for dates", mark.element)
    else if (dates.published !== null) far.push(dates.published)
  }
  const published = nearestOf(sightings, head)
  return {
    stated: statedDate(sources, head),
    published,
    modified,
    elsewhere: published === null ? elsewhereIn(sources, head, far) : null,
  }
}

function isSameDay(a: string, b: string | undefined): boolean {
  return b !== undefined && a.slice(0, 10) === b.slice(0, 10)
}

function nearestOf(sightings: readonly Sighting[], { headline, from, bodyFrom }: Head): PrintedPublication | null {
  let best: Sighting | null = null
  let bestCost = Number.POSITIVE_INFINITY
  let standing: PrintedPublication["standing"] = "near"
  for (const sighting of sightings) {
    const { order } = sighting.element
    const distance = order - from
    const isBeside = headline !== null && distance >= -besideBeforeMax && order < bodyFrom
    const far = distance < 0 ? -2 * distance : distance
    const cost = far + (sighting.labelled ? 0 : 1000) + (isBeside ? 0 : 500)
    if (cost >= bestCost) continue
    best = sighting
    bestCost = cost
    standing = sighting.labelled ? "labelled" : isBeside ? "beside" : "near"
  }
  return best && { value: best.iso, rule: best.rule, standing }
}

/** Words that say of a date that it is the first of several, right before it. */
const firstPublication =
  /(?<!\p{L})(?:(?:originally|first|initially) (?:published|posted|appeared|released)|zuerst (?:veröffentlicht|erschienen)|erstmals (?:veröffentlicht|erschienen)|publié(?:e)? (?:initialement|pour la première fois)|publicado originalmente|pubblicato originariamente|oorspronkelijk gepubliceerd)(?: (?:on|am|le|el|il|op))?:?\s/iu
const statementCharactersMax = 300

function statedDate({ blocks, order }: PageSources, { headline }: Head): Found<string> | null {
  for (const block of blocks) {
    if (block.text.length > statementCharactersMax || !hasYear.test(block.text)) continue
    const match = firstPublication.exec(block.text)
    if (!match || isForeign(block, headline)) continue
    const rest = block.text.slice(match.index + match[0].length)
    const date = findDate(rest, order)
    if (date && date.start <= 12) return { value: date.iso, rule: "said to be first published" }
  }
  return null
}

const hasYear = /(?:19|20)\d\d/

/** The one day that lines of publication give, wherever they stand; else the one day in all places for dates. */
function elsewhereIn(
  { blocks, order }: PageSources,
  { headline }: Head,
  inPlaces: readonly string[],
): Found<string> | null {
  const lines: string[] = []
  for (const block of blocks) {
    const { text } = block
    if (text.length > statementCharactersMax || !/\d\d/.test(text) || isForeign(block, headline)) continue
    const dates = datesIn(text, order)
    if (dates.published === null) continue
    if (dates.labelled || (readMetaLine(text, order, false)?.bylines ?? []).length > 0)
      lines.push(dates.published)
  }
  return onlyDay(lines, "the only line of publication") ?? onlyDay(inPlaces, "the only place for dates")
}

function onlyDay(dates: readonly string[], rule: string): Found<string> | null {
  const [first] = dates
  return first !== undefined && dates.every((date) => isSameDay(date, first)) ? { value: first, rule } : null
}
