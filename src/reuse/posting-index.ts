import { type PrintColumns, textCount } from "./print-columns.ts"

/**
 * Which texts hold which fingerprint: sorted columns that threads share and a file keeps as they are.
 * Only fingerprints held by two texts or more are kept. Texts go by their `rank`, in which near copies stand close.
 */
export interface PostingIndex {
  /** The text of each rank. */
  readonly textOfRank: Uint32Array
  /** The fingerprint of each posting, ascending. */
  readonly keys: Uint32Array
  /** Posting `p` is `ranks[starts[p]] … ranks[starts[p + 1] - 1]`, ascending. */
  readonly starts: Uint32Array
  readonly ranks: Uint32Array
  /** The postings that the text of rank `r` stands in: `postings[offsets[r]] … postings[offsets[r + 1] - 1]`. */
  readonly offsets: Uint32Array
  readonly postings: Uint32Array
}

/** The postings of the fingerprints of one range. */
export type PostingPart = Pick<PostingIndex, "keys" | "starts" | "ranks">

/** Fingerprints sorted at a time: bounds the memory that sorting takes. */
const partHashesMax = 1 << 23

/** Groups texts by fingerprint. Cost: linear in the fingerprints. */
export function buildPostingIndex(prints: PrintColumns): PostingIndex {
  const textOfRank = rankTexts(prints)
  const parts = postingPartsOf(prints)
  const built = Array.from({ length: parts }, (_, part) => buildPostingPart(prints, textOfRank, part, parts))
  return joinPostingParts(textOfRank, built)
}

/** Into how many ranges of fingerprints the work is parted: a power of two, since every part goes through all of them. */
export function postingPartsOf({ hashes }: PrintColumns): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(hashes.length / partHashesMax)))
}

/**
 * The postings of one of `parts` equal ranges of fingerprints, a power of two, by a radix sort. A fingerprint that one text holds
 * several times counts once.
 */
export function buildPostingPart(
  prints: PrintColumns,
  textOfRank: Uint32Array,
  part: number,
  parts: number,
): PostingPart {
  const { keys, owners } = sortRange(prints, textOfRank, part, parts)
  const total = keys.length
  const kept = new Uint32Array(total >> 1)
  const starts = new Uint32Array((total >> 1) + 1)
  const ranks = new Uint32Array(total)
  let postingCount = 0
  let rankCount = 0
  for (let from = 0; from < total; ) {
    let to = from + 1
    while (to < total && keys[to] === keys[from]) to++
    const begin = rankCount
    if (owners[from] !== owners[to - 1]) {
      for (let i = from; i < to; i++)
        if (i === from || owners[i] !== owners[i - 1]) ranks[rankCount++] = owners[i]!
      kept[postingCount] = keys[from]!
      starts[postingCount++] = begin
    }
    from = to
  }
  starts[postingCount] = rankCount
  return {
    keys: kept.slice(0, postingCount),
    starts: starts.slice(0, postingCount + 1),
    ranks: ranks.slice(0, rankCount),
  }
}

/** The index of all parts, given in their order. */
export function joinPostingParts(textOfRank: Uint32Array, parts: readonly PostingPart[]): PostingIndex {
  let [postingCount, rankCount] = [0, 0]
  for (const part of parts) {
    postingCount += part.starts.length - 1
    rankCount += part.ranks.length
  }
  const keys = sharedColumn(postingCount)
  const starts = sharedColumn(postingCount + 1)
  const ranks = sharedColumn(rankCount)
  let [posting, at] = [0, 0]
  for (const part of parts) {
    keys.set(part.keys, posting)
    ranks.set(part.ranks, at)
    for (let i = 0; i + 1 < part.starts.length; i++) starts[posting++] = at + part.starts[i]!
    at += part.ranks.length
  }
  starts[posting] = at
  return { textOfRank, keys, starts, ranks, ...invert(starts, ranks, textOfRank.length) }
}

/** By the two least fingerprints: near copies nearly always share them. Texts of equal sketches keep their order. */
export function rankTexts({ starts, hashes }: PrintColumns): Uint32Array {
  const count = textCount({ starts, hashes })
  const least = new Float64Array(count)
  for (let text = 0; text < count; text++) {
    let first = 0xffffffff
    let second = 0xffffffff
    for (let i = starts[text]!; i < starts[text + 1]!; i++) {
      const hash = hashes[i]!
      if (hash < first) {
        second = first
        first = hash
      } else if (hash < second && hash !== first) second = hash
    }
    least[text] = first * 0x200000 + (second >>> 11)
  }
  const textOfRank = sharedColumn(count)
  for (let text = 0; text < count; text++) textOfRank[text] = text
  return textOfRank.sort((a, b) => least[a]! - least[b]! || a - b)
}

interface SortedHashes {
  readonly keys: Uint32Array
  /** The rank of the text that holds each. */
  readonly owners: Uint32Array
}

/** The fingerprints of a range, sorted; those of one key in the order of rank. */
function sortRange(
  { starts, hashes }: PrintColumns,
  textOfRank: Uint32Array,
  part: number,
  parts: number,
): SortedHashes {
  const shift = 31 - Math.log2(parts)
  let keys = new Uint32Array(Math.ceil((1.05 * hashes.length) / parts))
  let owners = new Uint32Array(keys.length)
  let at = 0
  for (let rank = 0; rank < textOfRank.length; rank++) {
    const text = textOfRank[rank]!
    const end = starts[text + 1]!
    for (let i = starts[text]!; i < end; i++) {
      const hash = hashes[i]!
      if ((hash >>> 1) >>> shift !== part) continue
      if (at === keys.length) {
        keys = doubled(keys)
        owners = doubled(owners)
      }
      keys[at] = hash
      owners[at++] = rank
    }
  }
  return radixSort(keys.subarray(0, at), owners.subarray(0, at))
}

function doubled(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * column.length + 1)
  larger.set(column)
  return larger
}

/** Least significant digits first, eleven bits a pass; stable, so that owners of one key stay in rank order. */
function radixSort(keys: Uint32Array, owners: Uint32Array): SortedHashes {
  const bits = 11
  const mask = (1 << bits) - 1
  let [fromKeys, fromOwners]: [Uint32Array, Uint32Array] = [keys, owners]
  let [toKeys, toOwners]: [Uint32Array, Uint32Array] = [
    new Uint32Array(keys.length),
    new Uint32Array(keys.length),
  ]
  for (let shift = 0; shift < 32; shift += bits) {
    const places = new Uint32Array(mask + 2)
    for (let i = 0; i < fromKeys.length; i++) places[((fromKeys[i]! >>> shift) & mask) + 1]!++
    for (let digit = 0; digit < mask; digit++) places[digit + 1]! += places[digit]!
    for (let i = 0; i < fromKeys.length; i++) {
      const place = places[(fromKeys[i]! >>> shift) & mask]!++
      toKeys[place] = fromKeys[i]!
      toOwners[place] = fromOwners[i]!
    }
    ;[fromKeys, fromOwners, toKeys, toOwners] = [toKeys, toOwners, fromKeys, fromOwners]
  }
  return { keys: fromKeys, owners: fromOwners }
}

function invert(
  starts: Uint32Array,
  ranks: Uint32Array,
  textCount: number,
): Pick<PostingIndex, "offsets" | "postings"> {
  const offsets = sharedColumn(textCount + 1)
  for (const rank of ranks) offsets[rank + 1]!++
  for (let rank = 0; rank < textCount; rank++) offsets[rank + 1]! += offsets[rank]!
  const next = offsets.slice(0, textCount)
  const postings = sharedColumn(ranks.length)
  for (let posting = 0; posting + 1 < starts.length; posting++)
    for (let i = starts[posting]!; i < starts[posting + 1]!; i++) postings[next[ranks[i]!]!++] = posting
  return { offsets, postings }
}

/** A column that threads may read together. */
export function sharedColumn(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4))
}
