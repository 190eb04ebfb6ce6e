import { diffVersions } from "../collation/index.ts"
import { type Capture, readCapture } from "../intake/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import {
  type Clock,
  captureOfPage,
  type FetchedPage,
  type FetchFailure,
  fetchFailureText,
  listingOf,
  type PoliteFetcher,
} from "../net/index.ts"
import { analyseDocument, identifyDocuments } from "../pipeline/index.ts"
import { type Archive, duePages, notePoll, type Poll, type WatchedPage, watchPages } from "../store/index.ts"

export interface Polled extends Poll {
  readonly address: string
}

/** Pages polled at once; of one host always one at a time. */
const pagesAtOnce = 64
/** Of one feed or sitemap at one poll, the newest. */
const listedMax = 200

/** Polls every page that is due, once, and notes what came of it. Gives each poll as it is noted. */
export async function* pollDuePages(
  archive: Archive,
  fetcher: PoliteFetcher,
  clock: Clock,
): AsyncGenerator<Polled> {
  const due = await duePages(archive, clock.nowMs(), pagesAtOnce)
  const polling = new Map(
    due.map((page) => [
      page.address,
      pollPage(archive, page, fetcher, clock).then((poll) => ({ page, poll })),
    ]),
  )
  while (polling.size > 0) {
    const { page, poll } = await Promise.race(polling.values())
    polling.delete(page.address)
    await notePoll(archive, page, poll)
    yield { ...poll, address: page.address }
  }
}

/** Fetches the page and holds it against what it said last. Notes nothing but the pages that a feed lists anew. */
export async function pollPage(
  archive: Archive,
  page: WatchedPage,
  fetcher: PoliteFetcher,
  clock: Clock,
): Promise<Poll> {
  const got = await fetcher.fetchPage(page.address, page)
  const atMs = clock.nowMs()
  const poll: Poll = {
    outcome: "unchanged",
    at: new Date(atMs).toISOString(),
    atMs,
    detail: null,
    capture: null,
    etag: page.etag,
    lastModified: page.lastModified,
    retryAfterMs: null,
  }
  if (!got.ok)
    return {
      ...poll,
      outcome: "failed",
      detail: fetchFailureText(got.error),
      retryAfterMs: retryAfterOf(got.error),
    }
  const { bytes, etag, lastModified } = got.value
  if (bytes === null) return poll
  const answered = { ...poll, etag, lastModified }
  const listing = listingOf(got.value)
  if (listing === null) {
    const compared = comparedWith(page.latest, got.value)
    // What could not be read is not what the next answer is to be held against.
    return { ...(compared.outcome === "failed" ? poll : answered), ...compared }
  }
  const added = await watchPages(archive, listing.addresses.slice(0, listedMax), atMs)
  return added === 0 ? answered : { ...answered, outcome: "changed", detail: `${added} new pages` }
}

/** What a page that answered says, held against what it said last. */
function comparedWith(
  latest: Capture | null,
  page: FetchedPage,
): Pick<Poll, "outcome" | "detail" | "capture"> {
  const capture = captureOfPage(page)
  if (latest && Buffer.compare(latest.bytes, capture.bytes) === 0)
    return { outcome: "unchanged", detail: null, capture: null }
  const after = reportOf(capture)
  // Kept all the same: what the reader cannot make out today, another may.
  if (after === null || after.article.text === "")
    return { outcome: "failed", detail: "no article can be read in it", capture }
  const before = latest && reportOf(latest)
  if (!before || before.article.text === "") return { outcome: "first", detail: null, capture }
  const touched = new Set<string>(diffVersions(before, after).flatMap((edit) => edit.touches))
  if (before.article.title !== after.article.title) touched.add("headline")
  if (before.article.text === after.article.text && touched.size === 0)
    return { outcome: "noise", detail: null, capture }
  return { outcome: "changed", detail: [...touched].sort().join(", ") || "wording", capture }
}

function reportOf(capture: Capture): AnalysedReport | null {
  const document = identifyDocuments(readCapture(capture).documents)[0]
  return document ? analyseDocument(document) : null
}

function retryAfterOf(failure: FetchFailure): number | null {
  return failure.kind === "status" ? failure.retryAfterMs : null
}
