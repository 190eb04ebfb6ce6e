import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root } from "../tools/source-tree.ts"
import { labelsOf, readExpectedStory, wordsOfLabel } from "./expected-story.ts"

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

/** What stands between a page's tags; of other files all. Enough to check labels with, and no extractor. */
function visibleText(file: string): string {
  const text = readFileSync(join(folder, "reports", file), "utf8")
  if (!file.endsWith(".html")) return text
  return text
    .replace(/<(script|head)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
}
