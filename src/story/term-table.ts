const spread = 0x9e3779b1

/** Weights by term, in columns found by open addressing: reading one costs no boxed number, and no string is made. */
export class TermTable {
  /** The terms held: the first so many of the columns. */
  size = 0
  terms: Uint32Array
  weights: Float64Array
  /** The place of a term and one, at or after the slot of its hash; 0 ends. */
  private slots: Int32Array
  private shift: number

  constructor(termsExpected = 8) {
    const bits = 33 - Math.clz32(Math.max(8, termsExpected) - 1)
    this.slots = new Int32Array(1 << bits)
    this.shift = 32 - bits
    this.terms = new Uint32Array(1 << (bits - 1))
    this.weights = new Float64Array(1 << (bits - 1))
  }

  /** 0 for a term that is not held. */
  get(term: number): number {
    const held = this.slots[this.slotOf(term)]!
    return held === 0 ? 0 : this.weights[held - 1]!
  }

  has(term: number): boolean {
    return this.slots[this.slotOf(term)] !== 0
  }

  /** In the order in which they came, but for what was deleted. */
  keys(): Uint32Array {
    return this.terms.subarray(0, this.size)
  }

  add(term: number, weight: number): void {
    const slot = this.slotOf(term)
    const held = this.slots[slot]!
    if (held !== 0) {
      this.weights[held - 1]! += weight
      return
    }
    this.terms[this.size] = term
    this.weights[this.size] = weight
    this.slots[slot] = ++this.size
    if (this.size === this.terms.length) this.grow()
  }

  set(term: number, weight: number): void {
    const held = this.slots[this.slotOf(term)]!
    if (held === 0) this.add(term, weight)
    else this.weights[held - 1] = weight
  }

  /** The last term takes the place of the one deleted. */
  delete(term: number): void {
    const slot = this.slotOf(term)
    const held = this.slots[slot]!
    if (held === 0) return
    const last = --this.size
    if (held - 1 !== last) {
      this.slots[this.slotOf(this.terms[last]!)] = held
      this.terms[held - 1] = this.terms[last]!
      this.weights[held - 1] = this.weights[last]!
    }
    this.closeGap(slot)
  }

  /** The slot that holds `term`, or the empty one where it belongs. */
  private slotOf(term: number): number {
    const mask = this.slots.length - 1
    let slot = Math.imul(term, spread) >>> this.shift
    for (let held = this.slots[slot]!; held !== 0; held = this.slots[slot]!) {
      if (this.terms[held - 1] === term) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  /** Moves back what stood after an emptied slot only because that one was taken (Knuth, TAOCP 3, 6.4, algorithm R). */
  private closeGap(emptied: number): void {
    const mask = this.slots.length - 1
    let gap = emptied
    for (let slot = (gap + 1) & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const home = Math.imul(this.terms[this.slots[slot]! - 1]!, spread) >>> this.shift
      if (((slot - home) & mask) < ((slot - gap) & mask)) continue
      this.slots[gap] = this.slots[slot]!
      gap = slot
    }
    this.slots[gap] = 0
  }

  private grow(): void {
    const { terms, weights, size } = this
    this.slots = new Int32Array(2 * this.slots.length)
    this.shift--
    this.terms = new Uint32Array(2 * terms.length)
    this.weights = new Float64Array(2 * weights.length)
    this.terms.set(terms)
    this.weights.set(weights)
    for (let place = 0; place < size; place++) this.slots[this.slotOf(terms[place]!)] = place + 1
  }
}
