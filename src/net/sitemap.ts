import { Parser } from "htmlparser2"

export interface Sitemap {
  readonly kind: "pages" | "index"
  /** Newest first, where the sitemap dates them; then in its own order. */
  readonly addresses: readonly string[]
  /** True where it is longer, or deeper, than what is read of one. */
  readonly cut: boolean
}

/** sitemaps.org allows no more in one file. */
const addressesMax = 50_000
/** Deeper than this, reading stops: no sitemap is, and the parser's cost grows with the square of the depth. */
const depthMax = 20

/** Reads a sitemap, a news sitemap or an index of sitemaps (sitemaps.org, 0.9); null where the XML is neither. */
export function readSitemap(xml: string): Sitemap | null {
  if (!/<(urlset|sitemapindex)\b/.test(xml.slice(0, 4096))) return null
  const listed: { address: string; date: string }[] = []
  let kind: Sitemap["kind"] = "pages"
  let held = ""
  let address = ""
  let date = ""
  let depth = 0
  let cut = false
  const parser: Parser = new Parser(
    {
      onopentag: (name) => {
        if (++depth > depthMax) {
          cut = true
          parser.pause()
        }
        if (name === "sitemapindex") kind = "index"
        held = ""
      },
      ontext: (text) => {
        held += text
      },
      onclosetag: (name) => {
        depth--
        const text = held.trim()
        held = ""
        if (name === "loc") address = text
        else if (name === "news:publication_date" || (name === "lastmod" && date === "")) date = text
        else if (name === "url" || name === "sitemap") {
          if (listed.length >= addressesMax) cut = true
          else if (/^https?:/i.test(address)) listed.push({ address, date })
          address = ""
          date = ""
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  const newestFirst = listed.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
  return { kind, addresses: newestFirst.map((item) => item.address), cut }
}
