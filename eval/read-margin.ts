import { overlapLength, type Span, spansOverlap } from "../src/base/index.ts"
import type { Quotation } from "../src/language/index.ts"
import type { Figures } from "./measure.ts"
import type { GoldArticle } from "./polnear.ts"

const margins = [0, 15, 30, 45, 60, 80] as const

/**
 * The speakers of marked words over the margin: at each lead of the best candidate over the next (over nothing, its
 * whole score) the share of those named that are right, and of all labelled that are named right.
 */
export class MarginCurve {
  private readonly right = new Map<number, number>()
  private readonly named = new Map<number, number>()
  private labelled = 0

  add(article: GoldArticle, quotations: readonly Quotation[]): void {
    for (const { content, source } of article.attributions) {
      if (source.length === 0) continue
      const quotation = bestMatch(content, quotations)
      if (quotation?.form !== "direct") continue
      this.labelled++
      const [best, ...rest] = quotation.candidates
      if (!best) continue
      const rival = rest.find(({ start }) => start !== best.start)
      const lead = best.score - Math.max(0, rival?.score ?? 0)
      for (const margin of margins) {
        if (lead < margin) continue
        this.named.set(margin, (this.named.get(margin) ?? 0) + 1)
        if (source.some((span) => spansOverlap(span, best)))
          this.right.set(margin, (this.right.get(margin) ?? 0) + 1)
      }
    }
  }

  figures(): Figures {
    const figures: Record<string, number> = {}
    for (const margin of margins) {
      const right = this.right.get(margin) ?? 0
      figures[`margin ${margin}: precision`] = right / Math.max(1, this.named.get(margin) ?? 0)
      figures[`margin ${margin}: recall`] = right / Math.max(1, this.labelled)
    }
    return figures
  }
}

function bestMatch(content: readonly Span[], quotations: readonly Quotation[]): Quotation | null {
  let best: Quotation | null = null
  let most = 0
  for (const quotation of quotations) {
    if (!quotation.speech) continue
    let shared = 0
    for (const a of content) for (const b of quotation.parts) shared += overlapLength(a, b)
    if (shared > most) {
      best = quotation
      most = shared
    }
  }
  return best
}
