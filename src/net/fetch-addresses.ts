import {
  type Capture,
  decodeBytes,
  type Feed,
  type IntakeGap,
  mementoTime,
  readJsonFeed,
  readTimeMap,
  readXmlFeed,
  type TimeMap,
} from "../intake/index.ts"
import { fetchFailureText } from "./fetch-failure.ts"
import { withMemento } from "./memento.ts"
import type { FetchedPage, PoliteFetcher } from "./polite-fetcher.ts"
import { readSitemap, type Sitemap } from "./sitemap.ts"
import type { CapturedItem } from "./warc-captures.ts"

export interface AddressLimits {
  /** Pages fetched for one feed or sitemap, the newest first. */
  readonly pagesMax: number
  /** Sitemaps within sitemaps. */
  readonly depthMax: number
  /** Sitemaps fetched for one index. */
  readonly sitemapsMax: number
}

export const addressLimits: AddressLimits = { pagesMax: 200, depthMax: 2, sitemapsMax: 20 }

/**
 * What an address gives: its page, or, where it is a feed or a sitemap, the pages listed there. A feed that carries
 * its articles whole is a capture itself. Each page is given once.
 */
export async function* fetchAddress(
  address: string,
  fetcher: PoliteFetcher,
  limits: AddressLimits = addressLimits,
): AsyncGenerator<CapturedItem> {
  const seen = new Set<string>()
  const got = await fetcher.fetchPage(address)
  if (!got.ok) return yield failed(address, fetchFailureText(got.error))
  yield* capturesOf(got.value, 0)

  async function* capturesOf(page: FetchedPage, depth: number): AsyncGenerator<CapturedItem> {
    const map = timeMapOf(page)
    if (map !== null) return yield* fetchMementos(map, address, fetcher, limits)
    const listing = listingOf(page)
    if (listing === null) return yield captureOf(page)
    if (listing.cut)
      yield failed(page.addresses.at(-1)!, "only a part of it was read: it is too long or too deep")
    if (listing.kind === "index") {
      if (depth >= limits.depthMax) return yield failed(page.addresses.at(-1)!, "its sitemaps do not end")
      for (const listed of listing.addresses.slice(0, limits.sitemapsMax)) {
        if (seen.size >= limits.pagesMax) return
        const inner = await fetcher.fetchPage(listed)
        if (inner.ok) yield* capturesOf(inner.value, depth + 1)
        else yield failed(listed, fetchFailureText(inner.error))
      }
      return
    }
    yield* pagesAt(listing.addresses)
  }

  async function* pagesAt(addresses: readonly string[]): AsyncGenerator<CapturedItem> {
    for (const listed of addresses) {
      if (seen.size >= limits.pagesMax)
        return yield failed(address, `only the first ${limits.pagesMax} of its pages were fetched`)
      if (seen.has(listed)) continue
      seen.add(listed)
      const page = await fetcher.fetchPage(listed)
      yield page.ok ? captureOf(page.value) : failed(listed, fetchFailureText(page.error))
    }
  }
}

/**
 * The page that a TimeMap is of, at each time that the archive has it, the earliest first. What cannot be had of the
 * map, and what is more than the limit, is told under `name`.
 */
export async function* fetchMementos(
  map: TimeMap,
  name: string,
  fetcher: PoliteFetcher,
  limits: AddressLimits = addressLimits,
): AsyncGenerator<CapturedItem> {
  const maps = [map]
  const asked = new Set<string>()
  const mementos = new Map<string, string>()
  for (let part = maps.shift(); part !== undefined; part = maps.shift()) {
    for (const { address, at } of part.mementos) mementos.set(address, at)
    for (const further of part.further) {
      if (asked.has(further) || asked.size >= limits.sitemapsMax) continue
      asked.add(further)
      const got = await fetcher.fetchPage(further)
      const inner = got.ok ? timeMapOf(got.value) : null
      if (inner?.original === map.original) maps.push(inner)
      else yield failed(further, got.ok ? "it is no part of the TimeMap" : fetchFailureText(got.error))
    }
  }
  const inOrder = [...mementos].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (const [address, at] of inOrder.slice(0, limits.pagesMax)) {
    const got = await fetcher.fetchPage(address)
    if (!got.ok) yield failed(address, fetchFailureText(got.error))
    else yield mementoCapture(got.value, map.original, at)
  }
  if (inOrder.length > limits.pagesMax || map.cut)
    yield failed(name, `only the first ${limits.pagesMax} of its mementos were fetched`)
}

/**
 * An archive leads to another memento where it has none of that time: the time of what it gave counts. It leads to one
 * of another page where it keeps that the page led there.
 */
function mementoCapture(page: FetchedPage, original: string, at: string): CapturedItem {
  const capture = captureOfPage(page)
  const said = mementoTime(page.headers.get("memento-datetime"))
  if (said === null && page.addresses.length > 1)
    return failed(page.addresses[0]!, "the archive led elsewhere, and said of no time")
  const { name, answer } = withMemento(capture, page.headers)
  const mementoOf = page.addresses.length > 1 ? (answer?.mementoOf ?? original) : original
  return {
    ok: true,
    capture: { ...capture, name, capturedAt: said ?? at, answer: { ...capture.answer!, mementoOf } },
  }
}

/** A TimeMap that was served as one, or null. */
function timeMapOf(page: FetchedPage): TimeMap | null {
  const { mediaType, bytes } = page
  if (bytes === null || !/^(?:application\/(?:link-format|json)|text\/plain)$/.test(mediaType ?? ""))
    return null
  return readTimeMap(Buffer.from(bytes).toString("utf8"))
}

/** The pages that a feed or sitemap lists, or the sitemaps of an index; null for a page, and for a feed of whole articles. */
export function listingOf(page: FetchedPage): Sitemap | null {
  if (!looksLikeList(page)) return null
  const text = decodeBytes(page.bytes ?? new Uint8Array(0), { transport: page.charset, markup: true }).text
  const sitemap = readSitemap(text)
  if (sitemap) return sitemap
  const feed = readXmlFeed(text) ?? readJsonFeed(parsed(text))
  if (feed === null || isWhole(feed)) return null
  return { kind: "pages", addresses: feed.entries.flatMap((entry) => entry.url ?? []), cut: feed.cut }
}

/** A fetched page as a capture, under the address that answered. */
export function captureOfPage(page: FetchedPage): Capture {
  const { mediaType, charset, fetchedAt, status, headers } = page
  const name = page.addresses.at(-1)!
  const redirectedFrom = page.addresses.slice(0, -1)
  return {
    kind: "url",
    name,
    bytes: page.bytes ?? new Uint8Array(0),
    mediaType,
    charset,
    capturedAt: fetchedAt,
    answer: {
      status,
      headers: [...headers],
      ...(redirectedFrom.length > 0 ? { redirectedFrom, redirectStatuses: page.redirectStatuses } : {}),
    },
  }
}

function captureOf(page: FetchedPage): CapturedItem {
  const capture = captureOfPage(page)
  return { ok: true, capture: withMemento(capture, page.headers) }
}

function failed(name: string, detail: string): CapturedItem {
  const gap: IntakeGap = { name, member: null, kind: "not-served", detail }
  return { ok: false, gap }
}

function looksLikeList(page: FetchedPage): boolean {
  if (
    /\b(xml|rss|atom|feed\+json|json)\b/.test(page.mediaType ?? "") &&
    page.mediaType !== "application/xhtml+xml"
  )
    return true
  const head = Buffer.from(page.bytes?.subarray(0, 512) ?? []).toString("latin1")
  return /<(rss|feed|rdf:RDF|urlset|sitemapindex)\b/.test(head)
}

/** A feed whose entries mostly carry their content has no need of more requests. */
function isWhole(feed: Feed): boolean {
  const whole = feed.entries.filter((entry) => entry.whole && (entry.text?.length ?? 0) > 500).length
  return whole * 2 > feed.entries.length
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
