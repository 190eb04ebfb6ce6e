import type { Random } from "../src/base/index.ts"

/** Rows to learn from: what is seen, what is so, and how much each row counts. */
export interface Sample {
  readonly features: readonly (readonly number[])[]
  readonly wanted: readonly boolean[]
  readonly weights: readonly number[]
}

export interface BoostingOptions {
  readonly trees: number
  readonly leavesMax: number
  /** How much of each tree's step is taken. */
  readonly rate: number
  /** Rows that a leaf must hold. */
  readonly leafRowsMin: number
  /** L2 penalty on what a leaf adds. */
  readonly penalty: number
  /** Shares of the rows and of the features that each tree sees. */
  readonly rowShare: number
  readonly featureShare: number
}

export type Tree = TreeLeaf | TreeSplit

export interface TreeLeaf {
  readonly value: number
}

/** Rows whose feature is below the threshold go left. */
export interface TreeSplit {
  readonly feature: number
  readonly threshold: number
  readonly left: Tree
  readonly right: Tree
}

const binsMax = 48

/**
 * Boosted trees for a logistic loss, grown leaf by leaf over features cut into bins (Friedman 2001; Chen and Guestrin
 * 2016; Ke and others, "LightGBM", 2017). The same sample, options and random numbers give the same trees.
 */
export function growTrees(sample: Sample, options: BoostingOptions, random: Random): readonly Tree[] {
  const count = sample.features.length
  const width = sample.features[0]?.length ?? 0
  const cuts = Array.from({ length: width }, (_, feature) => cutsOf(sample.features, feature))
  const bins = cuts.map((cut, feature) =>
    Uint8Array.from(sample.features, (row) => cut.findLastIndex((edge) => row[feature]! >= edge) + 1),
  )
  const odds = new Float64Array(count)
  const gradients = new Float64Array(count)
  const curvatures = new Float64Array(count)
  const trees: Tree[] = []
  for (let index = 0; index < options.trees; index++) {
    for (let i = 0; i < count; i++) {
      const chance = 1 / (1 + Math.exp(-odds[i]!))
      gradients[i] = (chance - (sample.wanted[i] ? 1 : 0)) * sample.weights[i]!
      curvatures[i] = chance * (1 - chance) * sample.weights[i]!
    }
    const rows = Array.from({ length: count }, (_, i) => i).filter(() => random.next() < options.rowShare)
    const seen = cuts.flatMap((_, feature) => (random.next() < options.featureShare ? [feature] : []))
    const tree = new TreeGrowth({ cuts, bins, gradients, curvatures }, seen, options).grow(rows)
    trees.push(tree)
    for (let i = 0; i < count; i++) odds[i] = odds[i]! + addedBy(tree, sample.features[i]!)
  }
  return trees
}

/** What `tree` adds to the logarithm of the odds. */
export function addedBy(tree: Tree, features: readonly number[]): number {
  let at = tree
  while ("left" in at) at = features[at.feature]! < at.threshold ? at.left : at.right
  return at.value
}

/** Edges between the values of a feature, at equal shares of the rows, in the middle between two neighbouring values. */
function cutsOf(rows: readonly (readonly number[])[], feature: number): readonly number[] {
  const values = rows.map((row) => row[feature]!).sort((a, b) => a - b)
  const edges = new Set<number>()
  for (let bin = 1; bin < binsMax; bin++) {
    const at = Math.floor((bin * values.length) / binsMax)
    const value = values[at]!
    const below = values.slice(0, at).findLast((other) => other < value)
    if (below !== undefined) edges.add(Number(((value + below) / 2).toPrecision(4)))
  }
  const distinct = [...new Set(values)]
  if (distinct.length <= binsMax)
    for (let i = 1; i < distinct.length; i++)
      edges.add(Number(((distinct[i]! + distinct[i - 1]!) / 2).toPrecision(4)))
  return [...edges].sort((a, b) => a - b)
}

interface Binned {
  readonly cuts: readonly (readonly number[])[]
  readonly bins: readonly Uint8Array[]
  readonly gradients: Float64Array
  readonly curvatures: Float64Array
}

interface Leaf {
  readonly rows: readonly number[]
  readonly split: { readonly feature: number; readonly bin: number; readonly gain: number } | null
  parts: readonly [Leaf, Leaf] | null
}

class TreeGrowth {
  private readonly binned: Binned
  private readonly seen: readonly number[]
  private readonly options: BoostingOptions

  constructor(binned: Binned, seen: readonly number[], options: BoostingOptions) {
    this.binned = binned
    this.seen = seen
    this.options = options
  }

  grow(rows: readonly number[]): Tree {
    const top = this.leafOf(rows)
    const leaves = [top]
    while (leaves.length < this.options.leavesMax) {
      let best = -1
      for (const [i, { split }] of leaves.entries())
        if (split && (best < 0 || split.gain > leaves[best]!.split!.gain)) best = i
      const leaf = leaves[best]
      if (!leaf?.split) break
      const { feature, bin } = leaf.split
      const bins = this.binned.bins[feature]!
      const parts = [
        this.leafOf(leaf.rows.filter((row) => bins[row]! <= bin)),
        this.leafOf(leaf.rows.filter((row) => bins[row]! > bin)),
      ] as const
      leaf.parts = parts
      leaves.splice(best, 1, ...parts)
    }
    return this.treeOf(top)
  }

  private treeOf({ rows, split, parts }: Leaf): Tree {
    if (split && parts)
      return {
        feature: split.feature,
        threshold: this.binned.cuts[split.feature]![split.bin]!,
        left: this.treeOf(parts[0]),
        right: this.treeOf(parts[1]),
      }
    const { gradients, curvatures } = this.binned
    let gradient = 0
    let curvature = 0
    for (const row of rows) {
      gradient += gradients[row]!
      curvature += curvatures[row]!
    }
    const step = -gradient / (curvature + this.options.penalty)
    return { value: Number((step * this.options.rate).toFixed(3)) }
  }

  private leafOf(rows: readonly number[]): Leaf {
    const { bins, cuts, gradients, curvatures } = this.binned
    const { leafRowsMin, penalty } = this.options
    const score = (gradient: number, curvature: number): number => gradient ** 2 / (curvature + penalty)
    let split: Leaf["split"] = null
    for (const feature of this.seen) {
      const size = cuts[feature]!.length + 1
      const [sums, counts] = [new Float64Array(size * 2), new Uint32Array(size)]
      const column = bins[feature]!
      let whole = 0
      let wholeCurvature = 0
      for (const row of rows) {
        const bin = column[row]!
        sums[bin * 2] = sums[bin * 2]! + gradients[row]!
        sums[bin * 2 + 1] = sums[bin * 2 + 1]! + curvatures[row]!
        counts[bin] = counts[bin]! + 1
        whole += gradients[row]!
        wholeCurvature += curvatures[row]!
      }
      let [gradient, curvature, below] = [0, 0, 0]
      for (let bin = 0; bin < size - 1; bin++) {
        gradient += sums[bin * 2]!
        curvature += sums[bin * 2 + 1]!
        below += counts[bin]!
        if (below < leafRowsMin || rows.length - below < leafRowsMin) continue
        const gain =
          score(gradient, curvature) +
          score(whole - gradient, wholeCurvature - curvature) -
          score(whole, wholeCurvature)
        if (gain > 1e-6 && (split === null || gain > split.gain)) split = { feature, bin, gain }
      }
    }
    return { rows, split, parts: null }
  }
}
