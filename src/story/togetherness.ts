import type { VectorSum } from "./term-space.ts"

/** The mean similarity of two reports of one story, before any pair of them was seen. */
export const usualCohesion = 0.3
/** Below this mean similarity nothing is together, however loose. */
const similarityMin = 0.1
/** The part of a group's own mean similarity that another must reach to belong to it, where nothing comes after. */
export const firmPart = 0.5
/** The same where `partStories` looks again at what was joined. */
export const loosePart = 0.4

/** Nothing more is asked of a newcomer than by a story of unlike reports: copies of one text are alike for no event's sake. */
const cohesionMax = 0.65

/** The mean similarity of the pairs within, drawn towards the usual one while the pairs are few. */
function cohesion(group: VectorSum): number {
  const pairs = (group.size * (group.size - 1)) / 2
  return Math.min(cohesionMax, (group.within + usualCohesion) / (pairs + 1))
}

/**
 * How firmly two groups with this mean similarity between them tell one story: 0 when they don't.
 * Two look-alike events share what all such events share, so that a close-knit group asks more of a newcomer than a
 * loose one does: what counts is the similarity between over the one within, which must reach `part`.
 */
export function togetherness(a: VectorSum, b: VectorSum, meanBetween: number, part: number): number {
  if (meanBetween < similarityMin) return 0
  return meanBetween / Math.max(cohesion(a), cohesion(b)) >= part ? meanBetween : 0
}
