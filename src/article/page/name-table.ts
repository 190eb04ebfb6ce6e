const hashSeed = 7

/** The hash of a name so far and one more code unit; capitals count as small letters. */
export function nextNameHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + (unit | 32)) | 0
}

/** Tells which of a few known names stands at a place of a text, whatever its case, without cutting it out. */
export class NameTable {
  static readonly hashSeed = hashSeed
  /** The names, from 1: the first is empty, for what is not known. Lower case, of ASCII letters, digits and hyphens. */
  readonly names: readonly string[]
  private readonly slots: Uint16Array
  private readonly mask: number

  constructor(names: readonly string[]) {
    this.names = ["", ...names]
    let size = 16
    while (size < names.length * 4) size *= 2
    this.mask = size - 1
    this.slots = new Uint16Array(size)
    for (let index = 1; index < this.names.length; index++) {
      let slot = hashOf(this.names[index]!) & this.mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = index
    }
  }

  /** The place in `names` of what stands in `text` from `start` to `end`, whose hash is `hash`; 0 when unknown. */
  find(text: string, start: number, end: number, hash: number): number {
    let slot = hash & this.mask
    for (;;) {
      const index = this.slots[slot]!
      if (index === 0 || isAt(this.names[index]!, text, start, end)) return index
      slot = (slot + 1) & this.mask
    }
  }

  /** The place of a name that must be in the table. */
  indexOf(name: string): number {
    return this.names.indexOf(name)
  }
}

function hashOf(name: string): number {
  let hash = hashSeed
  for (let i = 0; i < name.length; i++) hash = nextNameHash(hash, name.charCodeAt(i))
  return hash
}

function isAt(name: string, text: string, start: number, end: number): boolean {
  if (end - start !== name.length) return false
  for (let i = 0; i < name.length; i++)
    if ((text.charCodeAt(start + i) | 32) !== name.charCodeAt(i)) return false
  return true
}
