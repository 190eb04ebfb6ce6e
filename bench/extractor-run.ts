/**
 * One extractor over the labelled pages in a process of its own: its figures as one line of JSON.
 *
 * usage: node bench/extractor-run.ts NAME PASSES
 */
import { scoreBodies } from "../eval/body-score.ts"
import { type Extractor, extractors } from "./extractors.ts"
import { labelledPages } from "./labelled-pages.ts"
import { peakMemoryMiB } from "./timing.ts"

const [name = "", passes = "1"] = process.argv.slice(2)
const pages = labelledPages()
const before = peakMemoryMiB()
const extract = await extractors[name]!()
let failures = 0
const texts: string[] = []
for (const { html } of pages) texts.push(await attempt(extract, html))
const times: number[] = []
for (let pass = 0; pass < Number(passes); pass++) {
  const start = process.cpuUsage()
  for (const { html } of pages) await attempt(extract, html)
  const { user, system } = process.cpuUsage(start)
  times.push((user + system) / 1e6)
}
times.sort((a, b) => a - b)
const peakMiB = peakMemoryMiB()
const { F1, exact } = scoreBodies(
  pages.map(({ article }, i) => ({ found: texts[i]!, wanted: article ?? "" })),
)
console.log(
  JSON.stringify({
    F1,
    exact,
    pagesPerSecond: pages.length / times[times.length >> 1]!,
    best: pages.length / times[0]!,
    worst: pages.length / times.at(-1)!,
    megabytesPerSecond:
      pages.reduce((sum, { html }) => sum + html.length, 0) / 1e6 / times[times.length >> 1]!,
    peakMiB,
    pagesAloneMiB: before,
    failures: failures / (times.length + 1),
  }),
)

async function attempt(extract: Extractor, html: string): Promise<string> {
  try {
    return await extract(html)
  } catch {
    failures++
    return ""
  }
}
