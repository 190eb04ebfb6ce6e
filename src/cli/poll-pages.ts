import { isWhole } from "../article/index.ts"
import { diffVersions, type Touch, touchOrder } from "../collation/index.ts"
import { type Capture, isLedAside, readCapture } from "../intake/index.ts"
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
import {
  type Archive,
  addressFault,
  dueAddresses,
  duePage,
  notePoll,
  type Poll,
  type WatchedPage,
  watchPages,
} from "../store/index.ts"

export interface Polled extends Poll {
  readonly address: string
}

/** Hosts asked at once; each of them for one page at a time. */
const hostsAtOnce = 128
/** Pages of one round. */
const dueMax = 10_000
/** A round begins no poll after so long, so that what it kept is looked at, and what came due since has its turn. */
const roundMsMax = 60_000
/** Of one feed or sitemap at one poll, the newest. */
const listedMax = 200

/**
 * Polls the pages that are due, the longest due first, and notes what came of it. Gives each poll as it is noted. A
 * slow host holds up its own pages and no others; what a round has no time for stays due.
 */
export async function* pollDuePages(
  archive: Archive,
  fetcher: PoliteFetcher,
  clock: Clock,
): AsyncGenerator<Polled> {
  const endMs = clock.nowMs() + roundMsMax
  const waiting = byHost(await dueAddresses(archive, clock.nowMs(), dueMax))
  const polling = new Map<string, Promise<{ readonly host: string; readonly done: PolledPage | null }>>()
  for (;;) {
    for (const [host, addresses] of waiting) {
      if (polling.size >= hostsAtOnce || clock.nowMs() >= endMs) break
      if (polling.has(host)) continue
      const address = addresses.pop()!
      // To the end of the line: by its next turn the pause that the host is owed is over.
      waiting.delete(host)
      if (addresses.length > 0) waiting.set(host, addresses)
      polling.set(
        host,
        pollAddress(archive, address, fetcher, clock).then((done) => ({ host, done })),
      )
    }
    if (polling.size === 0) return
    const { host, done } = await Promise.race(polling.values())
    polling.delete(host)
    if (done === null) continue
    await notePoll(archive, done.page, done.poll)
    yield { ...done.poll, address: done.page.address }
  }
}

interface PolledPage {
  readonly page: WatchedPage
  readonly poll: Poll
}

/** Null where another process has polled it in the meantime. */
async function pollAddress(
  archive: Archive,
  address: string,
  fetcher: PoliteFetcher,
  clock: Clock,
): Promise<PolledPage | null> {
  const page = await duePage(archive, address, clock.nowMs())
  return page && { page, poll: await pollPage(archive, page, fetcher, clock) }
}

/** By host, the addresses with the one to poll first last. Hosts in the order of their first. */
function byHost(addresses: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>()
  for (const address of addresses) {
    const host = URL.parse(address)?.host ?? address
    const known = hosts.get(host)
    if (known) known.push(address)
    else hosts.set(host, [address])
  }
  for (const known of hosts.values()) known.reverse()
  return hosts
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
  const listed = listing.addresses.slice(0, listedMax)
  const added = await watchPages(archive, listed, atMs)
  const detail = [...(added > 0 ? [`${added} new pages`] : []), ...unwatchable(listed)].join("; ") || null
  return { ...answered, outcome: added > 0 ? "changed" : "unchanged", detail }
}

/** One sentence on all the addresses that are too long to be watched. */
function unwatchable(addresses: readonly string[]): readonly string[] {
  const faults = addresses.flatMap((address) => addressFault(address) ?? [])
  if (faults.length === 0) return []
  return [`not watched: ${faults[0]}${faults.length > 1 ? `, and ${faults.length - 1} more` : ""}`]
}

/** What a page that answered says, held against what it said last. */
function comparedWith(
  latest: Capture | null,
  page: FetchedPage,
): Pick<Poll, "outcome" | "detail" | "capture"> {
  const capture = captureOfPage(page)
  const moved = latest !== null && latest.name !== capture.name
  if (latest && Buffer.compare(latest.bytes, capture.bytes) === 0)
    return moved
      ? { outcome: "noise", detail: `it is now at ${capture.name}`, capture }
      : { outcome: "unchanged", detail: null, capture: null }
  // Where readers are sent instead of the page says nothing of the page.
  if (moved && isLedAside(page.addresses[0]!, capture.name))
    return { outcome: "failed", detail: `it leads to ${capture.name}, and not to the page`, capture }
  const after = reportOf(capture)
  // Kept all the same: what the reader cannot make out today, another may.
  if (after === null || after.article.text === "")
    return { outcome: "failed", detail: "no article can be read in it", capture }
  const before = latest && reportOf(latest)
  if (!before || before.article.text === "") return { outcome: "first", detail: null, capture }
  if (!isWhole(after.article) && isWhole(before.article))
    return { outcome: "failed", detail: "only a part of it was served", capture }
  if (isWhole(after.article) && !isWhole(before.article))
    return { outcome: "first", detail: "until now only a part of it was served", capture }
  const touched = new Set<Touch>(diffVersions(before, after).flatMap((edit) => edit.touches))
  if (before.article.title !== after.article.title) touched.add("headline")
  if (before.article.text === after.article.text && touched.size === 0)
    return { outcome: "noise", detail: null, capture }
  const detail = touchOrder.filter((touch) => touched.has(touch)).join(", ")
  return { outcome: "changed", detail: detail || "wording", capture }
}

function reportOf(capture: Capture): AnalysedReport | null {
  const document = identifyDocuments(readCapture(capture).documents)[0]
  return document ? analyseDocument(document) : null
}

function retryAfterOf(failure: FetchFailure): number | null {
  return failure.kind === "status" ? failure.retryAfterMs : null
}
