import fc from "fast-check"
import { expect, test } from "vitest"
import { embeddedText } from "./embedded-text.ts"
import { readPage } from "./read-page.ts"

const texts = [
  "The old ferry stopped in the middle of the sound on Tuesday evening, and its 84 passengers spent the night aboard, with one lamp between them.",
  "“Nobody told us anything until the morning,” said Ada Lindqvist, who had been on her way home from the market, with two bags of fish.",
  "The harbour office said that the engine, which dates from 1987, would be looked at on Thursday, and that no other boat was to be had.",
  "It was the third night of the kind since March, and those on the quay, who had counted them, said that it would not be the last.",
]
const others = texts.map((text) =>
  text.replace("ferry", "tram").replace("engine", "brake").replace("night", "hour"),
)
const html = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("")

function shellOf(script: string, title = "Ferry adrift"): string {
  return `<html lang="en"><head><title>${title} - The Sound Gazette</title><meta property="og:title" content="${title}"></head><body><div id="app"></div><noscript>Please enable JavaScript.</noscript>${script}</body></html>`
}

function json(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c")
}

function check(page: string, rule: string, wanted: readonly string[] = texts): void {
  const { text, textRule, kind } = readPage(page, null, false)
  expect(text.split("\n\n")).toEqual(wanted)
  expect(`${kind.kind} by ${textRule}`).toBe(`article by ${rule}`)
}

test("a script-rendered page is read from the state that it hands to its scripts", () => {
  const next = {
    props: {
      pageProps: {
        article: {
          headline: "Ferry adrift",
          slug: "ferry",
          body: html(texts),
          author: { bio: `${others[0]} ${others[1]}` },
        },
      },
    },
  }
  check(
    shellOf(`<script id="__NEXT_DATA__" type="application/json">${json(next)}</script>`),
    "embedded state __NEXT_DATA__",
  )
  const fusion = {
    headlines: { basic: "Ferry adrift" },
    description: { basic: others[0] },
    content_elements: [
      { type: "image", caption: others[1] },
      ...texts.map((content) => ({ type: "text", content })),
      { type: "interstitial_link", content: "Five ferries that never came home, and what became of them" },
    ],
    related_content: { basic: others.map((content) => ({ type: "text", content })) },
  }
  check(
    shellOf(
      `<script>window.Fusion=window.Fusion||{};Fusion.arcSite="g";Fusion.globalContent=${json(fusion)};Fusion.x=1</script>`,
    ),
    "embedded state Fusion.globalContent",
  )
  const portable = {
    title: "Ferry adrift",
    body: texts.map((line) => ({
      _type: "block",
      style: "normal",
      children: [
        { _type: "span", text: line.slice(0, 30), marks: ["strong"] },
        { _type: "span", text: line.slice(30), marks: [] },
      ],
    })),
  }
  check(
    shellOf(`<script type="application/json" id="state">${json({ data: [portable] })}</script>`),
    "embedded state state",
  )
  const rich = {
    fields: {
      heading: "Ferry adrift",
      content: {
        nodeType: "document",
        content: texts.map((value) => ({
          nodeType: "paragraph",
          content: [{ nodeType: "text", value, marks: [] }],
        })),
      },
    },
  }
  check(
    shellOf(`<script>window.__INITIAL_STATE__ = ${json(rich)};</script>`),
    "embedded state __INITIAL_STATE__",
  )
  check(
    shellOf(
      `<script>self.__STATE__ = JSON.parse(${JSON.stringify(JSON.stringify({ story: { title: "Ferry adrift", text: html(texts) } }))})</script>`,
    ),
    "embedded state __STATE__",
  )
})

test("of several articles in a state, the one that the page is titled after", () => {
  const state = {
    posts: [
      { title: "Tram adrift", body: html([...others, ...others]) },
      { title: "Ferry adrift", body: html(texts) },
    ],
  }
  check(shellOf(`<script type="application/json" id="s">${json(state)}</script>`), "embedded state s")
})

test("a page that prints its article, and a state without one, are left alone", () => {
  const page = `<html><body><article><h1>Ferry adrift</h1>${html(texts)}</article><script type="application/json">${json({ title: "Ferry adrift", body: html(others) })}</script></body></html>`
  expect(readPage(page, null, false).text.split("\n\n")).toEqual(texts)
  const settings = shellOf(
    `<script type="application/json">${json({ i18n: { welcome: texts.join(" ") }, buttons: Array.from({ length: 80 }, (_, n) => `Button ${n}`) })}</script>`,
  )
  expect(readPage(settings, null, false)).toMatchObject({ text: "", kind: { kind: "shell" } })
})

test("the body in the linked data leads to the text that was looked for elsewhere", () => {
  const linked = `<script type="application/ld+json">${json({ "@type": "NewsArticle", headline: "Ferry adrift", articleBody: texts.join("\n") })}</script>`
  const longer = [1, 2, 3, 4, 5, 6].flatMap((n) => others.map((text) => `In year ${n}: ${text}`))
  const page = `<html><head><title>Ferry adrift</title>${linked}</head><body><div class="a"><div>${html(texts)}</div></div><div class="b"><div>${html(longer)}</div></div></body></html>`
  const { text, textRule } = readPage(page, null, false)
  expect(text.split("\n\n")).toEqual(texts)
  expect(textRule).toBe("around what json-ld articleBody says")
})

test("law: states of any shape are read within their limits", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (state) => {
      const found = embeddedText(
        `<script type="application/json">${" ".repeat(400)}${state}</script><script>x = ${state}`,
        ["Ferry"],
      )
      expect(found === null || found.blocks.length > 0).toBe(true)
    }),
  )
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`
  expect(
    embeddedText(`<script>a = ${deep}</script><script>b = {"x": "${"y ".repeat(200_000)}</script>`, []),
  ).toBeNull()
  expect(embeddedText(`<script>${"a={".repeat(100_000)}</script>`, [])).toBeNull()
})
