import { expect, test } from "vitest"
import { parseXml } from "../../../test/parse-xml.ts"
import { bridgeRecord } from "../../../test/records/bridge-record.ts"
import { cite, recordOf, reportOf, storyOf } from "../../../test/records/record-builder.ts"
import { iriOf } from "./claims.ts"
import { csvTable } from "./csv.ts"
import { storyFormat, storyFormats } from "./story-formats.ts"
import { codePointCounter, uuidOf } from "./web-annotation.ts"

const story = bridgeRecord.stories[0]!
const encode = (name: string): string => storyFormat(name)!.encode(bridgeRecord, story)

test.each(storyFormats.map(({ name }) => name))("%s: the same record gives the same bytes", (name) => {
  expect(encode(name)).toBe(encode(name))
  expect(encode(name).length).toBeGreaterThan(100)
  const empty = recordOf({ reports: [], stories: [storyOf([], {})] })
  expect(() => storyFormat(name)!.encode(empty, empty.stories[0]!)).not.toThrow()
})

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@sum", "'@sum"],
  ["  =1", "'  =1"],
  ["\t=1", "'\t=1"],
  ['say "so"', '"say ""so"""'],
  ["a,b", '"a,b"'],
  ["a\nb", '"a\nb"'],
  ["plain", "plain"],
])("csv: %j is written as %j", (value, cell) => {
  expect(csvTable([[value, -1, null]])).toBe(`${cell},-1,\r\n`)
})

interface Annotation {
  readonly id: string
  readonly target: {
    readonly source: string
    readonly selector: readonly [
      { readonly exact: string; readonly prefix: string; readonly suffix: string },
      { readonly start: number; readonly end: number },
    ]
    readonly state?: { readonly sourceDate: string }
  }
}

test("web annotation: places count code points, and each cuts out the words quoted beside it", () => {
  const report = reportOf({
    siglum: "ABC1",
    text: "Smoke 🔥🔥 rose. “Nine 🚢 left,” said Ida.",
    language: "en",
  })
  const told = storyOf([report], {
    timeline: [{ from: "2031-03-04", to: null, what: [cite(report, "Nine 🚢 left")] }],
  })
  const json = JSON.parse(
    storyFormat("web-annotation")!.encode(recordOf({ reports: [report], stories: [told] }), told),
  )
  const [only] = json.first.items as readonly Annotation[]
  const [quote, place] = only!.target.selector
  expect([quote.exact, quote.prefix]).toEqual(["Nine 🚢 left", "Smoke 🔥🔥 rose. “"])
  expect([...report.text].slice(place.start, place.end).join("")).toBe(quote.exact)
})

test("web annotation: every annotation has an address of its own and what the model demands", () => {
  const { first, total } = JSON.parse(encode("web-annotation"))
  const items = first.items as readonly Annotation[]
  expect(items).toHaveLength(total)
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  for (const { id, target } of items) {
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(target.source).toMatch(/^(https:|ni:\/\/\/sha-256;[\w-]{43}$)/)
  }
  expect(items.some(({ target }) => target.state?.sourceDate === "2031-03-04T09:00:00Z")).toBe(true)
})

test.each([
  ["abc", [0, 1, 2, 3]],
  ["🔥a", [0, 1, 1, 2]],
  ["\ud83da\udd25", [0, 1, 2, 3]],
])("code points before each unit of %j", (text, expected) => {
  const at = codePointCounter(text)
  expect(Array.from({ length: text.length + 1 }, (_, unit) => at(unit))).toEqual(expected)
})

test.each(["tei", "graphml", "gexf"])("%s is well-formed, and its names lead to what they name", (name) => {
  const elements = parseXml(encode(name))
  const ids = new Set(elements.flatMap(({ attributes }) => attributes["xml:id"] ?? attributes.id ?? []))
  const refs = elements.flatMap(({ name: element, attributes }) =>
    element === "rdg" || element === "lem"
      ? attributes.wit!.split(" ").map((one) => one.slice(1))
      : element === "edge"
        ? [attributes.source!, attributes.target!]
        : [],
  )
  expect(refs.length).toBeGreaterThan(2)
  expect(refs.filter((ref) => !ids.has(ref))).toEqual([])
})

test("tei: in one apparatus entry no reading stands twice and no witness prints two", () => {
  for (const [, app] of encode("tei").matchAll(/<app>(.*?)<\/app>/gs)) {
    const readings = [...app!.matchAll(/<(?:lem|rdg) wit="([^"]*)">(.*?)<\/(?:lem|rdg)>/gs)]
    expect(new Set(readings.map(([, , words]) => words)).size).toBe(readings.length)
    const wit = readings.flatMap(([, names]) => names!.split(" "))
    expect(new Set(wit).size).toBe(wit.length)
  }
})

test("a graph has an arrow only where a direction has reasons", () => {
  const links = story.links
  const arrows = links.filter(({ direction }) => direction !== null).length
  expect([...encode("graphml").matchAll(/directed="true"/g)]).toHaveLength(arrows)
  expect([...encode("gexf").matchAll(/type="directed"/g)]).toHaveLength(arrows)
  expect([...encode("dot").matchAll(/dir = none/g)]).toHaveLength(links.length - arrows)
})

const cited = [
  reportOf({
    id: "a",
    siglum: "AB 1",
    text: "x",
    outlet: "Lorne & Sons, News",
    title: "50% off {now}",
    bylines: [],
  }),
  reportOf({
    id: "b",
    siglum: "AB 1",
    text: "y",
    bylines: ["Ida van der Marsh", "Lorne News Agency"],
    published: "2031-03",
  }),
]
const references = recordOf({ reports: cited, stories: [storyOf(cited, {})] })
const cite2 = (name: string): string => storyFormat(name)!.encode(references, references.stories[0]!)

test("references: an organisation stays one name, a person is parted, no field breaks the form", () => {
  const csl = JSON.parse(cite2("csl"))
  expect(csl[0].author).toEqual([{ literal: "Lorne & Sons, News" }])
  expect(csl[1].author).toEqual([{ family: "van der Marsh", given: "Ida" }, { literal: "Lorne News Agency" }])
  expect(csl[1].issued).toEqual({ "date-parts": [[2031, 3]] })
  const ris = cite2("ris")
  expect(ris.match(/^AU {2}- .*$/gm)).toEqual([
    "AU  - Lorne & Sons News",
    "AU  - van der Marsh, Ida",
    "AU  - Lorne News Agency",
  ])
  for (const line of ris.split("\r\n")) expect(line).toMatch(/^$|^[A-Z][A-Z0-9] {2}- /)
  expect(ris.match(/^TY {2}- NEWS\r\n/gm)).toHaveLength(2)
  expect(ris.match(/^ER {2}- \r\n/gm)).toHaveLength(2)
  const bibtex = cite2("bibtex")
  expect(bibtex).toContain("author = {{Lorne \\& Sons, News}}")
  expect(bibtex).toContain("title = {{50\\% off \\{now\\}}}")
  expect(bibtex).toContain("author = {van der Marsh, Ida and {Lorne News Agency}}")
  expect(bibtex.match(/^@article\{(.*),$/gm)).toEqual(["@article{AB1,", "@article{AB1-2,"])
})

test("linked data: no rating, and every place a claim appears in is a report of the story", () => {
  const graph: readonly {
    readonly "@type": string
    readonly "@id": string
    readonly appearance?: readonly { readonly "@id": string }[]
  }[] = JSON.parse(encode("jsonld"))["@graph"]
  const articles = new Set(graph.filter((one) => one["@type"] === "NewsArticle").map((one) => one["@id"]))
  const places = graph.flatMap((one) => one.appearance?.map((at) => at["@id"]) ?? [])
  expect(places.length).toBeGreaterThan(4)
  expect(places.filter((place) => !articles.has(place))).toEqual([])
  expect(encode("jsonld")).not.toMatch(/rating|ClaimReview/i)
})

test("prov: every node that is named is in the graph, and no time is made up", () => {
  const text = encode("prov")
  const graph: readonly { readonly "@id": string }[] = JSON.parse(text)["@graph"]
  const known = new Set(graph.map((one) => one["@id"]))
  const named = [...text.matchAll(/\{\s*"@id": "([^"]+)"\s*\}/g)].map((match) => match[1]!)
  expect(named.filter((id) => !known.has(id))).toEqual([])
  expect(text).not.toMatch(/startedAtTime|endedAtTime/)
})

test("a report without a web address is named by its hash", () => {
  expect(iriOf(cited[0]!)).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/)
  expect(uuidOf("a")).toBe(uuidOf("a"))
})
