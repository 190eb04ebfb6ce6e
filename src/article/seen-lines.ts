/** The lines met so far, alike when they have the same letters and digits in the same words, whatever their case. */
export class SeenLines {
  readonly #byHash = new Map<number, string[]>()

  add(line: string): void {
    const hash = foldedHash(line)
    const lines = this.#byHash.get(hash)
    if (lines === undefined) this.#byHash.set(hash, [line])
    else if (!isAmong(lines, line)) lines.push(line)
  }

  has(line: string): boolean {
    const lines = this.#byHash.get(foldedHash(line))
    return lines !== undefined && isAmong(lines, line)
  }
}

/** True when the two have the same letters and digits in the same words, whatever their case. */
export function isSameLine(a: string, b: string): boolean {
  return foldedHash(a) === foldedHash(b) && folded(a) === folded(b)
}

function isAmong(lines: readonly string[], line: string): boolean {
  const form = folded(line)
  return lines.some((other) => folded(other) === form)
}

function folded(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** Equal for lines of equal folded form, so that a line nearly never has to be folded. Surrogates do not count. */
function foldedHash(line: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < line.length; at++) {
    const unit = foldedUnit(line.charCodeAt(at))
    if (unit !== dropped) hash = Math.imul(hash ^ unit, 0x01000193)
  }
  return hash
}

const dropped = 0
const unknown = 1
/** What each code unit is folded to, worked out when first met. */
const foldedUnits = new Uint16Array(0x10000).fill(unknown)

function foldedUnit(unit: number): number {
  const known = foldedUnits[unit]!
  if (known !== unknown) return known
  const lower = String.fromCharCode(unit).toLowerCase()
  const isKept = /^[\p{L}\p{N}]/u.test(lower)
  // The lower case of a capital sigma depends on what stands behind it.
  const kept = lower === "ς" ? "σ" : lower
  foldedUnits[unit] = isKept ? kept.charCodeAt(0) : dropped
  return foldedUnits[unit]!
}
