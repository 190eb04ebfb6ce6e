import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, expect, test } from "vitest"
import { runCommand } from "../../../test/run-command.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-cli-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, "a.html"), "<h1>Ferry</h1><p>The ferry came in.</p>")
writeFileSync(join(folder, "b.txt"), "The ferry went out.")

const run = (...words: string[]) => runCommand(words, { folder })

test("add keeps what a crawler stored as the same as a capture of the archive", async () => {
  const warc = (name: string, fields: readonly string[], answer: string): void => {
    const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${answer}`
    const lines = ["WARC/1.1", "WARC-Target-URI: https://a.example/ferry", ...fields]
    const head = [...lines, `Content-Length: ${block.length}`].join("\r\n")
    writeFileSync(join(folder, name), `${head}\r\n\r\n${block}\r\n\r\n`)
  }
  warc("day-1.warc", ["WARC-Type: response", "WARC-Date: 2031-03-04T12:05:00Z"], "<p>The ferry came in.</p>")
  const refersTo = [
    "WARC-Refers-To-Target-URI: https://a.example/ferry",
    "WARC-Refers-To-Date: 2031-03-04T12:05:00Z",
  ]
  warc("day-2.warc", ["WARC-Type: revisit", "WARC-Date: 2031-03-05T12:05:00Z", ...refersTo], "")
  const gap =
    "https://a.example/ferry: is stored with a capture that is not here (it repeats it at 2031-03-04T12:05:00Z); give the file that holds that one too\n"
  expect(await run("add", "day-2.warc", "--archive", "days")).toMatchObject({
    status: 4,
    err: expect.stringContaining(gap),
  })
  await run("add", "day-1.warc", "--archive", "days")
  const { status, out } = await run("add", "day-2.warc", "--archive", "days", "--json")
  const { sha256 } = JSON.parse((await run("add", "day-1.warc", "--archive", "days", "--json")).out)
  const name = "https://a.example/ferry"
  expect([status, JSON.parse(out)]).toEqual([
    0,
    { seq: 2, name, sha256, capturedAt: "2031-03-05T12:05:00Z", new: true },
  ])
})

test("add keeps captures once, and says what it kept", async () => {
  expect(await run("add", "a.html", "b.txt", "--archive", "kept")).toMatchObject({
    status: 0,
    out: expect.stringMatching(
      /^2 captures kept, 0 there already\.\nThe head of the archive is now [0-9a-f]{64}\n$/,
    ),
  })
  const again = await run("add", "a.html", "gone.html", "--archive", "kept", "--json")
  expect(again).toMatchObject({ status: 3, err: "gone.html: was not found; check the name\n" })
  expect(JSON.parse(again.out)).toMatchObject({ seq: 1, name: "a.html", new: false })
  expect(await run("add", "gone.html", "--archive", "kept")).toMatchObject({ status: 4 })
  expect(await run("add", "a.html")).toMatchObject({ status: 2 })
  expect(await run("add", "a.html", "--archive", "a.html")).toMatchObject({
    status: 1,
    err: expect.stringMatching(/^variorum add: the archive .* cannot be opened: /),
  })
})

test("verify holds an archive to its hashes and to a head noted earlier", async () => {
  await run("add", "a.html", "--archive", "proved")
  const { out } = await run("verify", "proved")
  const head = /[0-9a-f]{64}/.exec(out)![0]
  await run("add", "b.txt", "--archive", "proved")
  expect(await run("verify", "proved", "--head", head)).toMatchObject({ status: 0 })
  expect(await run("verify", "proved", "--head", "0".repeat(64))).toMatchObject({ status: 5 })
  const database = new DatabaseSync(join(folder, "proved", "archive.db"))
  database.exec(
    "UPDATE blob SET coding = 'none', bytes = x'00' WHERE sha256 = (SELECT sha256 FROM capture WHERE seq = 1)",
  )
  database.close()
  expect(await run("verify", "proved")).toMatchObject({
    status: 5,
    out: "capture 1 (a.html): its bytes were changed\n",
  })
})

test("an archive comes back out of its export, and the same one gives the same file", async () => {
  await run("add", "a.html", "b.txt", "--archive", "whole")
  expect(await run("export", "whole", "--warc", "one.warc.gz")).toMatchObject({
    status: 0,
    out: "2 captures written to one.warc.gz\n",
  })
  await run("export", "whole", "--warc", "two.warc.gz")
  expect(readFileSync(join(folder, "two.warc.gz")).equals(readFileSync(join(folder, "one.warc.gz")))).toBe(
    true,
  )
  expect(await run("export", "nowhere", "--warc", "x")).toMatchObject({ status: 1 })
})

test("what is removed is in no record any more, and verify says why", async () => {
  await run("add", "a.html", "b.txt", "--archive", "lessened")
  const told = await run("remove", "a.html", "--archive", "lessened", "--reason", "asked for", "--by", "ann")
  expect(told).toMatchObject({ status: 0, out: "1 captures removed.\n" })
  const { out } = await run("record", "lessened", "--json")
  expect(JSON.parse(out).reports.map(({ text }: { text: string }) => text)).toEqual(["The ferry went out."])
  expect(await run("verify", "lessened")).toMatchObject({
    status: 0,
    out: expect.stringMatching(
      /^capture 1 \(a\.html\) was removed on \S+ by ann because asked for\n2 captures, /,
    ),
  })
  expect(await run("remove", "a.html", "--archive", "lessened", "--reason", "x")).toMatchObject({ status: 4 })
})

test("a whole archive goes into a file and out of it with the same head", async () => {
  await run("add", "a.html", "b.txt", "--archive", "carried")
  expect(await run("export", "carried", "--to", "carried.jsonl.gz")).toMatchObject({ status: 0 })
  const taken = await run("import", "carried.jsonl.gz", "--archive", "arrived")
  expect(taken).toMatchObject({ status: 0, out: expect.stringContaining("2 captures taken in.") })
  const head = /[0-9a-f]{64}/.exec(taken.out)![0]
  expect(await run("verify", "carried", "--head", head)).toMatchObject({ status: 0 })
  expect(await run("verify", "arrived", "--head", head)).toMatchObject({ status: 0 })
  writeFileSync(join(folder, "short.gz"), readFileSync(join(folder, "carried.jsonl.gz")).subarray(0, 200))
  expect(await run("import", "short.gz", "--archive", "short")).toMatchObject({ status: 5 })
  expect(await run("export", "carried")).toMatchObject({ status: 2 })
})

test("verify holds a record to its texts", async () => {
  const text = "The ferry came in."
  const report = {
    ...{ id: "r", siglum: "A", source: { file: "a", address: null, sha256: "", capturedAt: null } },
    ...{
      versionOf: null,
      title: null,
      bylines: [],
      published: null,
      modified: null,
      outlet: null,
      language: null,
    },
    ...{ text, sentences: [{ start: 0, end: text.length }], furniture: [], strangers: [] },
  }
  const record = {
    format: "variorum-record/1",
    made: { tool: "variorum 0", options: {}, inputs: [] },
    ...{ reports: [report], stories: [], gaps: [] },
  }
  writeFileSync(join(folder, "good.json"), JSON.stringify(record))
  const bad = { ...record, reports: [{ ...report, sentences: [{ start: 0, end: 99 }] }] }
  writeFileSync(join(folder, "bad.json"), JSON.stringify(bad))
  expect(await run("verify", "good.json")).toMatchObject({ status: 0 })
  expect(await run("verify", "bad.json")).toMatchObject({
    status: 5,
    out: "report A cites 0 to 99 of r, whose text has 18 characters\n",
  })
  expect(await run("verify", "b.txt")).toMatchObject({ status: 5 })
  expect(await run("verify", "gone.json")).toMatchObject({ status: 1 })
})

test("an address that is too long is neither watched nor noted, and that is said", async () => {
  const long = `https://a.example/${"é".repeat(1_000)}`
  const told = `${long.slice(0, 60)}… has 2018 bytes, and an address may have 2000\n`
  expect(await run("watch", long, "--archive", "long", "--once")).toMatchObject({
    status: 2,
    err: `variorum watch: not watched: ${told}`,
  })
  expect(await run("add", long, "--later", "--archive", "long")).toMatchObject({
    status: 2,
    err: `variorum add: ${told}`,
  })
})
