import { availableParallelism } from "node:os"
import { parentPort, workerData } from "node:worker_threads"
import { assert } from "../base/index.ts"
import {
  type Archive,
  addCaptures,
  addSaidRuling,
  catchUp,
  openArchive,
  withdrawSaidRuling,
} from "../store/index.ts"
import { openStageWorkers } from "../workers/index.ts"
import type { ArchiveThreadData, KeeperAnswer, KeeperTask } from "./archive-messages.ts"

assert(parentPort !== null, "the keeper runs in a thread")
const main = parentPort
const { location, tool } = workerData as ArchiveThreadData
const tell = (answer: KeeperAnswer): void => main.postMessage(answer)
const work = openStageWorkers(availableParallelism())
const opening = openArchive(location, true)

main.on("message", (task: KeeperTask) => {
  done(task).then(tell, (error: unknown) =>
    tell({ kind: "failed", why: error instanceof Error ? error.message : "it broke off" }),
  )
})

async function done(task: KeeperTask): Promise<KeeperAnswer> {
  const opened = await opening
  if (!opened.ok) return { kind: "failed", why: opened.error }
  const archive: Archive = opened.value
  switch (task.kind) {
    case "keep": {
      const kept = await addCaptures(archive, task.captures, task.addedAt)
      const seqs = kept.map(({ seq, isNew, isRemoved }) => (isRemoved ? null : { seq, isNew }))
      return { kind: "kept", seqs }
    }
    case "rule":
      await addSaidRuling(archive, task.said)
      break
    case "withdraw":
      await withdrawSaidRuling(archive, task.id)
      break
    case "catch-up": {
      const onProgress = (taken: number, of: number): void => tell({ kind: "progress", done: taken, of })
      await catchUp(archive, { tool, work, onProgress })
    }
  }
  return { kind: "done" }
}
