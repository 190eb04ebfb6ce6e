import { type Span, spanContains, spansOverlap } from "../base/index.ts"
import type { Analysis, Name, Quotation } from "../language/index.ts"
import type { LabelClass } from "./labels.ts"
import type { SpeakerModel } from "./open-model.ts"
import { type Pieces, wordPieces } from "./word-pieces.ts"

/** What most classifiers take at once, two marks at the ends among them. */
const piecesMax = 512

/**
 * `analysis` with the model's candidates for the speakers of its quotations, under the rule "model". A speaker that the
 * rules found stands; one that they left open is the model's where it names one and only one in the paragraph. Asks the
 * model once for each paragraph that holds a quotation.
 */
export async function withModelSpeakers(
  text: string,
  analysis: Analysis,
  model: SpeakerModel,
): Promise<Analysis> {
  const asked = new Map<number, Promise<readonly LabelledSpan[]>>()
  const spansIn = (paragraph: Span): Promise<readonly LabelledSpan[]> => {
    const known = asked.get(paragraph.start) ?? labelledSpans(text, paragraph, model)
    asked.set(paragraph.start, known)
    return known
  }
  const quotations: Quotation[] = []
  for (const quotation of analysis.quotations) {
    const found = quotation.speech ? await spansIn(paragraphAround(text, quotation.parts[0]!)) : []
    quotations.push(withCandidates(quotation, speakersFor(quotation, found), analysis.names))
  }
  return { ...analysis, quotations }
}

interface LabelledSpan extends Span {
  readonly role: LabelClass["role"]
  /** The mean margin of its labels over the next best, in the model's own unit. */
  readonly score: number
}

function paragraphAround(text: string, { start, end }: Span): Span {
  const opened = text.lastIndexOf("\n", start - 1) + 1
  const closed = text.indexOf("\n", end)
  return { start: opened, end: closed < 0 ? text.length : closed }
}

/** Outside the words quoted, where the model marks these words as said or marks none in the paragraph. */
function speakersFor({ parts }: Quotation, spans: readonly LabelledSpan[]): readonly LabelledSpan[] {
  const contents = spans.filter(({ role }) => role === "content")
  const isSaid =
    contents.length === 0 || contents.some((span) => parts.some((part) => spansOverlap(span, part)))
  if (!isSaid) return []
  return spans.filter(
    ({ role, ...span }) => role === "speaker" && !parts.some((part) => spansOverlap(span, part)),
  )
}

function withCandidates(
  quotation: Quotation,
  speakers: readonly LabelledSpan[],
  names: readonly Name[],
): Quotation {
  if (speakers.length === 0) return quotation
  const added = speakers.map(({ start, end, score }) => ({
    start,
    end,
    score: Math.round(score * 100) / 100,
    features: ["model"],
  }))
  const candidates = [...quotation.candidates, ...added]
  if (quotation.speaker !== null || speakers.length > 1) return { ...quotation, candidates }
  const { start, end } = speakers[0]!
  const name = names.find(({ mentions }) => mentions.some((mention) => spanContains({ start, end }, mention)))
  return {
    ...quotation,
    candidates,
    speaker: { start, end, name: name?.name ?? null, kind: name?.kind ?? null, rule: "model" },
  }
}

async function labelledSpans(
  text: string,
  paragraph: Span,
  model: SpeakerModel,
): Promise<readonly LabelledSpan[]> {
  const { vocabulary, labels, scores } = model
  const pieces = wordPieces(text, paragraph, vocabulary)
  const first = vocabulary.ids.get("[CLS]")
  const last = vocabulary.ids.get("[SEP]")
  const spans: LabelledSpan[] = []
  const width = piecesMax - 2
  for (let from = 0; from < pieces.ids.length; from += width) {
    const to = Math.min(pieces.ids.length, from + width)
    const own = pieces.ids.slice(from, to)
    const ids = [...(first === undefined ? [] : [first]), ...own, ...(last === undefined ? [] : [last])]
    const rows = await scores(ids)
    if (rows.length !== ids.length * labels.length) continue
    const offset = first === undefined ? 0 : 1
    addSpans(pieces, { from, to, offset }, rows, labels, spans)
  }
  return spans
}

interface OpenSpan {
  readonly role: LabelClass["role"]
  readonly start: number
  end: number
  readonly margins: number[]
}

/** Reads B and I labels at the first piece of each word; an I without its B opens a span as well. */
function addSpans(
  pieces: Pieces,
  { from, to, offset }: { readonly from: number; readonly to: number; readonly offset: number },
  rows: Float32Array,
  labels: readonly LabelClass[],
  spans: LabelledSpan[],
): void {
  const found: OpenSpan[] = []
  let isOpen = false
  for (let piece = from; piece < to; piece++) {
    const end = pieces.ends[piece]!
    if (!pieces.opens[piece]) {
      if (isOpen) found.at(-1)!.end = end
      continue
    }
    const { label, margin } = bestLabel(rows, (piece - from + offset) * labels.length, labels)
    const goesOn = isOpen && !label.opens && found.at(-1)!.role === label.role
    isOpen = label.role !== "outside"
    if (!isOpen) continue
    if (!goesOn) found.push({ role: label.role, start: pieces.starts[piece]!, end, margins: [] })
    found.at(-1)!.end = end
    found.at(-1)!.margins.push(margin)
  }
  for (const { role, start, end, margins } of found)
    spans.push({ role, start, end, score: margins.reduce((sum, margin) => sum + margin, 0) / margins.length })
}

/** The label of the highest score, of equals the first. */
function bestLabel(
  rows: Float32Array,
  row: number,
  labels: readonly LabelClass[],
): { readonly label: LabelClass; readonly margin: number } {
  let best = 0
  let second = Number.NEGATIVE_INFINITY
  for (let i = 1; i < labels.length; i++) {
    const score = rows[row + i]!
    if (score > rows[row + best]!) {
      second = rows[row + best]!
      best = i
    } else if (score > second) second = score
  }
  return { label: labels[best]!, margin: Number.isFinite(second) ? rows[row + best]! - second : 0 }
}
