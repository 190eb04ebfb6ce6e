import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { isElement, type PageElement } from "../src/article/page/page-tree.ts"
import { parsePage } from "../src/article/page/parse-page.ts"
import { root } from "../tools/source-tree.ts"

/** The text of a page's article; "" when it finds none. */
export type Extractor = (html: string) => string | Promise<string>

const built = (path: string): string => pathToFileURL(join(root, "dist/src", path)).href

/** What is measured, each loaded only when asked for, so that its memory is its own. Ours is the built program. */
export const extractors: Readonly<Record<string, () => Promise<Extractor>>> = {
  "ours: text and metadata": async () => {
    const { readArticle }: typeof import("../src/article/index.ts") = await import(built("article/index.js"))
    type Id = import("../src/article/index.ts").ReportId
    const source = { kind: "stdin", name: "-", member: null, sha256: "", capturedAt: null } as const
    return (html) =>
      readArticle(
        { id: "1", source, content: { kind: "html", html, url: null } },
        { id: "1" as Id, explain: false },
      ).text
  },
  "ours: the tree alone": async () => {
    const parser: typeof import("../src/article/page/parse-page.ts") = await import(
      built("article/page/parse-page.js")
    )
    return (html) => (parser.parsePage(html).cut ? "cut" : "")
  },
  "htmlparser2: the tree alone": async () => {
    const { parseDocument } = await import("htmlparser2")
    return (html) => (parseDocument(html).children.length > 0 ? "" : "empty")
  },
  "parse5: the tree alone": async () => {
    const { parse } = await import("parse5")
    return (html) => (parse(html).childNodes.length > 0 ? "" : "empty")
  },
  "dom-smoothie-js": async () => {
    const { Readability } = await import("dom-smoothie-js")
    return (html) => {
      const reader = new Readability(html, "https://gazette.example/", {})
      try {
        return rendered(reader.parse().content)
      } finally {
        reader.free()
      }
    }
  },
  "readability + linkedom": async () => {
    const { Readability } = await import("@mozilla/readability")
    const { parseHTML } = await import("linkedom")
    return (html) => rendered(new Readability(parseHTML(html).document).parse()?.content ?? "")
  },
  "defuddle + linkedom": async () => {
    const { Defuddle } = await import("defuddle/node")
    const { parseHTML } = await import("linkedom")
    return async (html) =>
      rendered((await Defuddle(parseHTML(html).document, "https://gazette.example/")).content)
  },
}

/** Names that measure a parser, and find no article. */
export function isParserAlone(name: string): boolean {
  return name.endsWith("alone")
}

const blockTags = new Set(
  "address article aside blockquote br center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split(
    " ",
  ),
)

/** The text of a fragment as a browser shows it: each block a line of its own. The same for every rival. */
export function rendered(html: string): string {
  const pieces: string[] = []
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) pieces.push(child)
      else if (blockTags.has(child.tag)) {
        pieces.push("\n")
        visit(child)
        pieces.push("\n")
      } else visit(child)
    }
  }
  visit(parsePage(html).root)
  return pieces.join("")
}
