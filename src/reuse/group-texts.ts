/** Two texts that are near copies, by their places, and how near: the lesser of the two shares. */
export interface NearPair {
  readonly a: number
  readonly b: number
  readonly share: number
}

/**
 * Near copies in groups, by greedy agreement rather than by chains (correlation clustering; Bansal, Blum, Chawla
 * 2004): two groups become one only when, of the pairs known between them, more are near than not, so that one false
 * bridge joins nothing. `known` says how near two texts are that `pairs` does not list, or null. The strongest pairs
 * are tried first; of equals the first. Groups are sorted by first member, and members ascend.
 */
export function groupTexts(
  count: number,
  pairs: readonly NearPair[],
  nearMin: number,
  known: (a: number, b: number) => number | null,
): readonly (readonly number[])[] {
  const groupOf = Array.from({ length: count }, (_, text) => text)
  const members: (number[] | null)[] = groupOf.map((text) => [text])
  const sorted = [...pairs].sort((x, y) => y.share - x.share || x.a - y.a || x.b - y.b)
  for (const { a, b, share } of sorted) {
    if (share < nearMin) break
    const [ga, gb] = [groupOf[a]!, groupOf[b]!]
    if (ga === gb || !agree(members[ga]!, members[gb]!, nearMin, known)) continue
    const [large, small] = members[ga]!.length >= members[gb]!.length ? [ga, gb] : [gb, ga]
    for (const text of members[small]!) groupOf[text] = large
    members[large]!.push(...members[small]!)
    members[small] = null
  }
  return members
    .filter((group) => group !== null)
    .map((group) => group.sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!)
}

/** Members of each side that are asked; bounds the cost of joining two large groups. */
const askedMax = 3

function agree(
  left: readonly number[],
  right: readonly number[],
  nearMin: number,
  known: (a: number, b: number) => number | null,
): boolean {
  const [asked, others] = [spread(left), spread(right)]
  const pairs = asked.length * others.length
  let near = 0
  let far = 0
  for (const a of asked)
    for (const b of others) {
      // What is left to be asked could not change the answer.
      if (2 * near >= pairs || 2 * far > pairs) return near >= far
      const share = known(Math.min(a, b), Math.max(a, b))
      if (share === null) continue
      if (share >= nearMin) near++
      else far++
    }
  return near >= far
}

/** At most `askedMax` members, evenly spread. */
function spread(group: readonly number[]): readonly number[] {
  if (group.length <= askedMax) return group
  return Array.from({ length: askedMax }, (_, i) => group[Math.floor((i * group.length) / askedMax)]!)
}
