import type { ReportId } from "../src/article/index.ts"
import { randomOf } from "../src/base/index.ts"
import { reuseReportOf, traceLineage } from "../src/reuse/index.ts"
import type { EvalMeasure } from "./measure.ts"
import { newsTexts, rounded, vocabularyOf } from "./news-texts.ts"
import { type MergedVersion, seedMerges, seedMixed } from "./seeded-merges.ts"

/**
 * Texts put together from versions of two families, under the same dates; seeds 3000 on were not tuned on. Found: both
 * links, each from the right parent; "a version of each": each from some version of the right family.
 * "One family": the same of texts put together from two versions of one text.
 */
export const reuseMerges: EvalMeasure = {
  name: "reuse/merges",
  needs: ["data/quotes-polnear/train/text", "data/cluster-ecbplus/topics-1-35.jsonl"],
  run: async (shared) => {
    const texts = newsTexts(shared, 2000, 6000)
    const vocabulary = vocabularyOf(texts)
    const figures: Record<string, number> = {}
    for (const [part, first] of [
      ["tune", 1],
      ["blind", 3000],
    ] as const) {
      const two = mergeFigures(first, 40, (seed) => {
        const at = (step: number): string => texts[(seed * 7 + step * 31) % texts.length]!
        return seedMerges([at(0), at(1), at(2)], vocabulary, { ...mergeSeed, versions: 6 }, randomOf(seed))
      })
      figures[`${part}: both parents found`] = two.exact
      figures[`${part}: a version of each found`] = two.kindred
      figures[`${part}: of texts said to have two, such with a version of each`] = two.claims
      figures[`${part}: the one parent of other texts found`] = two.singles
      const one = mergeFigures(first, 120, (seed) => {
        const asked = { ...mergeSeed, versions: 8 }
        return seedMixed(texts[(seed * 7) % texts.length]!, vocabulary, asked, randomOf(seed))
      })
      figures[`${part}, one family: both parents found`] = one.exact
      figures[`${part}, one family: of texts said to have two, such that have`] = one.claims
      figures[`${part}, one family: the one parent of other texts found`] = one.singles
    }
    return figures
  },
}

const mergeSeed = { falseTimes: 0.3, missingTimes: 0.25, falseByHours: 6, change: 0.02 }

/** What is found of the parents of the texts that `make` gives for each seed. */
function mergeFigures(
  first: number,
  seeds: number,
  make: (seed: number) => readonly MergedVersion[],
): Readonly<Record<"exact" | "kindred" | "claims" | "singles", number>> {
  let [wanted, exact, kindred, claimed, singles, singlesFound] = [0, 0, 0, 0, 0, 0]
  for (let seed = first; seed < first + seeds; seed++) {
    const versions = make(seed)
    const { links } = traceLineage(
      versions.map((version) => reuseReportOf({ ...version, id: version.id as ReportId })),
    )
    const found = new Map<string, string[]>()
    for (const { a, b, direction } of links) {
      if (direction === null) continue
      const [parent, child] = direction === "a>b" ? [a, b] : [b, a]
      found.set(child, [...(found.get(child) ?? []), parent])
    }
    for (const { id, parents } of versions) {
      const told = found.get(id) ?? []
      if (parents.length === 1) {
        singles++
        if (told.length === 1 && told[0] === parents[0]) singlesFound++
      }
      if (told.length >= 2) claimed++
      if (parents.length < 2) continue
      wanted++
      const kin = (parent: string): boolean => told.some((other) => other[0] === parent[0])
      if (told.length === 2 && parents.every(kin)) kindred++
      if (told.length === 2 && parents.every((parent) => told.includes(parent))) exact++
    }
  }
  return {
    exact: rounded(exact / wanted),
    kindred: rounded(kindred / wanted),
    claims: rounded(kindred / claimed),
    singles: rounded(singlesFound / singles),
  }
}
