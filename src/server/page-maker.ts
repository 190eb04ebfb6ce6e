import type { Worker } from "node:worker_threads"
import type { Archive } from "../store/index.ts"
import type { ArchiveThreadData, PageAnswer, PageTask } from "./archive-messages.ts"
import { StoryPages } from "./story-pages.ts"
import { startThread } from "./thread.ts"

const memoryMiBMax = 2_048
const waitMsMax = 30_000
const waitingMax = 1_000

/** Who makes an archive's pages. */
export interface PageMaker {
  ask(task: PageTask): Promise<PageAnswer>
  close(): Promise<void>
}

/** Makes them where it is asked. */
export function pagesHere(archive: Archive, tool: string): PageMaker {
  const pages = new StoryPages(archive, tool)
  return { ask: (task) => pages.answer(task), close: async () => {} }
}

/** Makes them in a thread, so that whoever asks for a page that is there already never waits. */
export class PageThread implements PageMaker {
  private readonly data: ArchiveThreadData
  private thread: Worker | null = null
  private readonly waiting = new Map<number, (answer: PageAnswer) => void>()
  private given = 0

  constructor(data: ArchiveThreadData) {
    this.data = data
  }

  ask(task: PageTask): Promise<PageAnswer> {
    if (this.waiting.size >= waitingMax)
      return Promise.resolve({ kind: "failed", why: "too many pages are being made" })
    this.thread ??= this.start()
    const { thread } = this
    const number = ++this.given
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        // Whatever it hangs on, others must not wait for it.
        void thread.terminate()
      }, waitMsMax)
      timer.unref()
      this.waiting.set(number, (answer) => {
        clearTimeout(timer)
        this.waiting.delete(number)
        resolve(answer)
      })
      thread.postMessage({ number, task })
    })
  }

  async close(): Promise<void> {
    await this.thread?.terminate()
  }

  private start(): Worker {
    const thread = startThread("page-thread", memoryMiBMax, this.data)
    thread.on("message", ({ number, answer }: { readonly number: number; readonly answer: PageAnswer }) =>
      this.waiting.get(number)?.(answer),
    )
    thread.once("exit", () => {
      if (this.thread === thread) this.thread = null
      for (const settle of [...this.waiting.values()])
        settle({ kind: "failed", why: "the making of pages broke down" })
    })
    return thread
  }
}
