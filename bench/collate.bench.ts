/** Tables of many copies of one text, and the apparatus of one large story. */
import { type ReportId, readArticle } from "../src/article/index.ts"
import { compareStrings, randomOf } from "../src/base/index.ts"
import { collateStory, collateTexts } from "../src/collation/index.ts"
import { readReport } from "../src/language/index.ts"
import { finishStory, reuseReportOfAnalysed } from "../src/pipeline/index.ts"
import { traceLineage } from "../src/reuse/index.ts"
import { type Story, storyIdOf } from "../src/story/index.ts"
import { collatexPeers, peerTime } from "./collatex.ts"
import { generateStories } from "./generated-stories.ts"
import { logLogSlope, peakMemoryMiB, printRow, timeRuns } from "./timing.ts"

const wordsPerWitness = 1_000
const changed = 0.03
const formCount = 4_000

/**
 * Copies of a text in which a word in 33 is replaced. Words as in a language, of which a few are very common (Zipf's
 * law), or drawn evenly: then nearly every word stands once, which is the easiest there is.
 */
function copies(
  count: number,
  { even }: { readonly even: boolean },
): readonly { readonly id: string; readonly text: string }[] {
  const random = randomOf(11)
  const word = (): string => `w${even ? random.below(formCount) : Math.floor(formCount ** random.next())}`
  const original = Array.from({ length: wordsPerWitness }, word)
  return Array.from({ length: count }, (_, at) => ({
    id: `w${at}`,
    text: original.map((own) => (random.next() < changed ? word() : own)).join(" "),
  }))
}

/** A peer that has ended no run after so many seconds is given up. */
const secondsMax = 120

function benchTables(): void {
  const peers = collatexPeers()
  for (const { name, command, missing } of peers)
    if (command === null) printRow(name, { [missing]: "not here:" })
  for (const [count, even] of [
    [10, true],
    [10, false],
    [50, false],
    [500, false],
  ] as const) {
    const witnesses = copies(count, { even })
    const { min, median, max } = timeRuns(count > 100 ? 2 : 60, () => collateTexts(witnesses))
    const name = `${count} witnesses, ${even ? "even words" : "words as in a language"}`
    printRow(name, { "ms, the least": min, ms: median, spread: `${Math.round(min)}–${Math.round(max)} ms` })
    for (const peer of peers) {
      if (peer.command === null) continue
      const time = peerTime(peer, witnesses, { secondsMax })
      const told = time === null ? `no run ended in ${secondsMax} s` : `${Math.round(time)} ms, the least`
      printRow(`  ${peer.name}`, { [told]: "", ...(time === null ? {} : { "times as long": time / min }) })
    }
  }
}

/** One story of many reports: its apparatus, and its whole record with strangers, demands, timeline and edits. */
function benchStory(): void {
  const points = [100, 300, 1_000, 10_000].map((size) => {
    const reports = Array.from(
      generateStories({ stories: 1, reportsPerStory: size, seed: 5 }),
      ({ id, text }) => {
        const source = { kind: "file", name: id, member: null, sha256: id, capturedAt: null } as const
        const document = { id, source, content: { kind: "text", text, markdown: false } } as const
        const article = readArticle(document, { id: id as ReportId, explain: false })
        return { article, analysis: readReport(article, { explain: false }) }
      },
    ).sort((a, b) => compareStrings(a.article.id, b.article.id))
    const lineage = traceLineage(reports.map(reuseReportOfAnalysed))
    const ids = reports.map(({ article }) => article.id)
    const story: Story = { id: storyIdOf(ids), title: null, reports: ids, from: null, to: null, reasons: [] }
    const apparatus = timeRuns(1, () => collateStory(reports, lineage, []))
    const whole = timeRuns(1, () => finishStory({ story, reports, lineage, pages: [], versions: [] }))
    printRow(`a story of ${size} reports`, { "ms, apparatus": apparatus.median, "ms, record": whole.median })
    return { size, cost: whole.median }
  })
  printRow("growth", { slope: logLogSlope(points), "MiB at the most": peakMemoryMiB() })
}

benchTables()
benchStory()
