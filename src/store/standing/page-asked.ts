import { compareStrings } from "../../base/index.ts"
import { lineHashes } from "../../workers/index.ts"
import { insertRows, type Queryable } from "../database.ts"
import { columnKey } from "./packed.ts"
import type { ReadDocument } from "./read-batch.ts"
import type { SiteTexts } from "./site-steps.ts"

/** Keeps of which texts pages were asked whether they repeat on their sites. */
export async function noteAsked(inside: Queryable, documents: readonly ReadDocument[]): Promise<void> {
  const pages = documents.flatMap(({ site, seq, place, report: { asked } }) =>
    site === null
      ? []
      : [{ site, seq, place, asked: new Uint8Array(asked.buffer, asked.byteOffset, asked.byteLength) }],
  )
  await insertRows(
    inside,
    "page_asked",
    pages,
    "ON CONFLICT (site, seq, place) DO UPDATE SET asked = excluded.asked",
  )
}

/** Keeps the blocks of pages that may be learnt from. */
export async function noteTexts(inside: Queryable, documents: readonly ReadDocument[]): Promise<void> {
  const rows = documents.flatMap(({ site, named, report: { texts } }) =>
    site === null || texts === null ? [] : [{ site, content: columnKey(named.source.sha256), blocks: texts }],
  )
  await insertRows(inside, "site_page", rows, "ON CONFLICT DO NOTHING")
}

/** The texts that one holds and the other does not. */
export function otherTexts(a: SiteTexts, b: SiteTexts): readonly string[] {
  if (a.step === b.step) return []
  const [inA, inB] = [new Set(a.texts), new Set(b.texts)]
  return [...a.texts.filter((text) => !inB.has(text)), ...b.texts.filter((text) => !inA.has(text))].sort(
    compareStrings,
  )
}

/** The captures after `from` up to `to` of the pages of a site that were asked of one of those texts. */
export async function pagesThatAsked(
  inside: Queryable,
  site: string,
  texts: readonly string[],
  [from, to]: readonly [number, number],
): Promise<readonly number[]> {
  if (texts.length === 0) return []
  const wanted = new Set(lineHashes(texts))
  const rows = await inside.query(
    "SELECT seq, asked FROM page_asked WHERE site = $1 AND seq > $2 AND seq <= $3 ORDER BY seq",
    [site, from, to],
  )
  const seqs = rows.flatMap(({ seq, asked }) =>
    hashesOf(asked as Uint8Array).some((hash) => wanted.has(hash)) ? [Number(seq)] : [],
  )
  return [...new Set(seqs)]
}

function hashesOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer)
}
