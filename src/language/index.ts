/**
 * Language: one Article in, one Analysis out: what the report says, each thing by its span.
 * Never looks at other reports; never decides who is right.
 */

export type { AnalysedReport } from "./analysed-report.ts"
export type {
  Analysis,
  Demand,
  Figure,
  Name,
  NameKind,
  Party,
  Quotation,
  QuotationForm,
  Response,
  Speaker,
  SpeakerCandidate,
  TimeExpression,
} from "./analysis.ts"
export { type ReadOptions, readReport } from "./read-report.ts"
export { type SearchTerm, searchTerms } from "./search-terms.ts"
export { type SearchIn, searchWords, wordMarks } from "./search-words.ts"
export { type AddedWords, tellsNow } from "./times/times.ts"
export {
  borrowTokens,
  firstTokenFrom,
  foldedToken,
  hashOfLetters,
  isWordToken,
  type TokenKind,
  type Tokens,
  tokenize,
  tokenSpan,
} from "./tokens.ts"
