import { areApart, type RuledBlock, type SettledRulings } from "./rulings.ts"
import { addToSum, dotWithSum, emptySum, type TermVector, type VectorSum } from "./term-space.ts"

/** Reports of which nothing was said leave with the smaller side of a story cut by hand only when so much more like it. */
const leavingFactor = 1.2

interface Side {
  /** Those of its blocks. */
  readonly sides: Set<number>
  readonly members: number[]
  readonly sum: VectorSum
}

/**
 * The groups as the rulings have them: groups that share a block are put together whole, and a group that holds blocks
 * kept apart is cut, the reports of which nothing was said going to the side that they are like. `ids` and `vectors`
 * are the reports' own, by the numbers that `groups` hold. The same for any order of `groups`. Groups on which no
 * ruling bears are given back as they are.
 */
export function applyRulings(
  groups: readonly (readonly number[])[],
  ids: readonly string[],
  vectors: readonly TermVector[],
  rulings: SettledRulings,
): readonly (readonly number[])[] {
  return joinedGroups(groups, ids, rulings).flatMap((members) => cutGroup(members, ids, vectors, rulings))
}

/** Of each group, what rulings bear on it. */
export function rulingReasons(
  groups: readonly (readonly number[])[],
  ids: readonly string[],
  rulings: SettledRulings,
): readonly (readonly string[])[] {
  /** The group that holds a report on this side of a ruling, or -1 where there are several. */
  const groupOfSide = new Map<number, number>()
  const blocksOf = groups.map((members, group) => {
    const counts = new Map<RuledBlock, number>()
    for (const member of members) {
      const block = rulings.blockOf(ids[member]!)
      if (block !== null) counts.set(block, (counts.get(block) ?? 0) + 1)
    }
    for (const { sides } of counts.keys())
      for (const side of sides) groupOfSide.set(side, (groupOfSide.get(side) ?? group) === group ? group : -1)
    return counts
  })
  return blocksOf.map((counts, group) => {
    let together = 0
    let isApart = false
    let isContested = false
    for (const [{ sides, isContested: contested }, count] of counts) {
      if (count > 1) together += count
      isContested ||= contested
      for (const side of sides) isApart ||= (groupOfSide.get(side ^ 1) ?? group) !== group
    }
    const reasons: string[] = []
    if (together > 0) reasons.push(`${together} reports put together by hand`)
    if (isApart) reasons.push("kept apart by hand from another story")
    if (isContested) reasons.push("an earlier word by hand on them was overruled by a later one")
    return reasons
  })
}

function joinedGroups(
  groups: readonly (readonly number[])[],
  ids: readonly string[],
  rulings: SettledRulings,
): readonly (readonly number[])[] {
  const joined = groups.map((members) => [...members])
  const into = groups.map((_, group) => group)
  const rootOf = (group: number): number => {
    let root = group
    while (into[root] !== root) root = into[root]!
    for (let at = group; at !== root; ) [at, into[at]] = [into[at]!, root]
    return root
  }
  const groupOfBlock = new Map<RuledBlock, number>()
  for (const [group, members] of groups.entries())
    for (const member of members) {
      const block = rulings.blockOf(ids[member]!)
      if (block === null) continue
      const other = groupOfBlock.get(block)
      groupOfBlock.set(block, group)
      if (other !== undefined) into[rootOf(other)] = rootOf(group)
    }
  for (const group of joined.keys()) {
    const root = rootOf(group)
    if (root === group) continue
    for (const member of joined[group]!) joined[root]!.push(member)
    joined[group]!.length = 0
  }
  return joined.filter(({ length }) => length > 0).map((members) => members.sort((a, b) => a - b))
}

/** The group whole, or the sides that rulings cut it into. */
function cutGroup(
  members: readonly number[],
  ids: readonly string[],
  vectors: readonly TermVector[],
  rulings: SettledRulings,
): readonly (readonly number[])[] {
  const membersOfBlock = new Map<RuledBlock, number[]>()
  for (const member of members) {
    const block = rulings.blockOf(ids[member]!)
    if (block === null) continue
    const known = membersOfBlock.get(block)
    if (known) known.push(member)
    else membersOfBlock.set(block, [member])
  }
  const apart = blocksApart([...membersOfBlock.keys()])
  if (apart.length === 0) return [members]
  const sides: Side[] = []
  // The largest first, so that what is left of a story is where most of it was named.
  apart.sort((a, b) => membersOfBlock.get(b)!.length - membersOfBlock.get(a)!.length)
  for (const block of apart) takeSide(sides, block, membersOfBlock.get(block)!, vectors)
  const placed = new Set(apart.flatMap((block) => membersOfBlock.get(block)!))
  const rest = members.filter((member) => !placed.has(member))
  const units = new Set(rest.map((member) => membersOfBlock.get(rulings.blockOf(ids[member]!)!) ?? [member]))
  shareOut([...units], members, sides, vectors)
  return sides.map((side) => side.members.sort((a, b) => a - b))
}

/** Those that a ruling keeps from another of them, in the order given. */
function blocksApart(blocks: readonly RuledBlock[]): RuledBlock[] {
  const holders = new Map<number, number>()
  for (const { sides } of blocks) for (const side of sides) holders.set(side, (holders.get(side) ?? 0) + 1)
  return blocks.filter(({ sides }) => {
    for (const side of sides) if ((holders.get(side ^ 1) ?? 0) > (sides.has(side ^ 1) ? 1 : 0)) return true
    return false
  })
}

/** Gives the block to the side it is most like, of those that it may be with, or to a new one. */
function takeSide(
  sides: Side[],
  block: RuledBlock,
  members: readonly number[],
  vectors: readonly TermVector[],
): void {
  let best: Side | null = null
  let likeness = -1
  for (const side of sides) {
    if (areApart(block, side)) continue
    const mean = meanLikeness(members, side.sum, vectors)
    if (mean > likeness) [best, likeness] = [side, mean]
  }
  if (best === null) {
    best = { sides: new Set(), members: [], sum: emptySum() }
    sides.push(best)
  }
  for (const side of block.sides) best.sides.add(side)
  for (const member of members) {
    best.members.push(member)
    addToSum(best.sum, vectors[member]!)
  }
}

/** Gives each unit to a side: the one that most of the story is like, or one that it is clearly more like itself. */
function shareOut(
  units: readonly (readonly number[])[],
  all: readonly number[],
  sides: readonly Side[],
  vectors: readonly TermVector[],
): void {
  const central = sides.map(({ sum }) => meanLikeness(all, sum, vectors))
  let stay = 0
  for (const [place, { sum }] of sides.entries()) {
    const most = sides[stay]!.sum.size
    if (sum.size > most || (sum.size === most && central[place]! > central[stay]!)) stay = place
  }
  for (const unit of units) {
    const likeness = sides.map(({ sum }) => meanLikeness(unit, sum, vectors))
    let home = stay
    for (const place of sides.keys())
      if (likeness[place]! > likeness[home]! * (home === stay ? leavingFactor : 1)) home = place
    sides[home]!.members.push(...unit)
  }
}

function meanLikeness(members: readonly number[], sum: VectorSum, vectors: readonly TermVector[]): number {
  let total = 0
  for (const member of members) total += dotWithSum(vectors[member]!, sum)
  return sum.size === 0 ? 0 : total / (members.length * sum.size)
}
