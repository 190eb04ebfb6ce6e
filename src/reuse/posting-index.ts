import type { Fingerprints } from "./fingerprint.ts"

/**
 * Which texts hold which fingerprint: sorted columns that can be written to disk and read back as they are.
 * Only fingerprints held by two texts or more are kept. Texts go by their `rank`, in which near copies stand close.
 */
export interface PostingIndex {
  readonly textCount: number
  /** The text of each rank. */
  readonly textOfRank: Uint32Array
  /** Posting `p` is `ranks[starts[p]] … ranks[starts[p + 1] - 1]`, ascending. */
  readonly starts: Uint32Array
  readonly ranks: Uint32Array
  /** The postings that the text of rank `r` stands in: `postings[offsets[r]] … postings[offsets[r + 1] - 1]`. */
  readonly offsets: Uint32Array
  readonly postings: Uint32Array
}

/**
 * Groups texts by fingerprint with a radix sort: cost is linear in the number of fingerprints, and nothing is hashed
 * twice. A fingerprint that one text holds several times counts once.
 */
export function buildPostingIndex(prints: readonly Fingerprints[]): PostingIndex {
  const textOfRank = rankTexts(prints)
  let total = 0
  for (const print of prints) total += print.hashes.length
  let keys = new Uint32Array(total)
  let owners = new Uint32Array(total)
  let at = 0
  for (let rank = 0; rank < textOfRank.length; rank++) {
    const hashes = prints[textOfRank[rank]!]!.hashes
    keys.set(hashes, at)
    owners.fill(rank, at, at + hashes.length)
    at += hashes.length
  }
  ;[keys, owners] = radixSort(keys, owners)
  const starts = new Uint32Array(total + 1)
  const ranks = new Uint32Array(total)
  let postingCount = 0
  let kept = 0
  for (let from = 0; from < total; ) {
    let to = from + 1
    while (to < total && keys[to] === keys[from]) to++
    const begin = kept
    if (owners[from] !== owners[to - 1]) {
      for (let i = from; i < to; i++)
        if (i === from || owners[i] !== owners[i - 1]) ranks[kept++] = owners[i]!
      starts[postingCount++] = begin
    }
    from = to
  }
  starts[postingCount] = kept
  const index = { starts: starts.slice(0, postingCount + 1), ranks: ranks.slice(0, kept) }
  return { textCount: prints.length, textOfRank, ...index, ...invert(index, prints.length) }
}

/** By the two least fingerprints: near copies nearly always share them. Texts of equal sketches keep their order. */
function rankTexts(prints: readonly Fingerprints[]): Uint32Array {
  const least = new Float64Array(prints.length)
  prints.forEach(({ hashes }, text) => {
    let first = 0xffffffff
    let second = 0xffffffff
    for (const hash of hashes) {
      if (hash < first) {
        second = first
        first = hash
      } else if (hash < second && hash !== first) second = hash
    }
    least[text] = first * 0x200000 + (second >>> 11)
  })
  return Uint32Array.from(prints.keys()).sort((a, b) => least[a]! - least[b]! || a - b)
}

/** Least significant digits first, eleven bits a pass; stable, so that owners of one key stay in rank order. */
function radixSort(
  keys: Uint32Array,
  owners: Uint32Array,
): [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
  const bits = 11
  const mask = (1 << bits) - 1
  let [fromKeys, fromOwners] = [new Uint32Array(keys), new Uint32Array(owners)]
  let [toKeys, toOwners] = [new Uint32Array(keys.length), new Uint32Array(keys.length)]
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
  return [fromKeys, fromOwners]
}

function invert(
  index: Pick<PostingIndex, "starts" | "ranks">,
  textCount: number,
): Pick<PostingIndex, "offsets" | "postings"> {
  const offsets = new Uint32Array(textCount + 1)
  for (const rank of index.ranks) offsets[rank + 1]!++
  for (let rank = 0; rank < textCount; rank++) offsets[rank + 1]! += offsets[rank]!
  const next = offsets.slice(0, textCount)
  const postings = new Uint32Array(index.ranks.length)
  for (let posting = 0; posting + 1 < index.starts.length; posting++)
    for (let i = index.starts[posting]!; i < index.starts[posting + 1]!; i++)
      postings[next[index.ranks[i]!]!++] = posting
  return { offsets, postings }
}
