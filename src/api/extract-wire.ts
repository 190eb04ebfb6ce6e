import { type Article, readArticle, reportIdOf } from "../article/index.ts"
import { fail, ok, type Result, sha256Hex } from "../base/index.ts"
import { intakeGapText, intakeLimits, readCapture, type SourceDocument } from "../intake/index.ts"

/** A line for `extract`: a page or a text in the line itself, or the name of a file that holds it. */
export type ExtractRequest =
  | { readonly kind: "document"; readonly document: SourceDocument }
  | {
      readonly kind: "file"
      readonly id: string | null
      readonly file: string
      readonly url: string | null
      readonly charset: string | null
    }

export interface WireExtractFailure {
  readonly kind: string
  readonly message: string
}

/** Decodes `{id, html | text | file, url?, headers?}`. */
export function decodeExtractRequest(json: unknown): Result<ExtractRequest, WireExtractFailure> {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return bad("the line is not an object")
  const line = json as Readonly<Record<string, unknown>>
  const id = idOf(line.id)
  const url = typeof line.url === "string" && line.url !== "" ? line.url : null
  if (typeof line.html === "string" && line.html.length > intakeLimits.documentBytesMax)
    return fail({
      kind: "too-large",
      message: `the page is larger than ${intakeLimits.documentBytesMax >> 20} MiB; give its article's part alone`,
    })
  if (typeof line.html === "string")
    return ok({
      kind: "document",
      document: documentOf(id, url, line.html, { kind: "html", html: line.html, url }),
    })
  if (typeof line.text === "string") {
    const content = { kind: "text", text: line.text, markdown: false } as const
    return ok({ kind: "document", document: documentOf(id, url, line.text, content) })
  }
  if (typeof line.file === "string" && line.file !== "")
    return ok({ kind: "file", id, file: line.file, url, charset: charsetOf(line.headers) })
  return bad('the line has no "html", "text" or "file"')
}

/** The document in a file's bytes: what `intake` makes of them, called as the line called it. */
export function documentOfFile(
  request: Extract<ExtractRequest, { kind: "file" }>,
  bytes: Uint8Array,
): Result<SourceDocument, WireExtractFailure> {
  const { documents, gaps } = readCapture({
    kind: "file",
    name: request.file,
    bytes,
    mediaType: null,
    charset: request.charset,
    capturedAt: null,
  })
  const [first] = documents
  if (!first) {
    const gap = gaps[0]
    return fail({
      kind: gap?.kind ?? "no-text",
      message: gap ? intakeGapText(gap) : `${request.file}: no text`,
    })
  }
  const { content } = first
  const located = content.kind === "html" ? { ...content, url: request.url ?? content.url } : content
  return ok({ ...first, id: request.id ?? first.id, content: located })
}

/** The answer to one document, without its `id`. `explain` adds what was dropped. */
export function encodeExtract(document: SourceDocument, explain: boolean): object {
  const article = readArticle(document, { id: reportIdOf(document), explain })
  return encodeArticle(article, explain)
}

function encodeArticle(article: Article, explain: boolean): object {
  const { url, title, bylines, published, modified, outlet, language, text } = article
  return {
    url,
    title,
    bylines,
    published,
    modified,
    outlet,
    language,
    text,
    blocks: article.blocks.map(({ kind, start, end, at, by }) => ({
      kind,
      start,
      end,
      ...(at === undefined ? {} : { at }),
      ...(by === undefined ? {} : { by }),
    })),
    furniture: article.furniture.map(({ start, end, kind, rule }) => ({ start, end, kind, rule })),
    credits: article.credits.map(({ start, end, kind, names }) => ({ start, end, kind, names })),
    ...(explain
      ? {
          dropped: article.dropped.map(({ text, step, reason, score }) => ({ text, step, reason, score })),
        }
      : {}),
    evidence: article.evidence,
    ...(article.page ? { page: { kind: article.page.kind, rule: article.page.rule } } : {}),
    gaps: article.shortfalls.map(({ kind, detail }) => ({
      what: detail === null ? kind : `${kind}: ${detail}`,
    })),
  }
}

function documentOf(
  id: string | null,
  url: string | null,
  bytes: string,
  content: SourceDocument["content"],
): SourceDocument {
  const source = {
    kind: url === null ? ("stdin" as const) : ("url" as const),
    name: url ?? "-",
    member: null,
    /** Worked out when asked for: an answer does not print it, and hashing took a tenth of this filter's time. */
    get sha256() {
      return sha256Hex(bytes)
    },
    capturedAt: null,
  }
  return { id, source, content }
}

function idOf(value: unknown): string | null {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : null
}

/** The character set in a `Content-Type` header, whatever the case of its name. */
function charsetOf(headers: unknown): string | null {
  if (typeof headers !== "object" || headers === null) return null
  for (const [name, value] of Object.entries(headers))
    if (name.toLowerCase() === "content-type" && typeof value === "string")
      return /charset\s*=\s*"?([\w:.-]+)/i.exec(value)?.[1]?.toLowerCase() ?? null
  return null
}

function bad(message: string): Result<never, WireExtractFailure> {
  return fail({ kind: "bad-request", message })
}
