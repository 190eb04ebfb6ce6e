/** Fingerprints and index, the whole of reuse over growing corpora, one story of near copies, and hostile texts. */
import type { ReportId } from "../src/article/index.ts"
import { randomOf } from "../src/base/index.ts"
import {
  countedWords,
  fingerprint,
  pair,
  type ReuseReport,
  reuseReportOf,
  traceLineage,
} from "../src/reuse/index.ts"
import { logLogSlope, peakMemoryMiB, printRow, timeRuns } from "./timing.ts"

const vocabularySize = 30_000
const wordsPerReport = 645

/** A text of words drawn as language draws them (Zipf), so that postings are as uneven as those of news. */
function zipfText(words: number, seed: number): string {
  const random = randomOf(seed)
  return Array.from({ length: words }, () => {
    const rank = Math.floor(vocabularySize ** random.next())
    return `w${rank.toString(36)}`
  }).join(" ")
}

/** Reports of which every twentieth is a lightly changed copy of an earlier one. */
function corpus(count: number): readonly ReuseReport[] {
  const texts: string[] = []
  for (let i = 0; i < count; i++) {
    const source = i % 20 === 19 ? texts[randomOf(i).below(texts.length)]! : null
    texts.push(source === null ? zipfText(wordsPerReport, i + 1) : changed(source, i))
  }
  return texts.map((text, i) => reuseReportOf({ id: `r${String(i).padStart(7, "0")}` as ReportId, text }))
}

function changed(text: string, seed: number): string {
  const random = randomOf(seed)
  return text.replace(/\S+/g, (word) => (random.next() < 0.03 ? `x${random.below(vocabularySize)}` : word))
}

function benchSteps(): void {
  const reports = corpus(5_000)
  const perArticle = (name: string, work: () => void): void => {
    const { min, median, max } = timeRuns(3, work)
    const spread = `${Math.round(min)}–${Math.round(max)} ms`
    printRow(name, { "µs an article": (median * 1_000) / reports.length, spread })
  }
  const texts = reports.map(({ text }) => text)
  perArticle("tokens", () => texts.map((text) => reuseReportOf({ id: "r" as ReportId, text })))
  perArticle("fingerprint", () => reports.map((report) => fingerprint(countedWords(report))))
  const prints = reports.map((report) => fingerprint(countedWords(report)))
  perArticle("index and pair", () => pair(prints))
}

function benchGrowth(): void {
  const points = [1_000, 4_000, 16_000].map((size) => {
    const reports = corpus(size)
    const { median } = timeRuns(1, () => traceLineage(reports))
    printRow(`reuse, ${size} articles`, {
      "articles/s on one core": (size / median) * 1_000,
      "MiB peak so far": peakMemoryMiB(),
    })
    return { size, cost: median }
  })
  printRow("slope of cost over articles", { "log-log": logLogSlope(points) })
}

function benchCopies(): void {
  const original = zipfText(wordsPerReport, 7)
  const points = [300, 1_000, 3_000].map((size) => {
    const reports = Array.from({ length: size }, (_, i) =>
      reuseReportOf({ id: `c${String(i).padStart(5, "0")}` as ReportId, text: changed(original, i + 1) }),
    )
    const { median } = timeRuns(1, () => traceLineage(reports))
    printRow(`one story, ${size} near copies`, { ms: median })
    return { size, cost: median }
  })
  printRow("slope of cost over copies", { "log-log": logLogSlope(points) })
}

function benchHostile(): void {
  const same = Array.from({ length: 100_000 }, (_, i) =>
    reuseReportOf({ id: `s${i}` as ReportId, text: "the same short text in every one of many reports" }),
  )
  printRow("100,000 identical reports", { ms: timeRuns(1, () => traceLineage(same)).median })
  const buffalo = ["a", "b"].map((id) =>
    reuseReportOf({ id: id as ReportId, text: `${"buffalo ".repeat(1_000_000)}${id}` }),
  )
  printRow("one word a million times, twice", { ms: timeRuns(1, () => traceLineage(buffalo)).median })
}

benchSteps()
benchGrowth()
benchCopies()
benchHostile()
