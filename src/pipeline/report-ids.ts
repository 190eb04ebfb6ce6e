import { type ReportId, reportIdOf } from "../article/index.ts"
import { compareNullable, compareStrings } from "../base/index.ts"
import type { SourceDocument } from "../intake/index.ts"

/** What of a document its report's id is made of. */
export type NamedDocument = Pick<SourceDocument, "id" | "source">

/** A document with the id its report will have. */
export interface IdentifiedDocument<Document extends NamedDocument = SourceDocument> {
  readonly id: ReportId
  readonly document: Document
}

/**
 * Every document with an id of its own, sorted by id. Documents of equal bytes, or of equal ids given, are told
 * apart by the order of their names: the first keeps the plain id, the others get `-2`, `-3` and so on.
 */
export function identifyDocuments<Document extends NamedDocument>(
  documents: readonly Document[],
): readonly IdentifiedDocument<Document>[] {
  const sorted = documents.map((document) => ({ id: reportIdOf(document), document })).sort(byIdThenPlace)
  const taken = new Set<string>()
  return sorted
    .map(({ id, document }) => {
      let free = id
      for (let n = 2; taken.has(free); n++) free = `${id}-${n}` as ReportId
      taken.add(free)
      return { id: free, document }
    })
    .sort((a, b) => compareStrings(a.id, b.id))
}

/** Only documents of one family of ids can be told apart from each other by a number. */
export function idFamilyOf(document: NamedDocument): string {
  return reportIdOf(document).replace(/(?:-\d+)+$/, "")
}

function byIdThenPlace(a: IdentifiedDocument<NamedDocument>, b: IdentifiedDocument<NamedDocument>): number {
  return (
    compareStrings(a.id, b.id) ||
    compareStrings(a.document.source.name, b.document.source.name) ||
    compareNullable(a.document.source.member, b.document.source.member) ||
    compareStrings(a.document.source.sha256, b.document.source.sha256) ||
    compareNullable(a.document.source.capturedAt, b.document.source.capturedAt)
  )
}
