import type { PageKind, PageSeries, Shortfall } from "../article.ts"
import { earlierPages } from "../join-pages.ts"
import type { PageBlock } from "./page-blocks.ts"
import type { PageMetadata } from "./page-metadata.ts"
import { metaValue } from "./page-sources.ts"
import type { PageText } from "./page-text.ts"
import type { PageTree } from "./page-tree.ts"

/** Text shorter than this is no report, whatever it is. */
const reportCharactersMin = 140
/** Text longer than this behind a paywall was let through whole. */
const stubCharactersMax = 2500
const proseScoreMin = 4
/** A text with a smaller share of the words that the page says it has was cut. */
const wholeShareMin = 0.6
const missingWordsMin = 120

const noArticleWords: Readonly<Partial<Record<PageKind["kind"], string>>> = {
  list: "a list",
  search: "a search",
  product: "a product",
  profile: "a profile",
  video: "a recording",
  error: "an error page",
  challenge: "a check for robots",
  shell: "an empty frame",
  consent: "a wall of consent or registration",
}

/** What the server sent in an article's place: nothing of it is worth keeping. */
export function isUnserved({ kind }: PageKind): boolean {
  return kind === "error" || kind === "challenge" || kind === "shell" || kind === "consent"
}

/** Why what was read of a page may be less than an article, or none at all. */
export function pageShortfalls(
  tree: PageTree,
  { linked }: PageMetadata,
  page: PageText,
  all: readonly PageBlock[],
  {
    text,
    kind,
    series,
  }: { readonly text: string; readonly kind: PageKind; readonly series: PageSeries | null },
): readonly Shortfall[] {
  const found: Shortfall[] = []
  if (tree.cut) found.push({ kind: "over-limit", detail: "the page was cut at its limit" })
  const prose = page.blocks.reduce((sum, block) => sum + block.proseScore, 0)
  const other = noArticleWords[kind.kind]
  if (other !== undefined) found.push({ kind: "no-article", detail: `${other}: ${kind.rule}` })
  else if (text === "") found.push({ kind: "no-article", detail: "no prose on the page" })
  else if (text.length < reportCharactersMin || (prose < proseScoreMin && text.length < stubCharactersMax))
    found.push({ kind: "too-short", detail: `${text.length} characters` })
  if (isUnserved(kind)) return found
  const missing = missingWords(tree, linked?.body ?? null, text)
  const isShort = missing === null ? text.length < stubCharactersMax : missing !== "none"
  if (isShort) {
    const wall =
      page.verdicts.find(({ block }) => block.text.length < 300 && wallWords.test(block.text))?.block ??
      all.find((block) => block.text.length < 300 && cutWords.test(block.text))
    const detail = wall ? wall.text.slice(0, 120) : "the page says that it is not free"
    if (wall || linked?.paywalled === true || lockedTiers.test(tierOf(tree)))
      found.push({ kind: "paywalled", detail })
  }
  if (series !== null) found.push(...seriesShortfalls(series))
  if (/(?:\[…\]|\[\.\.\.\]|(?:…|\.\.\.)\s?(?:read more|continue reading|more))$/i.test(text.slice(-60)))
    found.push({ kind: "truncated", detail: "the text breaks off" })
  else if (missing !== null && missing !== "none" && text !== "" && other === undefined)
    found.push({ kind: "truncated", detail: missing })
  return found
}

/** Null when the page does not say how long its article is; "none" when the text is about as long as it says. */
function missingWords(tree: PageTree, body: string | null, text: string): string | null {
  const counts = new Set(tree.linkedData.flatMap((script) => wordCountsIn(script)))
  const [said] = counts
  const wanted = counts.size === 1 && said !== undefined ? said : wordsIn(body ?? "")
  if (wanted < missingWordsMin) return null
  const words = wordsIn(text)
  if (words >= wanted * wholeShareMin || wanted - words < missingWordsMin) return "none"
  return `${words} of the ${wanted} words that the page says it has`
}

function wordCountsIn(script: string): readonly number[] {
  if (script.length > 400_000) return []
  return [...script.matchAll(/"wordCount"\s*:\s*"?(\d{2,6})\b/g)].map(([, count]) => Number(count))
}

function wordsIn(text: string): number {
  let words = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) <= 32
    if (!isSpace && !inWord) words++
    inWord = !isSpace
  }
  return words
}

function tierOf(tree: PageTree): string {
  return metaValue(tree, "article:content_tier", "content_tier", "content-tier", "access", "paywall") ?? ""
}

const lockedTiers = /^(?:locked|premium|paid|subscriber|subscription|members?|true|yes)\b/i

function seriesShortfalls({ number, of, next }: PageSeries): readonly Shortfall[] {
  const found: Shortfall[] = []
  const place = `page ${number}${of === null ? "" : ` of ${of}`}`
  if (number > 1) found.push({ kind: "more-pages", detail: `${earlierPages}: this is ${place}` })
  if (next !== null || (of !== null && number < of)) found.push({ kind: "more-pages", detail: next ?? place })
  return found
}

/** What a wall says where the article breaks off. */
const wallWords =
  /\b(?:to (?:read|continue|keep) (?:reading )?(?:the |this )?(?:full|rest|entire|whole)? ?(?:story|article)|(?:subscribe|sign in|log ?in|register) to (?:continue|keep|read|view|unlock)|(?:already|become) a (?:subscriber|member)|subscribers? only|for subscribers|exclusive to (?:subscribers|members)|(?:remaining|last|one of your) (?:free )?articles?|you(?:'|’)?ve (?:reached|used|read)[^.]{0,40}(?:limit|free)|this (?:article|story|content) is (?:for|reserved|exclusive|locked|only)|unlock (?:this|the full)|jetzt weiterlesen|weiterlesen mit|(?:lesen sie|um) (?:weiter|diesen artikel|den (?:ganzen|vollständigen))|nur für abonnenten|(?:bereits|schon) (?:ein abo|abonnent)|réservée? aux abonnés|déjà abonné|il vous reste [\d,.]+ ?%|pour lire la suite|(?:solo|exclusivo|contenido) para (?:suscriptores|socios|assinantes)|para seguir leyendo|ya eres suscriptor|exclusivo para assinantes|continue lendo|(?:riservato|contenuto) (?:agli|per gli) abbonati|per continuare a leggere|sei già abbonato|alleen voor abonnees|verder lezen|al abonnee|kun for abonnent|logga in för att läsa|läs hela artikeln|dla prenumeratorów|tylko dla subskrybentów)/iu

/** The same, so plain that it counts wherever on the page it stands. */
const cutWords =
  /\b(?:(?:subscribe|sign in|log ?in|register|join)(?: now)? to (?:continue|keep) reading|to (?:continue|keep) reading(?: this (?:article|story))?,|read the (?:full|rest of the) (?:story|article) (?:by|with|when you)|il vous reste [\d,.]+ ?% de cet article|la suite (?:de cet article )?est réservée|para seguir leyendo|per continuare a leggere|jetzt weiterlesen mit|um weiterzulesen)/iu
