/**
 * One process over very many pages: the labelled ones again and again, decoded from bytes each time and each time a
 * little different, so that nothing remembered helps. Memory is flat when the last rows are like the first. In a heap
 * as large as the engine likes, and in one that is held small. `VARIORUM_PAGES` sets how many pages.
 */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { randomOf } from "../src/base/index.ts"
import { root } from "../tools/source-tree.ts"
import { extractors } from "./extractors.ts"
import { labelledPages } from "./labelled-pages.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const count = Number(process.env.VARIORUM_PAGES ?? 100_000)
const rows = 10
const smallHeap = ["--max-old-space-size=96", "--max-semi-space-size=8"]

if (process.argv[2] === undefined) {
  for (const flags of [smallHeap, []]) {
    console.log(`${count} pages, ${flags.join(" ") || "without flags"}`)
    spawnSync(process.execPath, [...flags, join(root, "bench/extract-memory.bench.ts"), "run"], {
      stdio: "inherit",
    })
  }
} else {
  await readMany(labelledPages().map(({ html }) => Buffer.from(html)))
}

async function readMany(pages: readonly Buffer[]): Promise<void> {
  const extract = await extractors["ours: text and metadata"]!()
  const random = randomOf(20310304)
  let start = process.cpuUsage()
  for (let n = 1; n <= count; n++) {
    const page = pages[n % pages.length]!
    for (let change = 0; change < 3; change++) changeOneLetter(page, random.below(page.length))
    await extract(page.toString("utf8"))
    if (n % (count / rows) !== 0) continue
    const { user, system } = process.cpuUsage(start)
    start = process.cpuUsage()
    printRow(`${n} pages`, {
      "MiB resident": process.memoryUsage().rss / (1 << 20),
      "MiB at most": peakMemoryMiB(),
      "pages/s": count / rows / ((user + system) / 1e6),
    })
  }
}

/** The next small letter of the alphabet, where there is one at `at`. */
function changeOneLetter(page: Buffer, at: number): void {
  const byte = page[at]!
  if (byte >= 97 && byte <= 122) page[at] = byte === 122 ? 97 : byte + 1
}
