import type { Span } from "../base/index.ts"
import { tokenSpan } from "../language/index.ts"
import type { Link } from "./lineage.ts"
import type { PreparedReport } from "./reuse-report.ts"
import type { WordPassage } from "./word-passages.ts"

export interface Shares {
  readonly aShare: number
  readonly bShare: number
}

/** Both explain at least this much of the other: one text in two printings. */
const nearShareMin = 0.8

/** A text of which the other explains this much was cut out of it. */
const extractShareMin = 0.85

/** A text of which the other explains this much was made from it, or both from a third. */
const editedShareMin = 0.35

/** A passage of which this part is quoted on either side is a quotation that both carry. */
const quotedShareMin = 0.8

export const identicalReason = "every counted word is the same"

/** What kind of link the shares and passages make, and why. */
export function classifyLink(
  a: PreparedReport,
  b: PreparedReport,
  passages: readonly WordPassage[],
  { aShare, bShare }: Shares,
): Pick<Link, "kind" | "reasons"> {
  const less = Math.min(aShare, bShare)
  const more = Math.max(aShare, bShare)
  const percent = (share: number): string => `${Math.floor(share * 100)} %`
  const shared = `${percent(aShare)} of the words of the one and ${percent(bShare)} of the other are shared`
  if (less === 1 && passages.length === 1 && passages[0]!.runs.length === 1)
    return { kind: "identical", reasons: [identicalReason] }
  if (less >= nearShareMin) return { kind: "near", reasons: [shared] }
  const onlyQuoted = passages.every((passage) => isQuoted(passage, a, b))
  if (onlyQuoted)
    return { kind: "shares", reasons: [shared, "all that is shared is quoted: both may quote one statement"] }
  if (more >= extractShareMin)
    return { kind: "extract", reasons: [shared, "the shorter is nearly whole in the longer"] }
  if (more >= editedShareMin) return { kind: "edited", reasons: [shared, "both may come from one source"] }
  return { kind: "shares", reasons: [shared, "both may have taken it from one source"] }
}

/** True when most of the words shared stand in quotation marks in either text. */
export function isQuoted(passage: WordPassage, a: PreparedReport, b: PreparedReport): boolean {
  const quoted = (side: PreparedReport, start: (run: WordPassage["runs"][number]) => number): number => {
    let words = 0
    for (const run of passage.runs)
      for (let k = 0; k < run.length; k++) if (isQuotedWord(side, start(run) + k)) words++
    return words
  }
  const words = Math.max(
    quoted(a, (run) => run.a),
    quoted(b, (run) => run.b),
  )
  return words >= passage.matched * quotedShareMin
}

/** True when a counted word of a report stands in quotation marks. */
export function isQuotedWord({ report, words }: PreparedReport, place: number): boolean {
  return isInside(tokenSpan(report.tokens, words.tokens[place]!), report.quoted)
}

/** True when `span` begins inside one of `spans`, which are sorted and do not overlap. */
function isInside(span: Span, spans: readonly Span[]): boolean {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  return low < spans.length && spans[low]!.start <= span.start
}
