/**
 * Speed and memory, stage by stage, on seeded text. Each benchmark runs in a process of its own, so that its peak of
 * memory is its own.
 *
 * usage: node bench/main.ts [NAME...]
 */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { runStep } from "../tools/run-step.ts"
import { root } from "../tools/source-tree.ts"

const names = process.argv.slice(2)
const benches = readdirSync(join(root, "bench"))
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.replace(".bench.ts", ""))
  .filter((name) => names.length === 0 || names.includes(name))
  .sort()
let failed = 0
for (const name of benches) {
  console.log(`\n${name}`)
  const { status } = await runStep(process.execPath, ["--expose-gc", join(root, "bench", `${name}.bench.ts`)])
  if (status !== 0) failed++
}
process.exitCode = failed > 0 ? 1 : 0
