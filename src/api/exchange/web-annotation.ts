import { sha256Hex } from "../../base/index.ts"
import type { RecordDocument, ReportWire, StoryWire } from "../record-wire.ts"
import { type Claim, claimsOf, iriOf, reportsById } from "./claims.ts"

const contextCharsMax = 32

/**
 * Every claim of a story as a Web Annotation (W3C Recommendation of 2017) on the report it cites: by its words with what
 * stands around them, by its place, and at the time of the capture. Places count code points, as the model demands, in
 * the text that the record keeps. Claims on places that are not in their texts are left out.
 */
export function encodeWebAnnotations(document: RecordDocument, story: StoryWire): string {
  const reports = reportsById(document)
  const counters = new Map<string, (unit: number) => number>()
  const items = claimsOf(story).flatMap((claim, index) => {
    const report = reports.get(claim.at.report)
    if (report === undefined || !(claim.at.start >= 0 && claim.at.start < claim.at.end)) return []
    if (claim.at.end > report.text.length) return []
    const codePointAt = counters.get(report.id) ?? codePointCounter(report.text)
    counters.set(report.id, codePointAt)
    return [annotationOf(story, claim, index, report, codePointAt)]
  })
  const id = uuidOf(`${story.id} annotations`)
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "AnnotationCollection",
    label: story.title ?? story.id,
    total: items.length,
    first: { id: uuidOf(`${story.id} annotations, page 1`), type: "AnnotationPage", startIndex: 0, items },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function annotationOf(
  story: StoryWire,
  { list, number, about, value, at }: Claim,
  index: number,
  report: ReportWire,
  codePointAt: (unit: number) => number,
): object {
  const { capturedAt } = report.source
  return {
    id: uuidOf(`${story.id} ${index} ${list} ${number} ${at.report} ${at.start} ${at.end}`),
    type: "Annotation",
    motivation: "describing",
    body: {
      type: "TextualBody",
      value: `${list} ${number}: ${about}${value === null ? "" : ` (${value})`}`,
      format: "text/plain",
      purpose: "describing",
    },
    target: {
      type: "SpecificResource",
      source: iriOf(report),
      selector: [
        {
          type: "TextQuoteSelector",
          exact: report.text.slice(at.start, at.end).toWellFormed(),
          prefix: report.text.slice(Math.max(0, at.start - contextCharsMax), at.start).toWellFormed(),
          suffix: report.text.slice(at.end, at.end + contextCharsMax).toWellFormed(),
        },
        { type: "TextPositionSelector", start: codePointAt(at.start), end: codePointAt(at.end) },
      ],
      ...(capturedAt !== null && /T.*Z$/.test(capturedAt)
        ? { state: { type: "TimeState", sourceDate: capturedAt } }
        : {}),
    },
  }
}

/** Of a place in UTF-16 code units, the place in code points. A half of a pair counts as one, as it does alone. */
export function codePointCounter(text: string): (unit: number) => number {
  const pairs: number[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    if (isPair) pairs.push(++at)
  }
  return (unit) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < unit) low = middle + 1
      else high = middle
    }
    return unit - low
  }
}

/** A name that is the same in every run: a UUID of version 8 (RFC 9562), made of the hash. */
export function uuidOf(name: string): string {
  const hash = sha256Hex(name)
  const variant = ((Number.parseInt(hash[16]!, 16) & 3) | 8).toString(16)
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ]
  return `urn:uuid:${parts.join("-")}`
}
