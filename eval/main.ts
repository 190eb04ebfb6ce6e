/**
 * Runs the quality measures and holds each against its pinned floor.
 *
 * usage: node eval/main.ts [NAME...] [--pin]
 *
 * NAME picks the measures whose name begins so; none runs all. `--pin` raises the floors of what was run to today's
 * figures and never lowers one: lowering is an edit of `floors.json` by hand, with its reason in the commit.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../tools/source-tree.ts"
import { belowFloor, type Figures, type Floor } from "./measure.ts"
import { measures } from "./measures.ts"

const floorsPath = join(root, "eval", "floors.json")
const sharedFolder = process.env.VARIORUM_SHARED ?? join(root, "..", "shared")
const names = process.argv.slice(2).filter((word) => !word.startsWith("--"))
const pin = process.argv.includes("--pin")
const floors: Record<string, Floor> = JSON.parse(readFileSync(floorsPath, "utf8"))

let failed = 0
let held = 0
let skipped = 0
for (const measure of measures) {
  if (names.length > 0 && !names.some((name) => measure.name.startsWith(name))) continue
  const missing = measure.needs.find((path) => !existsSync(join(sharedFolder, path)))
  if (missing !== undefined) {
    skipped++
    console.log(`${measure.name}: skipped, ${missing} is not there`)
    continue
  }
  const figures = await measure.run(sharedFolder)
  const faults = belowFloor(figures, floors[measure.name] ?? {})
  console.log(`${measure.name}${faults.length > 0 ? "  BELOW ITS FLOOR" : ""}`)
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(46)} ${round(figure)}`)
  for (const fault of faults) console.log(`  ! ${fault}`)
  if (faults.length > 0) failed++
  else held++
  if (pin) floors[measure.name] = raised(floors[measure.name] ?? {}, figures)
}
if (pin) writeFileSync(floorsPath, `${JSON.stringify(sorted(floors), null, 2)}\n`)
console.log(`${held} measures held, ${failed} below their floors, ${skipped} skipped`)
process.exitCode = failed > 0 ? 1 : 0

/** The floor's own figures brought up to today's; a figure without a floor gets none by itself. */
function raised(floor: Floor, figures: Figures): Floor {
  const atLeast = Object.fromEntries(
    Object.entries(floor.atLeast ?? {}).map(([name, least]) => [
      name,
      Math.max(least, roundDown(figures[name] ?? least)),
    ]),
  )
  const atMost = Object.fromEntries(
    Object.entries(floor.atMost ?? {}).map(([name, most]) => [name, Math.min(most, figures[name] ?? most)]),
  )
  return {
    ...(Object.keys(atLeast).length > 0 ? { atLeast } : {}),
    ...(Object.keys(atMost).length > 0 ? { atMost } : {}),
  }
}

function sorted(record: Record<string, Floor>): Record<string, Floor> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function round(figure: number): number {
  return Math.round(figure * 10_000) / 10_000
}

function roundDown(figure: number): number {
  return Math.floor(figure * 1_000) / 1_000
}
