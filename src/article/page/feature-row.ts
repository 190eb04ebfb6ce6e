/** The features of one block, one after the other; the same memory for the next block, since there are hundreds a page. */
export class FeatureRow {
  readonly values: Float64Array
  private count = 0

  constructor(length: number) {
    this.values = new Float64Array(length)
  }

  clear(): void {
    this.count = 0
  }

  add(value: number): void {
    this.values[this.count++] = value
  }

  /** How many were added since it was cleared. */
  get length(): number {
    return this.count
  }
}
