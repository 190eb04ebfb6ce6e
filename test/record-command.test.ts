import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import type { RecordDocument } from "../src/api/index.ts"
import { runCommand } from "./run-command.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-record-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(
  join(folder, "post.txt"),
  "Mill bridge closed after inspection\n\nBy Dana Orrin\n4 March 2031\n\nThe mill bridge was closed on Tuesday, the county said.\n\n“The bearings are worn through and we will not risk a single crossing,” said Ada Fenn, the county engineer.\n\nMore than 40 drivers were turned back.\n",
)
writeFileSync(
  join(folder, "mail.txt"),
  "County shuts mill bridge\n\nBy Iven Sole\n5 March 2031\n\nDrivers found the mill bridge shut on Tuesday.\n\n“The bearings are worn out and we will not risk a single crossing,” Ada Fenn, the county engineer, said.\n\nMore than 60 drivers were turned back.\n",
)

async function documentOf(words: readonly string[], input?: string): Promise<RecordDocument> {
  const { out } = await runCommand(["record", "--json", ...words], {
    folder,
    ...(input === undefined ? {} : { input }),
  })
  return JSON.parse(out)
}

test("the document has the fixed format, and data alone stands on standard output", async () => {
  const { status, out, err } = await runCommand(["record", "--json", "post.txt", "mail.txt"], { folder })
  expect(status).toBe(0)
  expect(JSON.parse(out).format).toBe("variorum-record/1")
  expect(err).not.toContain("{")
})

test("every span of the record cuts out text of its report", async () => {
  const { reports, stories } = await documentOf(["post.txt", "mail.txt"])
  const textById = new Map(reports.map(({ id, text }) => [id, text]))
  const parts = stories.flatMap(({ statements }) => statements.flatMap(({ readings }) => readings))
  expect(parts.length).toBeGreaterThan(1)
  for (const { report, parts: spans } of parts)
    for (const { start, end } of spans) expect(textById.get(report)!.slice(start, end).trim()).not.toBe("")
})

test("two wordings of one quotation are one statement", async () => {
  const { stories } = await documentOf(["post.txt", "mail.txt"])
  expect(stories).toHaveLength(1)
  expect(stories[0]!.statements.filter(({ readings }) => readings.length === 2)).toHaveLength(1)
})

test("the order of the inputs changes no byte but the list of inputs' own order, which is sorted", async () => {
  const one = await runCommand(["record", "--json", "post.txt", "mail.txt"], { folder })
  const other = await runCommand(["record", "--json", "mail.txt", "post.txt"], { folder })
  expect(one.out).toBe(other.out)
})

test("standard input", async () => {
  const { reports } = await documentOf(
    ["-"],
    "A headline here\n\nSome words were printed on Tuesday, she said.\n",
  )
  expect(reports).toHaveLength(1)
})

test("without an option, a summary for reading", async () => {
  const { out } = await runCommand(["record", "."], { folder })
  expect(out).toContain("WHAT WAS SAID")
})

test("the dossier opens from disk", async () => {
  const { err } = await runCommand(["record", ".", "--html", "dossier"], { folder })
  expect(err).toContain("index.html")
  expect(readdirSync(join(folder, "dossier"))).toContain("index.html")
  rmSync(join(folder, "dossier"), { recursive: true })
})

test("verify holds a dossier to its manifest, file by file", async () => {
  await runCommand(["record", ".", "--html", "proved"], { folder })
  const place = (name: string) => join(folder, "proved", name)
  expect(await runCommand(["verify", "proved"], { folder })).toMatchObject({
    status: 0,
    out: expect.stringMatching(/every one as it was written/),
  })
  const check = async (fault: string, undo: () => void) => {
    const { status, out } = await runCommand(["verify", "proved"], { folder })
    expect(status).toBe(5)
    expect(out.split("\n")).toContain(fault)
    undo()
    expect((await runCommand(["verify", "proved"], { folder })).status).toBe(0)
  }
  const page = readFileSync(place("index.html"))
  writeFileSync(place("index.html"), page.toString().replace("a", "b"))
  await check("index.html: was changed", () => writeFileSync(place("index.html"), page))
  rmSync(place("index.html"))
  await check("index.html: is missing", () => writeFileSync(place("index.html"), page))
  writeFileSync(place("added.html"), "")
  await check("added.html: is not in the manifest", () => rmSync(place("added.html")))
  const manifest = readFileSync(place("manifest.json"))
  writeFileSync(place("manifest.json"), "{")
  await check("manifest.json: is no manifest of a dossier", () =>
    writeFileSync(place("manifest.json"), manifest),
  )
  rmSync(place("manifest.json"))
  await check("manifest.json: is missing", () => writeFileSync(place("manifest.json"), manifest))
  rmSync(join(folder, "proved"), { recursive: true })
})

test("exit statuses: 2 without inputs, 3 when some fail, 4 when nothing is found", async () => {
  expect((await runCommand(["record"], { folder })).status).toBe(2)
  const partial = await runCommand(["record", "post.txt", "gone.txt"], { folder })
  expect(partial.status).toBe(3)
  expect(partial.err).toContain("gone.txt")
  const nothing = await runCommand(["record", "gone.txt"], { folder })
  expect(nothing.status).toBe(4)
  expect(nothing.err).not.toMatch(/\n\s+at /)
})

test("what people have ruled on a page's earlier version holds for the page, and stands in the record", async () => {
  const page = (words: string): string =>
    `<html><head><link rel="canonical" href="https://gazette.example/bridge"><title>Mill bridge closed</title></head><body><article><h1>Mill bridge closed</h1><p>The mill bridge over the Orrin was closed on Tuesday after Ada Fenn, the county engineer, found that its bearings were worn through.</p><p>${words}</p></article></body></html>`
  writeFileSync(
    join(folder, "page@2031-03-04T10.00.html"),
    page("More than 40 drivers were turned back at the mill bridge."),
  )
  writeFileSync(
    join(folder, "page@2031-03-04T18.00.html"),
    page("More than 60 drivers were turned back at the mill bridge."),
  )
  const inputs = ["page@2031-03-04T10.00.html", "page@2031-03-04T18.00.html", "mail.txt"]
  const { reports, stories } = await documentOf(inputs)
  expect(stories.map(({ reports }) => reports.length)).toEqual([2])
  const idOf = (name: string): string =>
    reports.find(({ source }) => "file" in source && source.file.endsWith(name))!.id
  const ruling = { kind: "other-story", reports: [idOf("T10.00.html")], others: [idOf("mail.txt")] }
  writeFileSync(join(folder, "rulings.jsonl"), `${JSON.stringify(ruling)}\n`)
  const ruled = await documentOf(["--rulings", "rulings.jsonl", ...inputs])
  expect(ruled.stories.map(({ reports }) => reports)).toEqual(
    [[idOf("T18.00.html")], [idOf("mail.txt")]].sort(),
  )
  expect(ruled.made.options).toEqual({ rulings: [ruling] })
  writeFileSync(join(folder, "rulings.jsonl"), '{"kind":"same-story","reports":"all"}\n')
  const bad = await runCommand(["record", "--rulings", "rulings.jsonl", ...inputs], { folder })
  expect(bad).toMatchObject({ status: 2, out: "" })
  expect(bad.err).toContain("line 1: reports is not a list of report ids")
})
