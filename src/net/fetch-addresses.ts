import {
  type Capture,
  decodeBytes,
  type Feed,
  type IntakeGap,
  readJsonFeed,
  readXmlFeed,
} from "../intake/index.ts"
import { fetchFailureText } from "./fetch-failure.ts"
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
    const listing = listingOf(page)
    if (listing === null) return yield captureOf(page)
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

/** The pages that a feed or sitemap lists, or the sitemaps of an index; null for a page, and for a feed of whole articles. */
export function listingOf(page: FetchedPage): Sitemap | null {
  if (!looksLikeList(page)) return null
  const text = decodeBytes(page.bytes ?? new Uint8Array(0), { transport: page.charset, markup: true }).text
  const sitemap = readSitemap(text)
  if (sitemap) return sitemap
  const feed = readXmlFeed(text) ?? readJsonFeed(parsed(text))
  if (feed === null || isWhole(feed)) return null
  return { kind: "pages", addresses: feed.entries.flatMap((entry) => entry.url ?? []) }
}

/** A fetched page as a capture, under the address that answered. */
export function captureOfPage(page: FetchedPage): Capture {
  const { mediaType, charset, fetchedAt, status, headers } = page
  return {
    kind: "url",
    name: page.addresses.at(-1)!,
    bytes: page.bytes ?? new Uint8Array(0),
    mediaType,
    charset,
    capturedAt: fetchedAt,
    answer: { status, headers: [...headers] },
  }
}

function captureOf(page: FetchedPage): CapturedItem {
  return { ok: true, capture: captureOfPage(page) }
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
