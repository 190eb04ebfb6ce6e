import { compareStrings, sha256Hex } from "../base/index.ts"
import { type Capture, type IntakeGap, intakeGapText } from "../intake/index.ts"
import { fetchAddress, type PoliteFetcher, readHeldFile } from "../net/index.ts"
import type { JobInput } from "./job.ts"

/** One thing found in an input, or why there is none; `detail` is in plain words and without the input's name. */
export type FoundCapture =
  | { readonly ok: true; readonly capture: Capture }
  | { readonly ok: false; readonly name: string; readonly detail: string }

/** Of one file, packed or unpacked. */
export const heldBytesMax = 64 << 20

/** What an input holds: a page, the pages of a web archive, a feed or a sitemap, a pasted text. */
export async function* jobCaptures(input: JobInput, fetcher: PoliteFetcher): AsyncGenerator<FoundCapture> {
  if (input.kind === "text") {
    yield { ok: true, capture: pastedCapture(input) }
    return
  }
  const items =
    input.kind === "file"
      ? readHeldFile(input.path, input.name, heldBytesMax)
      : fetchAddress(input.name, fetcher)
  for await (const item of items)
    if (item.ok) yield item
    else yield { ok: false, name: item.gap.name, detail: detailOf(item.gap) }
}

/** Why a page was not had is all there is to say of it: what can be done stands in buttons below. */
function detailOf(gap: IntakeGap): string {
  return gap.kind === "not-served" && gap.detail !== null
    ? gap.detail
    : withoutName(intakeGapText(gap), gap.name)
}

/** A sentence about an input that stands beside its name anyway. */
export function withoutName(sentence: string, name: string): string {
  return sentence.startsWith(`${name}: `) ? sentence.slice(name.length + 2) : sentence
}

/** Text with a headline or an address of its own is kept as JSON, which says which is which. */
function pastedCapture({ text, title, address }: Extract<JobInput, { readonly kind: "text" }>): Capture {
  const plain = title === null && address === null
  const body = plain ? text : JSON.stringify({ text, title, url: address })
  const bytes = Buffer.from(body)
  const name = `pasted-${sha256Hex(bytes).slice(0, 8)}.${plain ? "txt" : "json"}`
  return { kind: "file", name, bytes, mediaType: null, charset: null, capturedAt: null }
}

/** Captures that are told apart: the same bytes under the same name are one, whenever they came. */
export function captureKey(capture: Capture): string {
  return sha256Hex(`${capture.name}\n${capture.capturedAt ?? ""}\n${sha256Hex(capture.bytes)}`)
}

export function compareByInput(a: { readonly input: string }, b: { readonly input: string }): number {
  return compareStrings(a.input, b.input)
}
