import { isGivenName } from "../given-names.ts"
import { type BylineName, isPersonalName } from "../person-names.ts"
import { type BylineSource, bylineClaims } from "./byline-claims.ts"
import type { Found, PageSources } from "./page-sources.ts"
import { type Site, siteOf, squashed } from "./site-names.ts"

/**
 * The people whom the page names as its article's writers. The surest source that names a person is taken whole. Where
 * the page says for machines or in a printed byline who wrote it, be it only a desk, names that merely stand near the
 * headline count for nothing. Without a person, a single name that a sure source gives is one's pen name.
 */
export function bylinesOf(sources: PageSources): Found<readonly string[]> | null {
  const said = new Map<BylineSource, readonly BylineName[]>()
  const site = siteOf(sources.outlet, sources.address ?? sources.canonical)
  let penName: Found<readonly string[]> | null = null
  for (const { source, rule, seek } of bylineClaims(sources)) {
    if (chance.has(source) && saying.some((sure) => said.has(sure))) break
    const names = seek()
    if (names.length === 0) continue
    penName ??= penNameIn(names, source, rule, said, site)
    const isPrinted = said.has("byline")
    said.set(source, names)
    const people = names.filter(({ kind }) => kind === "person").map(({ name }) => name)
    if (people.length > 0 && !(isPrinted && source === "author place"))
      return { value: people.map((name) => calmForm(name, sources)), rule }
  }
  return penName
}

/** Sources that say who wrote the article. */
const saying: readonly BylineSource[] = ["linked data", "meta", "label", "mark", "byline"]
/** The last sources: they stand where writers' names stand and may name anybody. */
const chance: ReadonlySet<BylineSource> = new Set(["dated line", "beside the date", "author place elsewhere"])
/** Sources that hold a name of one word to be somebody's. A `meta` is as often the house's, a printed word the section's. */
const naming: ReadonlySet<BylineSource> = new Set(["linked data", "label", "mark"])

/** A lone name of one word, if its source is sure to mean somebody, or prints it where another has printed it. */
function penNameIn(
  names: readonly BylineName[],
  source: BylineSource,
  rule: string,
  said: ReadonlyMap<BylineSource, readonly BylineName[]>,
  site: Site,
): Found<readonly string[]> | null {
  const [only, second] = names
  if (only?.kind !== "alias" || second !== undefined || isOfSite(only.name, site)) return null
  const isSure =
    naming.has(source) ||
    (source === "meta" && isUserName(only.name)) ||
    (source === "author place" && said.get("byline")?.[0]?.name === only.name)
  return isSure ? { value: [only.name], rule: `${rule}, a pen name` } : null
}

/** A name in capitals alone as the page prints it in small letters, where it does. */
function calmForm(name: string, { blocks }: PageSources): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}/u.test(name)) return name
  const wanted = name.toLowerCase()
  for (const { text } of blocks) {
    const at = text.toLowerCase().indexOf(wanted)
    const printed = at < 0 ? "" : text.slice(at, at + name.length)
    if (/\p{Ll}/u.test(printed) && /^\p{Lu}/u.test(printed)) return printed
  }
  return name
}

/** A house signs with the name in its address, or a part of it; so may a person who is called so. */
function isOfSite(name: string, { domains }: Site): boolean {
  const letters = squashed(name)
  if (isGivenName(name) || isPersonalName(name)) return false
  return domains.some((domain) => domain.includes(letters) || letters.includes(domain))
}

function isUserName(name: string): boolean {
  return /^[\p{Ll}\p{N}._-]{4,}$/u.test(name)
}
