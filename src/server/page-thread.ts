import { parentPort, workerData } from "node:worker_threads"
import { assert } from "../base/index.ts"
import { openArchive } from "../store/index.ts"
import type { ArchiveThreadData, PageAnswer, PageTask } from "./archive-messages.ts"
import { StoryPages } from "./story-pages.ts"

assert(parentPort !== null, "pages are made in a thread")
const main = parentPort
const { location, tool } = workerData as ArchiveThreadData
const opening = openArchive(location, false)

/** Answers in whatever order they are ready, each under the number of its question. */
main.on("message", ({ number, task }: { readonly number: number; readonly task: PageTask }) => {
  answered(task).then(
    (answer) => main.postMessage({ number, answer }, answer.kind === "page" ? [answer.bytes.buffer] : []),
    (error: unknown) => {
      const why = error instanceof Error ? error.message : "it broke off"
      main.postMessage({ number, answer: { kind: "failed", why } satisfies PageAnswer })
    },
  )
})

let pages: StoryPages | null = null

async function answered(task: PageTask): Promise<PageAnswer> {
  const opened = await opening
  if (!opened.ok) return { kind: "failed", why: opened.error }
  pages ??= new StoryPages(opened.value, tool)
  return pages.answer(task)
}
