/** The command `reuse` on texts made to be costly: each row four times as large as the one before it, or ten times. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../tools/source-tree.ts"
import { runOnFile } from "./child-run.ts"
import { zipfText } from "./reuse-corpus.ts"
import { printRow } from "./timing.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
const file = join(folder, "reports.jsonl")

async function bench(name: string, count: number, textOf: (i: number) => string): Promise<void> {
  const descriptor = openSync(file, "w")
  let bytes = 0
  for (let i = 0; i < count; i++)
    bytes += writeSync(descriptor, `${JSON.stringify({ id: `r${i}`, text: textOf(i) })}\n`)
  closeSync(descriptor)
  const taken = await runOnFile(process.execPath, [join(root, "bench", "reuse-run.ts")], file)
  printRow(name, {
    "ms of CPU": taken.cpuMs,
    "ns a byte": (taken.cpuMs * 1e6) / bytes,
    "MiB peak": taken.peakMiB,
    "lines out": taken.lines,
  })
}

const sentence = (i: number): string =>
  `${zipfText(i + 1)
    .split(" ")
    .slice(0, 14)
    .join(" ")}.`
const common = zipfText(3).split(" ").slice(0, 60).join(" ")
try {
  for (const size of [250_000, 1_000_000])
    await bench(`one word ${size} times, twice`, 2, (i) => `${"buffalo ".repeat(size)}${i}`)
  for (const size of [10_000, 100_000]) await bench(`${size} identical reports`, size, () => zipfText(1))
  for (const size of [2_500, 10_000])
    await bench(`a pair of texts of ${size} kB`, 2, () =>
      Array.from({ length: size / 4 }, (_, i) => zipfText(i + 1)).join("\n"),
    )
  for (const size of [5_000, 20_000])
    await bench(`${size} texts with one paragraph in common`, size, (i) => `${common} ${zipfText(i + 9)}`)
  for (const size of [25_000, 100_000]) await bench(`${size} texts of one sentence`, size, sentence)
  for (const size of [10_000, 40_000])
    await bench(`${size} texts of one phrase and a number`, size, (i) => `The count was over at noon ${i}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
