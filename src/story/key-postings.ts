import { assert } from "../base/index.ts"
import type { MeetingKey, Neighbour } from "./meeting-keys.ts"
import { keysMax, printsFrom } from "./meeting-keys.ts"
import { compareHolders, meetingDaysMax, meetingReach, nearnessMin } from "./near-pairs.ts"

/** Another report, by its place among them all, and how near it is. */
export interface NearPlace {
  readonly place: number
  readonly millionths: number
}

/** A key with one of its holders. */
export interface Posting {
  readonly key: number
  readonly day: number
  readonly place: number
  readonly weight: number
}

/** A posting is one word of 64 bits, whose order is that of keys and then of holders: key, rank and weight. */
const rankBits = 21
const weightBits = 10
const weightMask = (1 << weightBits) - 1
const rankMask = (1 << rankBits) - 1

/** So many reports may be met at once; their postings then take 0.7 GB. */
export const meetAtOnceMax = 1 << rankBits

/**
 * What `nearPairs` finds, of a great many reports and one report at a time: all keys with their holders in order, in 12
 * bytes each. Cost: a sort of them, and `meetingReach` holders on either side for each key of a report.
 */
export class KeyPostings {
  readonly #days: Int32Array
  /** The rank of each report among those of all days, and the other way round. */
  readonly #rankOf: Uint32Array
  readonly #placeOfRank: Uint32Array
  readonly #postings: BigUint64Array
  /** The same memory, the lower half of each posting before the upper. */
  readonly #halves: Uint32Array
  #count = 0
  readonly #first: Uint32Array
  #positions = new Uint32Array(0)
  readonly #sums: Float64Array

  /** `reports` in order of their digests: what is said of a report names its place in that order. */
  constructor(reports: readonly Pick<Neighbour, "day" | "digest">[]) {
    assert(reports.length <= meetAtOnceMax, `${reports.length} reports are met at once`)
    const places = Uint32Array.from(reports.keys())
    this.#days = Int32Array.from(reports, ({ day }) => day)
    this.#placeOfRank = places.sort((a, b) => compareHolders(reports[a]!, reports[b]!))
    this.#rankOf = new Uint32Array(reports.length)
    for (const [rank, place] of this.#placeOfRank.entries()) this.#rankOf[place] = rank
    this.#postings = new BigUint64Array(reports.length * keysMax)
    this.#halves = new Uint32Array(this.#postings.buffer)
    this.#first = new Uint32Array(reports.length + 1)
    this.#sums = new Float64Array(reports.length)
  }

  /** The keys of the report at that place, each report once. */
  add(place: number, keys: readonly MeetingKey[]): void {
    assert(keys.length <= keysMax, `${keys.length} keys`)
    for (const { key, weight } of keys) {
      // Prints all stand on one day, where holders are in order of their digests.
      const rank = key >= printsFrom ? place : this.#rankOf[place]!
      assert(weight <= weightMask, `a weight of ${weight}`)
      const at = 2 * this.#count++
      this.#halves[at] = ((key % 2) * 2 ** 31 + rank * 2 ** weightBits + weight) >>> 0
      this.#halves[at + 1] = Math.floor(key / 2)
    }
    this.#first[place + 1] = keys.length
  }

  /** To be called when all are there. */
  sort(): void {
    this.#postings.subarray(0, this.#count).sort()
    for (let place = 1; place < this.#first.length; place++) this.#first[place]! += this.#first[place - 1]!
    this.#positions = new Uint32Array(this.#count)
    const next = this.#first.slice()
    for (let at = 0; at < this.#count; at++) this.#positions[next[this.#placeAt(at)]!++] = at
  }

  /** All postings, in order of key, day and digest. */
  *postings(): Generator<Posting> {
    for (let at = 0; at < this.#count; at++) {
      const [key, place] = [this.#keyAt(at), this.#placeAt(at)]
      const day = key >= printsFrom ? 0 : this.#days[place]!
      yield { key, day, place, weight: this.#halves[2 * at]! & weightMask }
    }
  }

  /** All that is near to the report at that place, in order of place. */
  nearTo(place: number): readonly NearPlace[] {
    const met: number[] = []
    for (let i = this.#first[place]!; i < this.#first[place + 1]!; i++) {
      const from = this.#positions[i]!
      for (const step of [-1, 1]) this.#meet(place, from, step, met)
    }
    const near: NearPlace[] = []
    for (const other of met) {
      const millionths = this.#sums[other]!
      this.#sums[other] = 0
      if (millionths >= nearnessMin) near.push({ place: other, millionths })
    }
    return near.sort((a, b) => a.place - b.place)
  }

  /** Adds up what the holders on one side of a posting count for. */
  #meet(place: number, from: number, step: number, met: number[]): void {
    const key = this.#keyAt(from)
    const weight = this.#halves[2 * from]! & weightMask
    const day = this.#days[place]!
    const isPrint = key >= printsFrom
    for (let n = 1; n <= meetingReach; n++) {
      const at = from + n * step
      if (at < 0 || at >= this.#count || this.#keyAt(at) !== key) return
      const other = this.#placeAt(at)
      if (!isPrint && Math.abs(this.#days[other]! - day) > meetingDaysMax) return
      if (this.#sums[other] === 0) met.push(other)
      this.#sums[other]! += weight * (this.#halves[2 * at]! & weightMask)
    }
  }

  #keyAt(at: number): number {
    return this.#halves[2 * at + 1]! * 2 + (this.#halves[2 * at]! >>> 31)
  }

  #placeAt(at: number): number {
    const rank = (this.#halves[2 * at]! >>> weightBits) & rankMask
    return this.#keyAt(at) >= printsFrom ? rank : this.#placeOfRank[rank]!
  }
}
