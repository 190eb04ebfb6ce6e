import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
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

test("what is no archive is said to be none", async () => {
  const built = await runCommand(["build", "--archive", "nowhere"], { folder })
  expect([built.status, built.err.split("\n")[0]!.replace(folder, "…")]).toEqual([
    1,
    "variorum build: there is no archive in …/nowhere",
  ])
})
