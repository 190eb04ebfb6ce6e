import { MessageChannel, type Worker } from "node:worker_threads"
import type { RecordDocument } from "../api/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import type { Capture, IntakeGap } from "../intake/index.ts"
import type { Progress } from "../pipeline/index.ts"
import { brokeDown, converse, startThread } from "./thread.ts"
import type { MakerAnswer, MakerTask, MakingOrder, ReaderAnswer, ReaderTask } from "./thread-messages.ts"

export interface ThreadLimits {
  /** For each document of an input: a page that takes longer is left. */
  readonly readMs: number
  readonly readMiB: number
  readonly makeMs: number
  readonly makeMiB: number
}

export const threadLimits: ThreadLimits = { readMs: 20_000, readMiB: 768, makeMs: 600_000, makeMiB: 4_096 }

export interface InputRead {
  /** Names what was read to the maker. */
  readonly key: string
  readonly reports: number
  readonly gaps: readonly IntakeGap[]
}

/** Why a thread was given up, in plain words. */
export type ThreadFailure = string

/**
 * Two threads that read inputs and make their record, so that whoever is answered by this one never waits. The reader
 * takes one input at a time; one that costs too much time or memory ends its thread and nothing else, and a new
 * reader takes the next. The maker holds what was read.
 */
export class RecordThreads {
  private readonly limits: ThreadLimits
  private maker: Worker
  private reader: Worker | null = null
  private keysGiven = 0
  private isLost = false

  constructor(limits: ThreadLimits = threadLimits) {
    this.limits = limits
    this.maker = this.startMaker()
  }

  /** True once after the maker has ended by itself: what was read before must be read again. */
  hasLostAll(): boolean {
    const { isLost } = this
    this.isLost = false
    return isLost
  }

  /** Reads an input and holds its reports. One call at a time. */
  async read(
    capture: Capture,
    onProgress: (done: number, of: number) => void,
    signal: AbortSignal,
  ): Promise<Result<InputRead, ThreadFailure>> {
    const key = String(++this.keysGiven)
    const { readMs, readMiB } = this.limits
    this.reader ??= await this.startReader()
    const kept = this.keptBy(key)
    const read = await converse<ReaderAnswer, Extract<ReaderAnswer, { kind: "read" }>>(this.reader, {
      task: { kind: "read", key, capture } satisfies ReaderTask,
      timeMsMax: readMs,
      tooSlow: `it took more than ${Math.round(readMs / 1000)} s to read`,
      tooLarge: `it needed more than ${readMiB} MiB to read`,
      signal,
      last: (answer) => (answer.kind === "read" ? answer : null),
      onAnswer: (answer) => {
        if (answer.kind === "progress") onProgress(answer.done, answer.of)
      },
    })
    if (!read.ok) {
      kept.cancel()
      this.reader = null
      this.forget(key)
      return read
    }
    if (!(await kept.done)) return fail(brokeDown)
    return ok({ key, reports: read.value.reports, gaps: read.value.gaps })
  }

  forget(key: string): void {
    this.maker.postMessage({ kind: "forget", key } satisfies MakerTask)
  }

  /**
   * The record of the inputs that `order` names. When `signal` stops it, or it costs too much, it fails; in the second case
   * the maker has lost all that it held.
   */
  async make(
    order: MakingOrder,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Result<RecordDocument, ThreadFailure>> {
    const stop = new SharedArrayBuffer(4)
    const onAbort = (): void => void Atomics.store(new Int32Array(stop), 0, 1)
    if (signal.aborted) onAbort()
    signal.addEventListener("abort", onAbort)
    const { makeMs, makeMiB } = this.limits
    const answer = await converse<MakerAnswer, Extract<MakerAnswer, { kind: "made" | "stopped" }>>(
      this.maker,
      {
        task: { kind: "make", ...order, stop } satisfies MakerTask,
        timeMsMax: makeMs,
        tooSlow: `the record took more than ${Math.round(makeMs / 1000)} s to make`,
        tooLarge: `the record needed more than ${makeMiB} MiB to make`,
        signal: null,
        last: (one) => (one.kind === "made" || one.kind === "stopped" ? one : null),
        onAnswer: (one) => {
          if (one.kind === "progress") onProgress(one.progress)
        },
      },
    )
    signal.removeEventListener("abort", onAbort)
    if (answer.ok) return answer.value.kind === "made" ? ok(answer.value.document) : fail("it was stopped")
    return fail(answer.error)
  }

  async close(): Promise<void> {
    this.maker.removeAllListeners("exit")
    await Promise.all([this.maker.terminate(), this.reader?.terminate()])
  }

  private startMaker(): Worker {
    const maker = startThread("maker-thread", this.limits.makeMiB)
    maker.once("exit", () => {
      if (this.maker !== maker) return
      this.maker = this.startMaker()
      this.isLost = true
      void this.reader?.terminate()
      this.reader = null
    })
    return maker
  }

  /** Resolves when it has loaded what it needs, which does not count as time for reading. */
  private async startReader(): Promise<Worker> {
    const reader = startThread("reader-thread", this.limits.readMiB)
    reader.once("exit", () => {
      if (this.reader === reader) this.reader = null
    })
    const { port1, port2 } = new MessageChannel()
    reader.postMessage({ kind: "connect", maker: port1 } satisfies ReaderTask, [port1])
    this.maker.postMessage({ kind: "connect", reader: port2 } satisfies MakerTask, [port2])
    await new Promise((resolve) => {
      reader.once("message", resolve)
      reader.once("exit", resolve)
    })
    return reader
  }

  /** Resolves when the maker holds the whole input: to false when it never will. */
  private keptBy(key: string): { readonly done: Promise<boolean>; cancel(): void } {
    const { maker } = this
    let cancel = (): void => {}
    const done = new Promise<boolean>((resolve) => {
      const hear = (answer: MakerAnswer): void => {
        if (answer.kind === "kept" && answer.key === key) settle(true)
      }
      const settle = (isKept: boolean): void => {
        maker.off("message", hear).off("exit", cancel)
        resolve(isKept)
      }
      cancel = () => settle(false)
      maker.on("message", hear).on("exit", cancel)
    })
    return { done, cancel: () => cancel() }
  }
}
