import type { Capture } from "../intake/index.ts"
import type { SaidRuling } from "../store/index.ts"

/** Where a desk keeps what was added and ruled, so that it outlives the process. */
export interface Keeper {
  /** Resolves once they are safe. */
  keep(captures: readonly Capture[]): Promise<void>
  /** Those in force, in the order in which they were given. */
  rulings(): Promise<readonly SaidRuling[]>
  keepRuling(said: SaidRuling): Promise<void>
  withdrawRuling(id: string): Promise<void>
  close(): Promise<void>
}

/** Keeps nothing beyond the process. */
export function sessionKeeper(): Keeper {
  const said: SaidRuling[] = []
  return {
    keep: async () => {},
    rulings: async () => said,
    keepRuling: async (one) => void said.push(one),
    withdrawRuling: async (id) => {
      const place = said.findIndex((one) => one.id === id)
      if (place >= 0) said.splice(place, 1)
    },
    close: async () => {},
  }
}
