import { cleanText } from "./clean-text.ts"
import { folded } from "./filter-blocks.ts"
import type { PageBlock } from "./page-blocks.ts"
import { type Found, metaValue, type PageSources } from "./page-sources.ts"

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
  const { tree, blocks, linked, outlet } = sources
  const headlineGiven = linked?.headline ? cleanText(linked.headline) : null
  const social = metaValue(
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
  const element = tree.titleText === null ? null : cleanText(tree.titleText)
  const others = [headlineGiven, social, element].filter(
    (text): text is string => text !== null && text !== "",
  )
  const forms = formsOf(others)
  const usable = (block: PageBlock): boolean =>
    block.text.length >= 3 &&
    block.text.length < 300 &&
    (outlet === null || folded(block.text) !== folded(outlet)) &&
    !isSitePart(block.text, others)
  const main = blocks.filter((block) => block.level === 1 && usable(block)).slice(0, headingsMax)
  const minor = blocks.filter((block) => block.level === 2 && usable(block)).slice(0, headingsMax)
  const confirmed = bestHeading(main, forms, 0.6)
  if (confirmed) return printedTitle(confirmed.text, "h1, confirmed", others, outlet)
  const open = main.filter((block) => !block.flagged)
  const single = open.length === 1 ? open[0]! : main.length === 1 ? main[0]! : null
  if (single && agreementWith(single.text, forms) >= 0.3 && single.text.split(" ").length >= 3)
    return printedTitle(single.text, "the only h1", others, outlet)
  const second = bestHeading(minor, forms, 0.85)
  if (second) return printedTitle(second.text, "h2, confirmed", others, outlet)
  if (headlineGiven) return { value: headlineGiven, rule: "json-ld headline", printed: null }
  if (social) return { value: withoutSite(social, outlet), rule: "og:title", printed: null }
  if (single && single.text.length > 10)
    return { value: single.text, rule: "the only h1", printed: single.text }
  const under = minor.find((block) => !block.flagged)
  if (under && element !== null && outlet !== null && isOutlet(element, outlet))
    return { value: under.text, rule: "h2, under the outlet's name", printed: under.text }
  return element ? { value: withoutSite(element, outlet), rule: "title element", printed: null } : null
}

function printedTitle(
  text: string,
  rule: string,
  others: readonly string[],
  outlet: string | null,
): FoundTitle {
  const isShouted = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
  const calm = isShouted
    ? others.map((other) => withoutSite(other, outlet)).find((other) => folded(other) === folded(text))
    : undefined
  return { value: calm ?? withoutNamedSite(text, outlet), rule, printed: text }
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

/** True when a title ends in `text` behind a separator, as it does in the outlet's name. */
function isSitePart(text: string, titles: readonly string[]): boolean {
  const wanted = folded(text)
  return titles.some((title) => {
    const parts = title.split(siteSeparator)
    return parts.length > 1 && folded(parts.at(-1)!) === wanted && parts[0]!.length > text.length
  })
}

const siteSeparator = /\s+(?:[|–—·•»«]|-|\|\||::?)\s+/

/** `Headline | The Outlet` without its end, when that is the outlet or, after a bar, anything short. */
function withoutSite(title: string, outlet: string | null): string {
  const named = withoutNamedSite(title, outlet)
  if (named !== title) return named
  const bar = title.lastIndexOf(" | ")
  if (bar > 15) return title.slice(0, bar).trim()
  const parts = title.split(siteSeparator)
  const last = parts.at(-1)!
  if (parts.length > 1 && last.split(" ").length <= 4 && title.length - last.length > 20)
    return cutEnd(title, last)
  return title
}

function withoutNamedSite(title: string, outlet: string | null): string {
  const parts = title.split(siteSeparator)
  const last = parts.at(-1)!
  if (parts.length < 2) return title
  if (outlet !== null && folded(last) === folded(outlet)) return cutEnd(title, last)
  if (outlet !== null && folded(parts[0]!) === folded(outlet)) return title.slice(title.indexOf(parts[1]!))
  return title
}

function isOutlet(title: string, outlet: string): boolean {
  const name = (text: string): string => folded(text).replace(/^the /, "")
  return name(title) === name(outlet)
}

function cutEnd(title: string, end: string): string {
  return title.slice(0, title.lastIndexOf(end)).replace(/[\s|–—·•»«:-]+$/u, "")
}
