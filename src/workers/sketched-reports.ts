import type { ReportId } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import { collapseCopies, type PrintColumns, sharedColumn } from "../reuse/index.ts"
import type { FailedLine, ReportOrigin, SketchAnswer, TextPlaces } from "./reuse-task.ts"
import { suspect } from "./reuse-task.ts"

/** All reports that have been sketched, in the order of their ids, and the distinct texts among them. */
export interface SketchedReports {
  readonly ids: readonly ReportId[]
  readonly wordCounts: Uint32Array
  readonly spanStarts: Uint32Array
  readonly spanEnds: Uint32Array
  readonly origins: readonly (ReportOrigin | null)[]
  /** The lines of all reports in the spool. */
  readonly places: TextPlaces
  /** The reports of each distinct text, by their places; sorted, by the first too. */
  readonly families: readonly (readonly number[])[]
  readonly texts: DistinctTexts
}

/** The distinct texts, in the order of families. */
export interface DistinctTexts {
  readonly places: TextPlaces
  readonly wordCounts: Uint32Array
  readonly suspects: Uint8Array
  readonly prints: PrintColumns
  readonly terms: PrintColumns
  /** How many threads have counted the words of each. */
  readonly counted: Uint8Array
}

/** The lines whose id an earlier line has taken, and those that gave no report, by number. */
export function findFailures(answers: readonly SketchAnswer[]): {
  readonly failures: readonly FailedLine[]
  readonly taken: readonly number[]
} {
  const failures = answers.flatMap((answer) => answer.failures)
  const taken: number[] = []
  const seen = new Set<string>()
  for (const { ids, lineNumbers } of answers)
    for (const [i, id] of ids.entries()) {
      if (seen.has(id)) {
        taken.push(lineNumbers[i]!)
        failures.push({
          number: lineNumbers[i]!,
          id,
          error: { kind: "duplicate-id", message: `another line is called ${id}` },
        })
      }
      seen.add(id)
    }
  return { failures: failures.sort((x, y) => x.number - y.number), taken }
}

/** Puts the answers together. Their own columns may be dropped afterwards. */
export function gatherSketches(answers: readonly SketchAnswer[], descriptor: number): SketchedReports {
  const firsts: number[] = []
  let total = 0
  for (const { ids } of answers) {
    firsts.push(total)
    total += ids.length
  }
  const [answerOf, rowOf] = [new Uint32Array(total), new Uint32Array(total)]
  for (const [i, { ids }] of answers.entries())
    for (let row = 0; row < ids.length; row++) {
      answerOf[firsts[i]! + row] = i
      rowOf[firsts[i]! + row] = row
    }
  const all = answers.flatMap(({ ids }) => ids)
  const order = new Uint32Array(total).map((_, i) => i).sort((x, y) => compareStrings(all[x]!, all[y]!))
  const column = (pick: (answer: SketchAnswer) => Uint32Array): Uint32Array =>
    order.map((at) => pick(answers[answerOf[at]!]!)[rowOf[at]!]!)
  const places = {
    descriptor,
    starts: Float64Array.from(order, (at) => answers[answerOf[at]!]!.starts[rowOf[at]!]!),
    lengths: column(({ lengths }) => lengths),
  }
  const families = collapseCopies(Array.from(order, (at) => answers[answerOf[at]!]!.keys[rowOf[at]!]!))
  const wordCounts = column((answer) => answer.wordCounts)
  return {
    ids: Array.from(order, (at) => all[at] as ReportId),
    wordCounts,
    spanStarts: column(({ spanStarts }) => spanStarts),
    spanEnds: column(({ spanEnds }) => spanEnds),
    origins: Array.from(order, (at) => answers[answerOf[at]!]!.origins[rowOf[at]!]!),
    places,
    families,
    texts: distinctTexts({ answers, answerOf, rowOf, order }, families, places, wordCounts),
  }
}

interface OrderedRows {
  readonly answers: readonly SketchAnswer[]
  readonly answerOf: Uint32Array
  readonly rowOf: Uint32Array
  readonly order: Uint32Array
}

function distinctTexts(
  { answers, answerOf, rowOf, order }: OrderedRows,
  families: SketchedReports["families"],
  places: TextPlaces,
  wordCounts: Uint32Array,
): DistinctTexts {
  const counted = new Uint8Array(families.length)
  const suspects = new Uint8Array(families.length)
  const holders = new Uint32Array(families.length)
  for (const [text, family] of families.entries())
    for (const place of family) {
      const at = order[place]!
      const state = answers[answerOf[at]!]!.states[rowOf[at]!]!
      if (state === 0) continue
      counted[text]!++
      suspects[text] = state === suspect ? 1 : 0
      holders[text] = at
    }
  const gathered = (pick: (answer: SketchAnswer) => PrintColumns): PrintColumns => {
    const starts = sharedColumn(families.length + 1)
    for (const [text, at] of holders.entries()) {
      const column = pick(answers[answerOf[at]!]!)
      const row = rowOf[at]!
      starts[text + 1] = starts[text]! + column.starts[row + 1]! - column.starts[row]!
    }
    const hashes = sharedColumn(starts[families.length]!)
    for (const [text, at] of holders.entries()) {
      const column = pick(answers[answerOf[at]!]!)
      const row = rowOf[at]!
      hashes.set(column.hashes.subarray(column.starts[row]!, column.starts[row + 1]!), starts[text])
    }
    return { starts, hashes }
  }
  const [starts, lengths] = [
    new Float64Array(new SharedArrayBuffer(families.length * 8)),
    sharedColumn(families.length),
  ]
  const words = sharedColumn(families.length)
  for (const [text, family] of families.entries()) {
    starts[text] = places.starts[family[0]!]!
    lengths[text] = places.lengths[family[0]!]!
    words[text] = wordCounts[family[0]!]!
  }
  return {
    places: { descriptor: places.descriptor, starts, lengths },
    wordCounts: words,
    suspects,
    prints: gathered(({ prints }) => prints),
    terms: gathered(({ terms }) => terms),
    counted,
  }
}
