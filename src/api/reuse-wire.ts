import type { Credit, ReportId } from "../article/index.ts"
import { fail, ok, type Result, type Span } from "../base/index.ts"
import {
  type CandidatePair,
  type Fingerprints,
  type KnownReport,
  type Lineage,
  type Link,
  pairLimits,
  type ReuseReport,
  reuseReportOf,
  siteOf,
} from "../reuse/index.ts"
import type { LineFailure } from "./json-lines.ts"

/**
 * One line of `variorum reuse`: `{id, text, published?, outlet?, url?, furniture?, credits?}`. `furniture`, as `read`
 * gives it, is left out of what is compared. A field of the wrong type is taken as not given.
 */
export function decodeReuseReport(json: unknown): Result<ReuseReport, LineFailure> {
  const known = decodeKnownReport(json)
  return known.ok ? ok(reuseReportOf(known.value)) : known
}

/** The same, with nothing read from the text. */
export function decodeKnownReport(json: unknown): Result<KnownReport, LineFailure> {
  const line = fieldsOf(json)
  const id = typeof line.id === "number" ? String(line.id) : line.id
  if (typeof id !== "string" || id === "") return bad("id is not a string")
  const { text } = line
  if (typeof text !== "string") return bad("text is not a string")
  return ok({
    id: id as ReportId,
    text,
    setAside: spansOf(line.furniture, text.length),
    published: stringOr(line.published, null),
    outlet: stringOr(line.outlet, null),
    credits: creditsOf(line.credits, text.length),
    site: typeof line.url === "string" ? siteOf(line.url) : null,
  })
}

/** One line of `variorum reuse --step align`: two reports, `{a: {id, text, …}, b: {…}}`. */
export function decodeReusePair(
  json: unknown,
): Result<{ readonly a: ReuseReport; readonly b: ReuseReport }, LineFailure> {
  const line = fieldsOf(json)
  const a = decodeReuseReport(line.a)
  if (!a.ok) return bad(`a: ${a.error.message}`)
  const b = decodeReuseReport(line.b)
  if (!b.ok) return bad(`b: ${b.error.message}`)
  return a.value.id === b.value.id ? bad("a and b are one report") : ok({ a: a.value, b: b.value })
}

/** One line of `variorum reuse --step pair`, as `--step fingerprint` prints it: `{id, fingerprints: [[hash, word]…]}`. */
export function decodeFingerprints(
  json: unknown,
): Result<{ readonly id: string; readonly prints: Fingerprints }, LineFailure> {
  const { id, fingerprints } = fieldsOf(json)
  if (typeof id !== "string" || id === "") return bad("id is not a string")
  if (!Array.isArray(fingerprints)) return bad("fingerprints is not a list")
  const items = fingerprints as readonly unknown[]
  const hashes = new Uint32Array(items.length)
  const places = new Uint32Array(items.length)
  for (const [i, item] of items.entries()) {
    const [hash, place] = Array.isArray(item) ? (item as readonly unknown[]) : []
    if (typeof hash !== "number" || typeof place !== "number") return bad("a fingerprint is not [hash, word]")
    hashes[i] = hash
    places[i] = place
  }
  return ok({ id, prints: { hashes, places } })
}

export function encodeFingerprints(prints: Fingerprints): object {
  return { fingerprints: Array.from(prints.hashes, (hash, i) => [hash, prints.places[i]]) }
}

export function encodeCandidatePair(pair: CandidatePair, ids: readonly string[]): object {
  return { a: ids[pair.a], b: ids[pair.b], shared: pair.shared, weight: Math.round(pair.weight * 1e4) / 1e4 }
}

export function encodeLink(link: Link): object {
  const { a, b, kind, aShare, bShare, passages, direction, reasons } = link
  return {
    type: "link",
    a,
    b,
    kind,
    aShare,
    bShare,
    passages: passages.map((passage) => ({ a: spanOf(passage.a), b: spanOf(passage.b), kind: passage.kind })),
    direction,
    reasons,
  }
}

/** The lines of `variorum reuse`: links, then groups, then rewrites. */
export function* lineageLines(lineage: Lineage): Generator<object> {
  for (const link of lineage.links) yield encodeLink(link)
  for (const { members, origin } of lineage.texts) yield { type: "group", id: members[0], members, origin }
  for (const { report, source, rules, evidence } of lineage.rewrites)
    yield { type: "rewrite", report, source, rules, evidence }
}

/** What was set aside, in a sentence for a person; null where nothing was. */
export function backgroundNote({ background }: Lineage): string | null {
  const [first] = background
  if (!first) return null
  const most = background.reduce((x, y) => (y.texts > x.texts ? y : x), first)
  const reports = new Set(background.map(({ report }) => report)).size
  const { report, span, texts } = most
  return `${background.length} passages in ${reports} reports are set aside, since reports that share nothing else print them: ${texts} print what stands in ${report} from ${span.start} to ${span.end}`
}

/** What was too much to be compared, in a sentence for a person; null where all was. */
export function cutNote({ cut }: Lineage): string | null {
  if (!cut) return null
  const parts: string[] = []
  if (cut.candidates > 0)
    parts.push(
      `${cut.candidates} texts share phrases with more others than ${pairLimits.candidatesMax}, and were compared with those they share most with`,
    )
  if (cut.postings > 0)
    parts.push(
      `phrases that stand in more than ${pairLimits.postingMax} texts brought only the nearest of these together, ${cut.postings} times`,
    )
  return parts.join("; ")
}

function bad(message: string): { readonly ok: false; readonly error: LineFailure } {
  return fail({ kind: "bad-input", message })
}

function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {}
}

function stringOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === "string" && value !== "" ? value : other
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end }
}

/** Spans that lie within the text; anything else in the list is passed over. */
function spansOf(value: unknown, length: number): readonly Span[] {
  if (!Array.isArray(value)) return []
  return (value as readonly unknown[]).flatMap((item) => {
    const { start, end } = fieldsOf(item)
    return Number.isInteger(start) && Number.isInteger(end) && 0 <= Number(start) && Number(end) <= length
      ? Number(start) < Number(end)
        ? [{ start: Number(start), end: Number(end) }]
        : []
      : []
  })
}

const creditKinds: readonly string[] = ["dateline", "agency", "reported-by", "additional-reporting"]

function creditsOf(value: unknown, length: number): readonly Credit[] {
  if (!Array.isArray(value)) return []
  return (value as readonly unknown[]).flatMap((item) => {
    const { kind, names } = fieldsOf(item)
    const [span] = spansOf([item], length)
    if (!span || typeof kind !== "string" || !creditKinds.includes(kind) || !Array.isArray(names)) return []
    const printed = (names as readonly unknown[]).filter((name) => typeof name === "string")
    return [{ ...span, kind: kind as Credit["kind"], names: printed }]
  })
}
