import { sha256Hex } from "../base/index.ts"
import { isLedAside } from "../intake/index.ts"
import {
  type Clock,
  captureOfPage,
  type FetchedPage,
  type FetchFailure,
  fetchFailureText,
  listingOf,
  type PoliteFetcher,
} from "../net/index.ts"
import { comparePages } from "../pipeline/index.ts"
import {
  type Archive,
  addressFault,
  captureAt,
  dueAddresses,
  duePage,
  notePolls,
  type Poll,
  type PolledPage,
  type SeenCapture,
  type WatchedPage,
  watchPages,
} from "../store/index.ts"

export interface Polled extends Poll {
  readonly address: string
}

/** Hosts asked at once; each of them for one page at a time. */
const hostsAtOnce = 128
/** Pages that one look at the plan takes up. */
const dueMax = 10_000
/** How often the plan is looked at while pages are polled: what comes due has not to wait for all others. */
const lookMs = 5_000
/** A round begins no poll after so long, so that what it kept is looked at. */
const roundMsMax = 60_000
/** Of one feed or sitemap at one poll, the newest. */
const listedMax = 200

/**
 * Polls the pages that are due, the longest due first, and those that come due meanwhile, and notes what came of it.
 * Gives each poll once it is noted, several at once where several are done. A slow host holds up its own pages and no
 * others; what a round has no time for stays due.
 */
export async function* pollDuePages(
  archive: Archive,
  fetcher: PoliteFetcher,
  clock: Clock,
): AsyncGenerator<Polled> {
  const endMs = clock.nowMs() + roundMsMax
  const queue = new HostQueue()
  const busy = new Set<string>()
  const done: PolledPage[] = []
  let failure: { readonly error: unknown } | null = null
  let wake = (): void => {}
  const poll = async (host: string, address: string): Promise<void> => {
    try {
      const page = await duePage(archive, address, clock.nowMs())
      // Null where another process has polled it in the meantime.
      if (page) done.push({ page, poll: await pollPage(archive, page, fetcher, clock) })
      else queue.forget(address)
    } catch (error) {
      failure ??= { error }
    }
    busy.delete(host)
    wake()
  }
  for (let lookAtMs = clock.nowMs(); ; ) {
    const nowMs = clock.nowMs()
    if (nowMs >= lookAtMs && nowMs < endMs) {
      queue.add(await dueAddresses(archive, nowMs, dueMax))
      lookAtMs = nowMs + lookMs
    }
    while (busy.size < hostsAtOnce && clock.nowMs() < endMs) {
      const next = queue.next(busy)
      if (next === null) break
      busy.add(next.host)
      void poll(next.host, next.address)
    }
    if (failure !== null) throw (failure as { readonly error: unknown }).error
    if (done.length === 0) {
      if (busy.size === 0) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      continue
    }
    const noted = done.splice(0)
    await notePolls(archive, noted)
    for (const { page, poll } of noted) {
      queue.forget(page.address)
      yield { ...poll, address: page.address }
    }
  }
}

/** Addresses by host, each host in its turn: after one of its pages it goes to the end of the line. */
class HostQueue {
  /** The address to poll first is the last. Hosts in the order of their turns. */
  private readonly waiting = new Map<string, string[]>()
  /** Those that wait, and those taken out and not forgotten. */
  private readonly known = new Set<string>()

  /** Adds those that are not known yet, in their order. */
  add(addresses: readonly string[]): void {
    const fresh = new Map<string, string[]>()
    for (const address of addresses) {
      if (this.known.has(address)) continue
      this.known.add(address)
      const host = URL.parse(address)?.host ?? address
      const list = fresh.get(host)
      if (list) list.push(address)
      else fresh.set(host, [address])
    }
    for (const [host, list] of fresh)
      this.waiting.set(host, [...list.reverse(), ...(this.waiting.get(host) ?? [])])
  }

  /** The next address of a host that is not busy, or null. */
  next(busy: ReadonlySet<string>): { readonly host: string; readonly address: string } | null {
    for (const [host, addresses] of this.waiting) {
      if (busy.has(host)) continue
      const address = addresses.pop()!
      this.waiting.delete(host)
      if (addresses.length > 0) this.waiting.set(host, addresses)
      return { host, address }
    }
    return null
  }

  forget(address: string): void {
    this.known.delete(address)
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
    const compared = await comparedWith(archive, page.latest, got.value)
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

/** What a page that answered says, held against what it said last: its bytes, and where those are others, its words. */
async function comparedWith(
  archive: Archive,
  latest: SeenCapture | null,
  page: FetchedPage,
): Promise<Pick<Poll, "outcome" | "detail" | "capture">> {
  const capture = captureOfPage(page)
  const moved = latest !== null && latest.name !== capture.name
  if (latest?.sha256 === sha256Hex(capture.bytes))
    return moved
      ? { outcome: "noise", detail: `it is now at ${capture.name}`, capture }
      : { outcome: "unchanged", detail: null, capture: null }
  // Where readers are sent instead of the page says nothing of the page.
  if (moved && isLedAside(page.addresses[0]!, capture.name))
    return { outcome: "failed", detail: `it leads to ${capture.name}, and not to the page`, capture }
  const before = latest && (await captureAt(archive.database, latest.seq))
  // Kept also where it failed: what the reader cannot make out today, another may.
  return { ...comparePages(before, capture), capture }
}

function retryAfterOf(failure: FetchFailure): number | null {
  return failure.kind === "status" ? failure.retryAfterMs : null
}
