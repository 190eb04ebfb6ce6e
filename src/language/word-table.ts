/**
 * Values by the hashes of words, for the look-ups made of every token. An open table, never more than a quarter full,
 * so that a word that is not there costs one step; a `Map` would box every hash above 2^31.
 */
export class WordTable<Value> {
  readonly size: number
  readonly #mask: number
  readonly #hashes: Uint32Array
  readonly #values: (Value | undefined)[]

  constructor(entries: ReadonlyMap<number, Value>) {
    this.size = entries.size
    let slots = 8
    while (slots < entries.size * 4) slots *= 2
    this.#mask = slots - 1
    this.#hashes = new Uint32Array(slots)
    this.#values = new Array(slots).fill(undefined)
    for (const [hash, value] of entries) {
      let slot = hash & this.#mask
      while (this.#values[slot] !== undefined) slot = (slot + 1) & this.#mask
      this.#hashes[slot] = hash
      this.#values[slot] = value
    }
  }

  get(hash: number): Value | undefined {
    let slot = hash & this.#mask
    let value = this.#values[slot]
    while (value !== undefined && this.#hashes[slot] !== hash) {
      slot = (slot + 1) & this.#mask
      value = this.#values[slot]
    }
    return value
  }

  has(hash: number): boolean {
    return this.get(hash) !== undefined
  }
}
