import type { PageSeries } from "../article.ts"
import type { PageBlock } from "./page-blocks.ts"
import type { PageTree } from "./page-tree.ts"

const pagesMax = 60

/**
 * The place of a page among the pages of its article, or null when nothing says that it has others: links to the next
 * and previous page that are its own address with another number, or a line that counts pages. `rel=next` alone says
 * nothing, since it also leads to other articles.
 */
export function pageSeries(
  tree: PageTree,
  blocks: readonly PageBlock[],
  url: string | null,
): PageSeries | null {
  if (url === null) return null
  const own = numbered(url)
  const whole = { stem: stemOf(url), number: 1 }
  const next = linkOf(tree, url, "next")
  const previous = linkOf(tree, url, "prev") ?? linkOf(tree, url, "previous")
  const counted = countedPages(blocks)
  const here =
    (next !== null && follows(whole, numbered(next))) || counted?.number === 1
      ? whole
      : own !== null && isLater(own, previous, next, counted?.number ?? null)
        ? own
        : null
  if (here === null || here.number > pagesMax) return null
  const following = next === null ? null : numbered(next)
  const hasNext = following !== null && following.stem === here.stem && following.number === here.number + 1
  const of = counted?.number === here.number ? counted.of : null
  if (!hasNext && here.number === 1 && (of ?? 1) < 2) return null
  return { key: here.stem, number: here.number, of, next: hasNext ? next : null }
}

interface Numbered {
  readonly stem: string
  readonly number: number
}

function isLater(
  own: Numbered,
  previous: string | null,
  next: string | null,
  counted: number | null,
): boolean {
  if (own.number < 2) return false
  if (counted === own.number) return true
  const before = previous === null ? null : numbered(previous)
  if (before !== null && follows(before, own)) return true
  if (previous !== null && own.number === 2 && stemOf(previous) === own.stem) return true
  const after = next === null ? null : numbered(next)
  return after !== null && follows(own, after)
}

function follows(before: Numbered, after: Numbered | null): boolean {
  return after !== null && after.stem === before.stem && after.number === before.number + 1
}

/** An address that ends in a page's number, or null. */
function numbered(address: string): Numbered | null {
  const plain = withoutSite(address)
  const match =
    /^(.*?)[/?&;,_-]+(?:(?:page|p|pg|pag|pagina|seite|side|sida|strona)[=/_-]?)?(\d{1,3})(?:\.html?)?\/?$/i.exec(
      plain,
    )
  const number = Number(match?.[2])
  return match && number >= 1 ? { stem: stemOf(match[1]!), number } : null
}

function stemOf(address: string): string {
  return withoutSite(address)
    .replace(/[?&](?:page|p|pg|pag|pagina|seite)=1$/i, "")
    .replace(/(?:\.html?|\.php|\/)+$/i, "")
    .replace(/[?&]$/, "")
}

/** The address from the site's name on, without the way it was asked. */
function withoutSite(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/#.*$/, "")
}

function linkOf(tree: PageTree, base: string, rel: string): string | null {
  const href = tree.links.get(rel)
  if (href === undefined || href.length > 2000) return null
  try {
    return new URL(href, base).href
  } catch {
    return null
  }
}

const counts =
  /^\W{0,3}(?:page|seite|página|pagina|strona|side|sida|part)\s?(\d{1,2})\s?(?:of|von|sur|de|di|van|av|af|z|\/)\s?(\d{1,2})\W{0,3}$/i

function countedPages(blocks: readonly PageBlock[]): { readonly number: number; readonly of: number } | null {
  for (const { text } of blocks) {
    if (text.length > 30) continue
    const [, number, of] = counts.exec(text) ?? []
    if (
      number !== undefined &&
      of !== undefined &&
      Number(number) >= 1 &&
      Number(number) <= Number(of) &&
      Number(of) > 1
    )
      return { number: Number(number), of: Number(of) }
  }
  return null
}
