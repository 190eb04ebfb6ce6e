import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { shownSections } from "../src/cli/story-section.ts"
import { root } from "../tools/source-tree.ts"
import { runCommand } from "./run-command.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-standing-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const reports = join(root, "examples/harbour-ferry/reports")

test("law: the record of an archive is the record of what was added to it, byte for byte", async () => {
  const ofFiles = await runCommand(["record", reports, "--json", "--quiet"], { folder })
  await runCommand(["add", reports, "--archive", "kept"], { folder })
  const ofArchive = await runCommand(["record", "kept", "--json", "--quiet"], { folder })
  expect(ofArchive.status).toBe(ofFiles.status)
  expect(ofArchive.out === ofFiles.out).toBe(true)
})

test("a record made anew is the one that stood", async () => {
  const built = await runCommand(["build", "--archive", "kept", "--check", "--quiet"], { folder })
  expect(built.status).toBe(0)
  expect(built.out).toBe("The record was made anew from 16 captures.\n")
})

test("the stories are listed, and one is told as the record tells it", async () => {
  const list = await runCommand(["show", "--archive", "kept", "--json"], { folder })
  const [story] = list.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  const shown = await runCommand(["show", story.id, "--archive", "kept", "--json"], { folder })
  const whole = await runCommand(["record", "kept", "--json", "--quiet"], { folder })
  expect(JSON.parse(shown.out).stories).toEqual(JSON.parse(whole.out).stories)
  expect((await runCommand(["show", "nothing", "--archive", "kept"], { folder })).status).toBe(4)
})

test("who still prints what a page has changed", async () => {
  const [story] = (await runCommand(["show", "--archive", "kept", "--json"], { folder })).out.split("\n")
  const words = ["show", JSON.parse(story!).id, "--archive", "kept", "--spread"]
  expect((await runCommand(words, { folder })).out).toContain(" no longer prints “")
})

test("a search lands on the sentence", async () => {
  const { out, status } = await runCommand(["search", "ferry", "pier", "--archive", "kept"], { folder })
  expect(status).toBe(0)
  expect(out).toMatch(/\n {2}.*ferry/i)
  expect((await runCommand(["search", "xylophone", "--archive", "kept"], { folder })).status).toBe(4)
  expect((await runCommand(["search", "ferry", "--in", "air", "--archive", "kept"], { folder })).status).toBe(
    2,
  )
})

test("what is no archive is said to be none", async () => {
  const built = await runCommand(["build", "--archive", "nowhere"], { folder })
  expect([built.status, built.err.split("\n")[0]!.replace(folder, "…")]).toEqual([
    1,
    "variorum build: there is no archive in …/nowhere",
  ])
})

test("a list of a record and the same list of an archive say the same; what is not there is told by the status", async () => {
  const made = await runCommand(["record", reports, "--json", "--quiet"], { folder })
  writeFileSync(join(folder, "record.json"), made.out)
  const story = JSON.parse(made.out).stories[0]
  for (const section of shownSections) {
    const ofArchive = await runCommand(["show", section, "kept", story.id], { folder })
    expect(ofArchive.status, section).toBe(ofArchive.out === "" ? 4 : 0)
    const ofFile = await runCommand(["show", section, "record.json", story.id], { folder })
    if (section !== "gaps" && section !== "reports") expect(ofFile.out.length).toBe(ofArchive.out.length)
  }
  const json = await runCommand(["show", "statements", "record.json", story.id, "--json"], { folder })
  expect(JSON.parse(json.out).statements).toEqual(story.statements)
  expect((await runCommand(["show", "figures", "record.json", "none"], { folder })).status).toBe(4)
  expect((await runCommand(["show", "figures"], { folder })).status).toBe(2)
  expect((await runCommand(["show", "figures", "missing.json"], { folder })).status).toBe(1)
})

test("doctor says in a line each what is fit, and fails where an archive is not there", async () => {
  const fit = await runCommand(["doctor", "--archive", "kept"], { folder })
  expect(fit.status).toBe(0)
  for (const what of ["Node", "processor", "memory", "folder", "browser", "fetching", "archive"])
    expect(fit.out).toMatch(new RegExp(`^(good|limited) +${what}\\b`, "m"))
  expect(fit.out).toMatch(/archive .*on SQLite, \d+ reports in \d+ stor/)
  const unfit = await runCommand(["doctor", "--archive", "none"], { folder })
  expect([unfit.status, unfit.out]).toEqual([1, expect.stringMatching(/^bad +archive: there is no archive/m)])
})
