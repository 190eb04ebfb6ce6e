import type { Span } from "../base/index.ts"

const quotedLengthMax = 3000

/**
 * What stands between double quotation marks, without them. A mark opens where a blank or an opening bracket goes
 * before it; a quotation never leaves its paragraph, and one that is not closed there runs to the paragraph's end.
 */
export function quotedSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  let open = -1
  const close = (at: number): void => {
    if (open >= 0 && at > open && at - open <= quotedLengthMax) spans.push({ start: open, end: at })
    open = -1
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10) close(at)
    else if (unit === 0x201c || unit === 0x201e || unit === 0xab) open = open < 0 ? at + 1 : open
    else if (unit === 0x201d || unit === 0xbb) close(at)
    else if (unit === 0x22) {
      if (open >= 0) close(at)
      else if (opensAt(text, at)) open = at + 1
    }
  }
  close(text.length)
  return spans
}

function opensAt(text: string, at: number): boolean {
  return at === 0 || /[\s([—–-]/.test(text[at - 1]!)
}
