import { learnTemplate } from "../../article/index.ts"
import { readCapture } from "../../intake/index.ts"
import { captureAt } from "../captures.ts"
import type { Queryable } from "../database.ts"

/** What repeats on the pages of a site. */
export interface SiteTexts {
  /** From how many pages it was learnt. */
  readonly step: number
  readonly texts: readonly string[]
}

/**
 * The numbers of unlike pages of a site at which what repeats on them is learnt, from so many that were kept first.
 * Not with every page: each time all pages of the site are read anew.
 */
const siteSteps = [60, 8] as const

/** Pages of fewer titles tell too little. */
const titlesMin = 8

export async function siteTexts(inside: Queryable): Promise<ReadonlyMap<string, SiteTexts>> {
  const rows = await inside.query("SELECT site, captures, texts FROM site_texts")
  return new Map(
    rows.map(({ site, captures, texts }) => [
      String(site),
      { step: Number(captures), texts: JSON.parse(String(texts)) as readonly string[] },
    ]),
  )
}

/** Learns what repeats on a site where it has come to another step, or was robbed of a page; true where that changed. */
export async function learnSite(inside: Queryable, site: string, robbed: boolean): Promise<boolean> {
  const [kept] = await inside.query("SELECT captures, texts FROM site_texts WHERE site = $1", [site])
  if (!robbed && Number(kept?.captures ?? 0) === siteSteps[0]) return false
  const rows = await inside.query(
    `SELECT min(seq) AS first FROM document WHERE site = $1 GROUP BY content ORDER BY min(seq) LIMIT ${siteSteps[0]}`,
    [site],
  )
  const step = siteSteps.find((pages) => rows.length >= pages) ?? 0
  if (!robbed && step === Number(kept?.captures ?? 0)) return false
  const pages: string[] = []
  for (const { first } of rows.slice(0, step)) {
    const capture = await captureAt(inside, Number(first))
    if (capture === null) continue
    for (const { content } of readCapture(capture).documents)
      if (content.kind === "html") pages.push(content.html)
  }
  const template = learnTemplate(pages)
  const texts = JSON.stringify(template !== null && template.pages >= titlesMin ? template.texts : [])
  await inside.run(
    `INSERT INTO site_texts (site, captures, texts) VALUES ($1, $2, $3)
      ON CONFLICT (site) DO UPDATE SET captures = excluded.captures, texts = excluded.texts`,
    [site, step, texts],
  )
  return texts !== String(kept?.texts ?? "[]")
}
