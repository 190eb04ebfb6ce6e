import { BlockFeatures } from "./block-features.ts"
import { type BlockVerdict, dropBareHeadings, dropRepeated, ruleBlocks } from "./filter-blocks.ts"
import type { PageBlock } from "./page-blocks.ts"
import { type BlockSetting, seeBlocks } from "./seen-blocks.ts"
import { isLikely, strongestObjection, weighBlock } from "./weigh-block.ts"

/** How likely the article's a block in the root must be, by what the rules say of it. */
const chanceMin = { kept: 0.3, container: 0.7, dropped: 0.85 }
/**
 * The same, outside the root: above it, where a body's first paragraph may stand apart; below it; and where the root
 * holds the headline.
 */
const outsideMin = { above: 0.6, below: 0.9, headed: 0.9 }
/** What rules drop for these reasons is dropped, however it looks. */
const certainSteps: ReadonlySet<string> = new Set(["template", "title", "after the end"])

/**
 * Judges the blocks of a page, in page order: those in the root, and those near it that are kept. What was learnt
 * decides, leaning to what the rules say. `explain` finds reasons for what is dropped by its weight.
 */
export function judgeBlocks(
  blocks: readonly PageBlock[],
  setting: BlockSetting,
  template: ReadonlySet<string>,
  explain: boolean,
): readonly BlockVerdict[] {
  const seen = seeBlocks(blocks, setting)
  const inRoot = seen.filter(({ up }) => up === 0)
  const ruled = ruleBlocks(inRoot, setting.title, template)
  const headedMin = outsideHeadedMin(
    blocks,
    inRoot.map(({ block }) => block),
    setting.headline,
  )
  const verdicts: BlockVerdict[] = []
  let nextRuled = 0
  const features = new BlockFeatures(seen, setting)
  for (const [index, { block, up, isWeighed }] of seen.entries()) {
    features.reach(index)
    const rule = up === 0 ? ruled[nextRuled++]! : null
    const needed = rule
      ? neededFor(rule)
      : (headedMin ?? (nextRuled === 0 ? outsideMin.above : outsideMin.below))
    if (rule && needed === Number.POSITIVE_INFINITY) verdicts.push(rule)
    else if (rule || (isWeighed && needed <= 1)) {
      const verdict = verdictOf(block, features.of(index), rule, needed, explain)
      if (rule || (verdict.keep && !template.has(block.text))) verdicts.push(verdict)
    }
    features.pass(index)
  }
  dropRepeated(verdicts)
  dropBareHeadings(verdicts)
  return verdicts
}

function neededFor({ keep, step, reason }: BlockVerdict): number {
  if (keep) return chanceMin.kept
  if (certainSteps.has(step) || reason === "byline or date") return Number.POSITIVE_INFINITY
  return step === "container" ? chanceMin.container : chanceMin.dropped
}

/**
 * Where the root holds the headline, and another heading is marked as it is, what stands outside is another article's.
 * Null where the root does not hold it.
 */
function outsideHeadedMin(
  blocks: readonly PageBlock[],
  inRoot: readonly PageBlock[],
  headline: string | null,
): number | null {
  const own = inRoot.find(({ kind, text }) => kind === "heading" && text === headline)
  if (own === undefined) return null
  const hasRival = blocks.some(
    ({ level, text, element }) =>
      level === own.level &&
      text !== own.text &&
      element.tag === own.element.tag &&
      element.attributes.class === own.element.attributes.class,
  )
  return hasRival ? Number.POSITIVE_INFINITY : outsideMin.headed
}

/** Of every block of the page, in page order, what became of it. */
export function explainBlocks(
  blocks: readonly PageBlock[],
  verdicts: readonly BlockVerdict[],
): readonly BlockVerdict[] {
  const byBlock = new Map(verdicts.map((verdict) => [verdict.block, verdict]))
  return blocks.map((block) => {
    const reason = block.flagged?.finding.reason ?? "outside the article's container"
    const step = block.flagged ? "container" : "outside"
    return byBlock.get(block) ?? { block, keep: false, step, reason, score: null }
  })
}

function verdictOf(
  block: PageBlock,
  features: Float64Array,
  rule: BlockVerdict | null,
  needed: number,
  explain: boolean,
): BlockVerdict {
  const score = explain ? weighBlock(features) : null
  if (score === null ? isLikely(features, needed) : score >= needed)
    return { block, keep: true, step: "kept", reason: "", score }
  if (rule && !rule.keep) return { ...rule, score }
  const reason = explain ? `unlike an article's blocks: ${strongestObjection(features)}` : ""
  return { block, keep: false, step: "weighed", reason, score }
}
