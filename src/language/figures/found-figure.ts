import type { Span } from "../../base/index.ts"
import type { Figure } from "../analysis.ts"

/** A figure with the part of it that is number and unit alone, without comparator and thing. */
export interface FoundFigure extends Figure {
  readonly core: Span
}
