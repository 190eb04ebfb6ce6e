import { learnTemplate, type PageTexts, pageTexts } from "../../article/index.ts"
import { compareStrings, sha256Hex } from "../../base/index.ts"
import { readCapture } from "../../intake/index.ts"
import { captureAt } from "../captures.ts"
import { insertRows, placeholders, type Queryable } from "../database.ts"
import { columnKey, packed, unpacked } from "./packed.ts"

/** What repeats on the pages of a site. */
export interface SiteTexts {
  /** Tells these texts from others; 0 where there are none. */
  readonly step: number
  readonly texts: readonly string[]
  /** How many pages they were learnt from, or chosen among. */
  readonly pages: number
  /** The digest of which these are. */
  readonly sample: string
}

export const nothingLearnt: SiteTexts = { step: 0, texts: [], pages: 0, sample: "" }

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
  const where = sites === null ? "" : `WHERE l.site IN (${placeholders(sites.length)})`
  if (sites?.length === 0) return new Map()
  const rows = await inside.query(
    `SELECT l.site AS site, l.pages AS pages, l.sample AS sample, t.captures AS captures, t.texts AS texts
      FROM site_learnt l LEFT JOIN site_texts t ON t.site = l.site ${where}`,
    sites ?? [],
  )
  return new Map(
    rows.map(({ site, pages, sample, captures, texts }) => [
      String(site),
      {
        step: Number(captures ?? 0),
        texts: JSON.parse(String(texts ?? "[]")) as readonly string[],
        pages: Number(pages),
        sample: String(sample),
      },
    ]),
  )
}

/** Until all captures are read a site waits to be learnt from again for so much of what was learnt from. */
const waitingShare = 0.25

/**
 * Learns what repeats on a site whose pages are others than before: at once where all captures are read, else when they
 * are enough more, and till then it is due. Gives what was known of it, and what is known now. The order in which pages
 * were kept plays no part. Cost: `samplePagesMax` pages whose blocks are kept, and the reading of those that are new.
 */
export async function learnSite(
  inside: Queryable,
  site: string,
  isLast: boolean,
): Promise<{ readonly before: SiteTexts; readonly now: SiteTexts }> {
  const before = (await siteTexts(inside, [site])).get(site) ?? nothingLearnt
  const [counted] = await inside.query(
    "SELECT count(DISTINCT content) AS pages FROM document WHERE site = $1",
    [site],
  )
  const pages = Number(counted?.pages ?? 0)
  const isDue = !isLast && Math.abs(pages - before.pages) < before.pages * waitingShare
  const isTooFew = pages < titlesMin && before.step === 0
  const sample = isDue || isTooFew ? null : await takeSample(inside, site, pages)
  await inside.run(
    `INSERT INTO site_learnt (site, pages, due, sample) VALUES ($1, $2, $3, $4)
      ON CONFLICT (site) DO UPDATE SET pages = excluded.pages, due = excluded.due, sample = excluded.sample`,
    [site, isDue ? before.pages : pages, isDue ? 1 : 0, sample ?? before.sample],
  )
  if (sample === null || sample === before.sample) return { before, now: before }
  const kept = await inside.query("SELECT blocks FROM site_page WHERE site = $1 ORDER BY content", [site])
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
  return { before, now: { step, texts: learnt, pages, sample } }
}

/** Sites that wait to be learnt from. */
export async function sitesDue(inside: Queryable): Promise<readonly string[]> {
  const rows = await inside.query("SELECT site FROM site_learnt WHERE due = 1")
  return rows.map(({ site }) => String(site))
}

/** Whether the blocks of a page are wanted that was not there when its site was learnt from last. */
export function isWanted({ pages }: SiteTexts, sha256: string): boolean {
  return columnKey(sha256) < sampleEnd(pages)
}

/** Keeps the blocks of the pages that are learnt from. Gives the digest of which these are. */
async function takeSample(inside: Queryable, site: string, pages: number): Promise<string> {
  const wanted = await inside.query(
    "SELECT content, min(seq) AS seq FROM document WHERE site = $1 AND content < $2 GROUP BY content",
    [site, sampleEnd(pages)],
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
  return sha256Hex([...seqs.keys()].sort(compareStrings).join(" ")).slice(0, 16)
}

/** The digest below which those of the sample are, among so many pages. */
export function sampleEnd(pages: number): string {
  const halvings = Math.max(0, Math.ceil(Math.log2(pages / samplePagesMax)))
  return halvings === 0 ? "g" : ((2n ** 64n) >> BigInt(halvings)).toString(16).padStart(16, "0")
}
