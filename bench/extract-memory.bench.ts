/**
 * One process over very many pages: the labelled ones again and again, each time a little different, so that nothing
 * remembered helps. Memory is flat when the last rows are like the first. `VARIORUM_PAGES` sets how many.
 */
import { randomOf } from "../src/base/index.ts"
import { extractors } from "./extractors.ts"
import { labelledPages } from "./labelled-pages.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const count = Number(process.env.VARIORUM_PAGES ?? 100_000)
const every = count / 10
const pages = labelledPages()
const extract = await extractors["ours: text and metadata"]!()
const random = randomOf(20310304)
let start = process.cpuUsage()
for (let n = 1; n <= count; n++) {
  await extract(mutated(pages[n % pages.length]!.html, n))
  if (n % every !== 0) continue
  const { user, system } = process.cpuUsage(start)
  start = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  printRow(`${n} pages`, {
    "MiB resident": rss / (1 << 20),
    "MiB at most": peakMemoryMiB(),
    "MiB of heap": heapUsed / (1 << 20),
    "pages/s": every / ((user + system) / 1e6),
  })
}

/** `html` with a number put in at three places. */
function mutated(html: string, n: number): string {
  let page = html
  for (let times = 0; times < 3; times++) {
    const at = random.below(page.length)
    page = `${page.slice(0, at)}${n}${page.slice(at)}`
  }
  return page
}
