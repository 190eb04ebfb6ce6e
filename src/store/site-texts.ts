import { learnTemplate } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import { readCapture } from "../intake/index.ts"
import { siteOf } from "../reuse/index.ts"
import { captureAt } from "./captures.ts"
import type { Archive } from "./open-archive.ts"

/** Pages of one site that a template is learnt from, those of the least digests; fewer tell too little. */
const learntFromMax = 60
const learntFromMin = 8

/**
 * For each site what repeats on its pages, as far as the archive has enough of them. Learnt from the captures alone,
 * whatever order they came in, kept beside them and learnt anew when the site has more. Cost: 60 pages parsed for each
 * site that is new or has grown.
 */
export async function siteTexts(archive: Archive): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = await knownTexts(archive)
  const found = new Map<string, readonly string[]>()
  for (const [site, pages] of await pagesBySite(archive)) {
    if (pages.length < learntFromMin) continue
    const kept = known.get(site)
    const texts = kept?.captures === pages.length ? kept.texts : await learnt(archive, pages)
    if (kept?.captures !== pages.length) await keepTexts(archive, site, pages.length, texts)
    if (texts.length > 0) found.set(site, texts)
  }
  return found
}

interface KeptPage {
  readonly seq: number
  readonly sha256: string
}

/** Captures of web pages by site, one for each content, by digest. */
async function pagesBySite(archive: Archive): Promise<ReadonlyMap<string, readonly KeptPage[]>> {
  const rows = archive.database.iterate(
    "SELECT min(seq) AS seq, name, sha256 FROM capture WHERE kind = 'url' GROUP BY name, sha256",
  )
  const bySite = new Map<string, Map<string, number>>()
  for await (const row of rows) {
    const site = siteOf(String(row.name))
    if (site === null) continue
    const pages = bySite.get(site) ?? new Map<string, number>()
    bySite.set(site, pages)
    const sha256 = String(row.sha256)
    pages.set(sha256, Math.min(pages.get(sha256) ?? Number.POSITIVE_INFINITY, Number(row.seq)))
  }
  return new Map(
    [...bySite].map(([site, pages]) => [
      site,
      [...pages].map(([sha256, seq]) => ({ sha256, seq })).sort((a, b) => compareStrings(a.sha256, b.sha256)),
    ]),
  )
}

async function learnt(archive: Archive, pages: readonly KeptPage[]): Promise<readonly string[]> {
  const texts: string[] = []
  for (const { seq } of pages.slice(0, learntFromMax)) {
    const capture = await captureAt(archive.database, seq)
    if (capture === null) continue
    for (const { content } of readCapture(capture).documents)
      if (content.kind === "html") texts.push(content.html)
  }
  const template = learnTemplate(texts)
  return template !== null && template.pages >= learntFromMin ? template.texts : []
}

async function knownTexts(
  archive: Archive,
): Promise<ReadonlyMap<string, { readonly captures: number; readonly texts: readonly string[] }>> {
  const rows = await archive.database.query("SELECT site, captures, texts FROM site_texts")
  return new Map(
    rows.map((row) => [
      String(row.site),
      { captures: Number(row.captures), texts: JSON.parse(String(row.texts)) as readonly string[] },
    ]),
  )
}

async function keepTexts(
  archive: Archive,
  site: string,
  captures: number,
  texts: readonly string[],
): Promise<void> {
  await archive.database.run(
    "INSERT INTO site_texts (site, captures, texts) VALUES ($1, $2, $3) ON CONFLICT (site) DO UPDATE SET captures = excluded.captures, texts = excluded.texts",
    [site, captures, JSON.stringify(texts)],
  )
}
