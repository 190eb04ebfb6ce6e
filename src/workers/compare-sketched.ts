import type { ReportId } from "../article/index.ts"
import { compareStrings, type Span } from "../base/index.ts"
import {
  type Alignment,
  type CandidateColumns,
  type Comparison,
  composeLineage,
  hasRareWords,
  identicalLinks,
  joinBackground,
  type Lineage,
  type PostingIndex,
  type PostingRuns,
  type PreparedReport,
  type PrintColumns,
  pairLimits,
  pairsWorthTelling,
  type ReportBackground,
  type Retelling,
  retellingLimits,
  sharedColumn,
} from "../reuse/index.ts"
import {
  indexInWorkers,
  joinPrints,
  pairInWorkers,
  type ReusePool,
  ranges,
  textsPerTask,
} from "./index-in-workers.ts"
import { spooledTexts } from "./read-spooled.ts"
import type { ClearedReport, FoundAlignment, ReuseTask, TextPlaces, WordCounts } from "./reuse-task.ts"
import { type DistinctTexts, regroupCleared, type SketchedReports } from "./sketched-reports.ts"
import { StoredReport } from "./stored-report.ts"

/** Postings, and texts or pairs of them, in one task. */
const postingsPerTask = 65_536
const pairsPerTask = 1_024

/** Texts kept read here while the findings are put together. */
const textsKept = 4_096

/** The lineage of reports that have been sketched; `counts` says how many have the words of each bucket. */
export async function compareSketched(
  pool: ReusePool,
  sketches: SketchedReports,
  counts: Uint32Array,
): Promise<Lineage> {
  const weights = { counts, texts: sketches.families.length }
  const { reports, background, index } = await setBackgroundAside(pool, sketches)
  const { texts, families } = reports
  const pairs = await pairInWorkers(pool, index, pairLimits)
  const found = await alignInWorkers(pool, texts, pairs)
  const aligned = new Set(found.map(({ a, b }) => a * families.length + b))
  const told = await tellInWorkers(pool, texts, weights)
  const involved = new Set<number>()
  for (const { a, b } of [...found, ...told]) involved.add(a).add(b)
  for (const [text, family] of families.entries())
    if (family.length > 1 || texts.suspects[text] === 1) involved.add(text)
  const shown = Uint32Array.from(involved).sort()
  const placeOf = new Map(Array.from(shown, (text, place) => [text, place]))
  const stored = storedFamilies(reports, shown)
  const lineage = composeLineage({
    families: stored,
    background,
    cut: pairs.cut,
    alignments: found.map(({ a, b, link, passages }): Alignment => {
      const [x, y] = [stored[placeOf.get(a)!]![0]!, stored[placeOf.get(b)!]![0]!]
      return { a: x, b: y, link, passages }
    }),
    suspects: stored.flatMap(([first], place) => (texts.suspects[shown[place]!] === 1 ? [first!] : [])),
    compared: told.map(
      ({ a, b, telling }): Comparison => ({
        a: placeOf.get(a)!,
        b: placeOf.get(b)!,
        telling,
        linked: aligned.has(a * families.length + b),
      }),
    ),
    identical: families.flatMap((family) =>
      family.length === 1
        ? []
        : identicalLinks(
            family.map((place) => ({
              id: reports.ids[place]!,
              wordCount: reports.wordCounts[place]!,
              span: reports.spans[place]!,
            })),
          ),
    ),
  })
  return withSingles(lineage, reports, involved)
}

interface ClearedReports {
  readonly reports: SketchedReports
  readonly background: ReadonlyMap<ReportId, ReportBackground>
  /** Of the texts without their background. */
  readonly index: PostingIndex
}

/** What `setBackgroundAside` of the core does, in threads. */
async function setBackgroundAside(pool: ReusePool, sketches: SketchedReports): Promise<ClearedReports> {
  const { texts } = sketches
  const index = await indexInWorkers(pool, texts.prints)
  const spread = await pool.run(
    ranges(index.keys.length, postingsPerTask).map(
      ([first, last]): ReuseTask => ({
        kind: "background",
        texts: texts.places,
        prints: texts.prints,
        index,
        first,
        last,
      }),
    ),
  )
  const runsOf = joinBackground(
    (spread as readonly (readonly PostingRuns[])[]).flat(),
    (text) => texts.wordCounts[text]!,
  )
  if (runsOf.size === 0) return { reports: sketches, background: new Map(), index }
  const asked = [...runsOf].flatMap(([text, runs]) =>
    sketches.families[text]!.map((place) => ({ place, runs })),
  )
  asked.sort((x, y) => x.place - y.place)
  const answers = await pool.run(
    ranges(asked.length, pairsPerTask).map(
      ([first, last]): ReuseTask => ({
        kind: "clear",
        reports: sketches.places,
        places: Uint32Array.from(asked.slice(first, last), ({ place }) => place),
        runs: asked.slice(first, last).map(({ runs }) => runs),
      }),
    ),
  )
  const cleared = (answers as readonly (readonly ClearedReport[])[]).flat()
  const reports = regroupCleared(sketches, new Map(cleared.map((report, i) => [asked[i]!.place, report])))
  const background = new Map(
    asked.map(({ place, runs }, i) => [sketches.ids[place]!, { runs, passages: cleared[i]!.passages }]),
  )
  return { reports, background, index: await indexInWorkers(pool, reports.texts.prints) }
}

/** The same with the texts that share nothing, each a group of its own. */
function withSingles(lineage: Lineage, reports: SketchedReports, involved: ReadonlySet<number>): Lineage {
  const singles = reports.families.flatMap((family, text) =>
    involved.has(text) ? [] : [{ members: [reports.ids[family[0]!]!], origin: null }],
  )
  const texts = [...lineage.texts, ...singles]
  return { ...lineage, texts: texts.sort((x, y) => compareStrings(x.members[0]!, y.members[0]!)) }
}

function storedFamilies(
  reports: SketchedReports,
  shown: Uint32Array,
): readonly (readonly PreparedReport[])[] {
  const load = spooledTexts(reports.places, textsKept)
  return Array.from(shown, (text) =>
    reports.families[text]!.map(
      (place) =>
        new StoredReport(reports.ids[place]!, reports.wordCounts[place]!, reports.origins[place]!, () =>
          load(place),
        ),
    ),
  )
}

/** The texts of some pairs, with no more of what is set aside than theirs. */
function placesOf(places: TextPlaces, a: Uint32Array, b: Uint32Array): TextPlaces {
  if (places.aside.size === 0) return places
  const aside = new Map<number, readonly Span[]>()
  for (const column of [a, b])
    for (const text of column) {
      const spans = places.aside.get(text)
      if (spans) aside.set(text, spans)
    }
  return { ...places, aside }
}

interface TextPair {
  readonly a: number
  readonly b: number
}

async function alignInWorkers(
  pool: ReusePool,
  texts: DistinctTexts,
  pairs: CandidateColumns,
): Promise<readonly (FoundAlignment & TextPair)[]> {
  const cuts = cutPairs(pairs)
  const answers = await pool.run(
    cuts.map(({ a, b }): ReuseTask => ({ kind: "align", texts: placesOf(texts.places, a, b), a, b })),
  )
  return cuts.flatMap(({ a, b }, i) =>
    (answers[i] as readonly FoundAlignment[]).map((found) => ({
      ...found,
      a: a[found.place]!,
      b: b[found.place]!,
    })),
  )
}

async function tellInWorkers(
  pool: ReusePool,
  texts: DistinctTexts,
  weights: WordCounts,
): Promise<readonly (TextPair & { readonly telling: Retelling })[]> {
  if (!hasRareWords(weights.texts)) return []
  const total = texts.wordCounts.length
  const rare = (await pool.run(
    ranges(total, textsPerTask).map(
      ([first, last]): ReuseTask => ({ kind: "rare-terms", texts: texts.places, weights, first, last }),
    ),
  )) as readonly PrintColumns[]
  const prints = joinPrints(rare)
  const pairs = await pairInWorkers(pool, await indexInWorkers(pool, prints), retellingLimits)
  const places = pairsWorthTelling(pairs, prints)
  const cuts = cutPairs({
    a: places.map((place) => pairs.a[place]!),
    b: places.map((place) => pairs.b[place]!),
  })
  const answers = (await pool.run(
    cuts.map(({ a, b }): ReuseTask => ({ kind: "tell", texts: placesOf(texts.places, a, b), weights, a, b })),
  )) as readonly (readonly (Retelling | null)[])[]
  return answers.flatMap((tellings, i) =>
    tellings.flatMap((telling, at) => (telling ? [{ a: cuts[i]!.a[at]!, b: cuts[i]!.b[at]!, telling }] : [])),
  )
}

function cutPairs({ a, b }: CandidateColumns): readonly CandidateColumns[] {
  return ranges(a.length, pairsPerTask).map(([first, last]) => ({
    a: a.slice(first, last),
    b: b.slice(first, last),
  }))
}

/** How many distinct texts have the words of each bucket: those that several threads have counted are taken off again. */
export async function sumTerms(
  pool: ReusePool,
  texts: DistinctTexts,
  terms: readonly Uint32Array[],
): Promise<Uint32Array> {
  const sum = sharedColumn(terms[0]!.length)
  for (const counts of terms) for (let i = 0; i < sum.length; i++) sum[i]! += counts[i]!
  const again: number[] = []
  for (const [text, counted] of texts.counted.entries())
    for (let time = 1; time < counted; time++) again.push(text)
  if (again.length === 0) return sum
  const places = Uint32Array.from(again)
  const perTask = Math.ceil(places.length / pool.threads)
  const recounted = await pool.run(
    ranges(places.length, perTask).map(
      ([first, last]): ReuseTask => ({
        kind: "recount-terms",
        texts: texts.places,
        places: places.slice(first, last),
      }),
    ),
  )
  for (const counts of recounted as readonly Uint32Array[])
    for (let i = 0; i < sum.length; i++) sum[i]! -= counts[i]!
  return sum
}
