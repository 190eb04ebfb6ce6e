import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { generateStories } from "../../bench/generated-stories.ts"
import { decodeReuseReport, lineageLines } from "../api/index.ts"
import { traceLineage } from "../reuse/index.ts"
import { openKeptIndex } from "./kept-index.ts"
import { lineageWithIndex } from "./lineage-in-workers.ts"

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "variorum-index-test-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reports = [...generateStories({ stories: 22, reportsPerStory: 6, seed: 11 })].map((report, i, all) => ({
  ...report,
  text: i % 9 === 8 ? all[i - 5]!.text.slice(0, 800) : report.text.slice(0, 800),
}))

async function* bytesOf(lines: readonly object[]): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(""))
}

async function add(lines: readonly object[]): Promise<readonly string[]> {
  const index = openKeptIndex(folder)
  if (!index.ok) throw new Error(index.error)
  const options = { threads: 1, batchBytesMin: 20_000 }
  const { lineage, failures } = await lineageWithIndex(bytesOf(lines), index.value, options)
  index.value.close()
  return [
    ...failures.map(({ error }) => error.kind),
    ...[...lineageLines(lineage)].map((line) => JSON.stringify(line)),
  ]
}

test("law: what is added to an index is compared as if all came at once", async () => {
  const whole = traceLineage(
    reports.map((report) => {
      const decoded = decodeReuseReport(report)
      if (!decoded.ok) throw new Error(decoded.error.message)
      return decoded.value
    }),
  )
  const early = new Set(reports.filter((_, i) => i % 3 !== 1).map(({ id }) => id))
  await add(reports.filter(({ id }) => early.has(id)))
  const printed = await add([...reports.filter(({ id }) => !early.has(id)), reports[0]!])
  const late = (id: string): boolean => !early.has(id)
  const expected = [
    ...lineageLines({
      ...whole,
      links: whole.links.filter(({ a, b }) => late(a) || late(b)),
      texts: whole.texts.filter(({ members }) => members.some(late)),
      rewrites: [],
    }),
  ].map((line) => JSON.stringify(line))
  expect(printed[0]).toBe("duplicate-id")
  expect(printed.slice(1).join("\n") === expected.join("\n")).toBe(true)
})

test("a damaged index is named, whatever is damaged", () => {
  const file = join(folder, "index.bin")
  const sound = readFileSync(file)
  const body = sound.indexOf(10) + 1
  const check = (bytes: Uint8Array, reason: string): void => {
    writeFileSync(file, bytes)
    const opened = openKeptIndex(folder)
    expect(opened.ok ? "" : opened.error).toContain(reason)
  }
  check(new Uint8Array(0), "no index of this version")
  check(sound.subarray(0, body - 4), "no index of this version")
  check(sound.subarray(0, sound.length - 1), "cut off")
  check(Buffer.concat([sound, sound]), "longer")
  const flipped = Buffer.from(sound)
  flipped[body + 3]! ^= 1
  check(flipped, "checksum")
  writeFileSync(file, sound)
  const lines = readFileSync(join(folder, "reports.jsonl"))
  writeFileSync(join(folder, "reports.jsonl"), lines.subarray(0, -1))
  check(sound, "reports beside it")
})
