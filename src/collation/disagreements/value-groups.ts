import { compareStrings } from "../../base/index.ts"
import type { DistinctTexts } from "../distinct-texts.ts"
import { type Claim, isDispute, type NearWord, nearness } from "./claims.ts"
import { areApart, type Setting } from "./setting.ts"

/** A claim with what it is said of. */
export interface PlacedClaim extends Claim {
  readonly near: readonly NearWord[]
  /** What must be the same of two claims that are of one thing. */
  readonly event: string | null
  /** When and of whom it is said, read when it is first asked for; null where that is not compared. */
  readonly setting: (() => Setting) | null
}

/** The most claims of one value that others are compared with, of unlike surroundings. */
const comparedMax = 16
/** The most values of one kind that are compared with one another, those most printed. */
const valuesMax = 60

/**
 * Sets of claims that are said of one thing and print different values: at least two values each, and of each value
 * only the claims that are near some claim of another. `differ` says whether two values cannot be one. Cost: linear in
 * the claims, times the square of the values, which are limited.
 */
export function disputedClaims<Placed extends PlacedClaim>(
  claims: readonly Placed[],
  nearMin: number,
  differ: (a: Placed, b: Placed) => boolean,
  textOf: DistinctTexts,
): readonly (readonly Placed[])[] {
  const values = claimsByKey(claims).slice(0, valuesMax)
  const unlike = values.map(unlikeClaims)
  const kept = values.map(() => new Set<Placed>())
  const groups = values.map((_, at) => at)
  const root = (at: number): number => (groups[at] === at ? at : root(groups[at]!))
  for (let a = 0; a < values.length; a++)
    for (let b = a + 1; b < values.length; b++) {
      const [claimsA, claimsB] = [values[a]!, values[b]!]
      if (!differ(claimsA[0]!, claimsB[0]!)) continue
      if (!unlike[a]!.some((claim) => isNearAny(claim, unlike[b]!, nearMin))) continue
      if (!isDispute(claimsA, claimsB, textOf)) continue
      for (const claim of claimsA) if (isNearAny(claim, unlike[b]!, nearMin)) kept[a]!.add(claim)
      for (const claim of claimsB) if (isNearAny(claim, unlike[a]!, nearMin)) kept[b]!.add(claim)
      groups[root(b)] = root(a)
    }
  const disputes = new Map<number, Placed[]>()
  values.forEach((_, at) => {
    if (kept[at]!.size > 0) disputes.set(root(at), [...(disputes.get(root(at)) ?? []), ...kept[at]!])
  })
  return [...disputes.values()]
    .map((disputed) => rivalClaims(disputed, differ))
    .filter((disputed) => new Set(disputed.map(({ key }) => key)).size > 1)
}

/**
 * The claims of the most printed value and of those that stand against it: values that one report prints side by
 * side are of two things, whatever chain of like words ties them together.
 */
function rivalClaims<Placed extends PlacedClaim>(
  claims: readonly Placed[],
  differ: (a: Placed, b: Placed) => boolean,
): readonly Placed[] {
  const chosen: { readonly same: readonly Placed[]; readonly reports: ReadonlySet<string> }[] = []
  for (const same of claimsByKey(claims)) {
    const reports = new Set<string>(same.map(({ report }) => report))
    const fits = chosen.every(
      (other) => !differ(other.same[0]!, same[0]!) || !haveCommon(other.reports, reports),
    )
    if (fits) chosen.push({ same, reports })
  }
  return chosen
    .map(({ same }) => same)
    .filter((same, _, all) => all.some((other) => differ(same[0]!, other[0]!)))
    .flat()
}

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true
  return false
}

function claimsByKey<Placed extends PlacedClaim>(claims: readonly Placed[]): readonly (readonly Placed[])[] {
  const byKey = new Map<string, Placed[]>()
  for (const claim of claims) {
    const known = byKey.get(claim.key)
    if (known) known.push(claim)
    else byKey.set(claim.key, [claim])
  }
  return [...byKey]
    .sort((a, b) => b[1].length - a[1].length || compareStrings(a[0], b[0]))
    .map(([, same]) => same)
}

/** The claims of a value that have unlike surroundings, or stand in another report than the first of their like. */
function unlikeClaims<Placed extends PlacedClaim>(claims: readonly Placed[]): readonly Placed[] {
  const seen = new Map<string, string[]>()
  const chosen: Placed[] = []
  for (const claim of claims) {
    if (chosen.length >= comparedMax) break
    const key = `${claim.event} ${claim.near.map(({ stem }) => stem).join(" ")}`
    const reports = seen.get(key) ?? []
    if (reports.length > 1 || reports.includes(claim.report)) continue
    seen.set(key, [...reports, claim.report])
    chosen.push(claim)
  }
  return chosen
}

function isNearAny(claim: PlacedClaim, others: readonly PlacedClaim[], nearMin: number): boolean {
  return others.some(
    (other) =>
      other.report !== claim.report &&
      other.event === claim.event &&
      nearness(claim.near, other.near) >= nearMin &&
      (claim.setting === null || other.setting === null || !areApart(claim.setting(), other.setting())),
  )
}
