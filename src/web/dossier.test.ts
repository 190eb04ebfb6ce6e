import fc from "fast-check"
import { expect, test } from "vitest"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { recordOf } from "../../test/records/record-builder.ts"
import { renderDossier } from "./dossier.ts"

const assets = [
  { path: "site.css", content: "" },
  { path: "site.js", content: "" },
]
const files = renderDossier(bridgeRecord, { assets })
const pages = files.filter((file) => file.path.endsWith(".html"))

test("every link leads to a file of the dossier, and to a place that is in it", () => {
  const ids = new Map(
    files.map((file) => [
      file.path,
      new Set([...file.content.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])),
    ]),
  )
  const faults: string[] = []
  for (const page of pages) {
    for (const match of page.content.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      const target = match[1]!
      if (/^https?:/.test(target)) continue
      const [path, fragment] = target.split("#") as [string, string | undefined]
      const file = path === "" ? page.path : resolve(page.path, path)
      if (!ids.has(file)) faults.push(`${page.path}: ${target}`)
      else if (fragment !== undefined && !ids.get(file)!.has(fragment)) faults.push(`${page.path}: ${target}`)
    }
  }
  expect(faults).toEqual([])
})

test("an id stands once in a page", () => {
  for (const page of pages) {
    const ids = [...page.content.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
    expect(new Set(ids).size, page.path).toBe(ids.length)
  }
})

test("text of a report stays text: no element, address or attribute comes from it", () => {
  for (const page of pages) {
    expect(page.content.match(/<script\b/g), page.path).toHaveLength(page.path === "search.html" ? 2 : 1)
    expect(page.content, page.path).not.toMatch(/<img|<b>|(?:href|src)="javascript:|\son\w+="/i)
  }
  expect(pages.some((page) => page.content.includes("&lt;script>alert"))).toBe(true)
})

test("the count beside a claim is the number of its highlighted passages", () => {
  const overview = pages.find((page) => page.path === "s/tarn-bridge/index.html")!.content
  const drawers = overview.split('<section class="drawer"').slice(1)
  expect(drawers.length).toBeGreaterThan(8)
  for (const drawer of drawers) {
    const passages = Number(/Evidence · (\d+) passage/.exec(drawer)![1])
    expect(drawer.match(/<mark class="cited">/g)).toHaveLength(passages)
  }
})

test("the same record gives the same files, and an empty one a page", () => {
  expect(renderDossier(bridgeRecord, { assets })).toEqual(files)
  const empty = renderDossier(recordOf({ reports: [], stories: [] }), { assets })
  expect(empty.find((file) => file.path === "index.html")!.content).toContain("No story yet")
})

test("a place that is not in the text is said to be missing", () => {
  const story = bridgeRecord.stories[0]!
  const broken = {
    ...bridgeRecord,
    stories: [
      {
        ...story,
        disagreements: story.disagreements.map((one) => ({
          ...one,
          values: one.values.map((value) => ({
            ...value,
            evidence: value.evidence.map((at) => ({ ...at, start: at.start + 1e6, end: at.end + 1e6 })),
          })),
        })),
      },
    ],
  }
  const page = renderDossier(broken, { assets }).find((file) => file.path === "s/tarn-bridge/f/1.html")!
  expect(page.content).toContain("Sentence not found in this version")
  expect(page.content).not.toContain('<mark class="cited">')
})

test("law: a record whose places and names are wrong still gives pages, each of whose links leads somewhere", () => {
  const wrong = fc.oneof(fc.integer({ min: -5, max: 500 }), fc.constant(2 ** 31))
  const name = fc.constantFrom(
    "",
    "constructor",
    "__proto__",
    "\ud800",
    "../../x",
    bridgeRecord.reports[0]!.id,
  )
  fc.assert(
    fc.property(
      fc.array(wrong, { minLength: 40, maxLength: 40 }),
      fc.array(name, { minLength: 7, maxLength: 7 }),
      (numbers, names) => {
        let at = 0
        const document = JSON.parse(JSON.stringify(bridgeRecord), (key, value) => {
          if (typeof value === "number") return ++at % 3 === 0 ? numbers[at % numbers.length] : value
          if (key === "report" || key === "origin" || key === "versionOf")
            return ++at % 5 === 0 ? names[at % names.length] : value
          return value
        })
        const made = renderDossier(document, { assets })
        const paths = new Set(made.map((file) => file.path))
        for (const page of made.filter((file) => file.path.endsWith(".html")))
          for (const match of page.content.matchAll(/\shref="([^"#]+)[#"]/g))
            if (!/^https?:/.test(match[1]!)) expect(paths).toContain(resolve(page.path, match[1]!))
      },
    ),
    { numRuns: 12 },
  )
})

test("one endless line is a page like any other", () => {
  const text = `${"word ".repeat(40_000)}. ${"x".repeat(100_000)}`
  const report = { ...bridgeRecord.reports[0]!, text, sentences: [{ start: 0, end: text.length }] }
  const document = { ...bridgeRecord, reports: [report, ...bridgeRecord.reports.slice(1)] }
  expect(renderDossier(document, { assets }).find((file) => file.path === "r/LOR1.html")!.content).toContain(
    "xxx",
  )
})

function resolve(from: string, relative: string): string {
  return new URL(relative, `file:///${from}`).pathname.slice(1)
}
