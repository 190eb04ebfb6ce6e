import type { Citation } from "../collation/index.ts"
import type { Demand } from "../language/index.ts"
import type { Witness } from "./witness.ts"

/** One demand as one report prints it. */
export interface PrintedDemand {
  readonly witness: Witness
  readonly demand: Demand
  readonly citation: Citation
  readonly stems: ReadonlySet<string>
  /** Of names within what is asked. */
  readonly names: ReadonlySet<string>
  readonly by: ReadonlySet<string>
  readonly of: ReadonlySet<string>
}
