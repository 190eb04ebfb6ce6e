/** Counts of terms in columns, found by open addressing; one serves many texts. */
export class TermCounts {
  size = 0
  readonly terms: Uint32Array
  readonly times: Uint32Array
  /** Times printed with a capital inside a sentence, less the times without. */
  readonly capitals: Int32Array
  readonly firsts: Int32Array
  private readonly slots: Int32Array
  private mask = 0

  constructor(termsMax: number) {
    this.terms = new Uint32Array(termsMax)
    this.times = new Uint32Array(termsMax)
    this.capitals = new Int32Array(termsMax)
    this.firsts = new Int32Array(termsMax)
    this.slots = new Int32Array(slotsFor(termsMax))
  }

  /** Forgets all, for a text of at most so many terms. */
  clear(termsMax: number): void {
    const slots = slotsFor(termsMax)
    this.mask = slots - 1
    this.slots.fill(0, 0, slots)
    this.size = 0
  }

  /** The place of `term`, which is given one, first seen at `first`, where it has none. */
  placeOf(term: number, first: number): number {
    const { mask, slots, terms } = this
    let slot = Math.imul(term, 0x9e3779b1) & mask
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      if (terms[held - 1] === term) return held - 1
      slot = (slot + 1) & mask
    }
    const place = this.size++
    slots[slot] = place + 1
    terms[place] = term
    this.firsts[place] = first
    this.times[place] = 0
    this.capitals[place] = 0
    return place
  }
}

function slotsFor(terms: number): number {
  return 1 << (33 - Math.clz32(Math.max(1, terms)))
}
