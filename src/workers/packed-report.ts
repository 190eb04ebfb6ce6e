import { ownMovesOf, type PageMove, type PageTexts, type ReportId } from "../article/index.ts"
import type { IntakeGap } from "../intake/index.ts"
import { searchWords } from "../language/index.ts"
import { analyseDocument, gapOfTextless, type IdentifiedDocument } from "../pipeline/index.ts"
import { type MeetingKey, meetingKeys } from "../story/index.ts"
import { packed } from "./packed.ts"

/** A document read by itself and packed, with what an archive asks of it without unpacking it. */
export interface PackedReport {
  readonly id: ReportId
  /** The address of its page, or null. */
  readonly address: string | null
  /** What it proposes of which addresses are one page. */
  readonly moves: readonly PageMove[]
  /** What the pages of its article have in common, or null. */
  readonly series: string | null
  /** Hashes of the texts of which it was asked whether they repeat on its site. Sorted. */
  readonly asked: Uint32Array
  /** Its `PageTexts`, packed, where they are wanted; else null. */
  readonly texts: Uint8Array | null
  readonly analysed: Uint8Array
  /** Why it is no report; null where it is one. */
  readonly gap: IntakeGap | null
  /** By itself, under this id; of what is no report nothing. */
  readonly day: number
  readonly keys: readonly MeetingKey[]
  readonly words: string
}

/** A document to be packed. */
export interface DocumentToPack extends IdentifiedDocument {
  /** Of a page, whether it is wanted what may stand on others of its site. */
  readonly wantsTexts: boolean
}

export function packedReport({ wantsTexts, ...document }: DocumentToPack): PackedReport {
  const asked = new Set<string>()
  let texts: Uint8Array | null = null
  const take = (of: PageTexts): void => {
    texts = packed(of)
  }
  const report = analyseDocument(document, wantsTexts ? { asked, texts: take } : { asked })
  const { article } = report
  const gap = gapOfTextless(report)
  const { day, keys } = gap === null ? meetingKeys(report) : { day: 0, keys: [] }
  return {
    id: article.id,
    address: article.url,
    moves: ownMovesOf(article),
    series: article.series?.key ?? null,
    asked: lineHashes(asked),
    texts,
    analysed: packed(report),
    gap,
    day,
    keys,
    words: gap === null ? searchWords(report) : "",
  }
}

/** Of each text one number of 32 bits: equal texts have equal ones, and unlike ones nearly never. Sorted. */
export function lineHashes(texts: Iterable<string>): Uint32Array {
  return Uint32Array.from(texts, lineHash).sort()
}

/** FNV-1a over the code units. */
function lineHash(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
