import { clusterEcbplus, strangers } from "./cluster.ts"
import { collatexCases, notreBesoin } from "./collate.ts"
import { demandsMeasure } from "./demands.ts"
import { differencesMeasure } from "./differences.ts"
import { recordDisagreements } from "./disagreements.ts"
import { extractAeb, extractWcxb } from "./extract.ts"
import { figuresMeasure } from "./figures.ts"
import { figuresNewsMeasure } from "./figures-news.ts"
import { languagesMeasure } from "./languages.ts"
import type { EvalMeasure } from "./measure.ts"
import { movedPages } from "./moved-pages.ts"
import { namesMeasure } from "./names.ts"
import { plainLayouts } from "./plain-layouts.ts"
import { quotationPairs } from "./quotation-pairs.ts"
import { quotationsMeasure, sentencesMeasure } from "./read.ts"
import { fixturesMeasure } from "./read-fixtures.ts"
import { reuseDegrees, reuseEvents, reuseLineages, reuseSpun, reuseTables, reuseTree } from "./reuse.ts"
import { reuseBackground } from "./reuse-background.ts"
import { reuseMerges } from "./reuse-merges.ts"
import { seededWordings } from "./seeded-wordings.ts"
import { siteTemplates } from "./site-templates.ts"
import { spreadMeasure } from "./spread.ts"
import { statementsMeasure } from "./statements.ts"
import { toldFacts } from "./told-facts.ts"
import { versionsWikipedia } from "./versions.ts"

/** Every measure, in the order of the data's way. */
export const measures: readonly EvalMeasure[] = [
  fixturesMeasure,
  namesMeasure,
  demandsMeasure,
  extractAeb,
  extractWcxb,
  plainLayouts,
  languagesMeasure,
  siteTemplates,
  movedPages,
  figuresMeasure,
  figuresNewsMeasure,
  quotationsMeasure,
  sentencesMeasure,
  clusterEcbplus,
  strangers,
  versionsWikipedia,
  collatexCases,
  notreBesoin,
  differencesMeasure,
  statementsMeasure,
  toldFacts,
  quotationPairs,
  recordDisagreements,
  seededWordings,
  spreadMeasure,
  reuseSpun,
  reuseEvents,
  reuseTables,
  reuseLineages,
  reuseMerges,
  reuseBackground,
  reuseDegrees,
  reuseTree,
]
