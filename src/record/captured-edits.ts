import type { PageVersions, ReportId } from "../article/index.ts"
import { type Span, spanText, trimSpan } from "../base/index.ts"
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
        what: wordsOf(edit, before, after),
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

const wordsMax = 90

/** `changed (figure): “12 people” → “21 people”`: what was done, what it touches, and the words, cut where long. */
function wordsOf(edit: VersionEdit, before: AnalysedReport, after: AnalysedReport): string {
  const touched = edit.touches.length === 0 ? "" : ` (${edit.touches.join(", ")})`
  const [was, is] = [cutWords(before, edit.before), cutWords(after, edit.after)]
  const kind = edit.kind === "moved" ? "moved" : was === "" ? "added" : is === "" ? "dropped" : edit.kind
  return `${kind}${touched}: ${[was, is].filter((cut) => cut !== "").join(" → ")}`
}

function cutWords({ article }: AnalysedReport, span: Span): string {
  const words = [...spanText(article.text, span).replace(/\s+/g, " ").trim()]
  if (words.length === 0) return ""
  return `“${words.length > wordsMax ? `${words.slice(0, wordsMax).join("").trimEnd()}…` : words.join("")}”`
}

/** The words on both sides; white space is cited only where nothing else changed. */
function evidenceOf(edit: VersionEdit, before: AnalysedReport, after: AnalysedReport): readonly Citation[] {
  const sides = [
    { article: before.article, span: edit.before },
    { article: after.article, span: edit.after },
  ].filter(({ span }) => span.end > span.start)
  const worded = sides.filter(({ article, span }) => trimSpan(article.text, span) !== null)
  return (worded.length > 0 ? worded : sides).map(({ article, span }) => ({
    report: article.id,
    start: span.start,
    end: span.end,
  }))
}
