import { execFileSync } from "node:child_process"
import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, expect, test } from "vitest"
import type { RecordDocument } from "../src/api/index.ts"
import { checkRecord } from "../src/api/index.ts"
import { type CommandOutcome, runCommand } from "./run-command.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-bad-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let cases = 0

const goodText =
  "Ferry strikes the pier at Pellan\n\n“She could not answer her helm,” said Oskar Thell, the harbour master.\n\nFourteen people were hurt on Monday evening, and the crossing is shut until Friday.\n"
const goodPage = `<html><head><title>Pier struck by ferry</title></head><body><h1>Pier struck by ferry</h1><p>“She could not answer her helm,” said Oskar Thell, the harbour master, when the ferry lay against the pier.</p><p>Fourteen people were hurt on Monday evening, and the crossing is shut until Friday, the board said.</p></body></html>`

interface Outcome extends CommandOutcome {
  readonly record: RecordDocument
  readonly folder: string
}

/** Makes a folder with two good reports, lets `spoil` add to it, and makes its record. */
async function record(
  spoil: (path: (name: string) => string) => void,
  operands: readonly string[] = ["."],
): Promise<Outcome> {
  const place = join(folder, `case-${cases++}`)
  mkdirSync(place)
  writeFileSync(join(place, "good.txt"), goodText)
  writeFileSync(join(place, "good.html"), goodPage)
  spoil((name) => join(place, name))
  const ran = await runCommand(["record", ...operands, "--json"], { folder: place })
  return { ...ran, record: JSON.parse(ran.out), folder: place }
}

/** The rest of the record is there, nothing throws, and every citation stands. */
function checkRest({ record, err }: Outcome): void {
  const names = record.reports.map((report) => ("file" in report.source ? basename(report.source.file) : ""))
  expect(names).toEqual(expect.arrayContaining(["good.txt", "good.html"]))
  expect(err).not.toMatch(/^\s+at |\w*Error:/m)
  expect(checkRecord(record)).toEqual([])
}

/** `name` gives no report, one line that says why, a gap, and the status of a partial failure. */
async function checkGap(name: string, reason: RegExp, bytes: string | Uint8Array): Promise<void> {
  const outcome = await record((path) => writeFileSync(path(name), bytes))
  checkRest(outcome)
  checkTold(outcome, name, reason)
}

function checkTold(outcome: Outcome, name: string, reason: RegExp): void {
  const lines = outcome.err.split("\n").filter((line) => line.includes(name))
  expect(lines).toEqual([expect.stringMatching(reason)])
  const gaps = outcome.record.gaps.filter((gap) => "input" in gap && gap.input.includes(name))
  expect(gaps.length).toBe(1)
  expect(outcome.status).toBe(3)
}

/** `name` gives a report whose text holds `words`. */
async function checkRead(name: string, words: string, bytes: string | Uint8Array): Promise<void> {
  const outcome = await record((path) => writeFileSync(path(name), bytes))
  checkRest(outcome)
  expect(outcome.status).toBe(0)
  const report = outcome.record.reports.find(({ source }) => "file" in source && source.file.endsWith(name))
  expect(report?.text).toContain(words)
}

const odd =
  "The café at Pellan — “shut”, said Zoë Ångström, who runs it. It has been closed since Monday evening."
const latin = odd.replace("—", "-").replace(/[“”]/g, '"')
const page = (text: string, charset: string | null) =>
  `<html><head>${charset ? `<meta charset="${charset}">` : ""}<title>Café shut</title></head><body><p>${text}</p><p>Nobody knows when the café will open again, the owner said on Tuesday.</p></body></html>`
const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? "\ufeff" : "") + text, "utf16le")
/** windows-1252 where it differs from Latin-1. */
const windows = (text: string) =>
  Buffer.from(
    text.replace(/[—“”]/g, (mark) => String.fromCharCode({ "—": 0x97, "“": 0x93, "”": 0x94 }[mark]!)),
    "latin1",
  )

test("UTF-8 with a byte order mark", () => checkRead("odd.txt", odd, `\ufeff${odd}`))
test("UTF-16, little-endian, with a mark", () => checkRead("odd.txt", odd, utf16(odd, true)))
test("UTF-16, little-endian, without a mark", () => checkRead("odd.txt", odd, utf16(odd, false)))
test("UTF-16, big-endian", () => checkRead("odd.txt", odd, utf16(odd, true).swap16()))
test("UTF-16 page that says it is UTF-8", () =>
  checkRead("odd.html", latin.slice(0, 30), utf16(page(latin, "utf-8"), true)))
test("Latin-1, declared", () =>
  checkRead("odd.html", "Zoë Ångström", Buffer.from(page(latin, "iso-8859-1"), "latin1")))
test("Latin-1, undeclared", () => checkRead("odd.txt", latin, Buffer.from(latin, "latin1")))
test("windows-1252, declared as Latin-1", () =>
  checkRead("odd.html", "“shut”", windows(page(odd, "iso-8859-1"))))
test("windows-1252, undeclared", () => checkRead("odd.txt", odd, windows(odd)))
test("windows-1252, declared as UTF-8", () => checkRead("odd.html", "“shut”", windows(page(odd, "utf-8"))))
test("UTF-8, declared as Latin-1", () => checkRead("odd.html", "“shut”", page(odd, "iso-8859-1")))
test("an encoding that nobody knows", () => checkRead("odd.html", "“shut”", page(odd, "x-of-my-own")))
test("surrogates encoded by themselves", () =>
  checkRead(
    "odd.txt",
    "came in",
    Buffer.concat([
      Buffer.from("The ferry came in "),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from(" on Monday."),
    ]),
  ))
test("a lone surrogate in JSON", async () => {
  const outcome = await record((path) =>
    writeFileSync(
      path("odd.jsonl"),
      '{"id":"\\ud800x","title":"\\udc00","text":"The ferry \\ud800 came in."}\n',
    ),
  )
  checkRest(outcome)
  expect(outcome.out.isWellFormed()).toBe(true)
  expect(outcome.out).not.toMatch(/\\ud[89a-f]/i)
})

test("an empty file", () => checkGap("empty.txt", /is empty/, ""))
test("a file of spaces", () => checkGap("blank.html", /is empty/, " \n\t\n"))
test("a picture called a page", () =>
  checkGap("picture.html", /is not text/, Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])))
test("a binary called a text", () =>
  checkGap(
    "binary.txt",
    /is not text/,
    Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256)),
  ))
test("JSON that breaks off", () => checkGap("cut.json", /is not valid JSON/, '{"id":"a","text":"The ferry'))
test("a page that breaks off in its menu", async () => {
  const outcome = await record((path) =>
    writeFileSync(path("cut.html"), "<html><head><title>T</title></head><body><ul><li><a hre"),
  )
  checkRest(outcome)
  checkTold(outcome, "cut.html", /holds no article text/)
  expect(outcome.record.made.inputs.find(({ input }) => input === "cut.html")).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^cut\.html: holds no article text/),
  })
})
test("JSON in a folder that holds no article is a bystander, and a failure where it was named", async () => {
  const spoil = (path: (name: string) => string) => writeFileSync(path("settings.json"), '{"port":8080}')
  expect((await record(spoil)).status).toBe(0)
  expect((await record(spoil, ["good.txt", "good.html", "settings.json"])).status).toBe(3)
})
test("a page that breaks off in its article keeps what came", () =>
  checkRead("cut.html", "Fourteen people", `${goodPage.slice(0, goodPage.indexOf("and the crossing"))}<`))
test("UTF-8 that breaks off in a character", () =>
  checkRead(
    "cut.txt",
    "The ferry",
    Buffer.concat([Buffer.from("The ferry came in.\n\nCafé"), Buffer.from([0xe2, 0x80])]),
  ))
test("gzip that breaks off", async () => {
  const outcome = await record((path) =>
    writeFileSync(path("cut.txt.gz"), gzipSync(goodText).subarray(0, -20)),
  )
  checkRest(outcome)
})
test("gzip that is damaged", () => {
  const packed = gzipSync(goodText.repeat(50))
  packed.fill(0xff, 15, 60)
  return checkGap("damaged.txt.gz", /is damaged/, packed)
})
test("gzip that unpacks to too much", () =>
  checkGap("bomb.txt.gz", /is too large/, gzipSync(Buffer.alloc(80 << 20, "a"))))
test("one line of JSON Lines among good ones", async () => {
  const outcome = await record((path) =>
    writeFileSync(
      path("lines.jsonl"),
      `{"id":"one","text":${JSON.stringify(goodText)}}\n{"id":"two",\n{"id":"three"}\n`,
    ),
  )
  checkRest(outcome)
  expect(outcome.err).toMatch(/lines\.jsonl, line 2: is not valid JSON/)
  expect(outcome.err).toMatch(/lines\.jsonl, line 3: holds no article text/)
  expect(outcome.status).toBe(3)
})

test("50 MB of text", () => checkGap("large.txt", /is too large/, "The ferry came in.\n".repeat(50 * 55_000)))
test("a file over every limit", () => checkGap("larger.html", /is too large/, Buffer.alloc(70 << 20, "x")))
test("a line of 100,000 characters", () =>
  checkRead("line.txt", "x".repeat(1000), `Ferry\n\n${"x".repeat(100_000)}\n`))
test("a sentence of 100,000 characters", () =>
  checkRead("line.txt", "the ferry", "the ferry and ".repeat(7200)))
test("one word, many times", () => checkRead("word.txt", "ferry ferry", "ferry ".repeat(30_000)))
test("tags without end", () =>
  checkRead("deep.html", "Fourteen", goodPage.replace("</p>", `</p>${"<div><b>".repeat(50_000)}`)))
test("quotation marks that never close", () =>
  checkRead("quotes.txt", "said", `${"“She said ‘no, ".repeat(600)}\n\n${'"'.repeat(601)} he said.\n`))
test("quotation marks that only close", () =>
  checkRead("quotes.txt", "he said", "no” he said. ".repeat(1000)))

test("right-to-left text", () => {
  const text = "אמר רב החובל: \u202e“הספינה לא ענתה להגה”\u202c.\n\nاصطدمت العبارة بالرصيف مساء الاثنين."
  return checkRead("rtl.txt", text, text)
})
test("text without spaces", () => {
  const text =
    "轮渡星期一晚上撞上了码头。“它不听舵了，”港务长说。\n\nフェリーは月曜の夜に桟橋に衝突した。「舵が利かなかった」と港長は述べた。"
  return checkRead("cjk.txt", text, text)
})
test("signs outside the basic plane, and marks that combine", () => {
  const text = "The 🛳️ came in 👩‍👩‍👧, Zoe\u0308 said. 𝐅𝐞𝐫𝐫𝐲."
  return checkRead("signs.txt", text, text)
})

test("a file given twice, and a copy of it", async () => {
  const outcome = await record(
    (path) => {
      writeFileSync(path("copy.txt"), goodText)
      linkSync(path("good.txt"), path("hard.txt"))
      symlinkSync("good.txt", path("soft.txt"))
    },
    ["good.txt", "good.html", "./good.txt", "copy.txt", "soft.txt", "."],
  )
  checkRest(outcome)
  expect(outcome.status).toBe(0)
  const ids = outcome.record.reports.map((report) => report.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const story of outcome.record.stories)
    for (const { basis } of story.statements)
      for (const { distinct } of basis.support) expect(distinct).toBeLessThanOrEqual(2)
})
test("links in a circle, and a folder within itself", async () => {
  const outcome = await record((path) => {
    symlinkSync("circle.txt", path("circle.txt"))
    symlinkSync(".", path("again"))
  })
  checkRest(outcome)
  checkTold(outcome, "circle.txt", /leads back to itself|loop/)
  expect(outcome.err).toMatch(/again: leads back to itself/)
})
test("a link to nothing, and a name that is not there", async () => {
  const outcome = await record((path) => symlinkSync("nowhere", path("dangling.txt")), [".", "gone.txt"])
  checkRest(outcome)
  checkTold(outcome, "gone.txt", /was not found/)
  expect(outcome.err).toMatch(/dangling\.txt: was not found/)
})
test.skipIf(!existsSync("/proc/self/mem"))("a file that cannot be read", async () => {
  const outcome = await record(() => {}, [".", "/proc/self/mem"])
  checkRest(outcome)
  checkTold(outcome, "/proc/self/mem", /could not be read/)
})
test.skipIf(process.platform === "win32")("a pipe is not waited for", async () => {
  const outcome = await record((path) => execFileSync("mkfifo", [path("pipe.txt")]), [".", "pipe.txt"])
  checkRest(outcome)
  checkTold(outcome, "pipe.txt", /could not be read/)
})
test("a name with line breaks and escapes is told on one line", async () => {
  const name = "a\nb\u001b[31m.txt"
  const outcome = await record((path) => writeFileSync(path(name), ""))
  checkRest(outcome)
  expect(outcome.err).not.toContain("\u001b")
  expect(outcome.err).toMatch(/^a b \[31m\.txt: is empty/m)
})

test("nothing to read gives a record without reports, and its own status", async () => {
  const place = join(folder, "nothing")
  mkdirSync(place)
  const ran = await runCommand(["record", ".", "--json"], { folder: place })
  expect(ran.status).toBe(4)
  expect(JSON.parse(ran.out).reports).toEqual([])
  expect((await runCommand(["record"], { folder: place })).status).toBe(2)
  expect((await runCommand(["record", ".", "--sideways"], { folder: place })).status).toBe(2)
})
test("standard input may be bad as well", async () => {
  const ran = await runCommand(["record", "-", "--json"], {
    folder,
    input: Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 255]),
  })
  expect(ran.status).toBe(4)
  expect(ran.err).toMatch(/^-: is not text/m)
})

test("law: the order of bad and good inputs changes no byte of the record", async () => {
  const spoil = (path: (name: string) => string) => {
    writeFileSync(path("empty.txt"), "")
    writeFileSync(path("copy.txt"), goodText)
    writeFileSync(path("lines.jsonl"), '{"text":"One."}\n{"text":"Two."}\nno\n')
  }
  const names = ["good.txt", "empty.txt", "lines.jsonl", "good.html", "copy.txt", "gone.txt"]
  const one = await record(spoil, names)
  const other = await record(spoil, [...names].reverse())
  expect(other.out).toBe(one.out)
})
