import type { Lineage } from "../../reuse/index.ts"
import type { Disagreement } from "../apparatus.ts"
import type { DistinctTexts } from "../distinct-texts.ts"
import type { CollatedStatement } from "../statements.ts"
import type { CollatedReport } from "../utterances.ts"
import { attributionDisagreements } from "./attribution.ts"
import { citationOrder } from "./claims.ts"
import { dateDisagreements } from "./dates.ts"
import { figureDisagreements } from "./figures.ts"
import { nameDisagreements } from "./names.ts"
import { disputedSpeakers, speakerDisagreements } from "./speakers.ts"
import { wordingDisagreements } from "./wordings.ts"

/**
 * What the reports print differently of one thing, in the order of the places first cited. Two reports that tell of
 * two things do not disagree, and a wrong disagreement is worse than a missed one: each kind asks for words in common
 * around its values.
 */
export function disagreementsOf(
  reports: readonly CollatedReport[],
  statements: readonly CollatedStatement[],
  lineage: Lineage,
  textOf: DistinctTexts,
): readonly Disagreement[] {
  const speakers = disputedSpeakers(reports, statements)
  const spellings = speakers.filter(({ oneName }) => oneName).map(({ claims }) => claims)
  return [
    ...figureDisagreements(reports, lineage, textOf),
    ...dateDisagreements(reports, textOf),
    ...nameDisagreements(reports, spellings, lineage, textOf),
    ...speakerDisagreements(speakers, textOf),
    ...wordingDisagreements(reports, statements, textOf),
    ...attributionDisagreements(reports, textOf),
  ].sort(citationOrder)
}
