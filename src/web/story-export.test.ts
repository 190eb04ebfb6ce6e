import { expect, test } from "vitest"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { storyFormats, textLevels } from "../api/index.ts"
import { gridRows } from "./components/wording-grid.tsx"
import { viewRecord } from "./record-view.ts"
import { servedSite } from "./served-site.ts"
import { exportedFile } from "./story-export.ts"
import { variationPoints } from "./variation.ts"

const view = viewRecord(bridgeRecord)
const story = bridgeRecord.stories[0]!
const slug = view.slugs.story(story)

test("every link of the export page hands out a file, and nothing else does", () => {
  const site = servedSite(bridgeRecord, { version: null, styles: "body{}" })
  const page = site.answer(`/s/${slug}/export`, new URLSearchParams(), null)!
  const links = [...page.content.matchAll(/href="([^"]*)" download/g)].map((match) => match[1]!)
  expect(links).toHaveLength(textLevels.length + storyFormats.length)
  for (const link of links) {
    const file = site.answer(link, new URLSearchParams(), null)
    expect(file, link).toMatchObject({ type: "file", name: expect.stringMatching(/^[\w.-]+$/) })
  }
  for (const path of [`/s/${slug}/export/word.doc`, "/s/none/export/ris.ris", `/s/${slug}/export/../x`])
    expect(exportedFile(view, path, "")).toBeNull()
})

test("the grid has each report once, in a row of those that part at the same points", () => {
  const statement = story.statements[0]!
  const points = variationPoints(statement).filter((point) => point.number !== null)
  const rows = gridRows(statement, points)
  const reports = rows.flatMap(({ reports }) => [...reports])
  expect(new Set(reports).size).toBe(reports.length)
  expect(new Set(reports)).toEqual(new Set(statement.readings.map(({ report }) => report)))
  expect(rows[0]!.cells).toEqual(points.map(() => null))
  for (const { cells } of rows) expect(cells).toHaveLength(points.length)
})
