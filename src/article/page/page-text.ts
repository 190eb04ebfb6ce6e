import { chooseRoot } from "./choose-root.ts"
import type { BlockVerdict } from "./filter-blocks.ts"
import { judgeBlocks } from "./judge-blocks.ts"
import type { Flagged, PageBlock } from "./page-blocks.ts"
import type { PageMetadata } from "./page-metadata.ts"
import type { PageElement, PageTree } from "./page-tree.ts"
import type { BlockSetting } from "./seen-blocks.ts"
import { sumsOutward } from "./sums-outward.ts"

/** The blocks of the article and what was set aside, each with its reason. */
export interface PageText {
  readonly blocks: readonly PageBlock[]
  readonly verdicts: readonly BlockVerdict[]
  readonly rule: string
  /** Where the article was looked for. */
  readonly root: PageElement
}

/** A flagged container that holds this share of the page's prose is no furniture, whatever its name. */
const trustedShare = { weak: 0.4, strong: 0.9 }
/** A flagged container with a main heading in it is a wrapper when it holds this share. */
const wrapperShare = 0.2

/** An article shorter than this is looked for again with less distrust. */
const articleCharactersMin = 250

/**
 * The article's blocks, told from the page's own. When hardly anything is left, the names of containers are believed
 * less, and then not at all: some sites wrap the whole page in an element named for a part of it.
 */
export function pageText(
  tree: PageTree,
  all: readonly PageBlock[],
  metadata: PageMetadata,
  template: ReadonlySet<string>,
  explain = false,
): PageText {
  let best: PageText | null = null
  let bestLength = -1
  for (const distrust of [1, 0.4, 0]) {
    const { setting, rule } = placeOfText(tree, all, metadata, template, distrust)
    const verdicts = judgeBlocks(all, setting, template, explain)
    const blocks = verdicts.filter((verdict) => verdict.keep).map((verdict) => verdict.block)
    const found = { blocks, verdicts, rule, root: setting.root }
    const length = found.blocks.reduce((sum, block) => sum + block.text.length, 0)
    if (length > bestLength * 2) {
      best = found
      bestLength = length
    }
    if (bestLength >= articleCharactersMin) break
  }
  return best!
}

/** Where the text of a page is looked for; of `distrust` 0 no container's name is believed. */
export function placeOfText(
  tree: PageTree,
  all: readonly PageBlock[],
  { title, headline }: PageMetadata,
  template: ReadonlySet<string>,
  distrust: number,
): { readonly setting: BlockSetting; readonly rule: string } {
  const trusted = trustedContainers(all, distrust)
  const untrusted = new Map<Flagged, Flagged | null>()
  const flaggedBy = ({ flagged }: PageBlock): Flagged | null => {
    if (flagged === null) return null
    const known = untrusted.get(flagged)
    if (known !== undefined) return known
    let flag: Flagged | null = flagged
    while (flag && trusted.has(flag.element)) flag = flag.outer
    untrusted.set(flagged, flag)
    return flag
  }
  const counts = (block: PageBlock): boolean => flaggedBy(block) === null && !template.has(block.text)
  const { element: root, reason } = chooseRoot(tree.root, all, counts, headline)
  return { setting: { root, flaggedBy, title, headline }, rule: reason }
}

/** Prose in strongly flagged containers counts for nothing when the weak ones are weighed. */
function trustedContainers(blocks: readonly PageBlock[], distrust: number): ReadonlySet<PageElement> {
  const own = new Map<Flagged, number>()
  const headed = new Set<Flagged>()
  let total = 0
  let open = 0
  for (const block of blocks) {
    const score = block.proseScore
    if (block.level === 1)
      for (let flag = block.flagged; flag && !headed.has(flag); flag = flag.outer) headed.add(flag)
    if (score === 0) continue
    total += score
    if (!block.flagged?.isStrong) open += score
    if (block.flagged) own.set(block.flagged, (own.get(block.flagged) ?? 0) + score)
  }
  const shares = sumsOutward(own, ({ outer, element }) => ({ outer, order: element.order }))
  const trusted = new Set<PageElement>()
  for (const [flag, share] of shares) {
    const { strong, kind } = flag.finding
    const needed = strong ? total * trustedShare.strong : open * trustedShare.weak
    const isWrapper =
      headed.has(flag) && share >= total * wrapperShare && kind !== "comment" && kind !== "hidden"
    if (isWrapper || share >= needed * distrust) trusted.add(flag.element)
  }
  return trusted
}
