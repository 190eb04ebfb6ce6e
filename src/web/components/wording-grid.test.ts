import { expect, test } from "vitest"
import { bridgeRecord } from "../../../test/records/bridge-record.ts"
import { variationPoints } from "../variation.ts"
import { gridRows } from "./wording-grid.tsx"

const story = bridgeRecord.stories[0]!

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
