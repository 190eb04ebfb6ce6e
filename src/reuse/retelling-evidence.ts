import type { Retelling } from "./retelling.ts"

/** A pair that was compared, with what stands around it. */
export interface ComparedPair {
  readonly telling: Retelling
  /** Counted words of the shorter and of the longer text. */
  readonly shorter: number
  readonly longer: number
  /** Closeness of the nearest text that is no kin of the pair's other text; of its two sides the lesser. */
  readonly rival: number
}

const closenessMin = 0.02

/**
 * Log odds that one text is the other put in other words, less what a link needs: above 0 the pair is linked.
 * A logistic sum, fitted on half of the articles of a set of machine rewritings against pairs of reports of two
 * look-alike events; the other half of both was not looked at. Many names shared speak against it at the same share
 * of names, since two reports of one event share many.
 */
export function retellingOdds({ telling, shorter, longer, rival }: ComparedPair): number {
  const closeness = Math.max(telling.closeness, closenessMin)
  return (
    5.1 +
    4.4 * Math.log(closeness) +
    1.9 * Math.log(closeness / Math.max(rival, closenessMin)) +
    2.1 * telling.immutables +
    4.4 * telling.namesShare -
    Math.log1p(telling.namesWeight) +
    0.6 * Math.log(shorter / 100) +
    Math.log(longer / shorter)
  )
}

/** So much less is asked of two texts that are both linked with a third. */
export const companyOdds = 3
