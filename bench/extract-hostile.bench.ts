/**
 * Hostile pages of the greatest size that is read whole, each in a process of its own: CPU seconds and the peak of
 * memory, of which a bare process has some already. Two seconds and 512 MiB are the promise.
 */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { hostilePages } from "../test/hostile-pages.ts"
import { readHtml } from "../test/read-html.ts"
import { root } from "../tools/source-tree.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

const size = 8_300_000
const name = process.argv[2]

if (name === undefined) {
  for (const { name } of [{ name: "nothing" }, ...hostilePages]) {
    const script = join(root, "bench/extract-hostile.bench.ts")
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, name], { encoding: "utf8" })
    console.log(status === 0 ? stdout.trimEnd() : `${name}: failed ${stderr.slice(-300)}`)
  }
} else {
  const html = hostilePages.find((page) => page.name === name)?.html(size) ?? ""
  const start = process.cpuUsage()
  const { text, shortfalls } = readHtml(html)
  const { user, system } = process.cpuUsage(start)
  printRow(name, {
    s: (user + system) / 1e6,
    "MiB at most": peakMemoryMiB(),
    "characters read": text.length,
    why: shortfalls.map(({ kind }) => kind).join(", ") || "-",
  })
}
