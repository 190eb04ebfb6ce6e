import type { ReportId } from "../article/index.ts"
import { compareStrings, spansOverlap } from "../base/index.ts"
import type { Citation } from "../collation/index.ts"
import type { SummaryReport, SummarySource } from "./summary-source.ts"
import { type NearestPlace, type ToldSentence, type ToldSentences, toldSentences } from "./told-sentences.ts"

/** A story in its reports' own sentences. Nothing in it is anybody's but theirs. */
export interface StorySummary {
  /** What many distinct texts tell, first what most do. Empty where no sentence is told by more than a third of them. */
  readonly agreed: readonly AgreedSentence[]
  /** Each disagreement, in the order given, with a sentence for each value. */
  readonly differs: readonly DifferingSentences[]
  /** What one text tells and none of the others, each text's own by turns. */
  readonly single: readonly Citation[]
}

/** One report's sentence, and who else tells it in much the same words and with the same figures. */
export interface AgreedSentence {
  readonly sentence: Citation
  /** The sentences that tell it, `sentence` among them: one of each text. Sorted by report. */
  readonly evidence: readonly Citation[]
  /** Distinct texts that tell it, of so many that were looked at. */
  readonly distinct: number
  readonly texts: number
}

export interface DifferingSentences {
  /** The place of the disagreement in the list given. */
  readonly disagreement: number
  readonly values: readonly {
    readonly value: string
    readonly distinct: number
    /** The sentence of the first place cited; null where that stands in none. */
    readonly sentence: Citation | null
  }[]
}

const agreedMax = 4
/** What so many texts tell, and more than a third of all, is agreed on: that another leaves it out is no disagreement. */
const agreedTextsMin = 3
const singleMax = 5
/** The texts whose first sentences may be shown as told by all: news tells first what matters most. */
const leadTextsMax = 12
const leadSentencesMax = 10
/** A text tells a sentence when one of its own holds so much of the weight of its words, and all of its figures. */
const toldShare = 0.5
/** Sentences that are nearer to one another than this are shown once. */
const alikeShare = 0.4
/** A sentence is one text's own when so much of its weight stands in no other, and no sentence elsewhere comes near. */
const ownShare = 0.5
const ownStemsMin = 4
const ownTriedMax = 60

/**
 * What all tell, what differs and what only one tells, by the words that sentences have in common, rarer words
 * weighing more. Copies are one text. Cost: linear in the sentences for each of the few that may be shown.
 */
export function summariseStory({ reports, texts, disagreements }: SummarySource): StorySummary {
  const told = toldSentences(reports, texts)
  const byId = new Map(reports.map((report) => [report.id, report]))
  const disputed = Map.groupBy(
    disagreements.flatMap(({ values }) => values.flatMap(({ evidence }) => evidence)),
    ({ report }) => report,
  )
  return {
    agreed: agreedSentences(told, disputed),
    differs: disagreements.map(({ values }, disagreement) => ({
      disagreement,
      values: values.map(({ value, distinct, evidence }) => ({
        value,
        distinct,
        sentence: sentenceOf(evidence[0]!, byId),
      })),
    })),
    single: ownSentences(told, disputed),
  }
}

/** By report. */
type CitedPlaces = ReadonlyMap<ReportId, readonly Citation[]>

function agreedSentences(told: ToldSentences, disputed: CitedPlaces): readonly AgreedSentence[] {
  if (told.texts < 2) return []
  const leads = told.sentences.filter(
    (sentence) =>
      sentence.textOf < leadTextsMax &&
      sentence.at < leadSentencesMax &&
      sentence.standsAlone &&
      !isDisputed(sentence, disputed),
  )
  const ranked = leads
    .map((sentence) => {
      const tellers = told
        .nearest(sentence)
        .filter((place) => place.share >= toldShare && holdsFigures(place, sentence))
      const shared = tellers.reduce((sum, { share }) => sum + share, 0) * told.weight(sentence)
      return { sentence, tellers, shared }
    })
    .filter(({ tellers }) => isAgreed(tellers.length + 1, told.texts))
    .sort(
      (a, b) =>
        b.tellers.length - a.tellers.length ||
        b.shared - a.shared ||
        compareCitations(a.sentence, b.sentence),
    )
  const shown: (typeof ranked)[number][] = []
  for (const item of ranked) {
    if (shown.length === agreedMax) break
    if (shown.every((other) => told.likeness(item.sentence, other.sentence) < alikeShare)) shown.push(item)
  }
  return shown.map(({ sentence, tellers }) => ({
    sentence: citationOf(sentence),
    evidence: [sentence, ...tellers.map(({ other }) => other)].map(citationOf).sort(compareCitations),
    distinct: tellers.length + 1,
    texts: told.texts,
  }))
}

function isAgreed(distinct: number, texts: number): boolean {
  return distinct >= Math.min(agreedTextsMin, texts) && 3 * distinct > texts
}

/** By turns, so that no text has a second before each has its first; within a turn what is most its own. */
function ownSentences(told: ToldSentences, disputed: CitedPlaces): readonly Citation[] {
  if (told.texts < 2) return []
  const ranked = told.sentences
    .filter((sentence) => sentence.standsAlone && !isDisputed(sentence, disputed))
    .map((sentence) => ({ sentence, own: told.ownWeight(sentence) }))
    .filter(({ sentence, own }) => own.stems >= ownStemsMin && own.weight >= ownShare * told.weight(sentence))
    .sort((a, b) => b.own.weight - a.own.weight || compareCitations(a.sentence, b.sentence))
    .slice(0, ownTriedMax)
    .filter(({ sentence }) => told.nearest(sentence).every(({ share }) => share < alikeShare))
  const turns = new Map<number, number>()
  return ranked
    .map(({ sentence }) => {
      const turn = turns.get(sentence.textOf) ?? 0
      turns.set(sentence.textOf, turn + 1)
      return { sentence, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .slice(0, singleMax)
    .map(({ sentence }) => citationOf(sentence))
}

function holdsFigures({ other, next }: NearestPlace, { figures }: ToldSentence): boolean {
  return [...figures].every((figure) => other.figures.has(figure) || next?.figures.has(figure) === true)
}

function isDisputed(sentence: ToldSentence, disputed: CitedPlaces): boolean {
  return disputed.get(sentence.report)?.some((cited) => spansOverlap(cited, sentence)) === true
}

function sentenceOf(cited: Citation, reports: ReadonlyMap<ReportId, SummaryReport>): Citation | null {
  const report = reports.get(cited.report)
  const sentence = report?.sentences.find(({ start, end }) => start <= cited.start && cited.start < end)
  return sentence ? { report: cited.report, start: sentence.start, end: sentence.end } : null
}

function citationOf({ report, start, end }: ToldSentence): Citation {
  return { report, start, end }
}

function compareCitations(a: Citation, b: Citation): number {
  return compareStrings(a.report, b.report) || a.start - b.start
}
