import { learnTemplate, type PageTexts, pageTexts } from "../../article/index.ts"
import { compareStrings, sha256Hex } from "../../base/index.ts"
import { readCapture } from "../../intake/index.ts"
import { captureAt } from "../captures.ts"
import { insertRows, placeholders, type Queryable } from "../database.ts"
import { packed, unpacked } from "./packed.ts"

/** What repeats on the pages of a site. */
export interface SiteTexts {
  /** Tells these texts from others; 0 where there are none. */
  readonly step: number
  readonly texts: readonly string[]
}

/** Pages of fewer titles tell too little. */
const titlesMin = 8

/**
 * Of more pages than these only those are learnt from whose bytes have the least digests: half of all, or a quarter,
 * and so on, so that it is never more than about so many. Which these are follows from the pages of the site alone.
 */
const samplePagesMax = 128

/** Of those sites, or of all. */
export async function siteTexts(
  inside: Queryable,
  sites: readonly string[] | null = null,
): Promise<ReadonlyMap<string, SiteTexts>> {
  const where = sites === null ? "" : `WHERE site IN (${placeholders(sites.length)})`
  if (sites?.length === 0) return new Map()
  const rows = await inside.query(`SELECT site, captures, texts FROM site_texts ${where}`, sites ?? [])
  return new Map(
    rows.map(({ site, captures, texts }) => [
      String(site),
      { step: Number(captures), texts: JSON.parse(String(texts)) as readonly string[] },
    ]),
  )
}

/**
 * Learns what repeats on a site whose pages are others than before. Gives what was known of it, where that changed, and
 * what is known now. The order in which pages were kept plays no part. Cost: `samplePagesMax` pages whose blocks are
 * kept, and the reading of those that are new.
 */
export async function learnSite(
  inside: Queryable,
  site: string,
): Promise<{ readonly before: SiteTexts; readonly now: SiteTexts }> {
  const before = (await siteTexts(inside, [site])).get(site) ?? { step: 0, texts: [] }
  if (!(await takeSample(inside, site))) return { before, now: before }
  const kept = await inside.query("SELECT content, blocks FROM site_page WHERE site = $1 ORDER BY content", [
    site,
  ])
  const template = learnTemplate(kept.map(({ blocks }) => unpacked<PageTexts>(blocks)))
  const learnt = template !== null && template.pages >= titlesMin ? template.texts : []
  const texts = JSON.stringify(learnt)
  if (texts === JSON.stringify(before.texts)) return { before, now: before }
  const step = learnt.length === 0 ? 0 : Number.parseInt(sha256Hex(texts).slice(0, 12), 16)
  await inside.run(
    `INSERT INTO site_texts (site, captures, texts) VALUES ($1, $2, $3)
      ON CONFLICT (site) DO UPDATE SET captures = excluded.captures, texts = excluded.texts`,
    [site, step, texts],
  )
  return { before, now: { step, texts: learnt } }
}

/** Keeps the blocks of the pages that are learnt from; true where these are others than before. */
async function takeSample(inside: Queryable, site: string): Promise<boolean> {
  const [counted] = await inside.query(
    "SELECT count(DISTINCT content) AS pages FROM document WHERE site = $1",
    [site],
  )
  const wanted = await inside.query(
    "SELECT content, min(seq) AS seq FROM document WHERE site = $1 AND content < $2 GROUP BY content",
    [site, sampleEnd(Number(counted?.pages ?? 0))],
  )
  const seqs = new Map(wanted.map(({ content, seq }) => [String(content), Number(seq)]))
  const rows = await inside.query("SELECT content FROM site_page WHERE site = $1", [site])
  const kept = new Set(rows.map(({ content }) => String(content)))
  const gone = [...kept].filter((content) => !seqs.has(content))
  const fresh = [...seqs].filter(([content]) => !kept.has(content))
  for (const content of gone)
    await inside.run("DELETE FROM site_page WHERE site = $1 AND content = $2", [site, content])
  for (const [content, seq] of fresh.sort(([x], [y]) => compareStrings(x, y))) {
    const capture = await captureAt(inside, seq)
    const document = capture && readCapture(capture).documents.find((one) => one.content.kind === "html")
    if (document?.content.kind === "html")
      await insertRows(inside, "site_page", [
        { site, content, blocks: packed(pageTexts(document.content.html)) },
      ])
  }
  return gone.length > 0 || fresh.length > 0
}

/** The digest below which those of the sample are, among so many pages. */
export function sampleEnd(pages: number): string {
  const halvings = Math.max(0, Math.ceil(Math.log2(pages / samplePagesMax)))
  return halvings === 0 ? "g" : ((2n ** 64n) >> BigInt(halvings)).toString(16).padStart(16, "0")
}
