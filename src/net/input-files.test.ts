import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { captureTimeOf, inputFilesLimits, readInputFiles } from "./input-files.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-inputs-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, "story", "deep"), { recursive: true })
for (const name of [
  "story/b.txt",
  "story/a.html",
  "story/deep/c.md",
  "story/photo.png",
  "story/.hidden.txt",
  "story/README.md",
])
  writeFileSync(join(folder, name), `text of ${name}`)
symlinkSync(join(folder, "story"), join(folder, "story", "deep", "up"))
symlinkSync("circle", join(folder, "circle"))

async function check(operands: readonly string[], drawn: readonly string[]): Promise<void> {
  const options = {
    ...inputFilesLimits,
    workingFolder: folder,
    standardInput: bytesOf("typed"),
    bytesMax: 64,
  }
  const lines: string[] = []
  for await (const item of readInputFiles(operands, options))
    lines.push(item.ok ? item.capture.name : `${item.gap.name}: ${item.gap.kind}`)
  expect(lines).toEqual(drawn)
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

test("a folder is walked in order of name, and its links are not followed round", () =>
  check(["story"], ["story/a.html", "story/b.txt", "story/deep/c.md", "story/deep/up: loop"]))
test("a file is given once", () => check(["story/b.txt", "./story/b.txt", "story/*.txt"], ["story/b.txt"]))
test("a glob", () => check(["story/*.{txt,html}"], ["story/a.html", "story/b.txt"]))
test("what is not there is said", () =>
  check(["gone.txt", "*.gone"], ["gone.txt: not-found", "*.gone: not-found"]))
test("a circle of links is said", () => check(["circle"], ["circle: loop"]))
test("standard input", () => check(["-"], ["-"]))
test("a name with a time", () => {
  expect(captureTimeOf("a/page@2031-03-04T10.31.html")).toBe("2031-03-04T10:31")
  expect(captureTimeOf("page@2031-03-04T103105Z.html")).toBe("2031-03-04T10:31:05Z")
  expect(captureTimeOf("page@2031-03-04.html")).toBe("2031-03-04")
  expect(captureTimeOf("me@home.html")).toBeNull()
})
test("a file over the limit is not read", async () => {
  writeFileSync(join(folder, "large.txt"), "x".repeat(65))
  await check(["large.txt"], ["large.txt: too-large"])
})
