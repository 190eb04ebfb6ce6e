import { extname } from "node:path"
import { Worker } from "node:worker_threads"
import { fail, ok, type Result } from "../base/index.ts"

export const brokeDown = "its reading broke down"

/** A thread that runs the script of that name beside this one, and ends with the process. */
export function startThread(name: string, memoryMiBMax: number, workerData?: unknown): Worker {
  const script = new URL(`./${name}${extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMiBMax },
    workerData,
  })
  worker.unref()
  // Told to whoever waits for an answer; between two questions nobody does.
  worker.on("error", () => {})
  return worker
}

export interface Conversation<Answer, Last> {
  readonly task: unknown
  /** Without any answer. */
  readonly timeMsMax: number
  readonly tooSlow: string
  readonly tooLarge: string
  readonly signal: AbortSignal | null
  last(answer: Answer): Last | null
  onAnswer(answer: Answer): void
}

/** Sends a task and hears the answers up to the last. A thread that fails, or is too slow, is ended. */
export function converse<Answer, Last>(
  worker: Worker,
  { task, timeMsMax, tooSlow, tooLarge, signal, last, onAnswer }: Conversation<Answer, Last>,
): Promise<Result<Last, string>> {
  return new Promise((resolve) => {
    const settle = (result: Result<Last, string>): void => {
      clearTimeout(timer)
      worker.off("message", heard).off("error", failed).off("exit", ended)
      signal?.removeEventListener("abort", aborted)
      if (result.ok) resolve(result)
      else void worker.terminate().then(() => resolve(result))
    }
    const heard = (answer: Answer): void => {
      timer.refresh()
      onAnswer(answer)
      const end = last(answer)
      if (end !== null) settle(ok(end))
    }
    const failed = (error: NodeJS.ErrnoException): void =>
      settle(fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge : brokeDown))
    const ended = (): void => settle(fail(brokeDown))
    const aborted = (): void => settle(fail("it was stopped"))
    const timer = setTimeout(() => settle(fail(tooSlow)), timeMsMax)
    if (signal?.aborted) return aborted()
    signal?.addEventListener("abort", aborted)
    worker.on("message", heard).on("error", failed).on("exit", ended)
    worker.postMessage(task)
  })
}
