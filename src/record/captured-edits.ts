import type { PageVersions, ReportId } from "../article/index.ts"
import type { Span } from "../base/index.ts"
import { type Citation, diffVersions, type VersionEdit } from "../collation/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Edit } from "./record.ts"

/**
 * What changed on each page from one capture to the next. The time of an edit is the interval between the two: what
 * happened between captures was not seen. Trivial edits are told in one line a pair of captures, never left out.
 * A version that gave no text is passed over: nothing can be said of what it held.
 */
export function capturedEdits(
  pages: readonly PageVersions[],
  byId: ReadonlyMap<ReportId, AnalysedReport>,
): readonly Edit[] {
  return pages.flatMap(({ address, versions }) => {
    const read = versions.flatMap(({ id }) => byId.get(id) ?? [])
    return read.slice(1).flatMap((after, i) => editsBetween(address, read[i]!, after))
  })
}

function editsBetween(page: string, before: AnalysedReport, after: AnalysedReport): readonly Edit[] {
  const when = { from: before.article.source.capturedAt, to: after.article.source.capturedAt }
  const edits = diffVersions(before, after)
  const told = edits
    .filter(({ trivial }) => !trivial)
    .map(
      (edit): Edit => ({
        page,
        what: wordsOf(edit),
        when,
        evidence: evidenceOf(edit, before, after),
        seen: "captured",
      }),
    )
  const trivial = edits.filter((edit) => edit.trivial)
  if (trivial.length === 0) return told
  const evidence = trivial.flatMap((edit) => evidenceOf(edit, before, after))
  const what = trivial.length === 1 ? "one trivial change" : `${trivial.length} trivial changes`
  return [...told, { page, what, when, evidence, seen: "captured" }]
}

/** "dropped: figure, quotation": what was done and what it touches. */
function wordsOf(edit: VersionEdit): string {
  return edit.touches.length === 0 ? edit.kind : `${edit.kind}: ${edit.touches.join(", ")}`
}

function evidenceOf(edit: VersionEdit, before: AnalysedReport, after: AnalysedReport): readonly Citation[] {
  const cite = (report: ReportId, { start, end }: Span): readonly Citation[] =>
    end > start ? [{ report, start, end }] : []
  return [...cite(before.article.id, edit.before), ...cite(after.article.id, edit.after)]
}
