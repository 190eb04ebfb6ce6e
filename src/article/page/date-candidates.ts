import { type DayOrder, parseMachineDate } from "../parse-date.ts"
import { type AddressDay, addressDay } from "./address-date.ts"
import { type Found, metaValue, type PageSources } from "./page-sources.ts"
import type { PageTree } from "./page-tree.ts"
import { isByHeadline, type PrintedDates, printedDatesOf } from "./printed-dates.ts"

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
    machine(metaValue(tree, ...publishedNames) ?? publicationMeta(tree), "meta date", order),
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
  const isPast = pastOf(sources.capturedAt)
  const isUsable = (found: Found<string> | null): found is Found<string> =>
    found !== null && isPast(found.value)
  const days = [address, canonical]
    .map((known) => (known === null ? null : addressDay(known)))
    .filter((found) => found !== null && isPast(found.day))
  return {
    data: data.filter(isUsable),
    changes: changes.filter(isUsable),
    printed: printedDatesOf(sources, isPast),
    address: days.find((found) => found?.isPath) ?? days[0] ?? null,
  }
}

/** False of days that were to come when the page was had; anywhere on earth it may already have been tomorrow. */
function pastOf(capturedAt: string | null): (iso: string) => boolean {
  const captured = capturedAt === null ? Number.NaN : Date.parse(capturedAt)
  if (Number.isNaN(captured)) return () => true
  const last = new Date(captured + 86_400_000).toISOString().slice(0, 10)
  return (iso) => iso.slice(0, 10) <= last
}

/** The value of a `meta` element whose own name for itself speaks of publication and of time. */
function publicationMeta(tree: PageTree): string | null {
  for (const name of tree.meta.keys())
    if (
      /publi|issue|releas|creat/.test(name) &&
      /date|time|_at$|_on$/.test(name) &&
      !/modif|updat|expir|un-?publ/.test(name)
    )
      return metaValue(tree, name)
  return null
}

function machine(value: string | null | undefined, rule: string, order: DayOrder): Found<string> | null {
  const iso = value ? parseMachineDate(value, order) : null
  return iso === null ? null : { value: iso, rule }
}

/** Of the elements marked so, the first by the headline; far from it only where all of them give one day. */
function markedDate(sources: PageSources, role: "published" | "modified"): Found<string> | null {
  const headline = sources.blocks[sources.headline]
  let first: string | null = null
  let differ = false
  for (const mark of sources.marked) {
    if (mark.role !== role || mark.foreign) continue
    const iso = parseMachineDate(mark.value, sources.order)
    if (iso === null) continue
    if (headline && isByHeadline(mark, headline)) return { value: iso, rule: `marked ${role}` }
    first ??= iso
    differ ||= iso.slice(0, 10) !== first.slice(0, 10)
  }
  return first === null || (differ && headline) ? null : { value: first, rule: `marked ${role}` }
}
