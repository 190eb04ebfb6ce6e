import { expect, test } from "vitest"
import { type PageVersions, type ReportId, readArticle } from "../article/index.ts"
import { readReport } from "../language/index.ts"
import { capturedEdits } from "./captured-edits.ts"

function captured(id: string, capturedAt: string, text: string) {
  const source = { kind: "file", name: `${id}.txt`, member: null, sha256: id, capturedAt } as const
  const content = { kind: "text", text, markdown: false } as const
  const article = readArticle({ id, source, content }, { id: id as ReportId, explain: false })
  return { article, analysis: readReport(article, { explain: false }) }
}

function drawn(before: string, after: string): readonly string[] {
  const versions = [captured("a", "2031-03-04T10:31", before), captured("b", "2031-03-04T12:05", after)]
  const page: PageVersions = {
    address: "https://gull.example/quay",
    versions: versions.map(({ article }) => article),
  }
  const byId = new Map(versions.map((version) => [version.article.id, version]))
  return capturedEdits([page], byId).map(
    ({ what, when, evidence }) =>
      `${when.from} to ${when.to}, ${what}; cites ${evidence.map(({ report }) => report).join(" ")}`,
  )
}

const first = "Quay closed\n\nThe quay was closed on Monday. At least 12 people were hurt.\n"

test("a figure that changed is told with both wordings, between the two captures", () => {
  expect(drawn(first, first.replace("12", "21"))).toEqual([
    "2031-03-04T10:31 to 2031-03-04T12:05, changed (figure): “12” → “21”; cites a b",
  ])
})

test("words taken out cite the earlier capture alone", () => {
  const [edit] = drawn(first, first.replace(" At least 12 people were hurt.", ""))
  expect(edit).toMatch(/dropped \(figure\): “At least 12 people were hurt.”; cites a$/)
})

test("trivial changes are counted in one line", () => {
  expect(drawn(first, first.replace("closed on", "closed  on"))).toEqual([
    "2031-03-04T10:31 to 2031-03-04T12:05, one trivial change; cites b",
  ])
})

test("an unchanged page has no edit", () => expect(drawn(first, first)).toEqual([]))
