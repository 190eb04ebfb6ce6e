import { decodeHTML } from "entities"
import { cleanText } from "./clean-text.ts"
import { folded } from "./filter-blocks.ts"
import type { PageBlock } from "./page-blocks.ts"
import { type Found, metaValue, type PageSources } from "./page-sources.ts"
import { isDomainName, isOutletName, isSiteName, type Site, siteOf } from "./site-names.ts"

/** A title, and the text of the heading that prints it where one does. */
export interface FoundTitle extends Found<string> {
  readonly printed: string | null
}

const headingsMax = 40

/**
 * The title: the heading that another source of the page confirms, in the other's letters where the heading shouts;
 * else the only main heading; else the sources in the order of their trust, without the outlet's name.
 */
export function titleOf(sources: PageSources): FoundTitle | null {
  const { tree, blocks, linked } = sources
  const site = siteOf(sources.outlet, sources.address ?? sources.canonical)
  const headlineGiven = linked?.headline ? plainText(linked.headline) : null
  const given = metaValue(
    tree,
    "og:title",
    "twitter:title",
    "dc.title",
    "headline",
    "sailthru.title",
    "parsely-title",
    "citation_title",
    "title",
  )
  const element = tree.titleText === null ? null : plainText(tree.titleText)
  const social = given === null ? null : wholeOf(plainText(given), [headlineGiven, element])
  const others = [headlineGiven, social, element].filter(
    (text): text is string => text !== null && text !== "",
  )
  const forms = formsOf(others)
  const ends = endsOf(others)
  const usable = (block: PageBlock): boolean =>
    block.text.length >= 3 &&
    block.text.length < 300 &&
    !isOutletName(block.text, site) &&
    !(others.some((other) => other.length > block.text.length * 2) && isDomainName(block.text, site)) &&
    !ends.some(({ end, leadLength }) => leadLength > block.text.length && folded(block.text) === end)
  const headings = (level: number): readonly PageBlock[] => {
    const found: PageBlock[] = []
    for (const block of blocks)
      if (block.level === level && found.length < headingsMax && usable(block)) found.push(block)
    return found
  }
  const main = headings(1)
  const confirmed = bestHeading(main, forms, 0.6)
  if (confirmed && agreementWith(confirmed.text, forms) === 1)
    return printedTitle(confirmed.text, "h1, confirmed", others, site)
  const minor = headings(2)
  const exact = confirmed && repeatedHeading(minor, others)
  if (exact) return printedTitle(exact.text, "h2, printed as elsewhere", others, site)
  if (confirmed) return printedTitle(confirmed.text, "h1, confirmed", others, site)
  const open = main.filter((block) => !block.flagged)
  const single = open.length === 1 ? open[0]! : main.length === 1 ? main[0]! : null
  if (single && agreementWith(single.text, forms) >= 0.3 && single.text.split(" ").length >= 3)
    return printedTitle(single.text, "the only h1", others, site)
  const second = bestHeading(minor, forms, 0.85)
  if (second) return printedTitle(second.text, "h2, confirmed", others, site)
  if (headlineGiven)
    return { value: withoutSiteName(headlineGiven, site), rule: "json-ld headline", printed: null }
  if (social) return { value: withoutSite(social, site), rule: "og:title", printed: null }
  if (single && single.text.length > 10)
    return { value: single.text, rule: "the only h1", printed: single.text }
  const under = minor.find((block) => !block.flagged)
  if (under && element !== null && isOutletName(element, site))
    return { value: under.text, rule: "h2, under the outlet's name", printed: under.text }
  return element ? { value: withoutSite(element, site), rule: "title element", printed: null } : null
}

function printedTitle(text: string, rule: string, others: readonly string[], site: Site): FoundTitle {
  const isShouted = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
  const calm = isShouted
    ? others.map((other) => withoutSite(other, site)).find((other) => folded(other) === folded(text))
    : undefined
  const value = calm ?? withoutGlued(withoutNamedSite(text, site), others, site)
  return { value, rule, printed: text }
}

/** No headline is longer; what linked data give as one may be. */
const titleCharactersMax = 1000

/** A title as a reader sees it: some are encoded twice, and some keep their tags. */
function plainText(printed: string): string {
  const title = printed.slice(0, titleCharactersMax)
  if (!/[&<]/.test(title)) return cleanText(title)
  return cleanText(decodeHTML(decodeHTML(title)).replace(/<\/?[a-z][^<>]{0,100}>/gi, " "))
}

/** `title`, or where it was cut short the one of `others` that goes on from it. */
function wholeOf(title: string, others: readonly (string | null)[]): string {
  const begun = /^(.{10,}?)\s*(?:…|\.\.\.)$/u.exec(title)?.[1]
  return (begun !== undefined && others.find((other) => other?.startsWith(begun))) || title
}

/** A heading without the words glued to it, where two of the other titles agree on what is left of its words. */
function withoutGlued(heading: string, others: readonly string[], site: Site): string {
  const wanted = folded(heading)
  const forms = others.map((other) => withoutSiteName(other, site))
  const part = forms.find((form, i) => {
    const words = folded(form)
    const isPart = wanted !== words && (wanted.endsWith(` ${words}`) || wanted.startsWith(`${words} `))
    return isPart && words.includes(" ") && forms.some((other, j) => j !== i && folded(other) === words)
  })
  return part ?? heading
}

/** The heading that two of the `titles` give word for word. */
function repeatedHeading(headings: readonly PageBlock[], titles: readonly string[]): PageBlock | null {
  const given = titles.map(folded)
  return headings.find(({ text }) => given.filter((title) => title === folded(text)).length > 1) ?? null
}

function bestHeading(
  headings: readonly PageBlock[],
  forms: readonly ReadonlySet<string>[],
  least: number,
): PageBlock | null {
  let best: PageBlock | null = null
  let bestAgreement = least
  for (const heading of headings) {
    const agreement = agreementWith(heading.text, forms)
    if (agreement > bestAgreement) {
      best = heading
      bestAgreement = agreement
    }
  }
  return best
}

/** The words of each of the titles, and of their parts. */
function formsOf(titles: readonly string[]): readonly ReadonlySet<string>[] {
  return titles.flatMap((title) =>
    [...new Set([title, ...title.split(siteSeparator)])].map((form) => new Set(folded(form).split(" "))),
  )
}

/** The greatest share of words that the heading has in common with one of `forms`, of the longer of the two. */
function agreementWith(heading: string, forms: readonly ReadonlySet<string>[]): number {
  const words = folded(heading).split(" ")
  let best = 0
  for (const form of forms) {
    const shared = words.filter((word) => form.has(word)).length
    best = Math.max(best, shared / Math.max(words.length, form.size))
  }
  return best
}

/** What the titles end in behind a separator, as they do in the outlet's name, with the length of what leads them. */
function endsOf(titles: readonly string[]): readonly { readonly end: string; readonly leadLength: number }[] {
  return titles.flatMap((title) => {
    const parts = title.split(siteSeparator)
    return parts.length > 1 ? [{ end: folded(parts.at(-1)!), leadLength: parts[0]!.length }] : []
  })
}

const siteSeparator = /\s+(?:[–—·•»«/]|-|\|\||::?)\s+|\s*[|｜]\s*|(?<=[^\x00-\x7f])_(?=[^\x00-\x7f])/
/** What may part the outlet's name, when that is known, from a headline. */
const looseSeparator = /\s*[|｜:：–—·•»«・_/-]+\s*/
/** What parts the sections of a site, and hardly ever the words of a headline. */
const sectionSeparator = /\s+(?:[»/]|\|\||::)\s+|\s*[|｜]\s*|(?<=[^\x00-\x7f])_(?=[^\x00-\x7f])/

/**
 * `Headline | Section | The Outlet` without its end, when that is the outlet or, after a bar, anything short. Sections
 * before the outlet go with it.
 */
function withoutSite(title: string, site: Site): string {
  const named = withoutSiteName(title, site)
  const parts = title.split(siteSeparator)
  const last = parts.at(-1)!
  if (named !== title || parts.length < 2) return named
  const bar = title.lastIndexOf(" | ")
  if (bar > 15) return title.slice(0, bar).trim()
  if (last.split(" ").length <= 4 && title.length - last.length > 20) return cutEnd(title, last)
  return title
}

/** Without the end or the beginning that is the site's name, and sections before it. */
function withoutSiteName(title: string, site: Site): string {
  const parts = title.split(siteSeparator)
  const last = parts.at(-1)!
  if (parts.length > 1 && isSiteName(last, site)) {
    const sections = title.split(sectionSeparator)
    return sections.length > 2 && sections[0]!.length > sectionedLengthMin
      ? sections[0]!
      : cutEnd(title, last)
  }
  const loose = title.split(looseSeparator)
  const end = loose.at(-1)!
  if (loose.length > 1 && isOutletName(end, site)) return cutEnd(title, end)
  return isLedByOutlet(loose, site) ? title.slice(title.indexOf(loose[1]!, loose[0]!.length)) : title
}

/** A shorter beginning may be a section itself. */
const sectionedLengthMin = 5

/** Of a heading, only the outlet's own name goes, and sections before a site's name. */
function withoutNamedSite(title: string, site: Site): string {
  const parts = title.split(siteSeparator)
  const last = parts.at(-1)!
  if (parts.length > 2 && sectionSeparator.test(title) && isSiteName(last, site))
    return withoutSite(title, site)
  if (parts.length < 2) return title
  if (isOutletName(last, site)) return cutEnd(title, last)
  return isLedByOutlet(parts, site) ? title.slice(title.indexOf(parts[1]!)) : title
}

/** `The Outlet – Headline`. A front page's title, or one of a word or two, is the outlet's name and what it says of itself. */
function isLedByOutlet(parts: readonly string[], site: Site): boolean {
  if (site.isFrontPage || !isOutletName(parts[0]!, site)) return false
  return parts.slice(1).join(" ").split(" ").length > 2
}

function cutEnd(title: string, end: string): string {
  return title.slice(0, title.lastIndexOf(end)).replace(/[\s|｜–—·•»«:：・_/-]+$/u, "")
}
