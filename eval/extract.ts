import { join } from "node:path"
import { type Article, readArticle, reportIdOf } from "../src/article/index.ts"
import { counted, scoreBodies, sharedCount, sizeOf, tokensOf } from "./body-score.ts"
import { doubtOfDay } from "./labelled-days.ts"
import {
  documentOf,
  htmlOf,
  isBlind,
  type LabelledPage,
  readAebPages,
  readWcxbPages,
} from "./labelled-pages.ts"
import type { EvalMeasure, Figures } from "./measure.ts"

/**
 * scrapinghub/article-extraction-benchmark: multisets of 4-token shingles, precision and recall averaged over pages,
 * F1 of the averages; exact, the share of pages whose tokens are all equal. `blind`: the pages set aside.
 */
export const extractAeb: EvalMeasure = {
  name: "extract/aeb",
  needs: ["data/extract-aeb"],
  run: async (shared) => {
    const pages = readAebPages(join(shared, "data/extract-aeb"))
    return { ...bodyFigures("", pages), ...bodyFigures("blind ", pages.filter(isBlind)) }
  },
}

/** web-content-extraction-benchmark: F1 of bags of lower-cased words over article pages, and the metadata. */
export const extractWcxb: EvalMeasure = {
  name: "extract/wcxb",
  needs: ["data/extract-wcxb-sample"],
  run: async (shared) => {
    const pages = readWcxbPages(join(shared, "data/extract-wcxb-sample"))
    const articles = pages.filter((page) => page.kind === "article")
    const blind = pages.filter(isBlind)
    return {
      "bag F1": bagF1(articles),
      "blind bag F1": bagF1(articles.filter(isBlind)),
      ...metadataFigures("", pages),
      ...metadataFigures("blind ", blind),
    }
  },
}

const articles = new Map<string, Article>()

function articleOf(page: LabelledPage): Article {
  const known = articles.get(page.file)
  if (known) return known
  const document = documentOf(page)
  const article = readArticle(document, { id: reportIdOf(document), explain: false })
  articles.set(page.file, article)
  return article
}

function bodyFigures(prefix: string, pages: readonly LabelledPage[]): Figures {
  const scores = scoreBodies(pages.map((page) => ({ found: articleOf(page).text, wanted: page.text })))
  return Object.fromEntries(Object.entries(scores).map(([name, score]) => [prefix + name, score]))
}

function bagF1(pages: readonly LabelledPage[]): number {
  let sum = 0
  for (const page of pages) {
    const found = counted(tokensOf(articleOf(page).text).map((token) => token.toLowerCase()))
    const wanted = counted(tokensOf(page.text).map((token) => token.toLowerCase()))
    const both = sizeOf(found) + sizeOf(wanted)
    sum += both > 0 ? (2 * sharedCount(found, wanted)) / both : 1
  }
  return sum / pages.length
}

function metadataFigures(prefix: string, pages: readonly LabelledPage[]): Figures {
  const counts = {
    dates: 0,
    datesRight: 0,
    datesWrong: 0,
    sure: 0,
    sureRight: 0,
    sureWrong: 0,
    titles: 0,
    titlesRight: 0,
    bylines: 0,
    bylinesRight: 0,
    peopleRight: 0,
  }
  for (const page of pages) {
    const article = articleOf(page)
    const day = dayOf(page.published)
    if (day !== null) {
      const isSure = doubtOfDay(htmlOf(page), page.url, day) === null
      const isRight = dayOf(article.published) === day
      counts.dates++
      if (isRight) counts.datesRight++
      else if (article.published !== null) counts.datesWrong++
      if (isSure) counts.sure++
      if (isSure && isRight) counts.sureRight++
      else if (isSure && article.published !== null) counts.sureWrong++
    }
    if (page.title !== null) {
      counts.titles++
      if (tokensOf(article.title ?? "").join(" ") === tokensOf(page.title).join(" ")) counts.titlesRight++
    }
    const wanted = nameSet(page.bylines)
    if (wanted.size > 0) {
      counts.bylines++
      const found = nameSet(article.bylines)
      if (isSameSet(found, wanted)) counts.bylinesRight++
      if (isSameSet(found, nameSet(peopleOf(page)))) counts.peopleRight++
    }
  }
  return {
    [`${prefix}date right`]: counts.datesRight / counts.dates,
    [`${prefix}date wrong`]: counts.datesWrong / counts.dates,
    [`${prefix}day precision`]: counts.datesRight / (counts.datesRight + counts.datesWrong),
    [`${prefix}days not contradicted, right`]: counts.sureRight / counts.sure,
    [`${prefix}days not contradicted, wrong`]: counts.sureWrong / counts.sure,
    [`${prefix}title exact`]: counts.titlesRight / counts.titles,
    [`${prefix}byline set exact`]: counts.bylinesRight / counts.bylines,
    [`${prefix}byline people exact`]: counts.peopleRight / counts.bylines,
  }
}

/**
 * The people of a label, told without the words of the extractor: what is left when desks, the site itself, offices and
 * degrees are taken out. Empty when nobody is left: then nobody should be found.
 */
function peopleOf(page: LabelledPage): readonly string[] {
  const site = lettersOf(new URL(page.url).hostname)
  return page.bylines
    .flatMap((label) => label.split(/[|&]/))
    .map((label) => label.trim())
    .filter((label, i) => {
      if (
        /\b(?:team|staff|desk|editors?|editorial|admin|newsroom|hospital|center|bureau)\b|_admin/i.test(label)
      )
        return false
      if (/\b(?:CEO|director|reporter|writer|correspondent)\b/i.test(label)) return false
      if (i > 0 && (/^[\p{Lu}.®() ]{2,14}$/u.test(label) || !/\s/.test(label))) return false
      const letters = lettersOf(label)
      return /^\p{Lu}\p{Ll}+ \p{Lu}[\p{Ll}.]+$/u.test(label) || !site.includes(letters)
    })
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item))
}

function dayOf(printed: string | null): string | null {
  return /\d{4}-\d\d-\d\d/.exec(printed ?? "")?.[0] ?? null
}

function nameSet(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => tokensOf(name).join(" ").toLowerCase()).filter((name) => name !== ""))
}
