import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Span, sha256Hex } from "../src/base/index.ts"
import { applyDifferences, differencesBetween } from "../src/collation/differences.ts"
import type { Difference } from "../src/collation/index.ts"
import { root } from "../tools/source-tree.ts"
import type { EvalMeasure, Figures } from "./measure.ts"

interface Labelled {
  readonly at: Span
  readonly in: Span
  readonly kind: string
  readonly class: string
}

interface DifferenceCase {
  readonly text: string
  readonly reading: string
  readonly labelled: readonly Labelled[]
  readonly blind: boolean
}

/**
 * Pairs of wordings of our own in seven languages, their differences labelled with kind and class before they were
 * looked at. A label is met when all differences found in its place have its class. Half are blind.
 */
export const differencesMeasure: EvalMeasure = {
  name: "collate/differences",
  needs: [],
  run: async () => {
    const cases = readCases(readFileSync(join(root, "eval/fixtures/differences.txt"), "utf8"))
    const figures: Record<string, number> = {}
    for (const part of ["blind", "tune"]) {
      const own = cases.filter(({ blind }) => blind === (part === "blind"))
      for (const [name, figure] of Object.entries(scoreOf(own))) figures[`${part}: ${name}`] = figure
    }
    return figures
  },
}

const grave = new Set(["wording", "figure", "speaker"])

function scoreOf(cases: readonly DifferenceCase[]): Figures {
  let [labels, classes, kinds, figures, hidden, trivial, raised, undone] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { text, reading, labelled } of cases) {
    const found = differencesBetween(text, reading, [])
    if (applyDifferences(text, found) === reading) undone++
    for (const label of labelled) {
      const here = inPlace(label, found)
      labels++
      if (here.length > 0 && here.every((difference) => difference.class === label.class)) classes++
      if (here.length > 0 && here.every((difference) => difference.kind === label.kind)) kinds++
      if (label.class === "figure") {
        figures++
        if (!here.some((difference) => difference.class === "figure")) hidden++
      }
      if (grave.has(label.class)) continue
      trivial++
      if (here.some((difference) => grave.has(difference.class))) raised++
    }
  }
  return {
    labels,
    "class right": classes / labels,
    "kind right": kinds / labels,
    "figures hidden": hidden / figures,
    "trivial ones not folded": raised / trivial,
    "undone byte for byte": undone / cases.length,
  }
}

/** One line for each label of the tuned half that is not met. */
export function differenceFaults(file: string): readonly string[] {
  return readCases(file).flatMap(({ text, reading, labelled, blind }) => {
    if (blind) return []
    const found = differencesBetween(text, reading, [])
    return labelled.flatMap((label) => {
      const here = inPlace(label, found)
      const isMet =
        here.length > 0 && here.every((one) => one.class === label.class && one.kind === label.kind)
      const drawn = here.map((one) => `${one.kind} ${one.class} "${one.reading}"`).join("; ")
      return isMet ? [] : [`${text} / ${reading}: ${label.kind} ${label.class}, found ${drawn}`]
    })
  })
}

function inPlace(label: Labelled, found: readonly Difference[]): readonly Difference[] {
  let shift = 0
  return found.filter(({ at, reading }) => {
    const within = { start: at.start + shift, end: at.start + shift + reading.length }
    shift += reading.length - (at.end - at.start)
    return overlaps(at, label.at) || overlaps(within, label.in)
  })
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function readCases(file: string): readonly DifferenceCase[] {
  const blocks = file
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .split(/\n\n+/)
  return blocks.flatMap((block) => {
    const [textLine, readingLine, ...lines] = block.trim().split("\n")
    if (!textLine?.startsWith("TEXT ") || !readingLine?.startsWith("READING ")) return []
    const [text, reading] = [textLine.slice(5), readingLine.slice(8)]
    const blind = Number.parseInt(sha256Hex(text + reading).slice(0, 2), 16) % 2 === 0
    return [{ text, reading, labelled: labelsOf(text, reading, lines), blind }]
  })
}

function labelsOf(text: string, reading: string, lines: readonly string[]): readonly Labelled[] {
  let [at, within] = [0, 0]
  return lines.map((line) => {
    const found = /^(.*?) ?> ?(.*?) ?(added|dropped|changed|moved|cut|spliced) (\S+)$/.exec(line)
    if (!found) throw new Error(`no label: ${line}`)
    const [, before, after, kind, sort] = found as unknown as [string, string, string, string, string]
    const start = text.indexOf(before, at)
    const begin = reading.indexOf(after, within)
    if (start < 0 || begin < 0) throw new Error(`not in the wordings: ${line}`)
    if (kind !== "moved") [at, within] = [start + before.length, begin + after.length]
    const spanAt = { start, end: start + before.length }
    return { at: spanAt, in: { start: begin, end: begin + after.length }, kind, class: sort }
  })
}
