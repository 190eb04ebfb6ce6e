import type { Worker } from "node:worker_threads"
import type { PageAnswer, PageFailure } from "./page-messages.ts"
import { startThread } from "./thread.ts"

/** Who makes pages. */
export interface PageMaker<Task> {
  ask(task: Task, how?: AskedHow): Promise<PageAnswer>
  close(): Promise<void>
}

export interface AskedHow {
  /** What is to blame where making it ends the thread; of what did so twice nothing more is made. */
  readonly subject?: string
  /** Nobody waits for it: everything else goes first. */
  readonly isAhead?: boolean
}

/** Makes them where it is asked. */
export function pagesHere<Task>(pages: { answer(task: Task): Promise<PageAnswer> }): PageMaker<Task> {
  return { ask: (task) => pages.answer(task), close: async () => {} }
}

export const pageLimits = {
  memoryMiBMax: 2_048,
  /** For one page. */
  makingMsMax: 20_000,
  /** Questions that wait for the thread; more are refused. */
  waitingMax: 1_000,
  /** The same of what nobody waits for. */
  aheadMax: 64,
  blamedMax: 2,
  /** Subjects remembered: the oldest are forgotten first. */
  subjectsMax: 1_000,
} as const

export interface PageThreadOptions<Task> {
  /** What the thread is started with. */
  readonly workerData: unknown
  /** What a new thread must be told before the task it is to begin with; null: nothing. */
  readonly prepare?: (task: Task) => Task | null
  readonly limits?: { readonly [Name in keyof typeof pageLimits]: number }
  readonly start?: (memoryMiBMax: number, workerData: unknown) => Worker
}

interface Asked<Task> {
  readonly task: Task
  readonly subject: string | null
  readonly answer: (answer: PageAnswer) => void
}

/**
 * Makes pages in a thread, so that whoever asks for a page that is there already never waits. It is given one task
 * after the other: a page that costs too much time or memory ends the thread and nobody else's page, for those that
 * wait are given to the next one.
 */
export class PageThread<Task> implements PageMaker<Task> {
  private readonly options: PageThreadOptions<Task>
  private readonly limits: { readonly [Name in keyof typeof pageLimits]: number }
  private thread: Worker | null = null
  private readonly waiting: Asked<Task>[] = []
  private readonly ahead: Asked<Task>[] = []
  private now: Asked<Task> | null = null
  private isClosed = false
  private readonly blame = new Map<string, number>()

  constructor(options: PageThreadOptions<Task>) {
    this.options = options
    this.limits = options.limits ?? pageLimits
  }

  ask(task: Task, { subject, isAhead = false }: AskedHow = {}): Promise<PageAnswer> {
    const { blamedMax, waitingMax, aheadMax } = this.limits
    if (subject !== undefined && (this.blame.get(subject) ?? 0) >= blamedMax) return Promise.resolve(brokeOff)
    const queue = isAhead ? this.ahead : this.waiting
    if (this.isClosed || queue.length >= (isAhead ? aheadMax : waitingMax))
      return Promise.resolve({ kind: "busy" })
    return new Promise((answer) => {
      queue.push({ task, subject: subject ?? null, answer })
      this.next()
    })
  }

  async close(): Promise<void> {
    const { thread } = this
    this.thread = null
    this.isClosed = true
    for (const one of [this.now, ...this.waiting.splice(0), ...this.ahead.splice(0)])
      one?.answer({ kind: "busy" })
    this.now = null
    await thread?.terminate()
  }

  private next(): void {
    if (this.now !== null) return
    const asked = this.waiting.shift() ?? this.ahead.shift()
    if (asked === undefined) return
    const first = this.thread === null ? (this.options.prepare?.(asked.task) ?? null) : null
    const thread = this.thread ?? this.start()
    this.thread = thread
    if (first === null) this.give(thread, asked)
    else {
      this.waiting.unshift(asked)
      this.give(thread, { task: first, subject: null, answer: (answer) => this.prepared(answer) })
    }
  }

  private give(thread: Worker, asked: Asked<Task>): void {
    this.now = asked
    const settle = (answer: PageAnswer): void => {
      clearTimeout(timer)
      thread.off("message", settle).off("exit", ended)
      this.done(asked, answer)
    }
    const ended = (): void => {
      if (this.now === asked && asked.subject !== null) this.blameFor(asked.subject)
      settle(brokeOff)
    }
    const timer = setTimeout(() => void thread.terminate(), this.limits.makingMsMax)
    timer.unref()
    thread.on("message", settle).on("exit", ended)
    thread.postMessage(asked.task)
  }

  private done(asked: Asked<Task>, answer: PageAnswer): void {
    if (this.now !== asked) return
    this.now = null
    asked.answer(answer)
    this.next()
  }

  /** A thread that cannot even be told what to make pages of is of no use to those who wait. */
  private prepared(answer: PageAnswer): void {
    if (answer.kind !== "failed") return
    for (const one of [...this.waiting.splice(0), ...this.ahead.splice(0)]) one.answer(answer)
  }

  private start(): Worker {
    const { workerData, start = startPageThread } = this.options
    const thread = start(this.limits.memoryMiBMax, workerData)
    thread.once("exit", () => {
      if (this.thread === thread) this.thread = null
    })
    return thread
  }

  private blameFor(subject: string): void {
    const before = this.blame.get(subject) ?? 0
    this.blame.delete(subject)
    this.blame.set(subject, before + 1)
    const [oldest] = this.blame.keys()
    if (this.blame.size > this.limits.subjectsMax) this.blame.delete(oldest!)
  }
}

const brokeOff: PageFailure = { kind: "failed", why: "it took too long, too much memory, or broke off" }

function startPageThread(memoryMiBMax: number, workerData: unknown): Worker {
  return startThread("page-thread", memoryMiBMax, workerData)
}
