import { movesOf, ownMovesOf, type PageMove, reportIdOf } from "../../article/index.ts"
import { type IntakeGap, readCapture, type SourceDocument } from "../../intake/index.ts"
import type { AnalysedReport } from "../../language/index.ts"
import { siteOf } from "../../reuse/index.ts"
import { captureAt } from "../captures.ts"
import type { Queryable } from "../database.ts"
import { type SiteTexts, siteTexts } from "./site-steps.ts"
import type { StandingWork } from "./standing-work.ts"

/** A document of a capture, read by itself. */
export interface ReadDocument {
  readonly seq: number
  /** Its place among the documents of its capture. */
  readonly place: number
  readonly document: SourceDocument
  /** Of a page that was fetched its site, or null. */
  readonly site: string | null
  /** Which of the site's texts it was read with; 0 without. */
  readonly siteStep: number
  readonly analysed: AnalysedReport
}

/** Some captures that the record does not hold yet, read. */
export interface ReadBatch {
  readonly from: number
  readonly to: number
  readonly documents: readonly ReadDocument[]
  readonly gaps: readonly { readonly seq: number; readonly place: number; readonly gap: IntakeGap }[]
  /** What each capture proposes of which addresses are one page. */
  readonly moves: readonly { readonly seq: number; readonly moves: readonly PageMove[] }[]
}

/** Captures and bytes read at once: they lie in memory together. */
const capturesMax = 200
const bytesMax = 32 << 20

/** The captures after `from`, as many as are read at once, or null where there are none. */
export async function readBatch(
  inside: Queryable,
  from: number,
  work: StandingWork,
): Promise<ReadBatch | null> {
  const rows = await inside.query(
    `SELECT seq FROM capture WHERE seq > $1 ORDER BY seq LIMIT ${capturesMax}`,
    [from],
  )
  if (rows.length === 0) return null
  const known = new Map<string, SiteTexts>()
  const found: Omit<ReadDocument, "analysed">[] = []
  const gaps: ReadBatch["gaps"][number][] = []
  const moves: ReadBatch["moves"][number][] = []
  let [bytes, to] = [0, from]
  for (const { seq: value } of rows) {
    const seq = Number(value)
    if (bytes >= bytesMax) break
    to = seq
    const read = await readCaptureAt(inside, seq, known)
    bytes += read.bytes
    found.push(...read.documents)
    gaps.push(...read.gaps)
    moves.push({ seq, moves: read.moves })
  }
  const documents = await analysedOf(found, work)
  for (const { seq, analysed } of documents) moves.push({ seq, moves: ownMovesOf(analysed.article) })
  return { from, to, documents, gaps, moves }
}

/** One capture's documents; none where its bytes are gone. What repeats on a site is asked for once and put in `known`. */
export async function readCaptureAt(
  inside: Queryable,
  seq: number,
  known: Map<string, SiteTexts>,
): Promise<
  Pick<ReadBatch, "gaps"> & {
    readonly documents: readonly Omit<ReadDocument, "analysed">[]
    readonly moves: readonly PageMove[]
    readonly bytes: number
  }
> {
  const capture = await captureAt(inside, seq)
  if (capture === null) return { documents: [], gaps: [], moves: [], bytes: 0 }
  const site = capture.kind === "url" ? siteOf(capture.name) : null
  if (site !== null && !known.has(site))
    known.set(site, (await siteTexts(inside, [site])).get(site) ?? { step: 0, texts: [] })
  const texts = site === null ? undefined : known.get(site)
  const read = readCapture(texts && texts.texts.length > 0 ? { ...capture, siteTexts: texts.texts } : capture)
  return {
    documents: read.documents.map((document, place) => ({
      seq,
      place,
      document,
      site: document.content.kind === "html" ? site : null,
      siteStep: document.content.kind === "html" ? (texts?.step ?? 0) : 0,
    })),
    gaps: read.gaps.map((gap, place) => ({ seq, place, gap })),
    moves: movesOf(read.redirects),
    bytes: capture.bytes.length,
  }
}

export async function analysedOf(
  found: readonly Omit<ReadDocument, "analysed">[],
  work: StandingWork,
): Promise<readonly ReadDocument[]> {
  const analysed = await work.analyse(found.map(({ document }) => ({ id: reportIdOf(document), document })))
  return found.map((one, i) => ({ ...one, analysed: analysed[i]! }))
}
