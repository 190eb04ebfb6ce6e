import { readMetaLine } from "../meta-line.ts"
import { monthsByName } from "../month-names.ts"
import { parseMachineDate } from "../parse-date.ts"
import { type Found, isForeign, metaValue, type PageSources } from "./page-sources.ts"

export interface PageDates {
  readonly published: Found<string> | null
  readonly modified: Found<string> | null
}

const publishedNames =
  "datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime pubdate publishdate publish-date publish_date published_time_telegram article.published published-date publication_date citation_publication_date citation_online_date citation_date dc.date.issued dcterms.created dcterms.issued dc.date.created dcterms.date dc.date bt:pubdate displaydate originalpublicationdate ptime article_date_original rnews:datepublished date".split(
    " ",
  )

/**
 * When the page says that its article was published and changed. Sources are asked in the order of their trust and
 * held against what the page prints and its address: a day in Greenwich gives way to the day printed beside it.
 */
export function datesOf(sources: PageSources): PageDates {
  const { tree, linked, order } = sources
  const given: readonly (Found<string> | null)[] = [
    machine(linked?.published, "json-ld datePublished", order),
    machine(
      metaValue(tree, "article:published_time", "og:published_time", "og:article:published_time"),
      "article:published_time",
      order,
    ),
    machine(metaValue(tree, ...publishedNames), "meta date", order),
    markedDate(sources, "published"),
    nearTime(sources),
  ]
  const printed = printedDate(sources)
  const inAddress = addressDate(sources.address)
  const first = given.find((found) => found !== null) ?? null
  const published =
    first === null
      ? (printed?.published ?? inAddress)
      : checked(first, given, printed?.published ?? null, inAddress)
  const modified =
    machine(linked?.modified, "json-ld dateModified", order) ??
    machine(
      metaValue(tree, "article:modified_time", "og:updated_time", "og:modified_time"),
      "article:modified_time",
      order,
    ) ??
    machine(
      metaValue(
        tree,
        "datemodified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
        "dc.date.modified",
        "revised",
      ),
      "meta date",
      order,
    ) ??
    markedDate(sources, "modified") ??
    printed?.modified ??
    null
  return { published, modified }
}

function machine(
  value: string | null | undefined,
  rule: string,
  order: PageSources["order"],
): Found<string> | null {
  const iso = value ? parseMachineDate(value, order) : null
  return iso === null ? null : { value: iso, rule }
}

/** `first`, unless the page's other dates stand against it. */
function checked(
  first: Found<string>,
  given: readonly (Found<string> | null)[],
  printed: Found<string> | null,
  inAddress: Found<string> | null,
): Found<string> {
  const day = dayOf(first.value)
  for (const other of [printed, inAddress]) {
    if (other === null || dayOf(other.value) === day) continue
    const apart = Math.abs(dayNumber(other.value) - dayNumber(first.value))
    if (apart === 1 && /(?:Z|[+-]00:00)$|^[^T]*$/.test(first.value))
      return { value: other.value, rule: `${other.rule}, against ${first.rule}` }
  }
  const agrees = (found: Found<string> | null): boolean => found !== null && dayOf(found.value) === day
  const support = [...given.slice(1), printed, inAddress].filter(agrees).length
  if (support > 0 || inAddress === null) return first
  const against = [...given, printed].find((found) => found && dayOf(found.value) === dayOf(inAddress.value))
  return against ? { value: against.value, rule: `${against.rule}, with the address` } : first
}

function dayOf(iso: string): string {
  return iso.slice(0, 10)
}

function dayNumber(iso: string): number {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number)
  return Date.UTC(year!, (month ?? 1) - 1, day ?? 1) / 86_400_000
}

function markedDate(sources: PageSources, role: "published" | "modified"): Found<string> | null {
  for (const { role: marked, value, foreign } of sources.marked) {
    if (marked !== role || foreign) continue
    const iso = parseMachineDate(value, sources.order)
    if (iso !== null) return { value: iso, rule: `marked ${role}` }
  }
  return null
}

/** How many elements from the headline a `time` element may stand. */
const timeReach = { before: 40, after: 120 }

function nearTime(sources: PageSources): Found<string> | null {
  const headline = sources.blocks[sources.headline]
  if (!headline) return null
  for (const { role, value, foreign, element } of sources.marked) {
    if (role !== "time" || foreign) continue
    const distance = element.order - headline.element.order
    if (distance < -timeReach.before || distance > timeReach.after) continue
    const iso = parseMachineDate(value, sources.order)
    if (iso !== null && iso.length >= 10) return { value: iso, rule: "time element" }
  }
  return null
}

/** The day in an address: `/2019/05/03/`, `/2019/may/03/`, `-20190503`. */
function addressDate(address: string | null): Found<string> | null {
  if (address === null) return null
  const digits = /[/_-]((?:19|20)\d{2})[/_-]?([01]\d)[/_-]?([0-3]\d)(?!\d)/.exec(address)
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?=[/_-])/i.exec(address)
  const month = digits ? digits[2] : monthsByName.get(named?.[2]?.toLowerCase() ?? "")
  const match = digits ?? named
  const iso = match && month !== undefined ? parseMachineDate(`${match[1]}-${month}-${match[3]}`) : null
  return iso === null ? null : { value: iso, rule: "address" }
}

const window = { before: 8, after: 30 }

/** The date that a reader sees by the headline. Elsewhere on a page dates are other articles' as often as not. */
function printedDate(
  sources: PageSources,
): { readonly published: Found<string> | null; readonly modified: Found<string> | null } | null {
  const { blocks, headline, order } = sources
  const from = headline < 0 ? 0 : Math.max(0, headline - window.before)
  let modified: Found<string> | null = null
  for (let i = from; i < Math.min(blocks.length, Math.max(0, headline) + window.after); i++) {
    const block = blocks[i]!
    if (block.text.length > 220 || isForeign(block)) continue
    const meta = readMetaLine(block.text, order, false)
    if (meta?.modified) modified ??= { value: meta.modified, rule: "printed by the headline" }
    if (meta?.published)
      return { published: { value: meta.published, rule: "printed by the headline" }, modified }
  }
  return modified === null ? null : { published: modified, modified }
}
