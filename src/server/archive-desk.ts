import { randomBytes } from "node:crypto"
import type { Worker } from "node:worker_threads"
import type { ReportId } from "../article/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import { type Capture, intakeGapText } from "../intake/index.ts"
import type { PoliteFetcher } from "../net/index.ts"
import {
  type Archive,
  captureOutcomes,
  openArchive,
  readSaidRulings,
  type SaidRuling,
  standingVersion,
  storyVersion,
} from "../store/index.ts"
import type { StoryRuling } from "../story/index.ts"
import type { Viewer } from "../web/index.ts"
import type { ArchiveThreadData, KeeperAnswer, KeeperTask } from "./archive-messages.ts"
import { ArchivePages } from "./archive-pages.ts"
import { cancelJob, DeskJobs, jobLimits } from "./desk-jobs.ts"
import type { DeskWork } from "./desk-work.ts"
import type { Job, JobInput } from "./job.ts"
import { jobCaptures, withoutName } from "./job-captures.ts"
import { type ThreadLimits, threadLimits } from "./record-threads.ts"
import { converse, startThread } from "./thread.ts"
import type { ReaderAnswer } from "./thread-messages.ts"

export interface ArchiveDeskOptions extends ArchiveThreadData {
  readonly fetcher: PoliteFetcher
  /** Pages tell when there is something newer. */
  readonly isLive: boolean
  /** Pages are made in a thread of their own. */
  readonly isThreaded: boolean
  readonly likelyViewer?: Viewer | null
  readonly threads?: ThreadLimits
}

/** How often it is looked whether others have put something into the archive. */
const lookMs = 2_000
/** What one job may put into the archive. */
const jobBytesMax = 1 << 30

type Kept = { readonly capture: Capture; readonly place: number }

/**
 * An archive that is added to: what comes in is read once by a thread within limits, kept, and told in the stories that
 * it concerns. The rest of the archive is not read. What is kept stays kept, also where telling it fails.
 */
export class ArchiveDesk implements DeskWork {
  readonly pages: ArchivePages
  private readonly archive: Archive
  private readonly options: ArchiveDeskOptions
  private readonly jobs = new DeskJobs()
  private readonly listeners = new Set<() => void>()
  private readonly looking: NodeJS.Timeout
  private reader: Worker | null = null
  private keeper: Worker | null = null
  private version = ""
  private isCatchingUp = false

  private constructor(archive: Archive, options: ArchiveDeskOptions) {
    this.archive = archive
    this.options = options
    this.pages = new ArchivePages(archive, options)
    this.looking = setInterval(() => void this.look(), lookMs)
    this.looking.unref()
  }

  /**
   * Opens the archive, made on first use where it may be added to, and begins to take in what its record does not hold
   * yet. One that may not be written to is shown as it stands: see `readOnly`.
   */
  static async open(options: ArchiveDeskOptions): Promise<Result<ArchiveDesk, string>> {
    const opened = await openToServe(options.location, options.isLive)
    if (!opened.ok) return opened
    const isLive = options.isLive && !opened.value.readOnly
    const desk = new ArchiveDesk(opened.value, { ...options, isLive })
    await desk.look()
    return ok(desk)
  }

  /** The archive may not be written to: nothing is taken in, and nobody may add to it or rule on it. */
  get readOnly(): boolean {
    return this.archive.readOnly
  }

  add(inputs: readonly JobInput[], by: string, release: () => void): Result<Job, string> {
    return this.jobs.add({ inputs, by, release }, (job) => this.run(job))
  }

  job(id: string): Job | null {
    return this.jobs.get(id)
  }

  openJobs(): readonly { readonly id: string; readonly line: string }[] {
    return this.jobs.open()
  }

  said(): Promise<readonly SaidRuling[]> {
    return readSaidRulings(this.archive)
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  listenToJobs(listener: () => void): () => void {
    return this.jobs.listen(listener)
  }

  rule(ruling: StoryRuling, by: string): Promise<Result<SaidRuling, string>> {
    return this.jobs.inTurn(async () => {
      const said = { id: randomBytes(8).toString("hex"), ruling, at: new Date().toISOString(), by }
      const kept = await this.ask({ kind: "rule", said })
      if (!kept.ok) return kept
      await this.catchUp()
      return ok(said)
    })
  }

  withdraw(id: string): Promise<Result<SaidRuling, string>> {
    return this.jobs.inTurn(async () => {
      const said = (await this.said()).find((one) => one.id === id)
      if (!said) return fail("It was taken back before.")
      const taken = await this.ask({ kind: "withdraw", id })
      if (!taken.ok) return taken
      await this.catchUp()
      return ok(said)
    })
  }

  /** Resolves when the record holds all that is in the archive now. */
  settled(): Promise<void> {
    return this.jobs.inTurn(async () => {})
  }

  async close(): Promise<void> {
    clearInterval(this.looking)
    await this.jobs.close()
    await Promise.all([this.reader?.terminate(), this.keeper?.terminate(), this.pages.close()])
    await this.archive.close()
  }

  /** Takes in what others have put into the archive, and tells of records that they have made. */
  private async look(): Promise<void> {
    const now = await standingVersion(this.archive, this.options.tool).catch(() => null)
    if (now === null) return
    if (now.isBehind && !this.isCatchingUp && !this.readOnly) {
      this.isCatchingUp = true
      void this.jobs.inTurn(async () => {
        await this.catchUp()
        this.isCatchingUp = false
      })
    }
    if (now.version !== this.version) this.tell(now.version)
  }

  private tell(version: string): void {
    this.version = version
    this.pages.changed()
    for (const listener of this.listeners) listener()
  }

  /** What cannot be told now is tried again with the next change. */
  private async catchUp(
    onProgress: (done: number, of: number) => void = () => {},
  ): Promise<Result<null, string>> {
    const done = await this.ask({ kind: "catch-up" }, onProgress)
    const now = await standingVersion(this.archive, this.options.tool)
    this.tell(now.version)
    return done.ok ? ok(null) : done
  }

  private async ask(
    task: KeeperTask,
    onProgress: (done: number, of: number) => void = () => {},
  ): Promise<Result<Exclude<KeeperAnswer, { readonly kind: "progress" | "failed" }>, string>> {
    const { makeMs, makeMiB } = this.options.threads ?? threadLimits
    const { location, tool } = this.options
    this.keeper ??= startThread("keeper-thread", makeMiB, { location, tool } satisfies ArchiveThreadData)
    const answered = await converse<KeeperAnswer, Exclude<KeeperAnswer, { readonly kind: "progress" }>>(
      this.keeper,
      {
        task,
        timeMsMax: makeMs,
        tooSlow: `the archive took more than ${Math.round(makeMs / 1000)} s`,
        tooLarge: `the archive needed more than ${makeMiB} MiB`,
        signal: null,
        last: (answer) => (answer.kind === "progress" ? null : answer),
        onAnswer: (answer) => {
          if (answer.kind === "progress") onProgress(answer.done, answer.of)
        },
      },
    )
    if (!answered.ok) {
      this.keeper = null
      return answered
    }
    return answered.value.kind === "failed" ? fail(answered.value.why) : ok(answered.value)
  }

  private async run(job: Job): Promise<void> {
    const { signal } = job.stop
    if (!signal.aborted) job.change({ state: "running" })
    const found: Kept[] = []
    for (const [place, input] of job.inputs.entries())
      if (!signal.aborted) await this.readInput(job, place, input, found)
    if (signal.aborted) return cancelJob(job)
    if (found.length === 0) return job.change({ state: "done", stage: null })
    job.change({ stage: "Keeping", done: 0, of: 0 })
    const kept = await this.ask({
      kind: "keep",
      captures: found.map(({ capture }) => capture),
      addedAt: new Date().toISOString(),
    })
    if (!kept.ok) return job.change({ state: "failed", stage: null, failure: kept.error })
    const seqs = kept.value.kind === "kept" ? kept.value.seqs : []
    const told = await this.catchUp((done, of) => job.change({ stage: "Comparing texts", done, of }))
    if (!told.ok) {
      const failure = `What was added is kept, but the record does not show it yet: ${told.error}`
      return job.change({ state: "failed", stage: null, failure })
    }
    await this.finish(job, found, seqs)
  }

  /** Adds to `found` what can be read of an input. */
  private async readInput(job: Job, place: number, input: JobInput, found: Kept[]): Promise<void> {
    const { signal } = job.stop
    const problems: string[] = []
    const isFetched = input.kind === "address"
    let reports = 0
    job.change({ stage: isFetched ? "Fetching" : "Reading", done: place + 1, of: job.inputs.length })
    job.changeInput(place, { state: isFetched ? "fetching" : "reading" })
    for await (const one of jobCaptures(input, this.options.fetcher)) {
      if (signal.aborted) break
      if (!one.ok) {
        problems.push(one.name === input.name ? one.detail : `${one.name}: ${one.detail}`)
        continue
      }
      const bytes = found.reduce((sum, { capture }) => sum + capture.bytes.length, one.capture.bytes.length)
      const read =
        bytes > jobBytesMax ? fail("there is no more room for inputs") : await this.read(one.capture, signal)
      if (!read.ok) {
        problems.push(read.error)
        continue
      }
      for (const gap of read.value.gaps) problems.push(withoutName(intakeGapText(gap), gap.name))
      reports += read.value.reports
      found.push({ capture: one.capture, place })
      job.changeInput(place, { state: "reading", reports })
    }
    const state = reports > 0 ? "read" : "failed"
    job.changeInput(place, {
      state,
      reports,
      problems: problems.slice(0, jobLimits.problemsMax),
      retry: isFetched && state === "failed" ? input.name : null,
    })
  }

  /** What can be read of a capture, within limits of time and memory: whoever sent it may mean ill. */
  private async read(
    capture: Capture,
    signal: AbortSignal,
  ): Promise<Result<Extract<ReaderAnswer, { readonly kind: "read" }>, string>> {
    const { readMs, readMiB } = this.options.threads ?? threadLimits
    this.reader ??= startThread("reader-thread", readMiB)
    const read = await converse<ReaderAnswer, Extract<ReaderAnswer, { readonly kind: "read" }>>(this.reader, {
      task: { kind: "read", key: "", capture },
      timeMsMax: readMs,
      tooSlow: `it took more than ${Math.round(readMs / 1000)} s to read`,
      tooLarge: `it needed more than ${readMiB} MiB to read`,
      signal,
      last: (answer) => (answer.kind === "read" ? answer : null),
      onAnswer: () => {},
    })
    if (!read.ok) this.reader = null
    return read
  }

  /** Tells what came of each input, now that the record holds it. */
  private async finish(
    job: Job,
    found: readonly Kept[],
    seqs: readonly ({ readonly seq: number; readonly isNew: boolean } | null)[],
  ): Promise<void> {
    const fresh = seqs.flatMap((one) => (one?.isNew ? [one.seq] : []))
    const outcomes = await captureOutcomes(this.archive, fresh)
    const reports = new Set<ReportId>()
    const stories = new Set<string>()
    for (const outcome of outcomes.values()) {
      for (const id of outcome.reports) reports.add(id)
      for (const id of outcome.stories) stories.add(id)
    }
    const inputs = job.current().inputs.map((view, place) => {
      const own = found.flatMap((one, i) => (one.place === place ? [{ ...one, seq: seqs[i] ?? null }] : []))
      if (view.state !== "read" || own.length === 0) return view
      if (own.every(({ seq }) => seq === null)) {
        const problems = ["it was taken out of the archive before, and is not kept again"]
        return { ...view, state: "failed" as const, reports: 0, problems }
      }
      if (own.every(({ seq }) => seq?.isNew !== true) && view.problems.length === 0)
        return { ...view, state: "there" as const }
      const ended = own.flatMap(({ seq }) => (seq && outcomes.get(seq.seq)) ?? [])
      const missing = own.flatMap(({ capture, seq }) =>
        ((seq && outcomes.get(seq.seq)?.problems) ?? []).map((problem) => withoutName(problem, capture.name)),
      )
      const problems = [...new Set([...view.problems, ...missing])].slice(0, jobLimits.problemsMax)
      if (missing.length === 0 || ended.some((outcome) => outcome.reports.length > 0))
        return { ...view, problems, reports: Math.max(0, view.reports - missing.length) }
      const retry = job.inputs[place]!.kind === "address" ? view.name : null
      return { ...view, state: "failed" as const, reports: 0, problems, retry }
    })
    job.change({
      state: "done",
      stage: null,
      inputs,
      newReports: reports.size,
      stories: await this.titled([...stories]),
    })
  }

  private async titled(
    stories: readonly string[],
  ): Promise<readonly { readonly href: string; readonly title: string }[]> {
    const titled: { href: string; title: string }[] = []
    for (const id of stories.slice(0, storiesNamedMax)) {
      const story = await storyVersion(this.archive, id)
      if (story) titled.push({ href: `/s/${id}`, title: story.title ?? "Story without a title" })
    }
    return titled
  }
}

const storiesNamedMax = 50

/** Where it cannot be opened to be written to, it may still be read. */
async function openToServe(location: string, isLive: boolean): Promise<Result<Archive, string>> {
  const opened = await openArchive(location, isLive)
  if (opened.ok || !isLive) return opened
  const toRead = await openArchive(location, false)
  return toRead.ok && toRead.value.readOnly ? toRead : opened
}
