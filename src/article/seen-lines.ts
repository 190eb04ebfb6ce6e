/** The lines met so far, alike when they have the same letters and digits in the same words, whatever their case. */
export class SeenLines {
  /** The only line of a hash as printed, or the folded forms of several. */
  readonly #byHash = new Map<number, string | Set<string>>()

  add(line: string): void {
    const hash = foldedHash(line)
    const known = this.#byHash.get(hash)
    if (known === undefined) this.#byHash.set(hash, line)
    else if (typeof known === "string") this.#byHash.set(hash, new Set([folded(known), folded(line)]))
    else known.add(folded(line))
  }

  has(line: string): boolean {
    const known = this.#byHash.get(foldedHash(line))
    if (known === undefined) return false
    return typeof known === "string" ? folded(known) === folded(line) : known.has(folded(line))
  }
}

/** True when the two have the same letters and digits in the same words, whatever their case. */
export function isSameLine(a: string, b: string): boolean {
  return foldedHash(a) === foldedHash(b) && folded(a) === folded(b)
}

function folded(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

const hashedUnitsMax = 64

/** Equal for lines of equal folded form, so that a line seldom has to be folded. Surrogates do not count. */
function foldedHash(line: string): number {
  let hash = 0x811c9dc5
  for (let at = 0, left = hashedUnitsMax; at < line.length && left > 0; at++) {
    const unit = foldedUnit(line.charCodeAt(at))
    if (unit === dropped) continue
    hash = Math.imul(hash ^ unit, 0x01000193)
    left--
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
