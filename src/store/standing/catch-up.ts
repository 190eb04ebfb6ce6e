import type { StoryRuling } from "../../story/index.ts"
import { digestOf, meetAtOnceMax } from "../../story/index.ts"
import type { Queryable, Transaction } from "../database.ts"
import type { Archive } from "../open-archive.ts"
import { removedAmong } from "../removals.ts"
import { meetAtOnce, tellSome } from "./build-at-once.ts"
import { emptyBatch, type ReadBatch, readBatch } from "./read-batch.ts"
import { type RuledReports, readRuledReports } from "./ruled-reports.ts"
import { takeDocuments } from "./standing-documents.ts"
import { changedNeighbourhoods } from "./standing-neighbourhoods.ts"
import { type TouchedReports, takeReports } from "./standing-reports.ts"
import {
  forgetRecord,
  nothingStands,
  type Postponed,
  readState,
  type StandingState,
  writeState,
} from "./standing-state.ts"
import { takeStories } from "./standing-stories.ts"
import type { StandingWork } from "./standing-work.ts"

export interface CatchUpOptions {
  /** The program and its version: a record that another has made is made anew. */
  readonly tool: string
  readonly work: StandingWork
  readonly onProgress?: (done: number, of: number) => void
  /** A record of so many captures or more is made from nothing by steps for all reports at once. */
  readonly atOnceFrom?: number
  /** Captures taken in at once, at most. */
  readonly capturesAtOnce?: number
  /** Ends after the batch in hand; whoever catches up next goes on with it. */
  readonly stopped?: AbortSignal
}

/** What catching up came to. */
export interface CaughtUp {
  readonly captures: number
  /** Stories told anew, one that was told twice counted twice. */
  readonly stories: number
}

/**
 * Brings the record of the archive up to its newest capture, by batches, each whole or not at all: where it is killed
 * it goes on from the last one; where nothing may be written it stays as it is. What comes out is what `rebuild` makes of
 * the same archive, byte for byte.
 */
export async function catchUp(archive: Archive, options: CatchUpOptions): Promise<CaughtUp> {
  const { database, readOnly } = archive
  let [captures, stories] = [0, 0]
  if (readOnly) return { captures, stories }
  const reader = new AheadReader(database, options)
  try {
    while (!options.stopped?.aborted) {
      const state = await readState(database)
      const fresh = state.tool === options.tool ? state : nothingStands
      const read = mayRead(fresh) ? await reader.after(fresh.builtTo) : null
      if (read === null && fresh.postponed !== null) {
        stories += await database.transaction((inside) => goOn(inside, state, options))
        continue
      }
      if (read === null && !(await isBehind(archive, fresh))) return { captures, stories }
      const batch = read ?? emptyBatch(fresh.builtTo)
      const told = await database.transaction((inside) => takeBatch(inside, batch, state, options))
      captures += batch.to - batch.from
      stories += told ?? 0
      if (options.onProgress) options.onProgress(batch.to, await newestCapture(database))
    }
    return { captures, stories }
  } finally {
    await reader.settle()
  }
}

/**
 * Reads the batch after the one that is being taken in, so that threads read while the database writes. What was learnt
 * of a site meanwhile is made good when the batch is taken in.
 */
class AheadReader {
  readonly #database: Queryable
  readonly #options: CatchUpOptions
  #ahead: { readonly from: number; readonly batch: Promise<ReadBatch | null> } | null = null

  constructor(database: Queryable, options: CatchUpOptions) {
    this.#database = database
    this.#options = options
  }

  /** The captures after `from`, or null where there are none. */
  async after(from: number): Promise<ReadBatch | null> {
    const ahead = this.#ahead?.from === from ? this.#ahead.batch : null
    const batch = (await ahead) ?? (await this.#read(from))
    this.#ahead = null
    if (batch !== null && batch.to < (await newestCapture(this.#database))) {
      const next = this.#read(batch.to)
      next.catch(() => {})
      this.#ahead = { from: batch.to, batch: next }
    }
    return batch
  }

  #read(from: number): Promise<ReadBatch | null> {
    return readBatch(this.#database, from, this.#options.work, this.#options.capturesAtOnce)
  }

  /** Waits for what is still being read, whatever comes of it. */
  async settle(): Promise<void> {
    await this.#ahead?.batch.catch(() => {})
  }
}

async function newestCapture(inside: Queryable): Promise<number> {
  const [last] = await inside.query("SELECT max(seq) AS seq FROM capture")
  return Number(last?.seq ?? 0)
}

/** True where `catchUp` by that program would have something to do. */
export async function isRecordBehind(archive: Archive, tool: string): Promise<boolean> {
  const { database } = archive
  const state = await readState(database)
  return (
    state.tool !== tool ||
    state.postponed !== null ||
    state.builtTo < (await newestCapture(database)) ||
    isBehind(archive, state)
  )
}

/** Makes the record of the archive from nothing but the captures and the rulings. */
export async function rebuild(archive: Archive, options: CatchUpOptions): Promise<CaughtUp> {
  await archive.database.transaction(async (inside) => {
    await inside.lock("record")
    await forgetRecord(inside)
  })
  return catchUp(archive, options)
}

/** True where there is something to do beside new captures. */
async function isBehind({ database }: Archive, state: StandingState): Promise<boolean> {
  if ((await readRuledReports(database)).digest !== state.rulings) return true
  return (await database.query("SELECT 1 AS one FROM removed_capture LIMIT 1")).length > 0
}

/** The number of stories told; null where another process was quicker, and the batch is out of date. */
async function takeBatch(
  inside: Transaction,
  batch: ReadBatch,
  expected: StandingState,
  { tool, work, atOnceFrom }: CatchUpOptions,
): Promise<number | null> {
  await inside.lock("record")
  const state = await readState(inside)
  if (state.builtTo !== expected.builtTo || state.tool !== expected.tool) return null
  if (state.tool !== tool) await forgetRecord(inside)
  const left = await withoutRemoved(inside, batch)
  const postponed =
    batch.from === 0 ? await postponedFrom(inside, atOnceFrom ?? atOnceFromDefault) : state.postponed
  const isLast = (await newestCapture(inside)) <= batch.to
  const touched = await takeReports(inside, await takeDocuments(inside, left, { work, isLast }), postponed)
  if (postponed !== null) {
    await writeState(inside, { ...state, builtTo: batch.to, tool, postponed })
    return 0
  }
  const ruled = await readRuledReports(inside)
  touchRuled(touched, ruled, ruled.digest !== state.rulings)
  const told = await takeStories(inside, await changedNeighbourhoods(inside, touched, ruled), ruled, work)
  await writeState(inside, { builtTo: batch.to, tool, rulings: ruled.digest, postponed: null })
  return told
}

/** A record of fewer captures is sooner made as it grows. */
const atOnceFromDefault = 2_000
/** A report may be of several captures, and a capture of several reports: far below what can meet at once. */
const postponedMax = meetAtOnceMax / 2

/** What is postponed by a record that begins: of few captures nothing. */
async function postponedFrom(inside: Queryable, captures: number): Promise<Postponed | null> {
  return (await newestCapture(inside)) >= captures ? "meetings" : null
}

/** While stories wait to be told nothing is read; and never more before they are than can meet at once. */
function mayRead({ postponed, builtTo }: StandingState): boolean {
  return postponed === null || (postponed === "meetings" && builtTo < postponedMax)
}

/** A step of what was postponed. The number of stories told. */
async function goOn(inside: Transaction, expected: StandingState, { work }: CatchUpOptions): Promise<number> {
  await inside.lock("record")
  const state = await readState(inside)
  if (state.postponed !== expected.postponed || state.builtTo !== expected.builtTo) return 0
  const ruled = await readRuledReports(inside)
  if (state.postponed === "meetings") {
    await meetAtOnce(inside, ruled)
    await writeState(inside, { ...state, rulings: ruled.digest, postponed: "stories" })
    return 0
  }
  const told = await tellSome(inside, ruled, work)
  if (told === null) await writeState(inside, { ...state, postponed: null })
  return told ?? 0
}

/** A capture may be taken out after it was read: no removal is made while the lock of the record is held. */
async function withoutRemoved(inside: Transaction, batch: ReadBatch): Promise<ReadBatch> {
  const read = [...batch.documents, ...batch.gaps, ...batch.moves].map(({ seq }) => seq)
  const removed = await removedAmong(inside, [...new Set(read)])
  return {
    ...batch,
    documents: batch.documents.filter(({ seq }) => !removed.has(seq)),
    gaps: batch.gaps.filter(({ seq }) => !removed.has(seq)),
    moves: batch.moves.filter(({ seq }) => !removed.has(seq)),
  }
}

/** What is ruled on one report concerns all that are named: they are few. */
function touchRuled(touched: TouchedReports, { named }: RuledReports, isNew: boolean): void {
  if (isNew || [...named].some((id) => touched.ids.has(id)))
    for (const id of named) touched.digests.add(digestOf(id))
}

/** Adds to what people have ruled; the record follows when it catches up. */
export async function addRulings(archive: Archive, rulings: readonly StoryRuling[]): Promise<void> {
  await archive.database.transaction(async (inside) => {
    await inside.lock("record")
    const [last] = await inside.query("SELECT max(place) AS place FROM ruling")
    let place = Number(last?.place ?? 0)
    for (const ruling of rulings)
      await inside.run("INSERT INTO ruling (place, ruling) VALUES ($1, $2)", [
        ++place,
        JSON.stringify(ruling),
      ])
  })
}
