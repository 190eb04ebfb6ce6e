/**
 * Learns from the tuned half of the labelled pages which blocks of a page are its article's, and writes what was
 * learnt to `src/article/page/block-trees.ts`. The same pages and code give the same file.
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { viewBlocks } from "../src/article/page/block-features.ts"
import { outlinePage, type PageBlock } from "../src/article/page/page-blocks.ts"
import { pageMetadata } from "../src/article/page/page-metadata.ts"
import { placeOfText } from "../src/article/page/page-text.ts"
import { isElement, isWithin, type PageElement } from "../src/article/page/page-tree.ts"
import { parsePage } from "../src/article/page/parse-page.ts"
import type { BlockSetting } from "../src/article/page/seen-blocks.ts"
import { randomOf } from "../src/base/index.ts"
import { root } from "../tools/source-tree.ts"
import { labelTexts } from "./block-labels.ts"
import { type BoostingOptions, growTrees, type Sample, type Tree } from "./boosted-trees.ts"
import { documentOf, isBlind, type LabelledPage, readAebPages, readWcxbPages } from "./labelled-pages.ts"

export const boosting: BoostingOptions = {
  trees: 100,
  leavesMax: 8,
  rate: 0.1,
  leafRowsMin: 30,
  penalty: 10,
  rowShare: 0.5,
  featureShare: 0.5,
}
const seed = 1

/**
 * The blocks of a page as they look from the root that is chosen, and, counting less, from others: what is learnt must
 * not hang on a right choice. All rows of one look together count with the root of its length.
 */
export function samplesOf(page: LabelledPage): readonly Sample[] {
  const { content } = documentOf(page)
  const tree = parsePage(content.kind === "html" ? content.html : "")
  const outline = outlinePage(tree)
  const metadata = pageMetadata(tree, outline, page.url)
  const { setting } = placeOfText(tree, outline.blocks, metadata, new Set(), 1)
  const labels = labelTexts(
    outline.blocks.map(({ text }) => text),
    outline.blocks.map(({ element }) => isWithin(element, setting.root)),
    page.text,
  )
  const labelOf = new Map(outline.blocks.map((block, i) => [block, labels[i]!]))
  const roots = [setting.root, ...otherRoots(outline.blocks, setting)]
  return roots.map((root, i) => {
    const views = viewBlocks(outline.blocks, { ...setting, root }).filter(
      ({ block }) => labelOf.get(block)! >= 0,
    )
    const weights = views.map(({ block }) => 1 + Math.log2(1 + block.text.length / 20))
    const whole = Math.sqrt(weights.reduce((sum, weight) => sum + weight, 0))
    return {
      features: views.map(({ features }) => [...features]),
      wanted: views.map(({ block }) => labelOf.get(block)! >= 0.5),
      weights: weights.map((weight) => (weight / whole) * (i === 0 ? pageWeight : otherRootWeight)),
    }
  })
}

const pageWeight = 30
const otherRootWeight = 9
const rootProseMin = 6

/** What might have been taken for the root: its parent, the whole body, its heaviest part, the heaviest beside it. */
function otherRoots(blocks: readonly PageBlock[], { root, flaggedBy }: BlockSetting): readonly PageElement[] {
  const prose = new Map<PageElement, number>()
  for (const block of blocks) {
    if (flaggedBy(block)) continue
    for (let at: PageElement | null = block.element; at; at = at.parent)
      prose.set(at, (prose.get(at) ?? 0) + block.proseScore)
  }
  const proseOf = (element: PageElement): number => prose.get(element) ?? 0
  const parts = (element: PageElement): readonly PageElement[] =>
    element.children
      .filter(isElement)
      .filter((child) => proseOf(child) >= rootProseMin && !/^(?:p|h\d|li|ul|ol)$/.test(child.tag))
      .sort((a, b) => proseOf(b) - proseOf(a))
  let body = root
  while (body.parent?.parent) body = body.parent
  let beside: PageElement | undefined
  let at = root
  for (let steps = 0; at.parent && steps < 4 && !beside; steps++) {
    const parent: PageElement = at.parent
    const passed = at
    beside = parts(parent).find((part) => part !== passed)
    at = parent
  }
  return [root.parent, body, parts(root)[0], beside].filter((other) => other != null)
}

export function joined(samples: readonly Sample[]): Sample {
  return {
    features: samples.flatMap(({ features }) => features),
    wanted: samples.flatMap(({ wanted }) => wanted),
    weights: samples.flatMap(({ weights }) => weights),
  }
}

/** The pages to learn from: articles that are not set aside. */
export function tunedPages(shared: string): readonly LabelledPage[] {
  const pages = [
    ...readAebPages(join(shared, "data/extract-aeb")),
    ...readWcxbPages(join(shared, "data/extract-wcxb-sample")),
  ]
  return pages.filter((page) => page.kind === "article" && !isBlind(page))
}

/** A tree in one line: of a split its feature and threshold, then what is below, then the rest; of a leaf its value. */
function printTree(tree: Tree): string {
  if (!("left" in tree)) return String(tree.value)
  return `${tree.feature}<${tree.threshold} ${printTree(tree.left)} ${printTree(tree.right)}`
}

if (import.meta.main) {
  const shared = process.env.VARIORUM_SHARED ?? join(root, "..", "shared")
  const sample = joined(tunedPages(shared).flatMap(samplesOf))
  const trees = growTrees(sample, boosting, randomOf(seed))
  const lines = trees.map((tree) => `  "${printTree(tree)}",`)
  writeFileSync(
    join(root, "src/article/page/block-trees.ts"),
    `/**
 * What \`eval/train-blocks.ts\` learnt: trees of decisions in prefix order. \`12<0.5\` sends blocks whose feature 12, in the
 * order of \`featureNames\`, is below 0.5 to the next decision, others past all that hangs there; a number is what the
 * tree adds to the logarithm of the odds that a block is the article's.
 */
export const blockTrees: readonly string[] = [
${lines.join("\n")}
]
`,
  )
  console.log(`${sample.wanted.length} rows, ${trees.length} trees`)
}
