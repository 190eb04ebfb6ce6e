import type { Span } from "../base/index.ts"
import {
  type AnalysedReport,
  firstTokenFrom,
  foldedToken,
  type TokenKind,
  type Tokens,
  tokenize,
} from "../language/index.ts"
import type { CollationToken } from "./vocabulary.ts"

/** One copy of a text, as words and marks to be aligned. */
export interface Witness {
  readonly id: string
  readonly tokens: readonly WitnessToken[]
}

export interface WitnessToken extends CollationToken {
  /** The white space printed before it. */
  readonly gap: string
}

const kindNames: Readonly<Record<TokenKind, CollationToken["kind"]>> = { 0: "word", 1: "number", 2: "mark" }

/** The words and marks of a plain text. White space after the last is in none. */
export function witnessTokens(text: string): readonly WitnessToken[] {
  const tokens = tokenize(text)
  const found: WitnessToken[] = []
  for (let at = 0; at < tokens.count; at++) found.push(witnessToken(text, tokens, at))
  return found
}

/** Of a text's tokens the one at `at`. */
export function witnessToken(text: string, tokens: Tokens, at: number): WitnessToken {
  const start = tokens.starts[at]!
  return {
    text: text.slice(start, tokens.ends[at]!),
    form: foldedToken(text, tokens, at),
    kind: kindNames[tokens.kinds[at] as TokenKind],
    gap: text.slice(at === 0 ? 0 : tokens.ends[at - 1]!, start),
  }
}

/** The words and marks that stand whole in `span` of a report. */
export function tokensWithin({ article, analysis }: AnalysedReport, span: Span): readonly WitnessToken[] {
  const { tokens } = analysis
  const found: WitnessToken[] = []
  for (let at = firstTokenFrom(tokens, span.start); at < tokens.count && tokens.ends[at]! <= span.end; at++)
    found.push(witnessToken(article.text, tokens, at))
  return found
}
