import { expect, test } from "vitest"
import { madeReport } from "../../../test/made-report.ts"
import type { Article, Block } from "../../article/index.ts"
import type { Span } from "../../base/index.ts"
import type { Analysis } from "../../language/index.ts"
import { diffVersions, type Touch } from "./touches.ts"

/** A version with one mark: what stands between `[` and `]`. */
function version(
  drawn: string,
  marked: (span: Span) => { article?: Partial<Article>; analysis?: Partial<Analysis> },
) {
  const text = drawn.replace(/[[\]]/g, "")
  const span = { start: drawn.indexOf("["), end: drawn.indexOf("]") - 1 }
  return madeReport("a", text, span.start < 0 ? {} : marked(span))
}

const speaker = { name: null, kind: null, rule: "made" }
const quotation = {
  form: "direct",
  speech: true,
  marked: [],
  speaker: null,
  candidates: [],
  cue: null,
  via: null,
  addressee: null,
  when: null,
} as const

const heading = (span: Span): Block => ({ ...span, kind: "heading" })
const body = ({ end }: Span): Block => ({ start: end + 1, end: end + 10, kind: "paragraph" })

const marked: Record<
  Touch | "share",
  (span: Span) => { article?: Partial<Article>; analysis?: Partial<Analysis> }
> = {
  figure: (span) => ({
    analysis: { figures: [{ ...span, value: 1, low: 1, high: 1, unit: null, qualifier: null, of: null }] },
  }),
  quotation: (span) => ({ analysis: { quotations: [{ ...quotation, parts: [span] }] } }),
  name: (span) => ({ analysis: { names: [{ name: "x", aliases: [], kind: null, mentions: [span] }] } }),
  date: (span) => ({ analysis: { times: [{ ...span, from: null, to: null, anchor: "text" }] } }),
  attribution: (span) => ({
    analysis: {
      quotations: [{ ...quotation, parts: [{ start: 0, end: 1 }], speaker: { ...span, ...speaker } }],
    },
  }),
  headline: (span) => ({ article: { title: "The pier opens", blocks: [heading(span), body(span)] } }),
  link: (span) => ({ article: { furniture: [{ ...span, kind: "link", rule: "made" }] } }),
  share: (span) => ({ article: { furniture: [{ ...span, kind: "share", rule: "made" }] } }),
}

function check(mark: Touch | "share", before: string, after: string, drawn: string): void {
  const edits = diffVersions(version(before, marked[mark]), version(after, marked[mark]))
  expect(
    edits.map(({ kind, touches, trivial }) => [kind, ...touches, ...(trivial ? ["trivial"] : [])].join(" ")),
  ).toEqual(drawn === "" ? [] : drawn.split(", "))
}

test("a figure", () => check("figure", "[twelve people] died", "[twenty people] died", "changed figure"))
test("a number that nobody marked", () => check("figure", "12 died", "21 died", "changed figure"))
test("a number lost", () => check("figure", "all 12 died", "all died", "dropped figure"))
test("a point inside a number is never typography", () =>
  check("figure", "[12.5 km] off", "[125 km] off", "changed figure"))
test("a currency", () => check("figure", "it cost $5", "it cost €5", "changed"))
test("words of a quotation", () =>
  check("quotation", "he “[never saw]” it", "he “[hardly saw]” it", "changed quotation"))
test("marks of a quotation taken away", () =>
  check("quotation", "the “[cruel]” plan", "the cruel plan", "dropped quotation, dropped quotation"))
test("a name", () => check("name", "so [Odo Brand] left", "so [Ida Brand] left", "changed name"))
test("a day", () => check("date", "it sank [on 3 May]", "it sank [on 4 May]", "changed date"))
test("a speaker", () => check("attribution", "“So,” said [Odo]", "“So,” said [Ida]", "changed attribution"))
test("a headline", () =>
  check("headline", "[The pier shuts]\nAll went.", "[The pier opens]\nAll went.", "changed headline"))
test("a link", () => check("link", "Go. [Read: the fog]", "Go. [Read: the pier]", "changed link trivial"))
test("an address in the text", () =>
  check("link", "see https://a.example/1 now", "see https://a.example/b now", "changed figure link"))
test("wording alone", () => check("name", "a grim day", "a sad day", "changed"))
test("quotation marks straightened", () =>
  check(
    "quotation",
    "“[No, no]” he said",
    '"[No, no]" he said',
    "changed quotation trivial, changed quotation trivial",
  ))
test("a comma and a capital", () => check("name", "Now, we went", "now we went", "changed trivial"))
test("spaces", () => check("name", "one  two", "one two", "dropped trivial"))
test("a count of shares", () =>
  check("share", "Go.\n[12 shares]", "Go.\n[31 shares]", "changed figure trivial"))
test("a figure is no trifle, whatever it stands in", () => {
  check("share", "Go.\n[Share: 12 died]", "Go.\n[Share: 21 died]", "changed figure")
  check("link", "Go.\n[Read: 12 died]", "Go.\n[Read: 21 died]", "changed figure link")
  check("share", "Go.\n[5 min read]", "Go.\n[6 min read]", "changed figure trivial")
})
test("a passage that moved is never trivial", () =>
  check(
    "name",
    "The ferry left the quay at noon. Nobody had seen the fog. It sank.",
    "Nobody had seen the fog. The ferry left the quay at noon. It sank.",
    "moved, moved",
  ))
