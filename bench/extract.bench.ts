/**
 * Pages to articles: ours, text and metadata, beside the rivals, text alone, each in a process of its own over the
 * same pages, their texts rendered alike. Times are CPU times: medians of passes after one that warms up.
 */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { scoreBodies } from "../eval/body-score.ts"
import { root } from "../tools/source-tree.ts"
import { extractors, isParserAlone } from "./extractors.ts"
import { labelledPages } from "./labelled-pages.ts"
import { printRow } from "./timing.ts"

const pages = labelledPages()
const isLabelled = pages.some(({ article }) => article !== null)
console.log(
  `${pages.length} pages, ${Math.round(pages.reduce((sum, { html }) => sum + html.length, 0) / 1e6)} M characters`,
)
for (const name of Object.keys(extractors)) {
  const isOurs = name.startsWith("ours")
  const run = spawnSync(
    process.execPath,
    [join(root, "bench/extractor-run.ts"), name, isOurs || isParserAlone(name) ? "7" : "1"],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  )
  if (run.status !== 0) console.log(`${name}: did not run\n${run.stderr.slice(-600)}`)
  else printFigures(name, JSON.parse(run.stdout.trim().split("\n").at(-1)!))
}
printTrafilatura()
printFilter()

function printFigures(name: string, figures: Readonly<Record<string, number>>): void {
  const scored = isLabelled && !isParserAlone(name)
  printRow(name, {
    ...(scored ? { F1: figures.F1!.toFixed(3), exact: figures.exact!.toFixed(3) } : {}),
    "pages/s": figures.pagesPerSecond!,
    "pages/s best": figures.best!,
    worst: figures.worst!,
    "MB/s": figures.megabytesPerSecond!,
    "MiB at most": figures.peakMiB!,
    "MiB with the pages alone": figures.pagesAloneMiB!,
    "pages failed": figures.failures!,
  })
}

/** The quality rival, where this machine's Python has it; `VARIORUM_PYTHON` names another. */
function printTrafilatura(): void {
  const run = spawnSync(process.env.VARIORUM_PYTHON ?? "python3", [join(root, "bench/trafilatura-run.py")], {
    encoding: "utf8",
    input: jsonLines(pages.map(({ html }) => html)),
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) {
    console.log("trafilatura: skipped, this machine's Python does not have it")
    return
  }
  const { version, texts, pagesPerSecond, peakMiB } = JSON.parse(run.stdout.trim().split("\n").at(-1)!)
  const { F1, exact } = scoreBodies(
    pages.map(({ article }, i) => ({ found: texts[i], wanted: article ?? "" })),
  )
  printRow(`trafilatura ${version}`, {
    F1: F1.toFixed(3),
    exact: exact.toFixed(3),
    "pages/s, with metadata": pagesPerSecond,
    "MiB at most": peakMiB,
  })
}

/** The built filter over the pages as JSON Lines; with no pages its start alone, which is taken off. */
function printFilter(): void {
  const rounds = 4
  const lines = jsonLines(pages.map(({ html }, id) => ({ id, html }))).repeat(rounds)
  const start = filterRun("")
  const whole = filterRun(lines)
  printRow("ours: variorum extract, JSON Lines", {
    "pages/s": (pages.length * rounds) / (whole.seconds - start.seconds),
    "seconds to start": start.seconds,
    "MiB at most": whole.peakMiB,
    "MiB of the start": start.peakMiB,
  })
}

function filterRun(input: string): { readonly seconds: number; readonly peakMiB: number } {
  const script = `
    process.on("exit", () => {
      const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
      process.stderr.write(JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 }))
    })
    process.argv.splice(1, 0, "variorum")
    await import(${JSON.stringify(join(root, "dist/src/cli/main.js"))})`
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script, "extract"], {
    encoding: "utf8",
    input,
    maxBuffer: 1 << 28,
  })
  return JSON.parse(run.stderr.trim().split("\n").at(-1)!)
}

function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("")
}
