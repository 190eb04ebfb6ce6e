import { type PageVersions, type ReportId, wholeVersions } from "../article/index.ts"
import { type Span, spanContains, spanText, trimSpan } from "../base/index.ts"
import {
  type Citation,
  correctionNotes,
  diffVersions,
  findFlipFlops,
  noteLikeness,
  type Touch,
  touchOrder,
  type VersionEdit,
} from "../collation/index.ts"
import type { AnalysedReport } from "../language/index.ts"
import type { Edit } from "./record.ts"

/**
 * What changed on each page from one capture to the next, what matters most first. The time of an edit is the interval
 * between the two: what happened between captures was not seen. Trivial edits are told in one line a pair of captures,
 * never left out. A version that gave no text, or only a part of its text, is passed over: nothing can be said of what
 * it held. Two wordings that are served in turn are one entry, and a note that owns up to an edit is told with it.
 */
export function capturedEdits(
  pages: readonly PageVersions[],
  byId: ReadonlyMap<ReportId, AnalysedReport>,
): readonly Edit[] {
  return pages.flatMap(({ address, versions }) => {
    const read = wholeVersions(versions).flatMap(({ id }) => byId.get(id) ?? [])
    const steps = read.slice(1).map((after, i) => editsBetween(address, read[i]!, after, i))
    const told = withNotes(steps.flatMap(({ told }) => told))
    const turns = turnsOf(told)
    return steps.flatMap(({ trivial }, step) => [
      ...told.filter((one) => one.step === step && !turns.folded.has(one)).map(({ edit }) => edit),
      ...(turns.entries.get(step) ?? []),
      ...trivial,
    ])
  })
}

interface ToldEdit {
  readonly edit: Edit
  readonly step: number
  readonly touches: readonly Touch[]
  readonly was: string
  readonly is: string
  /** The note that was put in by this edit. */
  readonly note: Citation | null
  readonly noteText: string
}

function editsBetween(
  page: string,
  before: AnalysedReport,
  after: AnalysedReport,
  step: number,
): { readonly told: readonly ToldEdit[]; readonly trivial: readonly Edit[] } {
  const when = { from: before.article.source.capturedAt, to: after.article.source.capturedAt }
  const notes = correctionNotes(after)
  const edits = diffVersions(before, after)
  const told = edits
    .filter(({ trivial }) => !trivial)
    .map((edit): ToldEdit => {
      const [was, is] = [wordsIn(before, edit.before), wordsIn(after, edit.after)]
      const noted =
        edit.kind === "added"
          ? notes.find((note) => spanContains(edit.after, trimmed(after, note)))
          : undefined
      return {
        edit: {
          page,
          what: `${noted ? "correction note " : ""}${wordsOf(edit, was, is)}`,
          when,
          evidence: evidenceOf(edit, before, after),
          seen: "captured",
        },
        step,
        touches: edit.touches,
        was,
        is,
        note: noted ? { report: after.article.id, ...trimmed(after, noted) } : null,
        noteText: noted ? wordsIn(after, noted) : "",
      }
    })
  const headline = headlineEdit(page, before, after, step, edits)
  const inOrder = [...(headline ? [headline] : []), ...told].sort((a, b) => rankOf(a) - rankOf(b))
  const trivial = edits.filter((edit) => edit.trivial)
  if (trivial.length === 0) return { told: inOrder, trivial: [] }
  const evidence = trivial.flatMap((edit) => evidenceOf(edit, before, after))
  const what = trivial.length === 1 ? "one trivial change" : `${trivial.length} trivial changes`
  return { told: inOrder, trivial: [{ page, what, when, evidence, seen: "captured" }] }
}

/** A headline stands outside of the text as a rule: its change has no place there to cite. */
function headlineEdit(
  page: string,
  before: AnalysedReport,
  after: AnalysedReport,
  step: number,
  edits: readonly VersionEdit[],
): ToldEdit | null {
  const [was, is] = [before.article.title, after.article.title]
  if (was === null || is === null || was === is) return null
  if (edits.some(({ touches }) => touches.includes("headline"))) return null
  const when = { from: before.article.source.capturedAt, to: after.article.source.capturedAt }
  const what = `changed (headline): ${quoted(was)} → ${quoted(is)}`
  const edit: Edit = { page, what, when, evidence: [], seen: "captured" }
  return { edit, step, touches: ["headline"], was, is, note: null, noteText: "" }
}

function rankOf({ touches }: ToldEdit): number {
  return touches[0] === undefined ? touchOrder.length : touchOrder.indexOf(touches[0])
}

/** A note that repeats less of what an edit exchanged speaks of something else. */
const noteLikenessMin = 0.5

/** Each note told with the edit that it owns up to: of those up to its own step the likest, of equals the latest. */
function withNotes(told: readonly ToldEdit[]): readonly ToldEdit[] {
  const owned = new Map<ToldEdit, ToldEdit>()
  for (const noted of told) {
    if (noted.note === null) continue
    let best: { readonly of: ToldEdit; readonly likeness: number } | null = null
    for (const other of told) {
      if (other === noted || other.note !== null || other.step > noted.step) continue
      const likeness = noteLikeness(noted.noteText, other.was, other.is)
      if (likeness >= noteLikenessMin && likeness >= (best?.likeness ?? 0)) best = { of: other, likeness }
    }
    if (best) owned.set(best.of, noted)
  }
  return told.map((one) => {
    const noted = owned.get(one)
    if (!noted) return one
    const { edit } = one
    const what = `${edit.what}; owned up to: ${quoted(noted.noteText)}`
    return { ...one, edit: { ...edit, what, evidence: [...edit.evidence, noted.note!] } }
  })
}

interface Turns {
  readonly folded: ReadonlySet<ToldEdit>
  /** By the step at which it was seen first. */
  readonly entries: ReadonlyMap<number, readonly Edit[]>
}

/** One entry for each two wordings that the page shows in turn, with all of its evidence. */
function turnsOf(told: readonly ToldEdit[]): Turns {
  const switches = told.map(({ touches, was, is, step }) => ({
    place: touches.includes("headline") ? "headline" : "text",
    was,
    is,
    step,
  }))
  const folded = new Set<ToldEdit>()
  const entries = new Map<number, Edit[]>()
  for (const group of findFlipFlops(switches)) {
    const turns = group.map((index) => told[index]!)
    for (const turn of turns) folded.add(turn)
    const [first, last] = [turns[0]!, turns.at(-1)!]
    const touched = first.touches.length === 0 ? "" : ` (${first.touches.join(", ")})`
    const times = new Set(turns.map(({ step }) => step)).size
    const entry: Edit = {
      page: first.edit.page,
      what: `goes back and forth${touched}: ${[first.was, first.is].map((words) => (words === "" ? "without it" : quoted(words))).join(" ↔ ")}, ${times} times`,
      when: { from: first.edit.when.from, to: last.edit.when.to },
      evidence: turns.flatMap(({ edit }) => edit.evidence),
      seen: "captured",
    }
    entries.set(first.step, [...(entries.get(first.step) ?? []), entry])
  }
  return { folded, entries }
}

const wordsMax = 90

/** `changed (figure): “12 people” → “21 people”`: what was done, what it touches, and the words, cut where long. */
function wordsOf(edit: VersionEdit, was: string, is: string): string {
  const touched = edit.touches.length === 0 ? "" : ` (${edit.touches.join(", ")})`
  const kind = edit.kind === "moved" ? "moved" : was === "" ? "added" : is === "" ? "dropped" : edit.kind
  const sides = [was, is].filter((words) => words !== "").map(quoted)
  return `${kind}${touched}: ${sides.join(" → ")}`
}

function wordsIn({ article }: AnalysedReport, span: Span): string {
  return spanText(article.text, span).replace(/\s+/g, " ").trim()
}

function quoted(words: string): string {
  const characters = [...words]
  const cut = characters.length > wordsMax
  return `“${cut ? `${characters.slice(0, wordsMax).join("").trimEnd()}…` : words}”`
}

function trimmed({ article }: AnalysedReport, span: Span): Span {
  const { start, end } = trimSpan(article.text, span) ?? span
  return { start, end }
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
