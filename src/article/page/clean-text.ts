/** True when nothing is printed: white space only. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 32 && unit !== 0xa0) return false
  }
  return true
}

/** White space as one blank, without soft hyphens, zero-width and control characters. */
export function cleanText(raw: string): string {
  const trimmed = raw.trim()
  if (isClean(trimmed)) return trimmed
  const printed = unprinted.test(raw) ? raw.replace(allUnprinted, "") : raw
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
