import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { ReportId } from "../src/article/index.ts"
import { randomOf } from "../src/base/index.ts"
import { type Lineage, type Link, reuseReportOf, traceLineage } from "../src/reuse/index.ts"
import type { EvalMeasure, Figures } from "./measure.ts"
import { newsTexts, rounded, vocabularyOf } from "./news-texts.ts"
import { pairOf, type SeededBatch, type SeededReport, seedBatch } from "./seeded-background.ts"

/**
 * Paragraphs that belong to no report, planted in reports of real text that are related and that are not: seeds below 100
 * were tuned on. A link is false when its pair is linked neither without what was planted nor by what was truly shared.
 */
export const reuseBackground: EvalMeasure = {
  name: "reuse/background",
  needs: ["data/quotes-polnear/train/text", "data/cluster-ecbplus/topics-1-35.jsonl"],
  run: async (shared) => {
    const singles = newsTexts(shared, 1500, 6000)
    const vocabulary = vocabularyOf(singles)
    const events = eventTexts(shared)
    const figures: Record<string, number> = {}
    for (const [part, first] of [
      ["tune", 1],
      ["blind", 101],
    ] as const)
      for (const [size, batches] of [
        [40, 8],
        [300, 2],
      ] as const)
        Object.assign(figures, batchFigures(singles, events, vocabulary, first, size, batches, part))
    return figures
  },
}

function batchFigures(
  singles: readonly string[],
  events: readonly (readonly string[])[],
  vocabulary: readonly string[],
  firstSeed: number,
  size: number,
  batches: number,
  part: string,
): Figures {
  let [falseLinks, falseOfMany, plantedPairs, links, wanted, lost, passages, lostPassages] = [
    0, 0, 0, 0, 0, 0, 0, 0,
  ]
  for (let seed = firstSeed; seed < firstSeed + batches; seed++) {
    const random = randomOf(seed)
    const shuffled = [...singles].map((text) => ({ text, at: random.next() })).sort((x, y) => x.at - y.at)
    const told = Array.from({ length: size / 20 }, () => random.pick(events).slice(0, 3 + random.below(4)))
    const batch = seedBatch(
      shuffled.map(({ text }) => text),
      told,
      vocabulary,
      { reports: size, edited: 0.2 },
      random,
    )
    const before = linksOf(lineageOf(batch.bare))
    const after = linksOf(lineageOf(batch.reports))
    const truly = new Set(batch.sharings.map(({ a, b }) => pairOf(a, b)))
    links += after.size
    const wrong = [...after.keys()].filter((pair) => !before.has(pair) && !truly.has(pair))
    falseLinks += wrong.length
    falseOfMany += wrong.filter((pair) => (batch.planted.get(pair) ?? 0) >= 4).length
    plantedPairs += [...batch.planted.keys()].filter((pair) => !before.has(pair) && !truly.has(pair)).length
    for (const sharing of batch.sharings) {
      const pair = pairOf(sharing.a, sharing.b)
      if (!before.has(pair)) continue
      wanted++
      if (!after.has(pair)) lost++
      if (sharing.words === null || !holds(before.get(pair)!, batch.bare, sharing.a, sharing.words)) continue
      passages++
      if (!after.has(pair) || !holds(after.get(pair)!, batch.reports, sharing.a, sharing.words))
        lostPassages++
    }
  }
  const label = `${part}, ${size} reports`
  return {
    [`${label}: false links, of all`]: rounded(falseLinks / links),
    [`${label}: false links by what four or more print, of all`]: rounded(falseOfMany / links),
    [`${label}: linked of the unlike pairs that share what was planted`]: rounded(falseLinks / plantedPairs),
    [`${label}: true links lost`]: rounded(lost / wanted),
    [`${label}: true passages lost`]: rounded(lostPassages / passages),
  }
}

function lineageOf(reports: readonly SeededReport[]): Lineage {
  return traceLineage(reports.map((report) => reuseReportOf({ ...report, id: report.id as ReportId })))
}

function linksOf({ links }: Lineage): ReadonlyMap<string, Link> {
  return new Map(links.map((link) => [pairOf(link.a, link.b), link]))
}

/** True where the passages of `link` cover most of `words`, which stand in report `id`. */
function holds(link: Link, reports: SeededBatch["reports"], id: string, words: string): boolean {
  const from = reports.find((report) => report.id === id)!.text.indexOf(words)
  let covered = 0
  for (const passage of link.passages) {
    const { start, end } = link.a === id ? passage.a : passage.b
    covered += Math.max(0, Math.min(end, from + words.length) - Math.max(start, from))
  }
  return covered >= 0.8 * words.length
}

function eventTexts(shared: string): readonly (readonly string[])[] {
  const byEvent = new Map<string, string[]>()
  const lines = readFileSync(join(shared, "data/cluster-ecbplus/topics-1-35.jsonl"), "utf8").split("\n")
  for (const line of lines) {
    if (line === "") continue
    const { event, text } = JSON.parse(line) as { readonly event: string; readonly text: string }
    if (text.length < 600) continue
    const known = byEvent.get(event)
    if (known) known.push(text)
    else byEvent.set(event, [text])
  }
  return [...byEvent.values()].filter((texts) => texts.length >= 3)
}
