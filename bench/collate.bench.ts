/** Tables of many copies of one text, and the apparatus of one large story. */
import { type ReportId, readArticle } from "../src/article/index.ts"
import { randomOf } from "../src/base/index.ts"
import { collateStory, collateTexts } from "../src/collation/index.ts"
import { readReport } from "../src/language/index.ts"
import { reuseReportOfAnalysed } from "../src/pipeline/index.ts"
import { traceLineage } from "../src/reuse/index.ts"
import { generateStories } from "./generated-stories.ts"
import { logLogSlope, peakMemoryMiB, printRow, timeRuns } from "./timing.ts"

const wordsPerWitness = 1_000
const changed = 0.03

function copies(count: number): readonly { readonly id: string; readonly text: string }[] {
  const random = randomOf(11)
  const word = (): string => `w${random.below(4_000)}`
  const original = Array.from({ length: wordsPerWitness }, word)
  return Array.from({ length: count }, (_, at) => ({
    id: `w${at}`,
    text: original.map((own) => (random.next() < changed ? word() : own)).join(" "),
  }))
}

function benchTables(): void {
  for (const count of [10, 100, 500]) {
    const witnesses = copies(count)
    const { min, median, max } = timeRuns(count > 100 ? 1 : 3, () => collateTexts(witnesses))
    printRow(`table of ${count} witnesses`, {
      ms: median,
      spread: `${Math.round(min)}–${Math.round(max)} ms`,
    })
  }
}

function benchStory(): void {
  const points = [100, 300, 1_000].map((size) => {
    const reports = Array.from(
      generateStories({ stories: 1, reportsPerStory: size, seed: 5 }),
      ({ id, text }) => {
        const source = { kind: "file", name: id, member: null, sha256: id, capturedAt: null } as const
        const document = { id, source, content: { kind: "text", text, markdown: false } } as const
        const article = readArticle(document, { id: id as ReportId, explain: false })
        return { article, analysis: readReport(article, { explain: false }) }
      },
    )
    const lineage = traceLineage(reports.map(reuseReportOfAnalysed))
    const { median } = timeRuns(1, () => collateStory(reports, lineage, []))
    printRow(`a story of ${size} reports`, { ms: median })
    return { size, cost: median }
  })
  printRow("growth", { slope: logLogSlope(points), "MiB at the most": peakMemoryMiB() })
}

benchTables()
benchStory()
