import { type Claim, isDispute, type NearWord, nearness } from "./claims.ts"

/** A claim with what it is said of. */
export interface PlacedClaim extends Claim {
  readonly near: readonly NearWord[]
}

/** The most claims of one value that are compared with those of another, of unlike surroundings. */
const comparedMax = 12
/** The most values of one kind that are compared with one another. */
const valuesMax = 60

/**
 * Sets of claims that are said of one thing and print different values: at least two values each, and of each value
 * only the claims that are near some claim of another. `differ` says whether two claims that are near
 * cannot both be of one thing.
 */
export function disputedClaims<Placed extends PlacedClaim>(
  claims: readonly Placed[],
  nearMin: number,
  differ: (a: Placed, b: Placed) => boolean,
): readonly (readonly Placed[])[] {
  const values = claimsByKey(claims).slice(0, valuesMax)
  const kept = values.map(() => new Set<Placed>())
  const groups = values.map((_, at) => at)
  const root = (at: number): number => (groups[at] === at ? at : root(groups[at]!))
  for (let a = 0; a < values.length; a++)
    for (let b = a + 1; b < values.length; b++) {
      const [claimsA, claimsB] = [values[a]!, values[b]!]
      const near = (claim: Placed, others: readonly Placed[]): boolean =>
        isNearAny(
          claim,
          others.filter((other) => differ(claim, other)),
          nearMin,
        )
      const nearA = claimsA.filter((claim) => near(claim, claimsB))
      const nearB = claimsB.filter((claim) => near(claim, claimsA))
      if (nearA.length === 0 || nearB.length === 0 || !isDispute(claimsA, claimsB)) continue
      for (const claim of nearA) kept[a]!.add(claim)
      for (const claim of nearB) kept[b]!.add(claim)
      groups[root(b)] = root(a)
    }
  const disputes = new Map<number, Placed[]>()
  values.forEach((_, at) => {
    if (kept[at]!.size > 0) disputes.set(root(at), [...(disputes.get(root(at)) ?? []), ...kept[at]!])
  })
  return [...disputes.values()]
}

function claimsByKey<Placed extends PlacedClaim>(claims: readonly Placed[]): readonly (readonly Placed[])[] {
  const byKey = new Map<string, Placed[]>()
  for (const claim of claims) {
    const known = byKey.get(claim.key)
    if (known) known.push(claim)
    else byKey.set(claim.key, [claim])
  }
  return [...byKey.entries()]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([, same]) => same)
}

function isNearAny(claim: PlacedClaim, others: readonly PlacedClaim[], nearMin: number): boolean {
  const seen = new Set<string>()
  for (const other of others) {
    if (other.report === claim.report) continue
    const key = other.near.map(({ stem }) => stem).join(" ")
    if (seen.has(key)) continue
    if (nearness(claim.near, other.near) >= nearMin) return true
    if (seen.add(key).size >= comparedMax) return false
  }
  return false
}
