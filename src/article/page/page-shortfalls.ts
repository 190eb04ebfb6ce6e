import type { Shortfall } from "../article.ts"
import type { PageMetadata } from "./page-metadata.ts"
import type { PageText } from "./page-text.ts"
import type { PageTree } from "./page-tree.ts"

/** Text shorter than this is no report, whatever it is. */
const reportCharactersMin = 140
/** Text longer than this behind a paywall was let through whole. */
const stubCharactersMax = 2500
/** The prose under a headline that only leads to its article. */
const teaserScoreMax = 5
const proseScoreMin = 4

/** Why what was read of a page may be less than an article, or none at all. */
export function pageShortfalls(
  tree: PageTree,
  { linked, url }: PageMetadata,
  page: PageText,
  text: string,
): readonly Shortfall[] {
  const found: Shortfall[] = []
  if (tree.cut) found.push({ kind: "over-limit", detail: "the page was cut at its limit" })
  const prose = page.blocks.reduce((sum, block) => sum + block.proseScore, 0)
  const headlines = page.verdicts.filter(
    ({ block }) => block.kind === "heading" && block.linkLength > block.text.length * 0.8,
  )
  if (text === "") found.push({ kind: "no-article", detail: "no prose on the page" })
  else if (headlines.length >= 5 && prose < headlines.length * teaserScoreMax)
    found.push({ kind: "no-article", detail: "a list of links to articles" })
  else if (text.length < reportCharactersMin || prose < proseScoreMin)
    found.push({ kind: "too-short", detail: `${text.length} characters` })
  const wall = page.verdicts.find(({ block }) => block.text.length < 300 && wallWords.test(block.text))
  if (text.length < stubCharactersMax && (linked?.paywalled || wall))
    found.push({
      kind: "paywalled",
      detail: wall ? wall.block.text.slice(0, 120) : "the page says that it is not free",
    })
  const next = tree.links.get("next") ?? ""
  if (isLaterPage(next, url)) found.push({ kind: "more-pages", detail: next })
  if (/(?:\[…\]|\[\.\.\.\]|(?:…|\.\.\.)\s?(?:read more|continue reading|more))$/i.test(text.slice(-60)))
    found.push({ kind: "truncated", detail: "the text breaks off" })
  return found
}

/** True when `next` is the same address with a page's number; `rel=next` also leads to other articles. */
function isLaterPage(next: string, url: string | null): boolean {
  const page = /^(.*?)[/?&;-]*(?:(?:page|p|pagina|seite)[=/_-]?)?(\d{1,3})\/?$/i.exec(next)
  if (!page || Number(page[2]) < 2) return false
  const stem = page[1]!.replace(/^https?:\/\/[^/]+/i, "").replace(/\.html?$/i, "")
  return stem.length > 1 && url !== null && url.replace(/^https?:\/\/[^/]+/i, "").startsWith(stem)
}

const wallWords =
  /\b(?:to (?:read|continue|keep) (?:reading )?(?:the |this )?(?:full|rest|entire|whole)? ?(?:story|article)|(?:subscribe|sign in|log ?in|register) to (?:continue|keep|read|view|unlock)|(?:already|become) a (?:subscriber|member)|subscribers? only|for subscribers|exclusive to (?:subscribers|members)|remaining (?:free )?articles?|jetzt weiterlesen|réservé aux abonnés|solo para suscriptores|exclusivo para assinantes)\b/i
