/** The whole record from plain text, and each of its stages, on seeded stories of 20 reports of about 4 kB. */
import { type ReportId, readArticle } from "../src/article/index.ts"
import { collateStory } from "../src/collation/index.ts"
import type { SourceDocument } from "../src/intake/index.ts"
import { readReport } from "../src/language/index.ts"
import { makeRecord, reuseReportOfAnalysed } from "../src/pipeline/index.ts"
import { traceLineage } from "../src/reuse/index.ts"
import { clusterStories, findStrangers } from "../src/story/index.ts"
import { recordInWorkers } from "../src/workers/index.ts"
import { generateStories } from "./generated-stories.ts"
import { logLogSlope, peakMemoryMiB, printRow, timeRuns } from "./timing.ts"

const reportsPerStory = 20

function generatedDocuments(stories: number): readonly SourceDocument[] {
  return Array.from(generateStories({ stories, reportsPerStory, seed: 1 }), (report) => ({
    id: report.id,
    source: { kind: "file", name: `${report.id}.txt`, member: null, sha256: report.id, capturedAt: null },
    content: {
      kind: "text",
      text: `${report.title}\n\n${report.published}\n\n${report.text}\n`,
      markdown: false,
    },
  }))
}

function benchStages(stories: number): void {
  const documents = generatedDocuments(stories)
  const each = (name: string, work: () => void): void => {
    const { min, median, max } = timeRuns(3, work)
    const perArticle = (median * 1_000) / documents.length
    printRow(name, {
      "µs an article": perArticle,
      "articles/s on one core": 1e6 / perArticle,
      spread: `${Math.round(min)}–${Math.round(max)} ms`,
    })
  }
  const articles = documents.map((document) =>
    readArticle(document, { id: document.id as ReportId, explain: false }),
  )
  const analysed = articles.map((article) => ({ article, analysis: readReport(article, { explain: false }) }))
  const reuse = analysed.map(reuseReportOfAnalysed)
  const lineage = traceLineage(reuse)
  const byId = new Map(analysed.map((report) => [report.article.id, report]))
  const grouped = clusterStories(analysed, lineage).map((story) => story.reports.map((id) => byId.get(id)!))
  each("article", () =>
    documents.map((document) => readArticle(document, { id: document.id as ReportId, explain: false })),
  )
  each("language", () => articles.map((article) => readReport(article, { explain: false })))
  each("reuse", () => traceLineage(reuse))
  each("story", () => clusterStories(analysed, lineage))
  each("strangers", () => grouped.map((reports) => findStrangers(reports)))
  each("collation", () => grouped.map((reports) => collateStory(reports, lineage, [])))
}

function benchGrowth(): void {
  const points = [50, 150, 500].map((stories) => {
    const documents = generatedDocuments(stories)
    const start = performance.now()
    makeRecord(documents, [])
    const cost = performance.now() - start
    printRow(`record, ${documents.length} articles`, {
      "articles/s on one core": (documents.length / cost) * 1_000,
      "MiB peak so far": peakMemoryMiB(),
    })
    return { size: documents.length, cost }
  })
  printRow("slope of cost over articles", { "log-log": logLogSlope(points) })
}

/** Wall time, since two threads share the work. */
async function benchThreads(stories: number): Promise<void> {
  const documents = generatedDocuments(stories)
  const start = performance.now()
  await recordInWorkers(documents, [], { threads: 2, documentsMin: 0, onProgress: () => {} })
  const perSecond = (documents.length / (performance.now() - start)) * 1_000
  printRow(`record, ${documents.length} articles, two threads`, {
    "articles/s": perSecond,
    "MiB peak so far": peakMemoryMiB(),
  })
}

benchStages(50)
benchGrowth()
await benchThreads(500)
