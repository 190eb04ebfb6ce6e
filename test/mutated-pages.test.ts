import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import { root } from "../tools/source-tree.ts"
import { faultsOf, readHtml } from "./read-html.ts"

const folder = join(root, "examples/harbour-ferry/reports")
const pages = readdirSync(folder)
  .filter((file) => file.endsWith(".html"))
  .sort()
  .map((file) => readFileSync(join(folder, file), "utf8"))

const tags =
  "div p span a b li ul ol dl dd table tr td th h1 h2 article section aside nav form button blockquote figure figcaption time script style svg template noscript title textarea select option x-ad br hr img".split(
    " ",
  )
const attributes = [
  "",
  " class='byline'",
  ' class="related share-bar"',
  " hidden",
  " style=display:none",
  ' itemprop="datePublished" datetime="2031-03-04"',
  ' role="navigation"',
  " class='",
  ' id="comments"',
  ' type="application/ld+json"',
]
const inserted = fc.oneof(
  fc.constantFrom("<", ">", '"', "'", "<!--", "-->", "\u0000", "&", "&#x0;", "]]>", "\ud800", "</"),
  fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes)).map(([tag, rest]) => `<${tag}${rest}>`),
  fc.constantFrom(...tags).map((tag) => `</${tag}>`),
  fc.string(),
)
interface Mutation {
  readonly place: number
  readonly length: number
  readonly kind: string
  readonly inserted: string
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(),
  length: fc.nat(400),
  kind: fc.constantFrom("cut", "double", "insert", "break off"),
  inserted,
})
const page = fc.constantFrom(...pages)

/** A cut, a doubling or an insertion, as broken templates make them, or an end, as broken connections do. */
function mutated(html: string, { place, length, kind, inserted }: Mutation): string {
  const at = place % (html.length + 1)
  const end = Math.min(html.length, at + length)
  if (kind === "cut") return html.slice(0, at) + html.slice(end)
  if (kind === "double") return html.slice(0, end) + html.slice(at)
  if (kind === "break off") return html.slice(0, Math.max(at, html.length >> 1))
  return html.slice(0, at) + inserted + html.slice(at)
}

test("law: a page broken anywhere is read without a fault, and the same twice", () => {
  fc.assert(
    fc.property(page, fc.array(mutation, { minLength: 1, maxLength: 12 }), (html, mutations) => {
      const broken = mutations.reduce(mutated, html)
      const article = readHtml(broken)
      expect(faultsOf(article)).toEqual([])
      expect(readHtml(broken)).toEqual(article)
    }),
    { numRuns: 300 },
  )
})

test("law: any soup of tags is read without a fault", () => {
  fc.assert(
    fc.property(fc.array(inserted, { maxLength: 60 }), (pieces) => {
      expect(faultsOf(readHtml(pieces.join("")))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test("law: what a reader cannot see changes nothing: the case of tags, comments before them, line ends", () => {
  for (const html of pages) {
    const article = readHtml(html)
    expect(readHtml(html.replace(/<\/?[a-z][a-z0-9-]*/g, (tag) => tag.toUpperCase()))).toEqual(article)
    expect(readHtml(html.replace(/<\/?(?:p|div|li|h1|article)\b/g, "<!-- x -->$&"))).toEqual(article)
    expect(readHtml(html.replace(/\n/g, "\r\n"))).toEqual(article)
  }
})
