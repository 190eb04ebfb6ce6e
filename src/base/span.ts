/** A half-open range [start, end), in UTF-16 code units, of the text its owner names. Never empty unless said. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text that `span` cuts out. */
export function spanText(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** Earlier start first; of equal starts the shorter first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}

/** True when the two share at least one code unit; touching spans do not overlap. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** True when every code unit of `inner` lies in `outer`. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The number of code units that both hold. */
export function overlapLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** The union of `spans` as sorted spans that neither overlap nor touch. The input may be in any order. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = []
  for (const span of [...spans].sort(compareSpans)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ start: span.start, end: span.end })
  }
  return merged
}

/** `span` without the white space at its two ends, or null when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return start < end ? { start, end } : null
}

function isBlank(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x3000
  )
}
