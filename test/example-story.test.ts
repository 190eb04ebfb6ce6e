import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import type { RecordDocument } from "../src/api/index.ts"
import { checkRecord } from "../src/api/index.ts"
import { root } from "../tools/source-tree.ts"
import { compareWithExpected, labelsOf, readExpectedStory, wordsOfLabel } from "./expected-story.ts"
import { runCommand } from "./run-command.ts"

const folder = join(root, "examples/harbour-ferry")
const expected = readExpectedStory(folder)

test("every label's words stand in their report, character for character", () => {
  const faults: string[] = []
  for (const label of labelsOf(expected)) {
    const page = visibleText(label.file)
    for (const words of wordsOfLabel(label))
      if (words === "" || !page.includes(words)) faults.push(`${label.file}: ${words}`)
  }
  expect(faults).toEqual([])
})

test("every file is labelled as a report or as a gap, once", () => {
  const labelled = [...expected.reports, ...expected.gaps].map(({ file }) => file)
  expect(labelled.sort()).toEqual(readdirSync(join(folder, "reports")).sort())
})

test("the record holds what is labelled, but for the misses that are known", async () => {
  const ran = await runCommand(["record", "reports", "--json"], { folder })
  const record: RecordDocument = JSON.parse(ran.out)
  expect(ran.status).toBe(3)
  expect(checkRecord(record)).toEqual([])
  const findings = compareWithExpected(expected, record)
  const known = new Set(expected.knownMisses.flatMap(({ labels }) => labels))
  expect(findings.filter(({ label, found }) => !found && !known.has(label))).toEqual([])
  const labels = findings.map(({ label }) => label)
  expect(labels.length).toBeGreaterThan(350)
  expect([...known].filter((label) => !labels.includes(label))).toEqual([])
})

test("the order of the example's files changes no byte of its record", async () => {
  const files = readdirSync(join(folder, "reports")).map((file) => `reports/${file}`)
  const [one, other] = [files.toSorted(), files.toSorted().reverse()]
  const [first, second] = [
    await runCommand(["record", ...one, "--json"], { folder }),
    await runCommand(["record", ...other, "--json"], { folder }),
  ]
  expect(second.out).toBe(first.out)
})

/** What stands between a page's tags; of other files all. Enough to check labels with, and no extractor. */
function visibleText(file: string): string {
  const text = readFileSync(join(folder, "reports", file), "utf8")
  if (!file.endsWith(".html")) return text
  return text
    .replace(/<(script|head)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
}
