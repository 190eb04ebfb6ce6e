import type { Alignment } from "./align.ts"
import { isHouseStyle } from "./house-style.ts"
import type { PreparedReport } from "./reuse-report.ts"
import { substitutionBlocks, type WordRange } from "./substitution-blocks.ts"
import type { Wording } from "./wording.ts"

/** What one report has where others have `from`: gathered over all reports that share passages with it. */
export interface AlignedChange {
  readonly from: string
  readonly to: string
  /** Places of the report where `to` stands instead, ascending: a place counts once, however many reports show it. */
  readonly places: readonly number[]
  /** Places of the report where `from` stands as in the others. */
  readonly kept: number
}

/** The report under question and the others, as the words of one alignment. */
export interface SidedAlignment {
  readonly alignment: Alignment
  /** Which side the report under question is. */
  readonly side: "a" | "b"
}

/** Sorted by `from`, then `to`. A change of house style is none. */
export function alignedChanges(
  own: Wording,
  alignments: readonly SidedAlignment[],
  wordingFor: (prepared: PreparedReport) => Wording,
): readonly AlignedChange[] {
  const changes = new Map<string, { from: string; to: string; places: Set<number> }>()
  const kept = new Map<string, Set<number>>()
  const add = (from: string, to: string, place: number): void => {
    if (from === "" || isHouseStyle(from, to)) return
    const key = `${from}\n${to}`
    const change = changes.get(key) ?? { from, to, places: new Set() }
    change.places.add(place)
    changes.set(key, change)
  }
  for (const { alignment, side } of alignments) {
    const other = wordingFor(side === "a" ? alignment.b : alignment.a)
    for (const block of substitutionBlocks(alignment)) {
      const [theirs, ours] = side === "a" ? [block.b, block.a] : [block.a, block.b]
      if (ours.count === 0) continue
      const to = phraseOf(own, ours)
      if (theirs.count > 0) add(phraseOf(other, theirs), to, ours.first)
      else if (own.begins[ours.first] === 0 && ours.first > 0)
        add(own.forms[ours.first - 1]!, `${own.forms[ours.first - 1]} ${to}`, ours.first - 1)
    }
    for (const { runs } of alignment.passages)
      for (const run of runs)
        for (let k = 0; k < run.length; k++) {
          const place = (side === "a" ? run.a : run.b) + k
          const form = own.forms[place]!
          const places = kept.get(form)
          if (places) places.add(place)
          else kept.set(form, new Set([place]))
        }
  }
  return [...changes.values()]
    .map(({ from, to, places }) => ({
      from,
      to,
      places: [...places].sort((x, y) => x - y),
      kept: [...(kept.get(from) ?? [])].filter((place) => !places.has(place)).length,
    }))
    .sort((x, y) => (x.from < y.from ? -1 : x.from > y.from ? 1 : x.to < y.to ? -1 : 1))
}

export function phraseOf(wording: Wording, range: WordRange): string {
  return wording.forms.slice(range.first, range.first + range.count).join(" ")
}
