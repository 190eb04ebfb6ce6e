import { expect, test } from "vitest"
import { recordOf, reportOf, storyOf } from "../../../test/records/record-builder.ts"
import { runCommand } from "../../../test/run-command.ts"

const last = reportOf({ siglum: "GAZ2", text: "Divers found 43 cracks." })
const first = reportOf({ siglum: "GAZ1", text: "Divers found 41 cracks.", versionOf: last.id })
const record = JSON.stringify(recordOf({ reports: [first, last], stories: [storyOf([last], {})] }))
const diff = (...words: string[]) => runCommand(["diff", ...words], { input: record })

test("two captures of a page are compared by number, from whichever report of it", async () => {
  for (const words of [
    ["GAZ2@1", "GAZ2@2"],
    ["GAZ1@1", "GAZ1@2"],
    ["GAZ1", "GAZ2"],
  ]) {
    const { status, out } = await diff(...words, "-")
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ edits: [{ kind: "changed", touches: ["figure"] }], trivial: 0 })
  }
})

test("what is not there is named", async () => {
  expect(await diff("GAZ2@3", "GAZ2", "-")).toMatchObject({
    status: 4,
    err: expect.stringContaining("2 times"),
  })
  expect(await diff("XYZ1", "GAZ2", "-")).toMatchObject({ status: 4, err: expect.stringContaining("XYZ1") })
  expect(await diff("GAZ2")).toMatchObject({ status: 2, out: "" })
})
