import { compareNullable, compareStrings, type Span, spanText } from "../base/index.ts"
import type { Citation } from "../collation/index.ts"
import { type TimeExpression, tellsNow } from "../language/index.ts"
import { distinctCitations } from "./citations.ts"
import { containment, contentStems } from "./content-words.ts"
import { linkedGroups } from "./linked-groups.ts"
import type { TimelineEvent } from "./record.ts"
import { isOmitted, sentenceIndexAt, type Witness } from "./witness.ts"

interface Dated {
  readonly from: string | null
  readonly to: string | null
  /** The sentence, blanks made one: copies are one. */
  readonly wording: string
  readonly stems: ReadonlySet<string>
  readonly citations: Citation[]
}

/**
 * What the reports date, by the sentence that holds the date. Sentences of like words on the same date are one event,
 * cited in every report. Times that stay unknown or only open towards the past ("until 2019") date nothing.
 */
export function buildTimeline(witnesses: readonly Witness[]): readonly TimelineEvent[] {
  const byWording = new Map<string, Dated>()
  for (const witness of witnesses) {
    for (const time of witness.report.analysis.times) {
      const dated = datedBy(witness, time)
      if (dated === null) continue
      const key = `${dated.from}|${dated.to}|${dated.wording}`
      const seen = byWording.get(key)
      if (seen) seen.citations.push(...dated.citations)
      else byWording.set(key, dated)
    }
  }
  const items = [...byWording.values()].sort(
    (a, b) =>
      compareNullable(a.from, b.from) || compareNullable(a.to, b.to) || compareStrings(a.wording, b.wording),
  )
  return linkedGroups(
    items,
    (item) => [...item.stems].map((stem) => `${item.from}|${item.to}|${stem}`),
    (a, b) => containment(a.stems, b.stems) >= likeEnough,
  ).map((group) => ({
    from: group[0]!.from,
    to: group[0]!.to,
    what: distinctCitations(group.flatMap((item) => item.citations)),
  }))
}

/** The share of the shorter sentence's content that the other must hold to tell of the same event. */
const likeEnough = 0.6

function datedBy(witness: Witness, time: TimeExpression): Dated | null {
  if (time.from === null || isOmitted(witness, time) || isWide(time)) return null
  const { article, analysis } = witness.report
  if (tellsNow(article.text, time)) return null
  const index = sentenceIndexAt(witness, time)
  if (index < 0) return null
  const sentence: Span = analysis.sentences[index]!
  return {
    from: time.from,
    to: time.to,
    wording: spanText(article.text, sentence).replace(/\s+/g, " "),
    stems: new Set(contentStems(witness, sentence)),
    citations: [{ report: article.id, start: sentence.start, end: sentence.end }],
  }
}

/** "The 1990s" and "the past five years" are no dates of an event. */
function isWide({ from, to }: TimeExpression): boolean {
  if (from === null || to === null) return false
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 2
}
