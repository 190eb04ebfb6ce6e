import { chooseRoot, proseScore } from "./choose-root.ts"
import { type BlockVerdict, filterBlocks, isWithin } from "./filter-blocks.ts"
import type { Flagged, PageBlock } from "./page-blocks.ts"
import type { PageElement, PageTree } from "./page-tree.ts"

/** The blocks of the article and what was set aside, each with its reason. */
export interface PageText {
  readonly blocks: readonly PageBlock[]
  readonly verdicts: readonly BlockVerdict[]
  readonly rule: string
}

/** A flagged container that holds this share of the page's prose is no furniture, whatever its name. */
const wrongFlagShare = 0.4

export function pageText(tree: PageTree, all: readonly PageBlock[], title: string | null): PageText {
  const trusted = trustedContainers(all)
  const flaggedBy = (block: PageBlock): Flagged | null => {
    for (let flag = block.flagged; flag; flag = flag.outer) if (!trusted.has(flag.element)) return flag
    return null
  }
  const root = chooseRoot(tree.root, all, (block) => flaggedBy(block) === null)
  const inRoot = all.filter((block) => isWithin(block.element, root.element))
  const verdicts = filterBlocks(inRoot, title, flaggedBy)
  return {
    blocks: verdicts.filter((verdict) => verdict.keep).map((verdict) => verdict.block),
    verdicts,
    rule: root.reason,
  }
}

function trustedContainers(blocks: readonly PageBlock[]): ReadonlySet<PageElement> {
  const shares = new Map<PageElement, number>()
  let total = 0
  for (const block of blocks) {
    const score = proseScore(block)
    if (score === 0) continue
    total += score
    for (let flag = block.flagged; flag; flag = flag.outer)
      shares.set(flag.element, (shares.get(flag.element) ?? 0) + score)
  }
  const trusted = new Set<PageElement>()
  for (const [element, share] of shares) if (share >= total * wrongFlagShare) trusted.add(element)
  return trusted
}
