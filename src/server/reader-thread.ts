import { type MessagePort, parentPort } from "node:worker_threads"
import { reportIdOf } from "../article/index.ts"
import { assert } from "../base/index.ts"
import { readCapture } from "../intake/index.ts"
import { analyseDocument } from "../pipeline/index.ts"
import type { MakerPart, ReaderAnswer, ReaderTask } from "./thread-messages.ts"

assert(parentPort !== null, "the reader runs in a thread")
const main = parentPort
let maker: MessagePort | null = null

main.on("message", (task: ReaderTask) => {
  if (task.kind === "read") readInput(task)
  else {
    maker = task.maker
    main.postMessage({ kind: "ready" } satisfies ReaderAnswer)
  }
})

/** Reads one input and hands its reports on to the maker, past the main thread, which only hears how it goes. */
function readInput({ key, capture }: Extract<ReaderTask, { readonly kind: "read" }>): void {
  const tell = (answer: ReaderAnswer): void => main.postMessage(answer)
  const handOn = (part: MakerPart): void => maker?.postMessage(part)
  const { documents, gaps, redirects } = readCapture(capture)
  for (const [place, document] of documents.entries()) {
    const report = analyseDocument({ id: reportIdOf(document), document })
    handOn({ kind: "report", key, document, report })
    tell({ kind: "progress", key, done: place + 1, of: documents.length })
  }
  handOn({ kind: "end", key, gaps, redirects })
  tell({ kind: "read", key, reports: documents.length, gaps })
}
