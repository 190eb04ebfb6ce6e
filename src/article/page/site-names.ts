/** The names by which a page's site goes, as they are held against the parts of its title. */
export interface Site {
  /** The outlet's name, squashed; null when it is not known. */
  readonly outlet: string | null
  /** The names in the page's address, squashed: `gazette` of `https://news.gazette.example/`. */
  readonly domains: readonly string[]
  readonly isFrontPage: boolean
}

export function siteOf(outlet: string | null, address: string | null): Site {
  const match = /^https?:\/\/([^/:?#]+)(?::\d+)?(\/?$)?/i.exec(address ?? "")
  const labels = match?.[1]?.toLowerCase().split(".").slice(0, -1) ?? []
  return {
    outlet: outlet === null ? null : squashed(outlet),
    domains: labels
      .map(squashed)
      .filter((label) => label.length >= domainCharactersMin && !hostWords.has(label)),
    isFrontPage: match?.[2] !== undefined,
  }
}

/** Shorter ones are in too many words. */
const domainCharactersMin = 4
const hostWords = new Set(["blog", "news", "forum", "docs", "shop", "mobile", "amp", "info"])
const wordsMax = 5

/** True when `text` is the outlet's name. */
export function isOutletName(text: string, { outlet }: Site): boolean {
  return outlet !== null && squashed(text) === outlet
}

/** True when `text` is no more than the name in the page's address. */
export function isDomainName(text: string, { domains }: Site): boolean {
  return domains.includes(squashed(text))
}

/** True when `text` is the outlet's name, or the name in the page's address and little more. */
export function isSiteName(text: string, site: Site): boolean {
  const name = squashed(text)
  if (name === "") return false
  return name === site.outlet || (text.split(" ").length <= wordsMax && likeness(name, site.domains) > 0)
}

/** How much a squashed name is that of an address: 1 is wholly, a half as a part. */
export function likeness(name: string, domains: readonly string[]): number {
  if (domains.includes(name)) return 1
  return domains.some((domain) => name.includes(domain)) ? 0.5 : 0
}

/** Letters and digits alone, without an article before or the end of an address behind. */
export function squashed(name: string): string {
  return name
    .replace(/\.(?:com|org|net|info|[a-z]{2}|co\.[a-z]{2})$/i, "")
    .toLowerCase()
    .replace(/^the\s/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
}
