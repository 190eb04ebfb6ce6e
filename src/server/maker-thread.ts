import { type MessagePort, parentPort } from "node:worker_threads"
import { encodeRecord } from "../api/index.ts"
import { assert } from "../base/index.ts"
import type { IntakeGap, Redirect, SourceDocument } from "../intake/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import { finishRecord, finishStory, identifyDocuments, planRecord } from "../pipeline/index.ts"
import type { ComposedStory } from "../record/index.ts"
import type { MakerAnswer, MakerPart, MakerTask } from "./thread-messages.ts"

interface HeldInput {
  readonly documents: SourceDocument[]
  readonly reports: AnalysedReport[]
  readonly gaps: IntakeGap[]
  readonly redirects: Redirect[]
}

assert(parentPort !== null, "the maker runs in a thread")
const main = parentPort
const held = new Map<string, HeldInput>()
/** A reader that died in the middle of an input may have sent parts of it that arrive late. */
const forgotten = new Set<string>()
const tell = (answer: MakerAnswer): void => main.postMessage(answer)

main.on("message", (task: MakerTask) => {
  if (task.kind === "connect") listenTo(task.reader)
  else if (task.kind === "forget") {
    held.delete(task.key)
    forgotten.add(task.key)
  } else make(task)
})

function listenTo(reader: MessagePort): void {
  reader.on("message", (part: MakerPart) => {
    if (forgotten.has(part.key)) return
    const input = held.get(part.key) ?? { documents: [], reports: [], gaps: [], redirects: [] }
    held.set(part.key, input)
    if (part.kind === "report") {
      input.documents.push(part.document)
      input.reports.push(part.report)
      return
    }
    input.gaps.push(...part.gaps)
    input.redirects.push(...part.redirects)
    tell({ kind: "kept", key: part.key })
  })
}

/** The record of the inputs named, as `makeRecord` makes it of their documents. */
function make({ keys, gaps, rulings, made, stop }: Extract<MakerTask, { readonly kind: "make" }>): void {
  const stopped = new Int32Array(stop)
  const inputs = keys.flatMap((key) => held.get(key) ?? [])
  const plan = planRecord(
    identified(inputs),
    [...gaps, ...inputs.flatMap((input) => input.gaps)],
    rulings,
    inputs.flatMap(({ redirects }) => redirects),
  )
  const stories: ComposedStory[] = []
  for (const job of plan.jobs) {
    if (Atomics.load(stopped, 0) === 1) {
      tell({ kind: "stopped" })
      return
    }
    stories.push(finishStory(job))
    tell({
      kind: "progress",
      progress: { stage: "collating stories", done: stories.length, of: plan.jobs.length },
    })
  }
  tell({ kind: "made", document: encodeRecord(finishRecord(plan, stories), made) })
}

/** The reports with the ids that they have among all, which the reader of one input cannot know. */
function identified(inputs: readonly HeldInput[]): readonly AnalysedReport[] {
  const reports = new Map(
    inputs.flatMap((input) => input.documents.map((document, i) => [document, input.reports[i]!] as const)),
  )
  return identifyDocuments([...reports.keys()]).map(({ id, document }) => {
    const report = reports.get(document)!
    return report.article.id === id ? report : { ...report, article: { ...report.article, id } }
  })
}
