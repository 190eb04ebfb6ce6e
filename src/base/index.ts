/** What every stage may use. Knows nothing of news. */
export { assert } from "./assert.ts"
export type { Brand } from "./brand.ts"
export { sha256Hex } from "./hash.ts"
export { compareNullable, compareStrings } from "./order.ts"
export { type Random, randomOf } from "./random.ts"
export { fail, ok, type Result } from "./result.ts"
export {
  compareSpans,
  mergeSpans,
  overlapLength,
  type Span,
  spanContains,
  spansOverlap,
  spanText,
  trimSpan,
} from "./span.ts"
