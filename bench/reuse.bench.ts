/**
 * Fingerprints and index on one core; the whole command over growing corpora; one story of near copies.
 * VARIORUM_BENCH_REPORTS=1000000 makes the largest corpus that large (100,000 without).
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ReportId } from "../src/article/index.ts"
import { randomOf } from "../src/base/index.ts"
import { borrowTokens } from "../src/language/index.ts"
import {
  buildPostingIndex,
  countedWords,
  fingerprint,
  printColumns,
  reuseReportOf,
  traceLineage,
} from "../src/reuse/index.ts"
import { root } from "../tools/source-tree.ts"
import { runOnFile } from "./child-run.ts"
import { changed, corpusText, writeCorpus, zipfText } from "./reuse-corpus.ts"
import { logLogSlope, printRow, timeRuns } from "./timing.ts"

const reportsMax = Number(process.env.VARIORUM_BENCH_REPORTS ?? 100_000)

function benchSteps(): void {
  const texts = Array.from({ length: 4_000 }, (_, i) => corpusText(i))
  const perArticle = (name: string, work: () => void): number => {
    const { min, median, max } = timeRuns(5, work)
    const spread = `${Math.round(min)}–${Math.round(max)} ms`
    printRow(name, { "µs an article": (median * 1_000) / texts.length, spread })
    return (min * 1_000) / texts.length
  }
  const printsOf = (text: string): ReturnType<typeof fingerprint> =>
    fingerprint(countedWords({ tokens: borrowTokens(text), setAside: [] }))
  const prints = texts.map(printsOf)
  perArticle("tokens alone", () => texts.map((text) => borrowTokens(text).count))
  const sum =
    perArticle("tokens and fingerprints", () => texts.map(printsOf)) +
    perArticle("index", () => buildPostingIndex(printColumns(prints)))
  printRow("fingerprint and index, one core", { "µs an article, the best of each": sum })
}

async function benchGrowth(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
  const file = join(folder, "reports.jsonl")
  const points: { size: number; cost: number }[] = []
  try {
    for (let size = 1_000; size <= reportsMax; size *= 10) {
      writeCorpus(file, size)
      const taken = await runOnFile(process.execPath, [join(root, "bench", "reuse-run.ts")], file)
      printRow(`reuse, ${size} articles`, {
        "articles/s": (size / taken.wallMs) * 1_000,
        "µs of CPU an article": (taken.cpuMs * 1_000) / size,
        "MiB peak": taken.peakMiB,
        "lines out": taken.lines,
      })
      points.push({ size, cost: taken.cpuMs })
    }
    printRow("slope of CPU over articles", { "log-log": logLogSlope(points) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function benchCopies(): void {
  const original = zipfText(7)
  const points = [300, 1_000, 3_000].map((size) => {
    const reports = Array.from({ length: size }, (_, i) =>
      reuseReportOf({
        id: `c${String(i).padStart(5, "0")}` as ReportId,
        text: changed(original, randomOf(i + 1)),
      }),
    )
    const { median } = timeRuns(1, () => traceLineage(reports))
    printRow(`one story, ${size} near copies`, { ms: median })
    return { size, cost: median }
  })
  printRow("slope of cost over copies", { "log-log": logLogSlope(points) })
}

benchSteps()
await benchGrowth()
benchCopies()
