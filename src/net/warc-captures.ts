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
import {
  type RepeatedPage,
  referenceOf,
  repeatGap,
  type WarcFile,
  type WarcRepeats,
  withoutBrackets,
} from "./warc-repeats.ts"

export type CapturedItem =
  | { readonly ok: true; readonly capture: Capture }
  /** With `repeats`, a page whose bytes are those of another capture, which is not in the files given. */
  | { readonly ok: false; readonly gap: IntakeGap; readonly repeats?: RepeatedPage }

/** A pass through a file that can be read again: the second gives only what repeats what is in it. */
export interface WarcPass {
  readonly repeats: WarcRepeats
  readonly file: WarcFile
  readonly isSecond: boolean
}

/** Pages as served, pages stored without their transport (`resource`), and texts made of pages (`conversion`). */
const typesRead: ReadonlySet<string> = new Set(["response", "resource", "conversion", "revisit"])
const pageTypes: ReadonlySet<string> = new Set(["text/html", "application/xhtml+xml"])

/**
 * The pages in an unpacked WARC stream, each as it was seen and when, and the redirects that may be a page's move.
 * Images, scripts, other redirects and requests are passed over; a page that the server refused, or that is damaged, is
 * a gap, and so is one whose bytes are in another record (`revisit`), unless there is a second `pass`.
 * `name` is the file's, for the gaps that no address can be named for.
 */
export async function* readWarcCaptures(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  bytesMax: number,
  pass: WarcPass | null = null,
): AsyncGenerator<CapturedItem> {
  if (pass?.isSecond) return yield* readRepeated(stream, bytesMax, pass.repeats)
  let pages = 0
  let gaps = 0
  for await (const item of readWarc(stream, typesRead, { bodyBytesMax: bytesMax })) {
    const captured = item.ok ? captureOf(item.record, bytesMax) : gapOf(item, name, bytesMax)
    if (captured === null) continue
    if (!captured.ok) {
      gaps++
      if (captured.repeats && pass?.repeats.add(captured.repeats)) continue
    } else if (!isRedirectCapture(captured.capture)) {
      pages++
      if (item.ok) pass?.repeats.noteOriginal(item.record.headers, pass.file)
    }
    yield captured
  }
  if (pages + gaps === 0) yield gapItem(name, null, "no-text", "no page is in it")
}

/** The captures that repeat one of this stream. */
async function* readRepeated(
  stream: AsyncIterable<Uint8Array>,
  bytesMax: number,
  repeats: WarcRepeats,
): AsyncGenerator<CapturedItem> {
  for await (const item of readWarc(stream, typesRead, { bodyBytesMax: bytesMax })) {
    if (!item.ok || !repeats.isWanted(item.record.headers)) continue
    const { headers, body } = item.record
    const original = captureOf(item.record, bytesMax)
    if (!original?.ok || isRedirectCapture(original.capture)) continue
    const payload = parseHttpResponse(body)?.body ?? body
    for (const capture of repeats.take(headers, payload, original.capture)) yield { ok: true, capture }
    if (repeats.left().size === 0) return
  }
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
  if (record.type === "revisit") return repeatOf(record, seen)
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
    return redirectItem({
      ...seen,
      bytes: said.ok ? said.value : new Uint8Array(0),
      mediaType,
      charset,
      answer,
    })
  }
  if (!pageTypes.has(mediaType ?? "") || (response.status >= 300 && response.status < 400)) return null
  if (response.status >= 400)
    return gapItem(seen.name, null, "not-served", `the server answered ${response.status}`)
  const body = decodedBody(response, bytesMax)
  if (!body.ok) return gapItem(seen.name, null, "too-large", `it is over ${bytesMax >> 20} MiB`)
  const capture = { ...seen, bytes: body.value, mediaType, charset, answer }
  return { ok: true, capture: withMemento(capture, response.headers) }
}

function redirectItem(capture: Capture): CapturedItem | null {
  return redirectsOf(capture).length > 0 ? { ok: true, capture } : null
}

const assets =
  /\.(?:css|m?js|json|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|mp[34]|webm|m3u8|ts|pdf|txt|xml)$/i

/** A page whose bytes are elsewhere; null for what is no page. A redirect needs no bytes. */
function repeatOf(record: WarcRecord, seen: RepeatedPage["seen"]): CapturedItem | null {
  const response = parseHttpResponse(record.body)
  const head = response && { status: response.status, headers: response.headers }
  const { mediaType, charset } = contentTypeOf(head?.headers.get("content-type"))
  if (head && isRedirect(head.status)) {
    const answer = { status: head.status, headers: [...head.headers] }
    return redirectItem({ ...seen, bytes: new Uint8Array(0), mediaType, charset, answer })
  }
  if (mediaType === null ? assets.test(URL.parse(seen.name)?.pathname ?? "") : !pageTypes.has(mediaType))
    return null
  if (head && head.status >= 400)
    return gapItem(seen.name, null, "not-served", `the server answered ${head.status}`)
  const page = { seen, head, refersTo: referenceOf(record.headers) }
  return { ok: false, gap: repeatGap(page), repeats: page }
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

function targetOf(headers: ReadonlyMap<string, string>): string | null {
  return withoutBrackets(headers.get("warc-target-uri"))
}

function gapItem(
  name: string,
  member: string | null,
  kind: IntakeGap["kind"],
  detail: string | null,
): CapturedItem {
  return { ok: false, gap: { name, member, kind, detail } }
}
