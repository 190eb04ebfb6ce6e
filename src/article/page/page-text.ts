import { chooseRoot } from "./choose-root.ts"
import { type BlockVerdict, filterBlocks } from "./filter-blocks.ts"
import type { Flagged, PageBlock } from "./page-blocks.ts"
import type { PageMetadata } from "./page-metadata.ts"
import { isWithin, type PageElement, type PageTree } from "./page-tree.ts"
import { sumsOutward } from "./sums-outward.ts"

/** The blocks of the article and what was set aside, each with its reason. */
export interface PageText {
  readonly blocks: readonly PageBlock[]
  readonly verdicts: readonly BlockVerdict[]
  readonly rule: string
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
): PageText {
  let best: PageText | null = null
  let bestLength = -1
  for (const distrust of [1, 0.4, 0]) {
    const trusted = trustedContainers(all, distrust)
    const found = textTrusting(tree, all, metadata, template, trusted)
    const length = found.blocks.reduce((sum, block) => sum + block.text.length, 0)
    if (length > bestLength * 2) {
      best = found
      bestLength = length
    }
    if (bestLength >= articleCharactersMin) break
  }
  return best!
}

function textTrusting(
  tree: PageTree,
  all: readonly PageBlock[],
  metadata: PageMetadata,
  template: ReadonlySet<string>,
  trusted: ReadonlySet<PageElement>,
): PageText {
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
  const root = chooseRoot(
    tree.root,
    all,
    (block) => flaggedBy(block) === null && !template.has(block.text),
    metadata.headline,
  )
  const inRoot = all.filter((block) => isWithin(block.element, root.element))
  const verdicts = filterBlocks(inRoot, metadata.title, flaggedBy, template)
  const blocks = verdicts.filter((verdict) => verdict.keep).map((verdict) => verdict.block)
  return { blocks, verdicts, rule: root.reason }
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
    const isWrapper = headed.has(flag) && share >= total * wrapperShare && kind !== "comment"
    if (isWrapper || share >= needed * distrust) trusted.add(flag.element)
  }
  return trusted
}
