/** True when nothing is printed: white space only. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 32 && unit !== 0xa0) return false
  }
  return true
}

/**
 * White space as one blank, without soft hyphens, zero-width and control characters. Letters that were encoded twice
 * are mended: `â` before two control characters is an apostrophe that went through Latin-1.
 */
export function cleanText(raw: string): string {
  const trimmed = raw.trim()
  if (isClean(trimmed)) return trimmed
  const mended = encodedTwice.test(raw) ? raw.replace(allEncodedTwice, decodedAgain) : raw
  const printed = unprinted.test(mended) ? mended.replace(allUnprinted, "") : mended
  return (/[^\S ]| {2}/.test(printed) ? printed.replace(/\s+/g, " ") : printed).trim()
}

/** True of text that a browser would print as it is: single blanks, nothing unprinted. Some such text may fail. */
function isClean(text: string): boolean {
  let last = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 32 || (unit === 32 && last === 32) || (unit >= 127 && !isSurelyPrinted(unit))) return false
    last = unit
  }
  return true
}

function isSurelyPrinted(unit: number): boolean {
  return (unit > 0xa0 && unit < 0x1680 && unit !== 0xad) || (unit >= 0x2010 && unit <= 0x2027)
}

const unprinted = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/
const allUnprinted = new RegExp(unprinted.source, "g")

/** UTF-8 that was read as Latin-1 and encoded again, told by control characters that nobody prints, or a lone `Â`. */
const encodedTwice =
  /[\u00c2-\u00df][\u0080-\u009f]|[\u00e0-\u00ef](?:[\u0080-\u009f][\u0080-\u00bf]|[\u0080-\u00bf][\u0080-\u009f])|\u00c2\u00a0/
const allEncodedTwice =
  /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g

function decodedAgain(encoded: string): string {
  const lead = encoded.charCodeAt(0)
  let code = lead & (encoded.length === 2 ? 0x1f : encoded.length === 3 ? 0x0f : 0x07)
  for (let i = 1; i < encoded.length; i++) code = (code << 6) | (encoded.charCodeAt(i) & 0x3f)
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? encoded : String.fromCodePoint(code)
}
