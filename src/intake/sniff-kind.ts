import type { Capture } from "./capture.ts"

/** What a capture is by its looks: which reader takes it. */
export type ContentKind = "html" | "markdown" | "text" | "json" | "json-lines" | "xml"

const kindsByMediaType: Readonly<Record<string, ContentKind>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/markdown": "markdown",
  "text/x-markdown": "markdown",
  "application/json": "json",
  "application/ld+json": "json",
  "application/x-ndjson": "json-lines",
  "application/jsonl": "json-lines",
  "application/jsonlines": "json-lines",
  "application/xml": "xml",
  "text/xml": "xml",
  "application/rss+xml": "xml",
  "application/atom+xml": "xml",
}

const kindsByExtension: Readonly<Record<string, ContentKind>> = {
  html: "html",
  htm: "html",
  xhtml: "html",
  md: "markdown",
  markdown: "markdown",
  json: "json",
  jsonl: "json-lines",
  ndjson: "json-lines",
  xml: "xml",
  rss: "xml",
  atom: "xml",
  txt: "text",
  text: "text",
}

const sniffedCharactersMax = 4096

/**
 * The kind of a capture, whose decoded text begins with `text`. What the bytes plainly are goes before what
 * transport and name say of them: servers send pages as plain text, and people save pages as `.txt`.
 */
export function sniffKind(capture: Capture, text: string): ContentKind {
  const head = text.slice(0, sniffedCharactersMax).trimStart()
  const extension = /\.([a-z0-9]{1,8})$/i.exec(capture.name.replace(/[?#].*$/, ""))?.[1]?.toLowerCase()
  const declared =
    (extension === undefined ? undefined : kindsByExtension[extension]) ??
    (capture.mediaType === null ? undefined : kindsByMediaType[capture.mediaType])
  if (head.startsWith("<")) {
    if (/^<(!doctype\s+html|html|head|body)[\s>]/i.test(head)) return "html"
    if (/^<(\?xml|rss|feed|urlset|sitemapindex|rdf:RDF)\b/.test(head))
      return /<html[\s>]/i.test(head) ? "html" : "xml"
  }
  if (declared === "json" || declared === "json-lines") return declared
  if ((head.startsWith("{") || head.startsWith("[")) && declared !== "markdown" && looksJson(head))
    return "json"
  if (declared === "html" || declared === "markdown" || declared === "xml") return declared
  return looksHtml(head) ? "html" : "text"
}

function looksJson(head: string): boolean {
  return /^(\[\s*)?\{\s*"[^"\n]{1,60}"\s*:/.test(head)
}

/** A page without its `<html>`: markup begins it, and comes again soon. */
function looksHtml(head: string): boolean {
  return (
    /^<(!--|!doctype|meta|title|link|script|div|p|article|section|main|header|h[1-6]|span|table)\b/i.test(
      head,
    ) && (head.match(/<\/?[a-z][a-z0-9]*[\s>]/gi)?.length ?? 0) >= 2
  )
}
