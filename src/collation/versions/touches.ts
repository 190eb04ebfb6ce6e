import { type Span, spansOverlap, spanText } from "../../base/index.ts"
import { type AnalysedReport, foldedToken, isWordToken, tokenize } from "../../language/index.ts"
import type { TextEdit } from "./edits.ts"
import { diffTexts } from "./versions.ts"

/** What an edit alters beyond wording. */
export type Touch = "figure" | "quotation" | "name" | "date" | "attribution" | "headline" | "link"

export interface VersionEdit extends TextEdit {
  /** In the order of `touchOrder`, each once. */
  readonly touches: readonly Touch[]
  /** Nothing but typography, or what the page prints around its report. A figure is never trivial. */
  readonly trivial: boolean
}

/** What matters most to a reader comes first. */
export const touchOrder: readonly Touch[] = [
  "figure",
  "quotation",
  "name",
  "date",
  "attribution",
  "headline",
  "link",
]

/** The edits between two versions of one page, told by what they touch. In the order of the text. */
export function diffVersions(before: AnalysedReport, after: AnalysedReport): readonly VersionEdit[] {
  const marks = { before: marksOf(before), after: marksOf(after) }
  return diffTexts(before.article.text, after.article.text).map((edit) => {
    const touched = new Set([
      ...overlapping(marks.before, edit.before),
      ...overlapping(marks.after, edit.after),
    ])
    if (numbersDiffer(before.article.text, after.article.text, edit) && !touched.has("date"))
      touched.add("figure")
    const touches = touchOrder.filter((touch) => touched.has(touch))
    return { ...edit, touches, trivial: isTrivial(before, after, edit, touches) }
  })
}

/** Places of one text, sorted by start, each with what an edit there touches. */
interface Marks {
  readonly spans: readonly (Span & { readonly touch: Touch })[]
  /** For each span, the furthest end of it and all before it, so that a search may stop. */
  readonly furthest: Uint32Array
}

function marksOf({ article, analysis }: AnalysedReport): Marks {
  const spans: (Span & { touch: Touch })[] = []
  const mark = (touch: Touch, span: Span | null): void => {
    if (span !== null && span.end > span.start) spans.push({ start: span.start, end: span.end, touch })
  }
  for (const figure of analysis.figures) mark("figure", figure)
  for (const time of analysis.times) mark("date", time)
  for (const { mentions } of analysis.names) for (const mention of mentions) mark("name", mention)
  for (const { parts, speaker, cue, via } of analysis.quotations) {
    for (const { start, end } of parts) mark("quotation", { start: Math.max(0, start - 1), end: end + 1 })
    for (const span of [speaker, cue, via]) mark("attribution", span)
  }
  for (const credit of article.credits) mark("attribution", credit)
  for (const furniture of article.furniture) {
    if (furniture.kind === "link") mark("link", furniture)
    else if (furniture.kind === "byline") mark("attribution", furniture)
  }
  const { text, title, blocks } = article
  if (title !== null && blocks.length > 1)
    mark("headline", blocks.find((block) => spanText(text, block).trim() === title) ?? null)
  for (const match of text.matchAll(/\b(?:https?:\/\/|www\.)[^\s<>"”]{1,2000}/giu))
    mark("link", { start: match.index, end: match.index + match[0].length })
  spans.sort((a, b) => a.start - b.start || a.end - b.end)
  const furthest = new Uint32Array(spans.length)
  for (const [i, { end }] of spans.entries()) furthest[i] = Math.max(end, i > 0 ? furthest[i - 1]! : 0)
  return { spans, furthest }
}

function overlapping({ spans, furthest }: Marks, edit: Span): ReadonlySet<Touch> {
  const touches = new Set<Touch>()
  if (edit.start === edit.end) return touches
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < edit.end) low = middle + 1
    else high = middle
  }
  for (let i = low - 1; i >= 0 && furthest[i]! > edit.start; i--)
    if (spansOverlap(spans[i]!, edit)) touches.add(spans[i]!.touch)
  return touches
}

function numbersDiffer(before: string, after: string, edit: TextEdit): boolean {
  const numbersOf = (text: string, span: Span): string =>
    (spanText(text, span).match(/\p{Nd}+/gu) ?? []).join(" ")
  return edit.kind !== "moved" && numbersOf(before, edit.before) !== numbersOf(after, edit.after)
}

function isTrivial(
  before: AnalysedReport,
  after: AnalysedReport,
  edit: TextEdit,
  touches: readonly Touch[],
): boolean {
  if (isHouseWords(before, edit.before) && isHouseWords(after, edit.after))
    return !touches.includes("figure") || (isCounter(before, edit.before) && isCounter(after, edit.after))
  if (edit.kind === "moved" || touches.includes("figure")) return false
  return (
    readTokens(spanText(before.article.text, edit.before)) ===
    readTokens(spanText(after.article.text, edit.after))
  )
}

/** Words beside a number that only counts readers, or minutes. */
const counterWords =
  /(?<!\p{L})(?:shares?|shared|comments?|likes?|views?|viewed|reads?|reading|readers?|reactions?|replies|reply|votes?|followers?|times?|tweets?|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?|ago|show|see|all|more|most|page|pages|of|by|on|in|read|add|join|the|discussion|conversation|facebook|twitter|x|email|copyright|rights|reserved|teilen|geteilt|kommentare?n?|aufrufe|vor|stunden?|partages?|commentaires?|vues|réactions?|comentarios?|compartid[oa]s?|veces|vistas|condivisioni|commenti|reacties|gedeeld|k|m)(?!\p{L})/giu

/** True when the line around `span` says nothing but how many readers did something, or how long ago. */
function isCounter({ article: { text } }: AnalysedReport, span: Span): boolean {
  if (span.start === span.end) return true
  const start = text.lastIndexOf("\n", span.start - 1) + 1
  const newline = text.indexOf("\n", span.end)
  const line = text.slice(start, newline < 0 ? text.length : newline)
  return line.length <= 200 && !/\p{L}/u.test(line.replace(counterWords, ""))
}

/** True when nothing of `span` is outside what the page prints around its report: shares, comments, links. */
function isHouseWords({ article }: AnalysedReport, span: Span): boolean {
  if (span.start === span.end) return true
  return article.furniture.some(
    ({ kind, start, end }) =>
      ["share", "comment", "link", "boilerplate"].includes(kind) &&
      start <= span.start &&
      span.end <= end + 2,
  )
}

/** The words, numbers and meaningful marks of a text in their folded forms: equal where only typography differs. */
function readTokens(text: string): string {
  const tokens = tokenize(text)
  const read: string[] = []
  for (let i = 0; i < tokens.count; i++) {
    const form = foldedToken(text, tokens, i)
    if (isWordToken(tokens, i) || !/^[,.;:()[\]…·•*_-]$/u.test(form)) read.push(form)
  }
  return read.join(" ")
}
