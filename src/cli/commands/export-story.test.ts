import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { bridgeRecord } from "../../../test/records/bridge-record.ts"
import { runCommand } from "../../../test/run-command.ts"
import { textLevels } from "../../api/index.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-export-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [first] = bridgeRecord.stories
const second = { ...first!, id: "second", title: "Another bridge", reports: [] }
writeFileSync(join(folder, "record.json"), JSON.stringify(bridgeRecord))
writeFileSync(join(folder, "two.json"), JSON.stringify({ ...bridgeRecord, stories: [first, second] }))

const run = (...words: string[]) => runCommand(words, { folder })

test.each(textLevels)(
  "a dossier of level %s is written, says its level, and verify finds it whole",
  async (text) => {
    expect(await run("export", "record.json", "--dossier", text, "--text", text)).toMatchObject({ status: 0 })
    const manifest = JSON.parse(readFileSync(join(folder, text, "manifest.json"), "utf8"))
    expect(manifest).toMatchObject({ text, story: first!.id, date: "2031-03-06T10:00:00Z" })
    const checked = await run("verify", text)
    expect(checked).toMatchObject({
      status: 0,
      out: expect.stringMatching(/every citation stands[\s\S]*as it was written[\s\S]*cited sentences hold/),
    })
    expect(/0 cited sentences hold .*\d+ are left out/.test(checked.out)).toBe(text === "offsets")
  },
)

test("verify finds a sentence that was put in the place of the one that was read, new hashes of the files or not", async () => {
  await run("export", "record.json", "--dossier", "forged")
  const path = join(folder, "forged", "record.json")
  writeFileSync(path, readFileSync(path, "utf8").replaceAll("43 cracks", "44 cracks"))
  expect(await run("verify", "forged")).toMatchObject({
    status: 5,
    out: expect.stringMatching(
      /record\.json: was changed[\s\S]*MOR1, 0 to \d+: the sentence is not the one that was read/,
    ),
  })
})

test("a story is named by its id, a siglum or words of its title; else the stories are listed", async () => {
  for (const name of [["second"], ["another", "bridge"], ["Another"]])
    expect(await run("export", "two.json", ...name, "--format", "csl")).toMatchObject({
      status: 0,
      out: "[]\n",
    })
  expect(await run("export", "two.json", "LOR1", "--format", "ris")).toMatchObject({
    status: 0,
    out: expect.stringContaining("ID  - LOR1"),
  })
  for (const name of [[], ["bridge"], ["nothing"]])
    expect(await run("export", "two.json", ...name, "--format", "ris")).toMatchObject({
      status: 2,
      err: expect.stringContaining("second  Another bridge"),
    })
})

test("the one file and a format go where they are told", async () => {
  expect(
    await run("export", "record.json", "--one-file", "one.html", "--format", "gexf", "--out", "a.gexf"),
  ).toMatchObject({ status: 0, out: "" })
  expect(readFileSync(join(folder, "one.html"), "utf8")).toContain("<!doctype html>")
  expect(existsSync(join(folder, "a.gexf"))).toBe(true)
})

test.each([
  [["--dossier", "x", "--text", "some"], /--text takes one of quoted, full, offsets/],
  [["--format", "word"], /--format takes one of csv, tei/],
  [["--text", "full"], /say what to write/],
  [["--out", "x"], /say what to write/],
])("export record.json %j is turned away", async (words, error) => {
  expect(await run("export", "record.json", ...words)).toMatchObject({
    status: 2,
    err: expect.stringMatching(error),
  })
})
