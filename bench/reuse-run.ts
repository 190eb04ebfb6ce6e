/**
 * The command `reuse` in a process of its own, on what comes to standard input; what it took goes to standard error as a
 * line of JSON, counted from the first byte: starting the program is no part of it.
 */
import { processIo } from "../src/cli/io.ts"
import { runProgram } from "../src/cli/program.ts"

const start = performance.now()
const before = process.cpuUsage()
await runProgram(["reuse", ...process.argv.slice(2)], processIo(), "bench")
const { user, system } = process.cpuUsage(before)
const taken = {
  wallMs: performance.now() - start,
  cpuMs: (user + system) / 1_000,
  peakMiB: process.resourceUsage().maxRSS / 1_024,
}
process.stderr.write(`${JSON.stringify(taken)}\n`)
