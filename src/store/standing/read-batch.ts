import { movesOf, type PageMove, reportIdOf } from "../../article/index.ts"
import { type IntakeGap, readCapture, type SourceDocument } from "../../intake/index.ts"
import type { NamedDocument } from "../../pipeline/index.ts"
import { siteOf } from "../../reuse/index.ts"
import type { PackedReport } from "../../workers/index.ts"
import { captureAt } from "../captures.ts"
import type { Queryable } from "../database.ts"
import { isWanted, nothingLearnt, type SiteTexts, siteTexts } from "./site-steps.ts"
import type { StandingWork } from "./standing-work.ts"

/** A document of a capture, read by itself. */
export interface ReadDocument {
  readonly seq: number
  /** Its place among the documents of its capture. */
  readonly place: number
  readonly named: NamedDocument
  /** Of a page that was fetched its site, or null. */
  readonly site: string | null
  /** Which of the site's texts it was read with; 0 without. */
  readonly siteStep: number
  readonly report: PackedReport
}

/** Some captures, read. */
export interface ReadCaptures {
  readonly documents: readonly ReadDocument[]
  readonly gaps: readonly { readonly seq: number; readonly place: number; readonly gap: IntakeGap }[]
  /** What each capture proposes of which addresses are one page. */
  readonly moves: readonly { readonly seq: number; readonly moves: readonly PageMove[] }[]
  /** What the pages of each site were read with. */
  readonly texts: ReadonlyMap<string, SiteTexts>
}

/** Some captures that the record does not hold yet, read. */
export interface ReadBatch extends ReadCaptures {
  readonly from: number
  readonly to: number
}

export function emptyBatch(at: number): ReadBatch {
  return { from: at, to: at, documents: [], gaps: [], moves: [], texts: new Map() }
}

/** Captures and bytes read at once: they lie in memory together. */
const capturesMaxDefault = 400
const bytesMax = 32 << 20

/** The captures after `from`, as many as are read at once, or null where there are none. */
export async function readBatch(
  inside: Queryable,
  from: number,
  work: StandingWork,
  capturesMax = capturesMaxDefault,
): Promise<ReadBatch | null> {
  const rows = await inside.query("SELECT seq FROM capture WHERE seq > $1 ORDER BY seq LIMIT $2", [
    from,
    capturesMax,
  ])
  const some = await readSome(
    inside,
    rows.map(({ seq }) => Number(seq)),
    work,
  )
  return some && { ...some, from }
}

/** Those captures, as many at a time as are read at once. */
export async function* readCaptures(
  inside: Queryable,
  seqs: readonly number[],
  work: StandingWork,
): AsyncGenerator<ReadCaptures> {
  for (let left = seqs; left.length > 0; ) {
    const read = (await readSome(inside, left.slice(0, capturesMaxDefault), work))!
    yield read
    left = left.slice(left.indexOf(read.to) + 1)
  }
}

/** The first of those captures, and the last that was read; null of none. */
async function readSome(
  inside: Queryable,
  seqs: readonly number[],
  work: StandingWork,
): Promise<(ReadCaptures & { readonly to: number }) | null> {
  if (seqs.length === 0) return null
  const texts = new Map<string, SiteTexts>()
  const found: FoundDocument[] = []
  const gaps: ReadCaptures["gaps"][number][] = []
  const moves: ReadCaptures["moves"][number][] = []
  let [bytes, to] = [0, seqs[0]!]
  for (const seq of seqs) {
    if (bytes >= bytesMax) break
    to = seq
    const read = await readCaptureAt(inside, seq, texts)
    bytes += read.bytes
    found.push(...read.documents)
    gaps.push(...read.gaps)
    moves.push({ seq, moves: read.moves })
  }
  const reports = await work.read(
    found.map(({ document, site }) => ({
      ...{ id: reportIdOf(document), document },
      wantsTexts: site !== null && isWanted(texts.get(site)!, document.source.sha256),
    })),
  )
  const documents = found.map(({ document: { id, source }, ...place }, i): ReadDocument => {
    return { ...place, named: { id, source }, report: reports[i]! }
  })
  for (const { seq, report } of documents) moves.push({ seq, moves: report.moves })
  return { documents, gaps, moves, texts, to }
}

interface FoundDocument extends Pick<ReadDocument, "seq" | "place" | "site" | "siteStep"> {
  readonly document: SourceDocument
}

/** One capture's documents; none where its bytes are gone. What repeats on a site is asked for once and put in `known`. */
async function readCaptureAt(
  inside: Queryable,
  seq: number,
  known: Map<string, SiteTexts>,
): Promise<
  Pick<ReadCaptures, "gaps"> & {
    readonly documents: readonly FoundDocument[]
    readonly moves: readonly PageMove[]
    readonly bytes: number
  }
> {
  const capture = await captureAt(inside, seq)
  if (capture === null) return { documents: [], gaps: [], moves: [], bytes: 0 }
  const site = capture.kind === "url" ? siteOf(capture.name) : null
  if (site !== null && !known.has(site))
    known.set(site, (await siteTexts(inside, [site])).get(site) ?? nothingLearnt)
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
