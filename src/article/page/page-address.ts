import { plainHost } from "../../intake/index.ts"
import { isTracker, mayTrack } from "./tracking-parameters.ts"

/**
 * The address by which a page is known, so that its captures are versions of one page: where it was had, without what
 * only says how its reader came; or, for an AMP, print, mobile or reader view of a page, and for another spelling of
 * its address (scheme, `www.`, a slash at the end), the address that it gives as its own. An address that a page only
 * claims (of another site, of its front page, of other words in its path) is not believed, and no two addresses are
 * taken for one because they look alike.
 */
export function pageAddress(html: string, address: string | null, canonical: string | null): string | null {
  const own = canonical === null ? null : plainAddress(canonical)
  if (address === null) return own
  const plain = plainAddress(address)
  if (own === null || own === plain) return plain
  const here = partsOf(plain)
  const there = partsOf(own)
  if (here === null || there === null) return plain
  if (ampCaches.test(here.host)) return own
  if (plainHost(here.host) !== plainHost(there.host)) return plain
  if (there.path === "/" && plainPath(here.path) !== "/") return plain
  const isView = viewHosts.test(here.host) || viewMarks.test(here.path + here.query) || isAmp(html)
  if (isView) return own
  const isSpelling = plainPath(here.path) === plainPath(there.path)
  return isSpelling && (here.query === there.query || queryOnly(here.query)) ? own : plain
}

const viewHosts = /^(?:m|mobile|amp|print|touch|lite|text)\./

/** The address without parameters that only count readers, a default port and a fragment; the host in lower case. */
export function plainAddress(address: string): string {
  const match = /^(https?):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(address)
  if (!match) return address
  const [, scheme, authority, path, query = "", fragment = ""] = match
  const host = authority!.toLowerCase().replace(scheme!.toLowerCase() === "http" ? /:80$/ : /:443$/, "")
  const kept = query
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !isTracker(part))
    .join("&")
  // Some sites tell their pages apart behind a hash mark and an exclamation mark.
  const route = fragment.startsWith("#!") ? fragment : ""
  return `${scheme!.toLowerCase()}://${host}${path === "" ? "/" : path}${kept === "" ? "" : `?${kept}`}${route}`
}

const ampCaches = /(?:^|\.)(?:cdn\.ampproject\.org|ampproject\.net|bing-amp\.com)$|^google\.[a-z.]+$/
const viewMarks =
  /(?:[/.]amp(?:\.html?)?\/?$|\/amp\/|[?&](?:amp(?:=1|=true)?(?=&|$)|outputtype=amp|output=(?:amp|print)|view=(?:print|text|reader|mobile)|print(?:=[^&]*)?(?=&|$)|printable=[^&]*|mobile=[^&]*|format=(?:print|amp)|tmpl=component)|\/print(?:able|version|er)?(?:\/|\.|$)|[._-]print\.html?$)/i

/** Nothing but what may say how a reader came: where the page's own address lacks it, that is what it says. */
function queryOnly(query: string): boolean {
  return query !== "" && query.slice(1).split("&").every(mayTrack)
}

/** Host without `www.`, path and query of an address of the web; null for any other. */
export function partsOf(
  address: string,
): { readonly host: string; readonly path: string; readonly query: string } | null {
  const match = /^https?:\/\/(?:www\.)?([^/?#:]+)(?::\d+)?([^?#]*)(\?[^#]*)?/i.exec(address)
  if (!match) return null
  return { host: match[1]!.toLowerCase(), path: match[2] === "" ? "/" : match[2]!, query: match[3] ?? "" }
}

/** A path without what makes it a view of a page. */
export function plainPath(path: string): string {
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
