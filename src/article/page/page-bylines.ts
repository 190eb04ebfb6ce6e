import { type BylineClaim, type BylineSource, bylineClaims } from "./byline-claims.ts"
import type { Found, PageSources } from "./page-sources.ts"

/**
 * The people whom the page names as its article's writers. The surest source that names a person is taken whole. Where
 * the page says for machines or in a printed byline who wrote it, be it only a desk, names that merely stand near the
 * headline count for nothing. Without a person, a single name that a sure source gives is one's pen name.
 */
export function bylinesOf(sources: PageSources): Found<readonly string[]> | null {
  const claims = bylineClaims(sources)
  const isSaid = claims.some(({ source }) => saying.has(source))
  const isPrinted = claims.some(({ source }) => source === "byline")
  for (const { source, rule, names } of claims) {
    if (isSaid && chance.has(source)) continue
    if (isPrinted && source === "author place") continue
    const people = names.filter(({ kind }) => kind === "person").map(({ name }) => name)
    if (people.length > 0) return { value: people, rule }
  }
  return penName(claims)
}

/** Sources that say who wrote the article. */
const saying: ReadonlySet<BylineSource> = new Set(["linked data", "meta", "label", "mark", "byline"])
/** Sources that stand where writers' names stand and may name anybody. */
const chance: ReadonlySet<BylineSource> = new Set(["dated line", "beside the date", "author place elsewhere"])
/** Sources that hold a name of one word to be somebody's. A `meta` is as often the house's, a printed word the section's. */
const naming: ReadonlySet<BylineSource> = new Set(["linked data", "label", "mark"])

function penName(claims: readonly BylineClaim[]): Found<readonly string[]> | null {
  for (const { source, rule, names } of claims) {
    const [only, second] = names
    if (only?.kind !== "alias" || second !== undefined) continue
    const isSure =
      naming.has(source) || (source === "meta" ? isUserName(only.name) : isRepeated(only.name, claims))
    if (isSure) return { value: [only.name], rule: `${rule}, a pen name` }
  }
  return null
}

function isRepeated(name: string, claims: readonly BylineClaim[]): boolean {
  return ["byline", "author place"].every((source) =>
    claims.some((claim) => claim.source === source && claim.names[0]?.name === name),
  )
}

function isUserName(name: string): boolean {
  return /^[\p{Ll}\p{N}._-]{4,}$/u.test(name)
}
