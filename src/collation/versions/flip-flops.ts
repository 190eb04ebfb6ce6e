import { compareStrings } from "../../base/index.ts"

/** At one step from a version to the next, one wording in the place of another. */
export interface Switch {
  /** What tells places apart that may hold the same words, such as a headline and the text. */
  readonly place: string
  readonly was: string
  readonly is: string
  /** The number of the step. */
  readonly step: number
}

/** There, back, and there again: less than that is an edit and its withdrawal. */
const stepsMin = 3

/**
 * The groups of `switches`, by index, that go back and forth between the same two wordings over at least three steps,
 * each the reverse of the one before: two variants of one page served in turn, and no edits. Each group in the order
 * of its steps; switches of other wordings in between do not matter.
 */
export function findFlipFlops(switches: readonly Switch[]): readonly (readonly number[])[] {
  const byPair = new Map<string, number[]>()
  for (const [index, { place, was, is }] of switches.entries()) {
    if (was === is) continue
    const key = JSON.stringify([place, ...[was, is].sort(compareStrings)])
    const group = byPair.get(key)
    if (group) group.push(index)
    else byPair.set(key, [index])
  }
  const found: (readonly number[])[] = []
  for (const group of byPair.values()) {
    const inOrder = [...group].sort((a, b) => switches[a]!.step - switches[b]!.step || a - b)
    const steps = new Set(inOrder.map((index) => switches[index]!.step))
    const turns = inOrder.every((index, i) => {
      const last = i === 0 ? undefined : switches[inOrder[i - 1]!]!
      const one = switches[index]!
      return last === undefined || (one.step === last.step ? one.was === last.was : one.was === last.is)
    })
    if (steps.size >= stepsMin && turns) found.push(inOrder)
  }
  return found
}
