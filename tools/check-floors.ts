/**
 * The last step of a continuous build: the record of the labelled story, and every quality measure, held against the
 * pinned floors. Adds its counts to those of the tests and ends with the line `N passed, N failed`.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { runStep } from "./run-step.ts"
import { root } from "./source-tree.ts"

const story = join(root, "..", "shared", "stories", "microsoft-ice-2018")
const counts: { passed: number; failed: number } = JSON.parse(
  readFileSync(join(root, "out", "test-counts.json"), "utf8"),
)

if (existsSync(story)) {
  const main = join(root, "dist", "src", "cli", "main.js")
  const recorded = await runStep(process.execPath, [main, "record", story])
  count("the record of the labelled story", recorded.status === 0)
} else console.log("the labelled story is not beside this checkout: skipped")
const measured = await runStep(process.execPath, [join(root, "eval", "main.ts")])
const summary = /(\d+) measures held, (\d+) below their floors/.exec(measured.output)
counts.passed += Number(summary?.[1] ?? 0)
counts.failed += summary === null ? 1 : Number(summary[2])
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed > 0 ? 1 : 0

function count(name: string, held: boolean): void {
  if (held) counts.passed++
  else counts.failed++
  if (!held) console.log(`${name}: failed`)
}
