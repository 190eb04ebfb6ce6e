/**
 * The record that stands in an archive, on seeded stories of five short reports: made from nothing, one report more,
 * and search. `REPORTS=1000000` sets the size; `ARCHIVE=folder` (or `postgres://…`) keeps the archive and measures it
 * again next time, each time with other reports that come late.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { type Archive, addCaptures, catchUp, workHere } from "../src/store/index.ts"
import { addedAt, lateReports, openLargeArchive, tool } from "./large-archive.ts"
import { searchRows } from "./search-queries.ts"
import { peakMemoryMiB, printRow, quantiles } from "./timing.ts"

const reports = Number(process.env.REPORTS ?? 10_000)
const late = Number(process.env.LATE ?? 200)
const location = process.env.ARCHIVE ?? mkdtempSync(join(tmpdir(), "variorum-bench-"))

try {
  const archive = await openLargeArchive(location, reports)
  if (late > 0) await benchLate(archive)
  for (const [name, figures] of await searchRows(archive)) printRow(name, figures)
  printRow("peak memory", { MiB: peakMemoryMiB() })
  await archive.close()
} finally {
  if (process.env.ARCHIVE === undefined) rmSync(location, { recursive: true, force: true })
}

/**
 * From the capture that is kept to the record that holds it: by the clock, and of the processor, to which waiting for
 * the disk and for other programs adds nothing. The first two are not counted: they make the statements ready.
 */
async function benchLate(archive: Archive): Promise<void> {
  const [last] = await archive.database.query("SELECT max(seq) AS seq FROM capture")
  const [keeping, times, cpuTimes]: number[][] = [[], [], []]
  for (const capture of lateReports(late + 2, reports, Number(last?.seq ?? 0) - reports)) {
    const before = performance.now()
    await addCaptures(archive, [capture], addedAt)
    const [kept, cpuBefore] = [performance.now(), process.cpuUsage()]
    await catchUp(archive, { tool, work: workHere })
    const cpu = process.cpuUsage(cpuBefore)
    keeping!.push(kept - before)
    times!.push(performance.now() - kept)
    cpuTimes!.push((cpu.user + cpu.system) / 1000)
  }
  printRow(`one report into ${reports}`, quantiles(times!.slice(2)))
  printRow("  of the processor", quantiles(cpuTimes!.slice(2)))
  printRow("  and keeping it first", quantiles(keeping!.slice(2)))
}
