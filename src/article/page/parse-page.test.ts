import fc from "fast-check"
import { type DefaultTreeAdapterTypes, parse } from "parse5"
import { expect, test } from "vitest"
import { isElement, type PageElement } from "./page-tree.ts"
import { parsePage } from "./parse-page.ts"

/** The tree as nested words: `p(one b(two))`. */
function drawn(element: PageElement): string {
  return element.children
    .map((child) => (isElement(child) ? `${child.tag}(${drawn(child)})` : child === " " ? "_" : child))
    .join(" ")
}

function check(rows: readonly (readonly [html: string, tree: string])[]): void {
  for (const [html, tree] of rows) expect.soft(drawn(parsePage(html).root), html).toBe(tree)
}

test("end tags that authors leave out", () =>
  check([
    ["<p>one<p>two<div>three</div>", "p(one) p(two) div(three)"],
    ["<p><b>one<p>two", "p(b(one)) p(two)"],
    ["<ul><li>one<li>two<ul><li>three</ul></ul>", "ul(li(one) li(two ul(li(three))))"],
    ["<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"],
    ["<h2>one<h3>two", "h2(one) h3(two)"],
    ["<h2>one</h3>two", "h2(one) two"],
    ["<a>one<a>two", "a(one) a(two)"],
    ["<select><option>one<option>two</select>", "select(option(one) option(two))"],
    ["<p><button>one<button>two", "p(button(one) button(two))"],
    ["a</p>b", "a p() b"],
    ["a</br>b", "a br() b"],
    ["<i>a</i title='>'>b", "i(a) b"],
    ["a</p title='>", "a"],
    ["<div><span>a</div>b", "div(span(a)) b"],
    ["<span><div>a</span>b", "span(div(a b))"],
    ["<x-a><i>a</x-a>b", "x-a(i(a)) b"],
  ]))

test("tables", () =>
  check([
    ["<table><tr><td>a<td>b<tr><td>c</table>d", "table(tbody(tr(td(a) td(b)) tr(td(c)))) d"],
    ["<table><td>a</div>b", "table(tbody(tr(td(a b))))"],
    ["<table>a<tr><td>b</table>", "a table(tbody(tr(td(b))))"],
    ["<table><tr><p>a<tr><td>b</table>", "p(a) table(tbody(tr() tr(td(b))))"],
    ["<table><tr><td>a<table><tr><td>b</table>c", "table(tbody(tr(td(a table(tbody(tr(td(b)))) c))))"],
    ["<table><table>a", "table() a table()"],
    ["<table><form><tr><td>a</form>", "form() table(tbody(tr(td(a))))"],
    ["<td>a</td>b", "a b"],
    ["<table><caption>a<tr><td>b", "table(caption(a) tbody(tr(td(b))))"],
    ["<table><colgroup><col><tr><td>a", "table(colgroup() col() tbody(tr(td(a))))"],
  ]))

test("what is no markup", () =>
  check([
    ["a < b > c", "a < b > c"],
    ["a<!-- > -->b<!-->c<!--->d<!---->e<!-- f --!>g<!h>i<?j>k</>l</ m>n", "a b c d e g i k l n"],
    ["a<!-- b", "a"],
    ["a<![CDATA[b]]>c", "a c"],
    ["a<script>if (b</i) '<p>'</script >c<style></p></style/>d", "a c d"],
    ["<textarea><p>a</textarea>b<title>c</title>d", "b d"],
    ["a<svg><svg>b</svg>c</svg>d<svg/>e", "a d e"],
    ["a<template>b<template>c</template>d</template>e", "a e"],
    ["<template shadowrootmode=open>a</template>b", "template(a) b"],
    ["<math><mi>x</mi><annotation>\\x</annotation></math>", "math(mi(x))"],
    ["a<plaintext><p>b</plaintext>", "a plaintext(<p>b</plaintext>)"],
    ["a<svg>b", "a svg(b)"],
    ["<head><title>t</title>a<p>b", "head() a p(b)"],
    ["<html><body><p>a<body><p>b</body></html>c", "body(p(a) p(b c))"],
  ]))

test("character references", () =>
  check([
    ["&lt;p&gt; &amp;amp; &copy &notit; &hellip;", "<p> &amp; © ¬it; …"],
    ["&#233;&#xe9;&#x80;&#150;&#0;&#xD800;&#x110000;", "éé€–\ufffd\ufffd\ufffd"],
    ["&CounterClockwiseContourIntegral;&NotEqualTilde;", "∳≂̸"],
    ["&lol;&", "&lol;&"],
  ]))

test("attributes", () => {
  const attributesOf = (html: string) => {
    const [first] = parsePage(html).root.children
    return first && isElement(first)
      ? Object.fromEntries(Object.entries(first.attributes).filter(([, v]) => v))
      : null
  }
  for (const [html, wanted] of [
    ['<p class="a b" ID=c>', { class: "a b", id: "c" }],
    ["<p class=a class=b>", { class: "a" }],
    ["<p class = 'a>b' onclick=\"</p>\" id=c/d>", { class: "a>b", id: "c/d" }],
    ["<p/class=a/>", { class: "a/" }],
    ['<p id="a&amp;b" class=a&copy=b>', { id: "a&b", class: "a&copy=b" }],
    ['<p =id="a" class="b">', { class: "b" }],
    ['<p id="a', null],
  ] as const)
    expect.soft(attributesOf(html), html).toEqual(wanted)
})

test("a page longer, fuller or deeper than its limits is cut or flattened, and says so", () => {
  const limits = { charactersMax: 100, elementsMax: 7, depthMax: 3, attributeCharactersMax: 4 }
  expect(drawn(parsePage("<b><b><b><b><p>a</p></b></b>b</b></b>c", limits).root)).toBe(
    "b(b(b(b() p() a) b)) c",
  )
  expect(parsePage("<b>".repeat(4), limits).cut).toBe(false)
  expect(parsePage("<b>".repeat(9), limits).cut).toBe(true)
  expect(parsePage("a".repeat(200), limits).root.children).toEqual(["a".repeat(100)])
  expect(parsePage("<p class=abcdef>", limits).root.children).toMatchObject([
    { attributes: { class: "abcd" } },
  ])
})

/** Every printed character with the blocks around it, as this reader has it and as parse5 does. */
function places(html: string): { readonly ours: readonly string[]; readonly standard: readonly string[] } {
  const ours: string[] = []
  const walk = (node: PageElement, path: string): void => {
    for (const child of node.children) {
      if (isElement(child)) walk(child, pathIn(path, child.tag))
      else note(ours, child, path)
    }
  }
  walk(parsePage(html).root, "")
  const standard: string[] = []
  const walkStandard = (node: DefaultTreeAdapterTypes.ParentNode, path: string): void => {
    for (const child of node.childNodes) {
      if ("value" in child) note(standard, child.value, path)
      else if ("childNodes" in child) walkStandard(child, pathIn(path, child.nodeName))
    }
  }
  walkStandard(parse(html), "")
  return { ours, standard }
}

function pathIn(path: string, tag: string): string {
  return /^(?:html|head|body|span|x-tag)$/.test(tag) ? path : `${path}/${tag}`
}

function note(places: string[], text: string, path: string): void {
  for (const character of text.replace(/[\s\u0000]+/g, "")) places.push(`${character} in ${path}`)
}

const tags =
  "div p ul li table tr td span h1 h2 form blockquote dl dt dd section article button br caption tbody x-tag hr pre".split(
    " ",
  )
const tagSoup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...tags.map((tag) => `<${tag}>`)),
      fc.constantFrom(...tags.map((tag) => `</${tag}>`)),
      fc.constantFrom("a", "b ", "c", "&amp;", "<!-- x -->", "<!doctype html>", " "),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => `<!doctype html><body>${pieces.join("")}`)

const characterSoup = fc
  .array(
    fc.constantFrom(
      ..."< > / = \" ' a b & ; # ! - ? ]]> <!-- --> --!> <![CDATA[ <p <p> </p </p> <p\tid= <br/> &amp &#x80; &#149; &notin &eacute; \n é".split(
        " ",
      ),
      " ",
    ),
    { maxLength: 30 },
  )
  .map((pieces) => `<!doctype html><body>${pieces.join("")}`)

test("law: text stands where parse5, by the HTML standard, puts it", () => {
  for (const soup of [tagSoup, characterSoup])
    fc.assert(
      fc.property(soup, (html) => {
        const { ours, standard } = places(html)
        expect(ours).toEqual(standard)
      }),
      { numRuns: 1500 },
    )
})
