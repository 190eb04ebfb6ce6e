import { featureNames } from "./block-features.ts"
import { blockTrees } from "./block-trees.ts"

/**
 * How likely a block is the article's, by trees of decisions grown one after the other on labelled pages (gradient
 * boosting: Friedman, "Greedy Function Approximation", 2001, with the second-order step of Chen and Guestrin, "XGBoost",
 * 2016). Each tree adds to the logarithm of the odds.
 */
export function weighBlock(features: Float64Array): number {
  let odds = 0
  for (let i = 0; i < starts.length; i++) odds += leafValues[leafOf(starts[i]!, features)]!
  return 1 / (1 + Math.exp(-odds))
}

/**
 * True when the block is as likely the article's as `chanceMin`, or likelier: `weighBlock` compared with it, only that
 * no more trees are asked than decide it.
 */
export function isLikely(features: Float64Array, chanceMin: number): boolean {
  const oddsMin = Math.log(chanceMin / (1 - chanceMin))
  let odds = 0
  for (let i = 0; i < starts.length; i++) {
    odds += leafValues[leafOf(starts[i]!, features)]!
    if (odds + leastAfter[i]! > oddsMin + decidedBy) return true
    if (odds + mostAfter[i]! < oddsMin - decidedBy) return false
  }
  return 1 / (1 + Math.exp(-odds)) >= chanceMin
}

/** Sums in another order differ by less. */
const decidedBy = 1e-9

/** The group of features that speaks most against a block, by the change of the odds along the paths through the trees. */
export function strongestObjection(features: Float64Array): string {
  const sums = new Map<string, number>()
  for (const start of starts) {
    let node = start
    while (splitFeatures[node]! >= 0) {
      const next = features[splitFeatures[node]!]! < thresholds[node]! ? node + 1 : rights[node]!
      const { group } = featureNames[splitFeatures[node]!]!
      sums.set(group, (sums.get(group) ?? 0) + leafValues[next]! - leafValues[node]!)
      node = next
    }
  }
  let strongest = ""
  let least = Number.POSITIVE_INFINITY
  for (const [group, sum] of sums)
    if (sum < least) {
      strongest = group
      least = sum
    }
  return strongest
}

function leafOf(start: number, features: Float64Array): number {
  let node = start
  while (splitFeatures[node]! >= 0)
    node = features[splitFeatures[node]!]! < thresholds[node]! ? node + 1 : rights[node]!
  return node
}

const nodeCount = blockTrees.reduce((sum, tree) => sum + tree.split(" ").length, 0)
const starts = new Uint16Array(blockTrees.length)
/** Of each node the feature that it asks for, or -1 of a leaf. */
const splitFeatures = new Int16Array(nodeCount)
const thresholds = new Float64Array(nodeCount)
/** Where the features are not below the threshold; otherwise the next node. */
const rights = new Uint16Array(nodeCount)
/** Of a leaf what it adds; of another node the mean of what lies below it. */
const leafValues = new Float64Array(nodeCount)

let nodes = 0
for (const [index, tree] of blockTrees.entries()) {
  const words = tree.split(" ")
  let at = 0
  const grow = (): number => {
    const node = nodes++
    const word = words[at++]!
    const [feature, threshold] = word.split("<")
    const isLeaf = threshold === undefined
    splitFeatures[node] = isLeaf ? -1 : Number(feature)
    thresholds[node] = isLeaf ? 0 : Number(threshold)
    leafValues[node] = isLeaf ? Number(feature) : 0
    if (!isLeaf) {
      const left = grow()
      const right = grow()
      rights[node] = right
      leafValues[node] = (leafValues[left]! + leafValues[right]!) / 2
    }
    return node
  }
  starts[index] = grow()
}

/** The least and the most that the trees behind each one may add together. */
const leastAfter = new Float64Array(starts.length)
const mostAfter = new Float64Array(starts.length)

for (let i = starts.length - 1; i > 0; i--) {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let node = starts[i]!; node < (starts[i + 1] ?? nodeCount); node++) {
    if (splitFeatures[node]! >= 0) continue
    least = Math.min(least, leafValues[node]!)
    most = Math.max(most, leafValues[node]!)
  }
  leastAfter[i - 1] = leastAfter[i]! + least
  mostAfter[i - 1] = mostAfter[i]! + most
}
