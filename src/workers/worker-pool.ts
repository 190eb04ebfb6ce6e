import { extname } from "node:path"
import { Worker } from "node:worker_threads"
import type { WorkerAnswer, WorkerTask } from "./worker-task.ts"

/** Threads that do tasks side by side. Which thread does which task never shows in the answers. */
export interface WorkerPool {
  /** The answers, in the order of `tasks`. A thread that dies rejects, and takes the pool with it. */
  run(tasks: readonly WorkerTask[], onDone: (place: number) => void): Promise<readonly WorkerAnswer[]>
  close(): Promise<void>
}

export function openWorkerPool(threads: number): WorkerPool {
  const script = new URL(`./stage-worker${extname(import.meta.url)}`, import.meta.url)
  const workers = Array.from({ length: threads }, () => new Worker(script))
  return {
    async run(tasks, onDone) {
      const answers: WorkerAnswer[] = new Array(tasks.length)
      let next = 0
      await Promise.all(
        workers.map(async (worker) => {
          while (next < tasks.length) {
            const place = next++
            answers[place] = await ask(worker, tasks[place]!)
            onDone(place)
          }
        }),
      )
      return answers
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function ask(worker: Worker, task: WorkerTask): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void): void => {
      worker.off("message", answered).off("error", failed).off("exit", ended)
      done()
    }
    const answered = (answer: WorkerAnswer): void => settle(() => resolve(answer))
    const failed = (error: Error): void => settle(() => reject(error))
    const ended = (code: number): void => settle(() => reject(new Error(`a worker ended with ${code}`)))
    worker.on("message", answered).on("error", failed).on("exit", ended)
    worker.postMessage(task)
  })
}
