import { type Capture, intakeGapText } from "../intake/index.ts"
import { type Clock, fetchAddress, type PoliteFetcher } from "../net/index.ts"
import {
  type Archive,
  appendCaptures,
  type CatchUpOptions,
  catchUp,
  dueAddresses,
  duePage,
  isRecordBehind,
  type Job,
  notePollsWithin,
} from "../store/index.ts"
import { pollPage } from "./poll-pages.ts"
import type { JobHandler } from "./work-on-jobs.ts"

/** Pages that one look puts among the jobs. */
const dueMax = 1_000

/** An address to fetch and keep. Of one host one is fetched at a time, by whichever worker. */
export function intakeJob(address: string): Job {
  return { kind: "intake", key: address, group: hostOf(address) }
}

/** The watched pages that are due, as jobs. */
export async function pollJobs(archive: Archive, clock: Clock): Promise<readonly Job[]> {
  const addresses = await dueAddresses(archive, clock.nowMs(), dueMax)
  return addresses.map((address) => ({ kind: "poll", key: address, group: hostOf(address) }))
}

/** Fetches an address and keeps what it gives. Fails, to be tried again, where nothing came. */
export function intakeHandler(fetcher: PoliteFetcher, clock: Clock): JobHandler {
  return async ({ key }) => {
    const captures: Capture[] = []
    let failure: string | null = null
    for await (const item of fetchAddress(key, fetcher))
      if (item.ok) captures.push(item.capture)
      else failure ??= intakeGapText(item.gap)
    if (captures.length === 0 && failure !== null) throw new Error(failure)
    const addedAt = new Date(clock.nowMs()).toISOString()
    return async (inside) => {
      await appendCaptures(inside, captures, addedAt)
    }
  }
}

/** Polls a page. A failed poll is a poll too, noted and planned; only where it cannot be noted is the job tried again. */
export function pollHandler(archive: Archive, fetcher: PoliteFetcher, clock: Clock): JobHandler {
  return async ({ key }) => {
    // Another worker may have polled it since it was put among the jobs.
    const page = await duePage(archive, key, clock.nowMs())
    if (page === null) return async () => {}
    const poll = await pollPage(archive, page, fetcher, clock)
    return (inside) => notePollsWithin(inside, [{ page, poll }])
  }
}

/** The record to be brought up to date, where it is behind. */
export async function recordJobs(archive: Archive, tool: string): Promise<readonly Job[]> {
  return (await isRecordBehind(archive, tool)) ? [{ kind: "record", key: "record", group: null }] : []
}

/** Each batch is kept by itself, and by whoever was quicker: there is nothing left to keep at the end. */
export function recordHandler(archive: Archive, options: CatchUpOptions): JobHandler {
  return async () => {
    await catchUp(archive, options)
    return async () => {}
  }
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}
