import { extname } from "node:path"
import { Worker } from "node:worker_threads"

/** Threads that do tasks side by side. Which thread does which task never shows in the answers. */
export interface WorkerPool<Task, Answer> {
  readonly threads: number
  /** Done by the first thread that is free. A thread that dies rejects what it was asked, and takes the pool with it. */
  ask(task: Task): Promise<Answer>
  /** Resolves when no more than a few tasks wait: whoever makes tasks from a stream waits for it. */
  room(): Promise<void>
  /** The answers, in the order of `tasks`. */
  run(tasks: Iterable<Task>, onDone?: (place: number) => void): Promise<readonly Answer[]>
  /** The answer of every thread to the same task. None may be at work. */
  askEach(task: Task): Promise<readonly Answer[]>
  close(): Promise<void>
}

/** What a thread makes is used once: a larger space for young objects would only be filled with what is left of them. */
const maxYoungGenerationSizeMb = 32

/** `script` is the name, without its ending, of the module beside this one that answers messages. */
export function openWorkerPool<Task, Answer>(script: string, threads: number): WorkerPool<Task, Answer> {
  const file = new URL(`./${script}${extname(import.meta.url)}`, import.meta.url)
  const workers = Array.from(
    { length: threads },
    () => new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb } }),
  )
  const free = [...workers]
  const waiting: ((worker: Worker) => void)[] = []
  const held: (() => void)[] = []
  const freed = (worker: Worker): void => {
    const next = waiting.shift()
    if (next) next(worker)
    else free.push(worker)
    if (waiting.length <= threads) for (const go of held.splice(0)) go()
  }
  const ask = async (task: Task): Promise<Answer> => {
    const worker = free.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)))
    try {
      return await askOne<Task, Answer>(worker, task)
    } finally {
      freed(worker)
    }
  }
  const room = async (): Promise<void> => {
    while (waiting.length > threads) await new Promise<void>((resolve) => held.push(resolve))
  }
  return {
    threads,
    ask,
    room,
    async run(tasks, onDone = () => {}) {
      const answers: Promise<Answer>[] = []
      for (const task of tasks) {
        await room()
        const place = answers.length
        const asked = ask(task).then((answer) => {
          onDone(place)
          return answer
        })
        asked.catch(() => {})
        answers.push(asked)
      }
      return Promise.all(answers)
    },
    askEach: (task) => Promise.all(workers.map((worker) => askOne<Task, Answer>(worker, task))),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function askOne<Task, Answer>(worker: Worker, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void): void => {
      worker.off("message", answered).off("error", failed).off("exit", ended)
      done()
    }
    const answered = (answer: Answer): void => settle(() => resolve(answer))
    const failed = (error: Error): void => settle(() => reject(error))
    const ended = (code: number): void => settle(() => reject(new Error(`a worker ended with ${code}`)))
    worker.on("message", answered).on("error", failed).on("exit", ended)
    worker.postMessage(task)
  })
}
