import { learnTemplate } from "../article/index.ts"
import { compareStrings } from "../base/index.ts"
import { readCapture } from "../intake/index.ts"
import { siteOf } from "../reuse/index.ts"
import { captureAt } from "./captures.ts"
import { type Archive, inTransaction } from "./open-archive.ts"

/** Pages of one site that a template is learnt from, those of the least digests; fewer tell too little. */
const learntFromMax = 60
const learntFromMin = 8

/**
 * For each site what repeats on its pages, as far as the archive has enough of them. Learnt from the captures alone,
 * whatever order they came in, kept beside them and learnt anew when the site has more. Cost: 60 pages parsed for each
 * site that is new or has grown.
 */
export function siteTexts(archive: Archive): ReadonlyMap<string, readonly string[]> {
  const known = knownTexts(archive)
  const found = new Map<string, readonly string[]>()
  for (const [site, pages] of pagesBySite(archive)) {
    if (pages.length < learntFromMin) continue
    const kept = known.get(site)
    const texts = kept?.captures === pages.length ? kept.texts : learnt(archive, pages)
    if (kept?.captures !== pages.length) keepTexts(archive, site, pages.length, texts)
    if (texts.length > 0) found.set(site, texts)
  }
  return found
}

interface KeptPage {
  readonly seq: number
  readonly sha256: string
}

/** Captures of web pages by site, one for each content, by digest. */
function pagesBySite(archive: Archive): ReadonlyMap<string, readonly KeptPage[]> {
  const rows = archive.database
    .prepare("SELECT min(seq) AS seq, name, sha256 FROM capture WHERE kind = 'url' GROUP BY name, sha256")
    .iterate()
  const bySite = new Map<string, Map<string, number>>()
  for (const row of rows) {
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

function learnt(archive: Archive, pages: readonly KeptPage[]): readonly string[] {
  const texts: string[] = []
  for (const { seq } of pages.slice(0, learntFromMax)) {
    const capture = captureAt(archive, seq)
    if (capture === null) continue
    for (const { content } of readCapture(capture).documents)
      if (content.kind === "html") texts.push(content.html)
  }
  const template = learnTemplate(texts)
  return template !== null && template.pages >= learntFromMin ? template.texts : []
}

function knownTexts(
  archive: Archive,
): ReadonlyMap<string, { readonly captures: number; readonly texts: readonly string[] }> {
  const rows = archive.database.prepare("SELECT site, captures, texts FROM site_texts").all()
  return new Map(
    rows.map((row) => [
      String(row.site),
      { captures: Number(row.captures), texts: JSON.parse(String(row.texts)) as readonly string[] },
    ]),
  )
}

function keepTexts(archive: Archive, site: string, captures: number, texts: readonly string[]): void {
  inTransaction(archive.database, () =>
    archive.database
      .prepare(
        "INSERT INTO site_texts VALUES (?, ?, ?) ON CONFLICT (site) DO UPDATE SET captures = excluded.captures, texts = excluded.texts",
      )
      .run(site, captures, JSON.stringify(texts)),
  )
}
