import { extractAeb, extractWcxb } from "./extract.ts"
import { figuresMeasure } from "./figures.ts"
import type { EvalMeasure } from "./measure.ts"
import { quotationsMeasure, sentencesMeasure } from "./read.ts"

/** Every measure, in the order of the data's way. */
export const measures: readonly EvalMeasure[] = [
  extractAeb,
  extractWcxb,
  figuresMeasure,
  quotationsMeasure,
  sentencesMeasure,
]
