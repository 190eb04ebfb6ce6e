import type { Capture } from "./capture.ts"

/** One address that led to another, by the word of the server that was asked. */
export interface Redirect {
  readonly from: string
  readonly to: string
  /** Of HTTP, or null when nobody noted it. */
  readonly status: number | null
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

export function isRedirect(status: number): boolean {
  return redirectStatuses.has(status)
}

/** Whether the capture is of an answer that leads elsewhere, and of no page. */
export function isRedirectCapture({ answer }: Capture): boolean {
  return answer !== undefined && isRedirect(answer.status) && locationOf(answer.headers) !== null
}

/**
 * The redirects that a capture shows: those that led to it, and its own where it is one. Only those that may be a
 * page's move (see `mayBeMove`).
 */
export function redirectsOf(capture: Capture): readonly Redirect[] {
  const { kind, name, answer } = capture
  if (kind !== "url" || answer === undefined) return []
  const page = answer.mementoOf ?? name
  const way = [...(answer.redirectedFrom ?? []), name].map((address) => plainOfArchived(address, answer))
  way[way.length - 1] = page
  const statuses = answer.redirectStatuses ?? []
  const found = way.slice(1).map((to, i): Redirect => ({ from: way[i]!, to, status: statuses[i] ?? null }))
  const location = isRedirect(answer.status) ? locationOf(answer.headers) : null
  const to = location === null ? null : URL.parse(location, page)
  if (to !== null) found.push({ from: page, to: to.href, status: answer.status })
  return found.filter(({ from, to }) => from !== to && mayBeMove(from, to))
}

/** What a web archive leads through are its own names for the pages that it keeps. */
function plainOfArchived(address: string, { mementoOf }: NonNullable<Capture["answer"]>): string {
  if (mementoOf === undefined) return address
  return /^https?:\/\/[^/]+\/.*?(https?:\/\/.+)$/i.exec(address)?.[1] ?? address
}

function locationOf(headers: readonly (readonly [name: string, value: string])[]): string | null {
  return headers.find(([name]) => name === "location")?.[1] ?? null
}

/**
 * Whether a page at `from` may have moved to `to`, by what the addresses are. A page moves within its own site, since
 * any server may say of its pages that they are now another's. A front page, a wall (to sign in, to consent, to pay),
 * a notice that something is gone, a search and anything that is no page are places where readers are sent instead of
 * the page.
 */
export function mayBeMove(from: string, to: string): boolean {
  const [there, here] = [URL.parse(to), URL.parse(from)]
  if (there === null || here === null || !isWeb(there) || !isWeb(here)) return false
  if (!isOneSite(here.hostname, there.hostname)) return false
  if (isFront(there) && !isFront(here)) return false
  if (notPages.test(here.pathname) || notPages.test(there.pathname)) return false
  if (wallHosts.test(there.hostname) && !wallHosts.test(here.hostname)) return false
  const own = new Set(segmentsOf(here))
  if (segmentsOf(there).some((segment) => walls.test(segment) && !own.has(segment))) return false
  return here.pathname.length < 2 || !decoded(there.search).includes(here.pathname)
}

/** Whether readers of a page are sent to another place of its site, which is not where it may have moved. */
export function isLedAside(from: string, to: string): boolean {
  const [here, there] = [URL.parse(from), URL.parse(to)]
  return here !== null && there !== null && isOneSite(here.hostname, there.hostname) && !mayBeMove(from, to)
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "http:" || protocol === "https:"
}

/** One host, or one that stands below the other; the hosts of one owner beside each other cannot be told from others. */
function isOneSite(a: string, b: string): boolean {
  const [x, y] = [plainHost(a), plainHost(b)]
  return x === y || isBelow(x, y) || isBelow(y, x)
}

function isBelow(host: string, above: string): boolean {
  return above.includes(".") && host.endsWith(`.${above}`) && !/^[\d.]+$/.test(above)
}

/** A host without what only says how its pages are shown. */
export function plainHost(host: string): string {
  return host.replace(/^(?:www|m|mobile|amp|print|touch|lite|text)\./, "")
}

const fronts = /^\/(?:(?:index|home|default)(?:\.\w{2,5})?\/?|[a-z]{2}(?:[-_][a-z]{2})?\/?)?$/i
/** What some programs that make pages put behind the front page’s address to name another. */
const pageQueries = /[?&](?:p|page_id|id|aid|article|articleid|story|storyid|nid)=\w/i

function isFront({ pathname, search }: URL): boolean {
  return fronts.test(pathname) && !pageQueries.test(search)
}

const notPages =
  /\.(?:css|m?js|map|png|jpe?g|gif|svg|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|ogg|wav|m3u8|ts|json|xml|rss|txt|pdf|zip|gz|swf|wasm)$/i
const wallHosts = /^(?:login|signin|auth|accounts?|sso|id|consent|cmp|privacy|subscribe|abo)\./i
const walls =
  /^(?:log-?in|sign-?(?:in|up|on)|register|subscri(?:be|ption)s?|abo|offers?|consent|cookies?|cookie-wall|privacy|gdpr|auth(?:orize|enticate)?|oauth2?|sso|accounts?|paywall|captcha|challenge|verify|geo-?block(?:ed)?|errors?|[45]\d\d|(?:page-)?not-?found|gone|expired|removed|deleted|unavailable|maintenance|search)$/i

function segmentsOf({ pathname }: URL): readonly string[] {
  return pathname
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => segment.replace(/\.(?:html?|php|aspx?|jsp|cfm)$/, "").replaceAll("_", "-"))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
