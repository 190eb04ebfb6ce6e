import { expect, test } from "vitest"
import { findPageVersions, type PageVersions, type ReportId, readArticle } from "../article/index.ts"
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

/** The edits of a page whose captures, an hour apart, say `texts`. A text that ends in `…` is a part of the page. */
function history(texts: readonly string[]): readonly string[] {
  const captures = texts.map((text, hour) => {
    const { article, analysis } = captured(`v${hour}`, `2031-03-04T0${hour}:00`, text)
    const shortfalls = text.endsWith("…") ? [{ kind: "paywalled" as const, detail: null }] : []
    return { article: { ...article, title: null, url: "https://gull.example/quay", shortfalls }, analysis }
  })
  const byId = new Map(captures.map((version) => [version.article.id, version]))
  const pages = findPageVersions(captures.map(({ article }) => article))
  return capturedEdits(pages, byId).map(({ what, when, evidence }) => {
    for (const { report, start, end } of evidence)
      expect(byId.get(report)!.article.text.slice(start, end).trim()).not.toBe("")
    return `${when.from?.slice(11, 13)}–${when.to?.slice(11, 13)} ${what}`
  })
}

const shut = "The quay was shut after the storm, and the boats stayed out.\n"
const lock = "The quay was closed after the storm, and the boats stayed out.\n"

test("two wordings served in turn are one entry", () =>
  expect(history([shut, lock, shut, lock])).toEqual([
    "00–03 goes back and forth: “shut” ↔ “closed”, 3 times",
  ]))

test("what was changed and changed back is two edits", () =>
  expect(history([shut, lock, shut])).toEqual([
    "00–01 changed: “shut” → “closed”",
    "01–02 changed: “closed” → “shut”",
  ]))

test("a part of a page says nothing of the rest, whenever it was served", () => {
  const whole = `${shut}At least 12 people were hurt there, the harbour office said.\n`
  const part = "The quay was shut…"
  expect(history([whole, part, whole])).toEqual([])
  expect(history([part, whole, part])).toEqual([])
  expect(history([whole, part, whole.replace("12", "21")])).toEqual([
    "00–02 changed (figure, quotation): “12” → “21”",
  ])
})

test("what matters most comes first", () => {
  const before = "It was a grim day on the quay.\nAt least 12 people were hurt there.\n"
  expect(history([before, before.replace("grim", "bad").replace("12", "21")])).toEqual([
    "00–01 changed (figure): “12” → “21”",
    "00–01 changed: “grim” → “bad”",
  ])
})

test("a note is tied to the edit that it owns up to, also to an earlier one", () => {
  const before = `${shut}At least 21 people were hurt there, and the mill burnt for hours.\n`
  const after = before.replace("21", "12").replace("mill", "bakery")
  const note = "Correction: An earlier version of this article said that 21 people were hurt. It was 12.\n"
  const [told] = history([before, `${after}${note}`])
  expect(told).toBe(
    `00–01 changed (figure): “21” → “12”; owned up to: “${note.slice(0, note.indexOf(" It was"))}”`,
  )
  const later = history([before, after, `${after}${note}`])
  expect(later.map((line) => line.replace(/: “.*/, ""))).toEqual([
    "00–01 changed (figure)",
    "00–01 changed",
    expect.stringMatching(/^01–02 correction note added/),
  ])
  expect(later.filter((line) => line.includes("owned up to"))).toHaveLength(1)
  expect(history([before, `${before}${note.replaceAll(/21|12/g, "7")}`]).join()).not.toContain("owned up to")
})

test("no note", () => {
  const rows = [
    "Corrections officers were called to the quay.",
    "The court asked for a correction of the plan.",
  ]
  for (const row of rows) expect(history([shut, `${shut}${row}\n`]).join()).not.toContain("note")
})
