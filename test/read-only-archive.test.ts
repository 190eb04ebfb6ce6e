import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { toolName } from "../src/cli/archive-record.ts"
import { PoliteFetcher } from "../src/net/index.ts"
import { ArchiveDesk, createServer } from "../src/server/index.ts"
import { openArchive } from "../src/store/index.ts"
import { type CommandOutcome, runCommand } from "./run-command.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-readable-"))
const kept = join(folder, "kept")
/** For root no folder is read-only: another user then. */
const nobody = 65_534

/** Runs `work` as somebody who may read the archive and not write to it. */
async function asReader<Value>(work: () => Promise<Value>): Promise<Value> {
  for (const file of readdirSync(kept)) chmodSync(join(kept, file), 0o444)
  chmodSync(kept, 0o555)
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(nobody)
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
    chmodSync(kept, 0o755)
    for (const file of readdirSync(kept)) chmodSync(join(kept, file), 0o644)
  }
}

const run = (...words: string[]): Promise<CommandOutcome> => runCommand(words, { folder })
const read = (...words: string[]): Promise<CommandOutcome> => asReader(() => run(...words))

beforeAll(async () => {
  chmodSync(folder, 0o777)
  writeFileSync(join(folder, "a.txt"), "The ferry Lantern came in at noon.")
  writeFileSync(join(folder, "b.txt"), "The ferry Lantern went out again.")
  await run("add", "a.txt", "--archive", kept)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("what only reads works in a folder that may not be written to, and leaves nothing there", async () => {
  expect(await read("verify", kept)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^1 captures, every hash holds/),
  })
  expect(await read("record", kept, "--json", "--quiet")).toMatchObject({
    status: 0,
    out: expect.stringContaining("came in at noon"),
  })
  expect(await read("search", "lantern", "--archive", kept)).toMatchObject({ status: 0, err: "" })
  expect(await read("show", "--archive", kept)).toMatchObject({ status: 0, err: "" })
  expect(await read("export", kept, "--to", "kept.jsonl.gz")).toMatchObject({ status: 0 })
  expect(readdirSync(kept)).toEqual(["archive.db"])
})

test("what writes is refused with what to do", async () => {
  const lines = [
    await read("add", "b.txt", "--archive", kept),
    await read("remove", "a.txt", "--reason", "asked for", "--by", "ann", "--archive", kept),
  ].map(({ status, err }) => [status, err.replaceAll(kept, "KEPT")])
  for (const [status, err] of lines) {
    expect(status).toBe(1)
    expect(err).toMatch(/KEPT cannot be (used|opened): .*may not be written to; /)
  }
})

test("a record that is behind is told as such, and made anew where all of it is asked for", async () => {
  await run("add", "b.txt", "--archive", kept, "--captures-only")
  expect(await read("search", "again", "--archive", kept)).toMatchObject({
    status: 4,
    err: `The archive ${kept} may not be written to: what its record does not hold yet is left out.\n`,
  })
  const whole = await read("record", kept, "--json", "--quiet")
  expect(JSON.parse(whole.out).reports).toHaveLength(2)
})

test("what another has just written is read too", async () => {
  const writing = await openArchive(kept, true)
  if (!writing.ok) throw new Error(writing.error)
  await run("add", "b.txt", "--archive", kept)
  const seen = await read("search", "again", "--archive", kept)
  await writing.value.close()
  expect(seen).toMatchObject({ status: 0, err: "" })
})

test("serving it shows its stories, offers nothing that writes, says so, and follows what others write", async () => {
  const opened = await asReader(() =>
    ArchiveDesk.open({
      location: kept,
      tool: toolName(),
      fetcher: new PoliteFetcher(),
      isLive: true,
      isThreaded: false,
    }),
  )
  if (!opened.ok) throw new Error(opened.error)
  const desk = opened.value
  const app = createServer(desk.pages, { assets: [] })
  const page = (path: string) =>
    asReader(async () => (await app.request(path, { headers: { host: "localhost" } })).text())
  expect(desk.readOnly).toBe(true)
  const library = await page("/")
  expect(library).toContain("This archive may only be read here")
  expect(library).not.toMatch(/<form[^>]* method="post"/)
  expect(await page("/search?q=lantern")).toContain("came in at noon")
  expect(await page("/search?q=crew")).not.toContain("was asleep")
  writeFileSync(join(folder, "c.txt"), "The crew of the ferry Lantern was asleep.")
  await run("add", "c.txt", "--archive", kept)
  expect(await page("/search?q=crew")).toContain("was asleep")
  await desk.close()
  expect(readdirSync(kept)).toEqual(["archive.db"])
})
