import { parentPort, workerData } from "node:worker_threads"
import { assert } from "../base/index.ts"
import { openArchive } from "../store/index.ts"
import type { ArchiveThreadData } from "./archive-messages.ts"
import type { ArchiveTask, PageAnswer, RecordTask } from "./page-messages.ts"
import { RecordPages } from "./record-pages.ts"
import { StoryPages } from "./story-pages.ts"

assert(parentPort !== null, "pages are made in a thread")
const main = parentPort
/** Null: of a record document, which the first task brings. */
const archive = workerData as ArchiveThreadData | null
const answer = archive === null ? ofRecord() : ofArchive(archive)

main.on("message", (task: ArchiveTask & RecordTask) => {
  answer(task).then(
    (answered) => main.postMessage(answered, answered.kind === "page" ? [answered.bytes.buffer] : []),
    (error: unknown) => {
      const why = error instanceof Error ? error.message : "it broke off"
      main.postMessage({ kind: "failed", why } satisfies PageAnswer)
    },
  )
})

function ofRecord(): (task: RecordTask) => Promise<PageAnswer> {
  const pages = new RecordPages()
  return (task) => pages.answer(task)
}

function ofArchive({ location, tool }: ArchiveThreadData): (task: ArchiveTask) => Promise<PageAnswer> {
  const opening = openArchive(location, false)
  let pages: StoryPages | null = null
  return async (task) => {
    const opened = await opening
    if (!opened.ok) return { kind: "failed", why: opened.error }
    pages ??= new StoryPages(opened.value, tool)
    return pages.answer(task)
  }
}
