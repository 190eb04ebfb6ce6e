import { applyEdits, diffTexts } from "../src/collation/index.ts"
import { createStoryStream } from "../src/story/index.ts"
import { type GeneratedReport, generateStories } from "./generated-stories.ts"
import { logLogSlope, peakMemoryMiB, printRow, timeRuns } from "./timing.ts"

/** The `cluster` filter's work on one core: reports of 20 to a story, arriving in the order of a seeded shuffle. */
function clusterStream(): void {
  const points: { size: number; cost: number }[] = []
  for (const reports of [1_000, 10_000, 30_000]) {
    const given = shuffled([...generateStories({ stories: reports / 20, reportsPerStory: 20, seed: 5 })])
    for (const repair of [false, true]) {
      const { min, max } = timeRuns(reports > 10_000 ? 1 : 2, () => {
        const stream = createStoryStream({ windowReports: 20_000, repair })
        for (const report of given) stream.place(report)
        stream.close()
      })
      if (!repair) points.push({ size: reports, cost: min })
      printRow(`cluster, ${reports} reports${repair ? ", repaired" : ""}`, {
        "articles/s": (1_000 * reports) / min,
        "articles/s at worst": (1_000 * reports) / max,
        "µs/article": (1_000 * min) / reports,
        "MiB peak": peakMemoryMiB(),
      })
    }
  }
  printRow("cluster, slope in reports", { "log-log": logLogSlope(points) })
}

/** A generator writes a story's reports together; a stream does not bring them so. */
function shuffled(reports: readonly GeneratedReport[]): readonly GeneratedReport[] {
  const step = 7_919
  return reports.map((_, i) => reports[(i * step) % reports.length]!)
}

function diff(): void {
  const texts = [...generateStories({ stories: 200, reportsPerStory: 1, seed: 9 })].map(({ text }) => text)
  const edited = texts.map((text) => text.replaceAll(" was ", " had been ").replace(/\d+/, "999"))
  const { min, max } = timeRuns(3, () => {
    for (const [i, before] of texts.entries()) applyEdits(before, diffTexts(before, edited[i]!), edited[i]!)
  })
  printRow("diff, versions of 4 kB", {
    "µs/pair": (1_000 * min) / texts.length,
    "µs at worst": (1_000 * max) / texts.length,
  })
  const points: { size: number; cost: number }[] = []
  for (const copies of [1, 10, 100]) {
    const before = texts.slice(0, copies).join("\n\n")
    const after = edited.slice(0, copies).reverse().join("\n\n")
    points.push({ size: before.length, cost: timeRuns(3, () => diffTexts(before, after)).min })
  }
  printRow("diff, slope in length, articles in reverse", { "log-log": logLogSlope(points) })
}

clusterStream()
diff()
