/**
 * The address by which a page is known: where it was had, or, for an AMP, print, mobile or reader view of a page, the
 * address of the page itself, so that its captures are versions of one page. An address that a page only claims (of
 * another site, or of its front page) is not believed.
 */
export function pageAddress(html: string, address: string | null, canonical: string | null): string | null {
  if (address === null || canonical === null) return address ?? canonical
  const here = partsOf(address)
  const there = partsOf(canonical)
  if (here === null || there === null) return address
  if (ampCaches.test(here.host)) return canonical
  if (plainHost(here.host) !== plainHost(there.host)) return address
  if (there.path === "/" && plainPath(here.path) !== "/") return address
  const isView =
    here.host !== plainHost(here.host) && /^(?:m|mobile|amp|print|touch|lite|text)\./.test(here.host)
  if (plainPath(here.path) === plainPath(there.path))
    return isView || viewMarks.test(here.path + here.query) || isAmp(html) || queryOnly(here.query)
      ? canonical
      : address
  return isView || viewMarks.test(here.path + here.query) || isAmp(html) ? canonical : address
}

const ampCaches = /(?:^|\.)(?:cdn\.ampproject\.org|ampproject\.net|bing-amp\.com)$|^google\.[a-z.]+$/
const viewMarks =
  /(?:[/.]amp(?:\.html?)?\/?$|\/amp\/|[?&](?:amp(?:=1|=true)?(?=&|$)|outputtype=amp|output=(?:amp|print)|view=(?:print|text|reader|mobile)|print(?:=[^&]*)?(?=&|$)|printable=[^&]*|mobile=[^&]*|format=(?:print|amp)|tmpl=component)|\/print(?:able|version|er)?(?:\/|\.|$)|[._-]print\.html?$)/i

/** Only what says how a reader came: such an address is the page's own with more behind it. */
function queryOnly(query: string): boolean {
  return (
    query !== "" &&
    query
      .slice(1)
      .split("&")
      .every((part) => trackers.test(part))
  )
}

const trackers =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref|ref_src|source|src|cmp|cmpid|ncid|smid|xtor|wt_mc|ito|ocid|srsltid|at_\w+|__twitter_impression|guccounter|_ga|_gl|spm|share|s_kwcid)(?:=|$)/i

function partsOf(
  address: string,
): { readonly host: string; readonly path: string; readonly query: string } | null {
  const match = /^https?:\/\/(?:www\.)?([^/?#:]+)(?::\d+)?([^?#]*)(\?[^#]*)?/i.exec(address)
  if (!match) return null
  return { host: match[1]!.toLowerCase(), path: match[2] === "" ? "/" : match[2]!, query: match[3] ?? "" }
}

function plainHost(host: string): string {
  return host.replace(/^(?:www|m|mobile|amp|print|touch|lite|text)\./, "")
}

/** A path without what makes it a view of a page. */
function plainPath(path: string): string {
  const plain = path
    .replace(
      /\/amp\/|[/.]amp(?:\.html?)?\/?$|\/print(?:able|version|er)?(?=\/|\.|$)|[._-]print(?=\.html?$)/gi,
      "/",
    )
    .replace(/\.html?$/i, "")
    .replace(/\/+/g, "/")
    .replace(/\/$/, "")
  return plain === "" ? "/" : plain
}

const openingCharacters = 3000

function isAmp(html: string): boolean {
  return /<html\b[^>]{0,600}\s(?:amp|⚡)(?=[\s=>])/i.test(html.slice(0, openingCharacters))
}
