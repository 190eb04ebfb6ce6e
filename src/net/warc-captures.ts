import {
  type Capture,
  type CapturedAnswer,
  type IntakeGap,
  isRedirect,
  isRedirectCapture,
  redirectsOf,
} from "../intake/index.ts"
import { contentTypeOf, decodedBody, parseHttpResponse } from "./http-message.ts"
import { withMemento } from "./memento.ts"
import { readWarc, type WarcItem, type WarcRecord } from "./warc-records.ts"

export type CapturedItem =
  | { readonly ok: true; readonly capture: Capture }
  | { readonly ok: false; readonly gap: IntakeGap }

/** Pages as served, pages stored without their transport (`resource`), and texts made of pages (`conversion`). */
const typesRead: ReadonlySet<string> = new Set(["response", "resource", "conversion"])
const pageTypes: ReadonlySet<string> = new Set(["text/html", "application/xhtml+xml"])

/**
 * The pages in an unpacked WARC stream, each as it was seen and when, and the redirects that may be a page's move.
 * Images, scripts, other redirects, requests and repeated bodies (`revisit`) are passed over; a page that the server
 * refused, or that is damaged, is a gap.
 * `name` is the file's, for the gaps that no address can be named for.
 */
export async function* readWarcCaptures(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  bytesMax: number,
): AsyncGenerator<CapturedItem> {
  let pages = 0
  let gaps = 0
  for await (const item of readWarc(stream, typesRead, { bodyBytesMax: bytesMax })) {
    const captured = item.ok ? captureOf(item.record, bytesMax) : gapOf(item, name, bytesMax)
    if (captured === null) continue
    if (!captured.ok) gaps++
    else if (!isRedirectCapture(captured.capture)) pages++
    yield captured
  }
  if (pages + gaps === 0) yield gapItem(name, null, "no-text", "no page is in it")
}

function captureOf(record: WarcRecord, bytesMax: number): CapturedItem | null {
  const address = targetOf(record.headers)
  const own = ownSource(record)
  if (own === null && (address === null || !/^https?:/i.test(address))) return null
  const stored = textIn(record.headers.get("variorum-captured-at"))
  const capturedAt =
    stored === null ? (record.headers.get("warc-date") ?? null) : stored === "" ? null : stored
  const recordId = record.headers.get("warc-record-id")
  const seen = {
    ...(own ?? { kind: "url" as const, name: address! }),
    capturedAt,
    ...(recordId === undefined ? {} : { recordId }),
  }
  const declared = record.headers.get("content-type")
  if (record.type !== "response") {
    const { mediaType, charset } = contentTypeOf(declared)
    if (own !== null) {
      const said = mediaType === "application/octet-stream" ? null : mediaType
      return { ok: true, capture: { ...seen, bytes: record.body, mediaType: said, charset } }
    }
    const wanted = record.type === "conversion" ? mediaType === "text/plain" : pageTypes.has(mediaType ?? "")
    return wanted ? { ok: true, capture: { ...seen, bytes: record.body, mediaType, charset } } : null
  }
  const response = parseHttpResponse(record.body)
  if (response === null) return null
  const { mediaType, charset } = contentTypeOf(response.headers.get("content-type"))
  const answer = { status: response.status, headers: [...response.headers], ...wayHere(record) }
  if (isRedirect(response.status)) {
    const said = decodedBody(response, bytesMax)
    const bytes = said.ok ? said.value : new Uint8Array(0)
    const capture = { ...seen, bytes, mediaType, charset, answer }
    return redirectsOf(capture).length > 0 ? { ok: true, capture } : null
  }
  if (!pageTypes.has(mediaType ?? "") || (response.status >= 300 && response.status < 400)) return null
  if (response.status >= 400)
    return gapItem(seen.name, null, "not-served", `the server answered ${response.status}`)
  const body = decodedBody(response, bytesMax)
  if (!body.ok) return gapItem(seen.name, null, "too-large", `it is over ${bytesMax >> 20} MiB`)
  const capture = { ...seen, bytes: body.value, mediaType, charset, answer }
  return { ok: true, capture: withMemento(capture, response.headers) }
}

function gapOf(
  item: Extract<WarcItem, { readonly ok: false }>,
  name: string,
  bytesMax: number,
): CapturedItem | null {
  const address = item.headers && targetOf(item.headers)
  if (item.fault === "too-large") {
    const served = contentTypeOf(parseHttpResponse(item.head)?.headers.get("content-type"))
    const stored = contentTypeOf(item.headers?.get("content-type"))
    if (!address || !pageTypes.has(served.mediaType ?? stored.mediaType ?? "")) return null
    return gapItem(address, null, "too-large", `it is over ${bytesMax >> 20} MiB`)
  }
  const detail = item.fault === "truncated" ? "it ends inside a record" : "some of its bytes are no record"
  return gapItem(name, `byte ${item.position} of the unpacked file`, "damaged", detail)
}

/** A file or a text typed in, as this program exports it: a name, and nothing that is looked up. */
function ownSource({ type, headers }: WarcRecord): Pick<Capture, "kind" | "name"> | null {
  const [, kind, encoded] = /^(file|stdin) (\S+)$/.exec(headers.get("variorum-source") ?? "") ?? []
  const name = textIn(encoded)
  return type === "resource" && kind !== undefined && name ? { kind: kind as Capture["kind"], name } : null
}

/** The redirects that led here, as this program exports them: a status, or `?`, and an address each. */
function wayHere({ headers }: WarcRecord): Pick<CapturedAnswer, "redirectedFrom" | "redirectStatuses"> {
  const steps = (headers.get("variorum-redirected-from") ?? "").split(" ").flatMap((step) => {
    const [, status, encoded] = /^(\d{3}|\?):(\S+)$/.exec(step) ?? []
    const address = textIn(encoded)
    return address ? [{ status: Number(status), address }] : []
  })
  if (steps.length === 0) return {}
  const redirectedFrom = steps.map(({ address }) => address)
  if (steps.some(({ status }) => Number.isNaN(status))) return { redirectedFrom }
  return { redirectedFrom, redirectStatuses: steps.map(({ status }) => status) }
}

function textIn(encoded: string | undefined): string | null {
  try {
    return encoded === undefined ? null : decodeURIComponent(encoded)
  } catch {
    return null
  }
}

/** Some crawlers write the address between angle brackets. */
function targetOf(headers: ReadonlyMap<string, string>): string | null {
  return headers.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1") ?? null
}

function gapItem(
  name: string,
  member: string | null,
  kind: IntakeGap["kind"],
  detail: string | null,
): CapturedItem {
  return { ok: false, gap: { name, member, kind, detail } }
}
