/**
 * Finding the changed copies of one corpus, beside what a user would pick instead: datasketch's MinHash LSH, and the npm
 * packages minhash and simhash-js. They give candidate pairs only: no passages, shares or groups. They are installed by
 * hand in a folder named by VARIORUM_RIVALS (npm packages in `node_modules`, Python with datasketch in `py`).
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../tools/source-tree.ts"
import { runOnFile, type Taken } from "./child-run.ts"
import { writeCorpus } from "./reuse-corpus.ts"
import { printRow } from "./timing.ts"

const size = 4_000

/** Each prints a line for every pair found, and what it took on standard error. */
const readReports = `
const { createInterface } = require("node:readline")
const shingles = (text) => { const w = text.split(" "); return w.slice(4).map((_, i) => w.slice(i, i + 5).join(" ")) }
async function* reports() { for await (const line of createInterface({ input: process.stdin })) yield JSON.parse(line) }
const start = performance.now(), before = process.cpuUsage()
const done = () => { const c = process.cpuUsage(before); process.stderr.write(JSON.stringify({ wallMs: performance.now() - start, cpuMs: (c.user + c.system) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024 }) + "\\n") }
`
const minhash = `${readReports}
const { Minhash, LshIndex } = require("minhash")
;(async () => {
  const index = new LshIndex({ bandSize: 4 })
  for await (const { id, text } of reports()) {
    const hash = new Minhash({ numPerm: 128, seed: 1 })
    for (const shingle of shingles(text)) hash.update(shingle)
    index.insert(id, hash)
    for (const other of index.query(hash)) if (other !== id) console.log(other, id)
  }
  done()
})()`
const simhash = `${readReports}
const near = require("simhash-js")
;(async () => {
  const [maker, seen] = [new near.SimHash({ kshingles: 4 }), []]
  for await (const { id, text } of reports()) {
    const hash = maker.hash(text)
    for (const other of seen) if (near.Comparator.hammingDistance(hash, other.hash) <= 3) console.log(other.id, id)
    seen.push({ id, hash })
  }
  done()
})()`
const datasketch = `
import sys, json, time, resource
from datasketch import MinHash, MinHashLSH
wall, cpu = time.perf_counter(), time.process_time()
lsh = MinHashLSH(threshold=0.5, num_perm=128)
for line in sys.stdin:
    report = json.loads(line)
    words = report["text"].split(" ")
    hash = MinHash(num_perm=128)
    hash.update_batch([" ".join(words[i:i + 5]).encode() for i in range(len(words) - 4)])
    for other in lsh.query(hash): print(other, report["id"])
    lsh.insert(report["id"], hash)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"wallMs": (time.perf_counter() - wall) * 1e3, "cpuMs": (time.process_time() - cpu) * 1e3, "peakMiB": peak}), file=sys.stderr)
`

const rivals = process.env.VARIORUM_RIVALS ?? ""
const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"))
const file = join(folder, "reports.jsonl")
try {
  writeCorpus(file, size)
  const ours = await runOnFile(process.execPath, [join(root, "bench", "reuse-run.ts")], file)
  row("variorum reuse", ours, ours)
  if (!existsSync(rivals)) console.log("rivals skipped: VARIORUM_RIVALS names no folder")
  else {
    process.chdir(rivals)
    row(
      "datasketch MinHash LSH, 128",
      await runOnFile(join(rivals, "py/bin/python"), ["-c", datasketch], file),
      ours,
    )
    row("npm minhash, 128", await runOnFile(process.execPath, ["-e", minhash], file), ours)
    row("npm simhash-js, all pairs", await runOnFile(process.execPath, ["-e", simhash], file), ours)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function row(name: string, { cpuMs, peakMiB, lines }: Taken, ours: Taken): void {
  printRow(`${name}, ${size} articles`, {
    "µs of CPU an article": (cpuMs * 1_000) / size,
    "times ours": cpuMs / ours.cpuMs,
    "MiB peak": peakMiB,
    "lines out": lines,
  })
}
