import { domainToASCII } from "node:url"
import { sha256Hex } from "../base/index.ts"
import type { ArchivedCapture } from "./captures.ts"
import { addressOfRecord, dateOfRecord } from "./encode-warc.ts"

/** Where a capture's record lies in the WARC file. */
export interface RecordPlace {
  readonly offset: number
  readonly length: number
  readonly filename: string
}

/** The line of a CDXJ index (pywb, CDXJ 1.0) that finds a capture by its address and time. */
export function cdxLine(kept: ArchivedCapture, place: RecordPlace): string {
  const address = addressOfRecord(kept.capture)
  const fields = {
    url: address,
    mime: kept.capture.mediaType ?? "application/octet-stream",
    ...(kept.capture.answer ? { status: String(kept.capture.answer.status) } : {}),
    digest: `sha256:${sha256Hex(kept.capture.bytes)}`,
    length: String(place.length),
    offset: String(place.offset),
    filename: place.filename,
  }
  return `${sortKey(address)} ${timestampOf(dateOfRecord(kept))} ${JSON.stringify(fields)}`
}

/** The line of a list of pages (WACZ 1.1.1, 5.2.3), by which a reader of the file begins. */
export function pageLine(kept: ArchivedCapture): string {
  return JSON.stringify({
    id: kept.hash.slice(0, 16),
    url: addressOfRecord(kept.capture),
    ts: dateOfRecord(kept),
  })
}

/**
 * An address as a sort-friendly key (SURT): the host turned round and without `www.`, the rest in lower case, the
 * parameters in order, so that captures of a site stand together.
 */
export function sortKey(address: string): string {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(address)
  if (!match) return address.replace(/\s/g, "%20")
  const [, authority, path, query] = match
  const [, host, port] = /^(.*?)(?::(\d+))?$/.exec(authority!.toLowerCase())!
  const ascii = (domainToASCII(host!) || host!).replace(/^www\d*\./, "")
  const isNumber = /^[\d.]+$|^\[/.test(ascii)
  const turned = isNumber ? ascii : ascii.split(".").reverse().join(",")
  const shownPort = port === undefined || port === "80" || port === "443" ? "" : `:${port}`
  const parameters = query === undefined ? "" : `?${query.toLowerCase().split("&").sort().join("&")}`
  const shownPath = path === "" ? "/" : path!.toLowerCase().replace(/(.)\/$/, "$1")
  return `${turned}${shownPort})${shownPath}${parameters}`.replace(/\s/g, "%20")
}

/** Fourteen digits: `20310304120500`. */
function timestampOf(date: string): string {
  return date.replace(/\D/g, "").slice(0, 14).padEnd(14, "0")
}
