import type { Article } from "../article/index.ts"
import type { Analysis } from "./analysis.ts"

/** A report together with what it says: what every later stage works on. */
export interface AnalysedReport {
  readonly article: Article
  readonly analysis: Analysis
}
