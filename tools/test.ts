/**
 * `npm test`: everything that can be tested on this machine. Ends with the line `N passed, N failed, N skipped`.
 *
 * What the tests need from the machine is installed where `CI` is set, and otherwise named.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { provide } from "./provide.ts"
import { runStep } from "./run-step.ts"
import { root } from "./source-tree.ts"

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
}

const counts = { passed: 0, failed: 0, skipped: 0 }
for (const lack of await provide(process.env.CI !== undefined)) console.log(lack)

await countStep("types", "tsc", ["-p", "."])
await countStep("types in the browser", "tsc", ["-p", "src/web/islands"])
await countStep("lint and format", "biome", ["check", "."])
await runVitest()
await countStep("the published package", process.execPath, ["tools/check-package.ts"])

mkdirSync(join(root, "out"), { recursive: true })
writeFileSync(join(root, "out", "test-counts.json"), JSON.stringify(counts))
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed > 0 ? 1 : 0

async function countStep(name: string, program: string, words: readonly string[]): Promise<void> {
  const { status, output } = await runStep(program, words, { quiet: true })
  if (status === 0) counts.passed++
  else {
    counts.failed++
    console.log(`${name} failed:\n${output.slice(-8000)}`)
  }
}

/** A test file that does not load counts as one failure, since its tests never ran. */
async function runVitest(): Promise<void> {
  const reportPath = join(root, "out", "vitest.json")
  const { status } = await runStep("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reportPath}`,
  ])
  const report: VitestReport = JSON.parse(readFileSync(reportPath, "utf8"))
  counts.passed += report.numPassedTests
  counts.failed += Math.max(report.numFailedTests, status === 0 ? 0 : 1)
  counts.skipped += report.numPendingTests
}
