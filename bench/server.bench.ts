/**
 * The server as it is started by hand, in a process of its own, asked at a fixed rate: from its first moment, then once
 * more, then each kind of page by itself. `RATE` a second for `SECONDS`, `SIZES` the reports of the story.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { Agent } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { drawRecord } from "../test/records/drawn-record.ts"
import { ask, benchRate, perSecond, seconds, startServer } from "./request-rate.ts"
import { printRow } from "./timing.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
const sizes = (process.env.SIZES ?? "40,800").split(",").map(Number)
const sections = [
  "",
  "/statements",
  "/figures",
  "/reports",
  "/lineage",
  "/timeline",
  "/history",
  "/asks",
  "/gaps",
]

for (const reports of sizes) {
  const file = join(folder, `record-${reports}.json`)
  writeFileSync(file, JSON.stringify(drawRecord(reports)))
  const server = await startServer(file)
  const mix = mixOf(reports)
  console.log(`story of ${reports} reports: ${mix.length} addresses in turn`)
  await benchRate("  first round, from the first moment", server, mix)
  await benchRate("  second round", server, mix)
  await benchKinds(server, reports)
  server.child.kill()
}
rmSync(folder, { recursive: true })

/**
 * What readers do who each open the story, then look at a claim and three reports: of ten requests one for a list of
 * the story, two for a statement, a figure or a comparison, seven for reports, each report and pair in its turn.
 */
function mixOf(reports: number): readonly string[] {
  const paths: string[] = []
  for (let i = 0; i < perSecond * seconds; i++) {
    const turn = Math.floor(i / 10)
    const report = 1 + ((i * 7) % reports)
    if (i % 10 === 0) paths.push(`s/drawn${sections[turn % sections.length]}`)
    else if (i % 10 === 4) paths.push(turn % 8 === 7 ? "s/drawn/f/1" : `s/drawn/q/${1 + (turn % 8)}`)
    else if (i % 50 === 7) paths.push(`s/drawn/compare?base=DRA${report}&with=DRA${1 + (report % reports)}`)
    else if (i % 10 === 7) paths.push(`s/drawn/q/${1 + (turn % 8)}`)
    else paths.push(`r/DRA${report}`)
  }
  return paths
}

/** Kinds of pages by themselves, each address once at the same rate: as JSON, as CSV, searched for, compared, known. */
async function benchKinds(server: Awaited<ReturnType<typeof startServer>>, reports: number): Promise<void> {
  const numbers = Array.from({ length: Math.min(reports, 2 * perSecond) }, (_, i) => i + 1)
  const lists = sections.slice(1).map((section) => `s/drawn${section}`)
  await benchRate(
    "  .json of reports",
    server,
    numbers.map((n) => `r/DRA${n}.json`),
    { rounds: 1 },
  )
  await benchRate(
    "  .json of the story's lists, again and again",
    server,
    ["s/drawn.json", ...lists.map((at) => `${at}.json`)],
    { rounds: 50 },
  )
  await benchRate(
    "  .csv of the story's lists, again and again",
    server,
    lists.map((at) => `${at}.csv`),
    { rounds: 50 },
  )
  await benchRate(
    "  search, each its own",
    server,
    numbers.map((n) => `search?q=harbour+${n % 90}`),
    { rounds: 1 },
  )
  await benchRate(
    "  two reports compared, each pair its own",
    server,
    numbers.slice(0, 100).map((n) => `s/drawn/compare?base=DRA${n}&with=DRA${1 + ((n + 6) % reports)}`),
    { rounds: 1 },
  )
  const agent = new Agent()
  const { tag } = await ask(`${server.url}s/drawn`, {}, agent)
  agent.destroy()
  await benchRate("  what the browser has already", server, ["s/drawn"], {
    headers: { "if-none-match": tag },
  })
  if (tag === "") printRow("  the story's page has no tag", {})
}
