/**
 * A page as it was before a web archive put its own into it: its banner, scripts and notes taken out, and its links
 * turned back to where they led. `address` is the memento's, `original` the page's. What is not known for the
 * archive's own stays.
 */
export function withoutArchiveMarks(html: string, address: string, original: string): string {
  const rewritten = linkPrefix(address, original)
  let page = html
  for (const [start, end] of markedPassages) page = withoutPassages(page, start, end)
  for (const mark of archiveElements) page = page.replace(mark, "")
  return rewritten === null ? page : page.replace(rewritten, "")
}

/** What begins and ends a passage that archives put in. */
const markedPassages = [
  ["<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"],
  ["<!--\n     FILE ARCHIVED ON", "-->"],
  ["<!-- FILE ARCHIVED ON", "-->"],
  ["<!-- End Wayback Rewrite JS Include", "-->"],
  ["<!--\nplayback timings", "-->"],
] as const

/** One pass: a passage that does not end stays. */
function withoutPassages(html: string, start: string, end: string): string {
  let kept = ""
  let at = 0
  for (;;) {
    const from = html.indexOf(start, at)
    const to = from < 0 ? -1 : html.indexOf(end, from + start.length)
    if (to < 0) return at === 0 ? html : kept + html.slice(at)
    kept += html.slice(at, from)
    at = to + end.length
  }
}

/** The scripts and style sheets that replay a page. */
const archiveElements: readonly RegExp[] = [
  /<script\b[^>]{0,500}\bsrc="[^"]{0,300}(?:\/_static\/js\/|archive\.org\/includes\/|\/wb-static\/|\/static\/wombat)[^"]{0,200}"[^>]{0,200}>[^<]{0,200}<\/script>/g,
  /<link\b[^>]{0,500}\bhref="[^"]{0,300}\/_static\/css\/(?:banner-styles|iconochive)[^"]{0,200}"[^>]{0,200}>/g,
]

/** What stands before each address that the archive rewrote: `https://archive.example/web/20310304120500im_/`. */
function linkPrefix(address: string, original: string): RegExp | null {
  const at = address.toLowerCase().indexOf(original.toLowerCase().replace(/\/$/, ""))
  const prefix = at > 0 ? address.slice(0, at) : null
  const parts = prefix === null ? null : /^https?:(\/\/[^/]+)(.*\/)\d{4,14}[a-z_]{0,4}\/$/i.exec(prefix)
  if (!parts) return null
  const [host, path] = [escaped(parts[1]!), escaped(parts[2]!)]
  return new RegExp(`(?:(?:https?:)?${host})?${path}\\d{4,14}[a-z_]{0,4}/(?=https?:)`, "g")
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
}
