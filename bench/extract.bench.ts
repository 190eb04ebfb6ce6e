/**
 * Pages to articles: ours, text and metadata, beside the rivals that install from npm, text alone, in one process
 * and one run. Pages are the labelled set beside the checkout where it is there, else pages written here.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { Readability } from "@mozilla/readability"
import { Readability as SmoothieReadability } from "dom-smoothie-js"
import { Parser } from "htmlparser2"
import { parseHTML } from "linkedom"
import { type ReportId, readArticle } from "../src/article/index.ts"
import { parsePage } from "../src/article/page/parse-page.ts"
import { root } from "../tools/source-tree.ts"
import { peakMemoryMiB, printRow, timeRuns } from "./timing.ts"

const shared = process.env.VARIORUM_SHARED ?? join(root, "..", "shared")
const folder = join(shared, "data/extract-aeb/html")
const pages = existsSync(folder)
  ? readdirSync(folder)
      .sort()
      .map((file) => gunzipSync(readFileSync(join(folder, file))).toString("utf8"))
  : Array.from({ length: 200 }, (_, n) => writtenPage(n))
const megabytes = pages.reduce((sum, page) => sum + page.length, 0) / 1e6
console.log(`${pages.length} pages, ${Math.round(megabytes)} MB`)

const ours = run("ours: text and metadata", 5, (html) => extract(html).text.length)
run("ours: the tree alone", 5, (html) => parsePage(html).root.children.length)
run("htmlparser2: events alone", 3, (html) => {
  let count = 0
  new Parser({ onopentag: () => count++ }).end(html)
  return count
})
const smoothie = run("dom-smoothie-js: text alone", 1, (html) => {
  const reader = new SmoothieReadability(html, "https://gazette.example/", {})
  try {
    return reader.parse().text_content.length
  } finally {
    reader.free()
  }
})
const readability = run("readability + linkedom: text alone", 1, (html) => {
  const { document } = parseHTML(html)
  return new Readability(document).parse()?.textContent?.length ?? 0
})
printRow("ours against dom-smoothie-js", { "times as fast": smoothie / ours })
printRow("ours against readability", { "times as fast": readability / ours })
memoryOverManyPages()

function extract(html: string) {
  const source = { kind: "url", name: "-", member: null, sha256: "", capturedAt: null } as const
  return readArticle(
    { id: "1", source, content: { kind: "html", html, url: null } },
    { id: "1" as ReportId, explain: false },
  )
}

/** Prints pages a second and gives the milliseconds of the fastest run. */
function run(name: string, runs: number, work: (html: string) => number): number {
  let failures = 0
  const { min, max } = timeRuns(runs, () => {
    failures = 0
    for (const page of pages) {
      try {
        work(page)
      } catch {
        failures++
      }
    }
  })
  printRow(name, {
    "pages/s": (pages.length / min) * 1000,
    "MB/s": (megabytes / min) * 1000,
    "slowest run, pages/s": (pages.length / max) * 1000,
    "pages failed": failures,
  })
  return min
}

/** The heap after the first and after the last of many passes: the same when nothing is kept. */
function memoryOverManyPages(): void {
  const heapMiB = (): number => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed / (1 << 20)
  }
  for (const page of pages) extract(page)
  const first = heapMiB()
  const passes = 10
  for (let pass = 0; pass < passes; pass++) for (const page of pages) extract(page)
  printRow("heap after one pass and after eleven", {
    "MiB before": first,
    "MiB after": heapMiB(),
    "peak MiB, rivals included": peakMemoryMiB(),
  })
}

function writtenPage(n: number): string {
  const paragraph = `<p>The ferry of line ${n} stopped in the sound on Tuesday evening, and its passengers, who had been told nothing, spent the night aboard.</p>`
  const links = Array.from(
    { length: 60 },
    (_, i) => `<li><a class="nav-item" href="/${i}">News of the harbour ${i}</a></li>`,
  )
  return `<!doctype html><html lang="en"><head><title>Ferry ${n} adrift</title></head><body><nav><ul>${links.join("")}</ul></nav><article><h1>Ferry ${n} adrift</h1><p class="byline">By Mia Holm</p>${paragraph.repeat(20)}</article><footer>© The Sound Gazette</footer></body></html>`
}
