import { type Article, readArticle, reportIdOf } from "../article/index.ts"
import { fail, ok, type Result, type Span, sha256Hex } from "../base/index.ts"
import { type Analysis, type Demand, type Quotation, readReport } from "../language/index.ts"

/** A line for `read`: a report's text, and what is known of it. Null where the line does not say. */
export interface ReadRequest {
  readonly id: string | null
  readonly text: string
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  readonly outlet: string | null
  readonly language: string | null
}

export interface WireReadFailure {
  readonly kind: string
  readonly message: string
}

/** Decodes `{id, text, title?, published?, outlet?, language?}`. */
export function decodeReadRequest(json: unknown): Result<ReadRequest, WireReadFailure> {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return fail({ kind: "bad-request", message: "the line is not an object" })
  const line = json as Readonly<Record<string, unknown>>
  if (typeof line.text !== "string") return fail({ kind: "bad-request", message: 'the line has no "text"' })
  return ok({
    id: typeof line.id === "string" ? line.id : typeof line.id === "number" ? String(line.id) : null,
    text: line.text,
    url: stringOf(line.url),
    title: stringOf(line.title),
    published: stringOf(line.published),
    outlet: stringOf(line.outlet),
    language: stringOf(line.language),
  })
}

/** The article that a request describes: its text unchanged, with the furniture found in it. */
export function articleOfRequest(request: ReadRequest): Article {
  const { text, url, title, published, outlet, language } = request
  const document = {
    id: request.id,
    source: { kind: "stdin", name: "-", member: null, sha256: sha256Hex(text), capturedAt: null },
    content: {
      kind: "fields",
      fields: { text, url, title, bylines: [], published, modified: null, outlet, language },
    },
  } as const
  return readArticle(document, { id: reportIdOf(document), explain: false })
}

/** The answer to one request, without its `id`. `explain` adds what was weighed for each speaker. */
export function encodeRead(request: ReadRequest, explain: boolean): object {
  const article = articleOfRequest(request)
  const analysis = readReport(article, { explain })
  return encodeAnalysis(article, analysis, explain)
}

/** The same of an analysis to which more has been added. */
export function encodeAnalysis(article: Article, analysis: Analysis, explain: boolean): object {
  const { text } = article
  return {
    sentences: analysis.sentences.map(spanWire),
    furniture: article.furniture.map(({ start, end, kind }) => ({ start, end, kind })),
    quotations: analysis.quotations.map((quotation) => encodeQuotation(text, quotation, explain)),
    figures: analysis.figures.map((figure) => ({ ...citedWire(text, figure), ...withoutSpan(figure) })),
    times: analysis.times.map((time) => ({ ...citedWire(text, time), ...withoutSpan(time) })),
    names: analysis.names.map(({ name, aliases, kind, mentions }) => ({
      name,
      kind,
      aliases,
      mentions: mentions.map(spanWire),
    })),
    demands: analysis.demands.map(encodeDemand),
    responses: analysis.responses.map((response) => ({
      ...spanWire(response),
      kind: response.kind,
      by: response.by && { ...spanWire(response.by), name: response.by.name },
      about: response.about && spanWire(response.about),
    })),
  }
}

function encodeQuotation(text: string, quotation: Quotation, explain: boolean): object {
  const { parts, marked, form, speech, speaker, cue, via, addressee, when } = quotation
  return {
    parts: parts.map(spanWire),
    marked: marked.map(spanWire),
    form,
    speech,
    speaker: speaker && {
      ...citedWire(text, speaker),
      name: speaker.name,
      kind: speaker.kind,
      rule: speaker.rule,
    },
    cue: cue && citedWire(text, cue),
    via: via && citedWire(text, via),
    addressee: addressee && citedWire(text, addressee),
    when: when && { ...citedWire(text, when), ...withoutSpan(when) },
    ...(explain
      ? {
          candidates: quotation.candidates.map(({ start, end, score, features }) => ({
            ...citedWire(text, { start, end }),
            score,
            features,
          })),
        }
      : {}),
  }
}

function encodeDemand(demand: Demand): object {
  const { by, of, what, kind } = demand
  return {
    ...spanWire(demand),
    by: by && { ...spanWire(by), name: by.name },
    of: of && { ...spanWire(of), name: of.name },
    what: spanWire(what),
    kind,
  }
}

function spanWire({ start, end }: Span): Span {
  return { start, end }
}

function citedWire(text: string, { start, end }: Span): Span & { readonly text: string } {
  return { start, end, text: text.slice(start, end) }
}

function withoutSpan<Item extends Span>(item: Item): Omit<Item, "start" | "end"> {
  const { start: _start, end: _end, ...rest } = item
  return rest
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}
