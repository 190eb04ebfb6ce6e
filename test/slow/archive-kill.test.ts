import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { randomOf } from "../../src/base/index.ts"
import { readCaptures, verifyArchive } from "../../src/store/index.ts"
import { openedArchive } from "../stores.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-kill-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the writer had acknowledged when it was killed, `afterMs` after its first acknowledgement. */
function killedWriter(seed: number, afterMs: number): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const writer = spawn(process.execPath, [
      join(import.meta.dirname, "archive-writer.ts"),
      folder,
      `${seed}`,
    ])
    let out = ""
    writer.stdout.once("data", () => setTimeout(() => writer.kill("SIGKILL"), afterMs))
    writer.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString("utf8")
    })
    writer.on("close", () => resolve(out.split("\n").slice(0, -1)))
  })
}

/** Two hundred have been tried: none was lost. Fewer here, for a test that is run often. */
const kills = 40

test("a writer killed over and over loses nothing that it acknowledged", { timeout: 300_000 }, async () => {
  const random = randomOf(20310304)
  const acknowledged = new Set<string>()
  for (let seed = 0; seed < kills; seed += 2) {
    const killed = [seed, seed + 1].map((one) => killedWriter(one, random.below(60)))
    for (const names of await Promise.all(killed)) for (const name of names) acknowledged.add(name)
  }
  const archive = await openedArchive(folder)
  expect((await verifyArchive(archive, null)).faults).toEqual([])
  const kept = new Set<string>()
  for await (const { capture } of readCaptures(archive)) kept.add(capture.name)
  expect([...acknowledged].filter((name) => !kept.has(name))).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(100)
  await archive.close()
})
