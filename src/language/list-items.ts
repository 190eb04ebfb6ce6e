import type { Tokens } from "./tokens.ts"

/** A paragraph is read no further than this for a list printed in one line. */
const tokensMax = 4000

/**
 * The tokens that begin the items of a list printed in one line: "1. Oil 2. Salt", "a) one b) two", "• one • two".
 * A list is at least two markers of one shape, counting up by one from the paragraph's or a sentence's beginning.
 * Empty where there is none.
 */
export function listItemStarts(text: string, tokens: Tokens, first: number, last: number): readonly number[] {
  let items: number[] = []
  let shape = ""
  let ordinal = -1
  for (let at = first; at < Math.min(last, first + tokensMax); at++) {
    const unit = text.charCodeAt(tokens.starts[at]!)
    if (isBullet(unit)) {
      if (shape !== "•" && at !== first) continue
      shape = "•"
      items.push(at)
      while (at + 1 < last && tokens.kinds[at + 1] !== 0) at++
      continue
    }
    if (shape === "•" || !mayMark(text, tokens, at, last)) continue
    const marker = markerAt(text, tokens, at, last)
    if (marker === null) continue
    if (marker.shape === shape && marker.ordinal === ordinal + 1) items.push(at)
    else if (items.length < 2 && beginsHere(text, tokens, first, at) && marker.ordinal <= 1) items = [at]
    else continue
    shape = marker.shape
    ordinal = marker.ordinal
  }
  return items.length < 2 ? [] : items
}

interface Marker {
  /** What stands around the ordinal, and whether it is a number or a letter. */
  readonly shape: string
  readonly ordinal: number
}

function mayMark(text: string, tokens: Tokens, at: number, last: number): boolean {
  const length = tokens.ends[at]! - tokens.starts[at]!
  if (length > 2 || at + 1 >= last || tokens.kinds[at] === 2) return false
  const after = text.charCodeAt(tokens.starts[at + 1]!)
  return (after === 0x29 || after === 0x2e) && tokens.starts[at + 1] === tokens.ends[at]
}

function markerAt(text: string, tokens: Tokens, at: number, last: number): Marker | null {
  const body = text.slice(tokens.starts[at], tokens.ends[at])
  const isNumber = /^\d+$/.test(body)
  if (!isNumber && !/^[a-z]$/.test(body)) return null
  let end = at + 1
  while (end < last && tokens.starts[end] === tokens.ends[end - 1] && /[.)]/.test(text[tokens.starts[end]!]!))
    end++
  if (end >= last || tokens.starts[end] === tokens.ends[end - 1]) return null
  const around = text.slice(tokens.ends[at], tokens.ends[end - 1])
  return {
    shape: (isNumber ? "1" : "a") + around,
    ordinal: isNumber ? Number(body) : body.charCodeAt(0) - 96,
  }
}

function beginsHere(text: string, tokens: Tokens, first: number, at: number): boolean {
  return at === first || /[.:;!?]/.test(text[tokens.starts[at - 1]!] ?? "")
}

function isBullet(unit: number): boolean {
  return unit === 0x2022 || unit === 0x2023 || unit === 0x2043 || unit === 0x25aa || unit === 0x25cf
}
