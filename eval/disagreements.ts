import { articleOfRequest } from "../src/api/index.ts"
import type { ReportId } from "../src/article/index.ts"
import { randomOf, spansOverlap } from "../src/base/index.ts"
import { collateStory, type Disagreement } from "../src/collation/index.ts"
import { readReport } from "../src/language/index.ts"
import { reuseReportOfAnalysed } from "../src/pipeline/index.ts"
import { traceLineage } from "../src/reuse/index.ts"
import { scenarios } from "./disagreement-scenarios.ts"
import { type DrawnReport, type DrawnStory, drawStory } from "./disagreement-stories.ts"
import type { EvalMeasure, Figures } from "./measure.ts"
import { rounded } from "./news-texts.ts"

const storiesPerScenario = 5

/**
 * Thirty drawn stories of seven reports with up to three facts that are printed in two values, and why. A disagreement
 * is right when all that it cites stands in sentences of one such fact. A name misspelt may be called an error of
 * copying or not, so names have no cause. The first half of the scenarios was looked at.
 */
export const recordDisagreements: EvalMeasure = {
  name: "record/disagreements",
  needs: [],
  run: async () => {
    const stories = scenarios.map((scenario, at) =>
      Array.from({ length: storiesPerScenario }, (_, k) => {
        const seed = 100 * at + k
        return drawStory(scenario, seed, randomOf(seed))
      }),
    )
    return {
      ...figuresOf("tune", stories.slice(0, 3).flat()),
      ...figuresOf("blind", stories.slice(3).flat()),
    }
  },
}

function figuresOf(part: string, stories: readonly DrawnStory[]): Figures {
  let [found, right, wanted, told, causes, weighed] = [0, 0, 0, 0, 0, 0]
  for (const story of stories) {
    const inStory = disagreementsIn(story)
    const disputes = new Map(story.disputed.map((dispute) => [dispute.fact, dispute]))
    const met = new Map<number, Disagreement>()
    for (const { disagreement, fact } of inStory) {
      if (fact !== null && disputes.get(fact)?.kind === disagreement.kind) {
        right++
        met.set(fact, disagreement)
      }
    }
    found += inStory.length
    wanted += disputes.size
    told += met.size
    for (const [fact, { kind, explained }] of met) {
      if (kind === "name") continue
      weighed++
      if (explained === disputes.get(fact)!.cause) causes++
    }
  }
  return {
    [`${part}: precision`]: rounded(right / Math.max(1, found)),
    [`${part}: recall`]: rounded(told / wanted),
    [`${part}: cause right`]: rounded(causes / Math.max(1, weighed)),
  }
}

/** What the record finds in a story, each with the one fact that all it cites stands in, or null. */
export function disagreementsIn({ reports }: DrawnStory): readonly FoundDisagreement[] {
  const placesOf = new Map<ReportId, DrawnReport["places"]>()
  const analysed = reports.map(({ places, ...request }) => {
    const article = articleOfRequest({ ...request, url: null, outlet: null, language: "en" })
    placesOf.set(article.id, places)
    return { article, analysis: readReport(article, { explain: false }) }
  })
  const { disagreements } = collateStory(analysed, traceLineage(analysed.map(reuseReportOfAnalysed)), [])
  return disagreements.map((disagreement) => {
    const facts = disagreement.values
      .flatMap(({ evidence }) => evidence)
      .map((cited) => placesOf.get(cited.report)!.find((place) => spansOverlap(place, cited))?.fact ?? null)
    return { disagreement, fact: new Set(facts).size === 1 ? facts[0]! : null }
  })
}

export interface FoundDisagreement {
  readonly disagreement: Disagreement
  readonly fact: number | null
}
