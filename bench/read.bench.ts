/** All of `read` on one thread: tokens a second, cold and warm, on seeded stories and on one hostile line. */
import { type ReportId, readArticle } from "../src/article/index.ts"
import { readReport } from "../src/language/index.ts"
import { generateStories } from "./generated-stories.ts"
import { peakMemoryMiB, printRow, timeRuns } from "./timing.ts"

const articles = Array.from(generateStories({ stories: 40, reportsPerStory: 10, seed: 3 }), (report) =>
  articleOf(report.id, report.text),
)
// The first pass of a process, before anything has been compiled for speed: what one call of the command costs.
let tokens = 0
const before = process.cpuUsage()
for (const article of articles) tokens += readReport(article, { explain: false }).tokens.count
const cold = process.cpuUsage(before)
printRow("seeded stories, the first time", { "tokens/s": tokens / ((cold.user + cold.system) / 1_000_000) })

const { min, median, max } = timeRuns(5, () => {
  for (const article of articles) readReport(article, { explain: false })
})
printRow("seeded stories", {
  "tokens/s": tokens / (median / 1_000),
  "µs an article": (median * 1_000) / articles.length,
  spread: `${Math.round(min)}–${Math.round(max)} ms`,
})
for (const [name, unit] of [
  ["one word a million times", "said "],
  ["opening marks", "“ "],
  ["single marks", "‘a "],
  ["commas", "Anna, "],
  ["conjunctions", "Anna and "],
  ["nested tags", "she said he said "],
] as const) {
  const small = timeRuns(1, () => readReport(articleOf("s", unit.repeat(4_000)), { explain: false })).median
  const large = timeRuns(1, () => readReport(articleOf("l", unit.repeat(32_000)), { explain: false })).median
  printRow(name, { ms: large, "times the cost of an eighth": large / small })
}
printRow("peak memory", { MiB: peakMemoryMiB() })

function articleOf(id: string, text: string): ReturnType<typeof readArticle> {
  const source = { kind: "stdin", name: "-", member: null, sha256: id, capturedAt: null } as const
  return readArticle(
    { id, source, content: { kind: "text", text, markdown: false } },
    { id: id as ReportId, explain: false },
  )
}
