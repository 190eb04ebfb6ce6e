import type { TokenRange } from "../tokens.ts"
import type { Subject } from "./subjects.ts"

/** The words by which a reporter gives words to somebody: "the mayor told reporters on Monday that". */
export interface Tag {
  /** The verb, or the words that stand for one ("according to"). */
  readonly cue: TokenRange
  readonly kind: "speech" | "stance" | "according" | "colon"
  /** Null where nobody is named: passives, and verbs whose subject could not be found. */
  readonly subject: Subject | null
  /** The subject follows the verb: "said Tarn". */
  readonly inverted: boolean
  /** Where the whole tag begins and ends, the subject and the slots with it. */
  readonly range: TokenRange
  readonly addressee: TokenRange | null
  readonly via: TokenRange | null
  readonly when: TokenRange | null
  /** The index of its frame. */
  readonly frame: number
}
