import { randomBytes } from "node:crypto"
import type { RecordDocument } from "../api/index.ts"
import { assert, fail, ok, type Result, sha256Hex } from "../base/index.ts"
import { intakeGapText } from "../intake/index.ts"
import type { InputItem, PoliteFetcher } from "../net/index.ts"
import type { Progress } from "../pipeline/index.ts"
import type { SaidRuling } from "../store/index.ts"
import type { StoryRuling } from "../story/index.ts"
import { storyPaths } from "../web/index.ts"
import { cancelJob, DeskJobs, jobLimits } from "./desk-jobs.ts"
import type { DeskWork } from "./desk-work.ts"
import { type Held, HeldInputs, withErrors } from "./held-inputs.ts"
import type { Job, JobInput } from "./job.ts"
import { jobCaptures, withoutName } from "./job-captures.ts"
import type { Keeper } from "./keeper.ts"
import { RecordThreads, type ThreadLimits, threadLimits } from "./record-threads.ts"

export interface DeskOptions {
  readonly tool: string
  readonly keeper: Keeper
  readonly fetcher: PoliteFetcher
  readonly threads?: ThreadLimits
}

export const deskLimits = {
  /** All that is held of inputs. */
  bytesMax: 2 ** 30,
  rulingsMax: 10_000,
} as const

/**
 * The record at work: inputs come in as jobs, one after the other, and each remakes the record in threads of its own.
 * Until a job is done, the record before it is shown. A job that is stopped or fails leaves the record as it was.
 */
export class Desk implements DeskWork {
  private readonly options: DeskOptions
  private readonly threads: RecordThreads
  private readonly held: HeldInputs
  private readonly jobs = new DeskJobs()
  private readonly listeners = new Set<() => void>()
  private rulings: readonly SaidRuling[] = []
  private document: RecordDocument
  private generation = 0

  private constructor(options: DeskOptions) {
    this.options = options
    this.threads = new RecordThreads(options.threads ?? threadLimits)
    this.held = new HeldInputs(this.threads, deskLimits.bytesMax)
    this.document = {
      format: "variorum-record/1",
      made: { tool: options.tool, options: {}, inputs: [] },
      reports: [],
      stories: [],
      gaps: [],
    }
  }

  /** A desk with `inputs` read and made into a record. */
  static async open(
    options: DeskOptions,
    inputs: AsyncIterable<InputItem>,
    onProgress: (stage: string, done: number, of: number) => void,
  ): Promise<Desk> {
    const desk = new Desk(options)
    desk.rulings = await options.keeper.rulings()
    let read = 0
    for await (const item of inputs) {
      onProgress("reading inputs", read, ++read)
      if (!item.ok) {
        desk.held.fail(item.gap, null)
        continue
      }
      const { name, bytes } = item.capture
      const got = await desk.held.read(item.capture, () => {}, never)
      if (!got.ok)
        desk.held.fail({ name, member: null, kind: "unreadable", detail: got.error }, sha256Hex(bytes))
    }
    if (read === 0) return desk
    const made = await desk.make(({ stage, done, of }) => onProgress(stage, done, of), never)
    assert(made.ok, made.ok ? "" : made.error)
    desk.show(made.value)
    return desk
  }

  /** The same object as long as nothing has changed. */
  current(): RecordDocument {
    return this.document
  }

  /** Counts the records made. */
  version(): number {
    return this.generation
  }

  job(id: string): Job | null {
    return this.jobs.get(id)
  }

  openJobs(): readonly { readonly id: string; readonly line: string }[] {
    return this.jobs.open()
  }

  said(): readonly SaidRuling[] {
    return this.rulings
  }

  /** Hears of each new record until the function returned is called. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  listenToJobs(listener: () => void): () => void {
    return this.jobs.listen(listener)
  }

  add(inputs: readonly JobInput[], by: string, release: () => void): Result<Job, string> {
    return this.jobs.add({ inputs, by, release }, (job) => this.run(job))
  }

  /** Rules on stories and remakes the record. */
  async rule(ruling: StoryRuling, by: string): Promise<Result<SaidRuling, string>> {
    return this.jobs.inTurn(async () => {
      if (this.rulings.length >= deskLimits.rulingsMax) return fail("There are too many rulings.")
      const said = { id: randomBytes(8).toString("hex"), ruling, at: new Date().toISOString(), by }
      const made = await this.remakeUnder([...this.rulings, said], () => this.options.keeper.keepRuling(said))
      return made.ok ? ok(said) : made
    })
  }

  /** Takes a ruling back and remakes the record. */
  async withdraw(id: string): Promise<Result<SaidRuling, string>> {
    return this.jobs.inTurn(async () => {
      const said = this.rulings.find((one) => one.id === id)
      if (!said) return fail("It was taken back before.")
      const others = this.rulings.filter((one) => one !== said)
      const made = await this.remakeUnder(others, () => this.options.keeper.withdrawRuling(id))
      return made.ok ? ok(said) : made
    })
  }

  /** What is ruled is kept only once a record stands under it, and then shown. */
  private async remakeUnder(
    rulings: readonly SaidRuling[],
    keep: () => Promise<void>,
  ): Promise<Result<RecordDocument, string>> {
    const before = this.rulings
    this.rulings = rulings
    const made = await this.make(() => {}, never)
    if (!made.ok) {
      this.rulings = before
      return made
    }
    await keep()
    this.show(made.value)
    return made
  }

  async close(): Promise<void> {
    await this.jobs.close()
    await this.threads.close()
    await this.options.keeper.close()
  }

  private async run(job: Job): Promise<void> {
    const added: Held[] = []
    let isTaken = false
    try {
      isTaken = await this.tryJob(job, added)
    } finally {
      if (!isTaken) for (const input of added) this.held.drop(input)
    }
  }

  /** Fills `added` with what was read, and shows the record with it; false when the record stays as it was. */
  private async tryJob(job: Job, added: Held[]): Promise<boolean> {
    const { signal } = job.stop
    if (!signal.aborted) job.change({ state: "running" })
    for (const [place, input] of job.inputs.entries())
      if (!signal.aborted) added.push(...(await this.readInput(job, place, input)))
    if (signal.aborted) return cancelled(job)
    const before = this.document
    if (added.length > 0) {
      const made = await this.make(
        ({ stage, done, of }) => job.change({ stage: inWords[stage], done, of }),
        signal,
      )
      if (signal.aborted) return cancelled(job)
      if (!made.ok) {
        job.change({ state: "failed", stage: null, failure: made.error })
        return false
      }
      await this.options.keeper.keep(added.map(({ capture }) => capture))
      this.show(made.value)
    }
    this.finished(job, before)
    return true
  }

  /** Tells what came of each input now that the record is made: that a page holds no article shows only in it. */
  private finished(job: Job, before: RecordDocument): void {
    const known = new Set(before.reports.map((report) => report.id))
    const fresh = new Set(this.document.reports.filter(({ id }) => !known.has(id)).map(({ id }) => id))
    const textless = new Map(
      this.document.gaps.flatMap((gap) =>
        "input" in gap ? [[gap.input, withoutName(gap.what, gap.input)]] : [],
      ),
    )
    const inputs = job.current().inputs.map((view, place) => {
      const input = job.inputs[place]!
      const missing = [...job.found[place]!].flatMap((name) => textless.get(name) ?? [])
      if (view.state !== "read" || missing.length === 0) return view
      const reports = Math.max(0, view.reports - missing.length)
      const problems = [...new Set([...view.problems, ...missing])].slice(0, jobLimits.problemsMax)
      if (reports > 0) return { ...view, reports, problems }
      return {
        ...view,
        state: "failed" as const,
        reports,
        problems,
        retry: input.kind === "address" ? input.name : null,
      }
    })
    const stories = storyPaths(this.document, (story) => story.reports.some((id) => fresh.has(id)))
    job.change({ state: "done", stage: null, inputs, newReports: fresh.size, stories })
  }

  private async readInput(job: Job, place: number, input: JobInput): Promise<readonly Held[]> {
    const { signal } = job.stop
    const added: Held[] = []
    const problems: string[] = []
    let known = 0
    const isFetched = input.kind === "address"
    job.change({ stage: isFetched ? "Fetching" : "Reading", done: place + 1, of: job.inputs.length })
    job.changeInput(place, { state: isFetched ? "fetching" : "reading" })
    for await (const found of jobCaptures(input, this.options.fetcher)) {
      if (signal.aborted) break
      if (!found.ok) {
        problems.push(found.name === input.name ? found.detail : `${found.name}: ${found.detail}`)
        continue
      }
      const read = await this.held.read(
        found.capture,
        (reports) => job.changeInput(place, { state: "reading", reports: reportsIn(added) + reports }),
        signal,
      )
      if (!read.ok) problems.push(read.error)
      else if (read.value === null) known++
      else {
        added.push(read.value)
        job.found[place]!.add(found.capture.name)
        for (const gap of read.value.gaps) problems.push(withoutName(intakeGapText(gap), gap.name))
      }
    }
    const reports = reportsIn(added)
    const state = reports > 0 ? "read" : known > 0 && problems.length === 0 ? "there" : "failed"
    job.changeInput(place, {
      state,
      reports,
      problems: problems.slice(0, jobLimits.problemsMax),
      retry: isFetched && state === "failed" ? input.name : null,
    })
    return added
  }

  /** The record of what is held. It is not shown yet. */
  private async make(
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Result<RecordDocument, string>> {
    const rulings = this.rulings.map(({ ruling }) => ruling)
    const order = { ...(await this.held.order(this.options.tool)), rulings }
    onProgress({ stage: "comparing texts", done: 0, of: 0 })
    const made = await this.threads.make(order, onProgress, signal)
    return made.ok ? ok(withErrors(made.value)) : made
  }

  private show(document: RecordDocument): void {
    this.document = document
    this.generation++
    for (const listener of this.listeners) listener()
  }
}

const never = new AbortController().signal

function cancelled(job: Job): false {
  cancelJob(job)
  return false
}

function reportsIn(inputs: readonly Held[]): number {
  return inputs.reduce((sum, { reports }) => sum + reports, 0)
}

const inWords = {
  "reading reports": "Reading",
  "comparing texts": "Comparing texts",
  "collating stories": "Aligning",
} as const
