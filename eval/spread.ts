import { type ReportId, readArticle } from "../src/article/index.ts"
import { spansOverlap } from "../src/base/index.ts"
import { type AnalysedReport, readReport } from "../src/language/index.ts"
import { findSpread, type Spread } from "../src/record/index.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"
import { rounded } from "./news-texts.ts"
import {
  type CopyKind,
  carriedKinds,
  type PlantedEdit,
  type SpreadStory,
  seedSpreadStory,
} from "./seeded-spread.ts"
import { blindWordings, tuneWordings, type Wordings } from "./spread-wordings.ts"

const storiesPerHalf = 150
const published = "2031-11-20"

/**
 * Which other reports still carry the words that a page changed, in seeded stories whose edits and copies are planted.
 * The blind half has other seeds and other sentences, names, bodies and corrections. A report counts once for an edit;
 * it is found when a place in the copy is named. The sentences are ours: the figures say which kinds of copy are seen,
 * and not how often news has each.
 */
export const spreadMeasure: EvalMeasure = {
  name: "record/spread",
  needs: [],
  run: async () => ({
    ...halfFigures("tune", tuneWordings, 1),
    ...halfFigures("blind", blindWordings, 1_001),
  }),
}

/** What was told of one planted copy. */
interface JudgedCopy {
  readonly edit: PlantedEdit
  readonly copy: PlantedEdit["copies"][number]
  readonly carries: boolean
  readonly told: boolean
  /** Told, at a place outside of the copy. */
  readonly misplaced: boolean
}

function halfFigures(half: string, wordings: Wordings, firstSeed: number): Figures {
  const judged: JudgedCopy[] = []
  for (let n = 0; n < storiesPerHalf; n++)
    judged.push(...judgeStory(seedSpreadStory(wordings, firstSeed + n)))
  const figures: Record<string, number> = {}
  const all = countsOf(judged)
  const { precision, recall } = f1Of(all.right, all.told, all.carried)
  Object.assign(figures, {
    [`${half}: precision`]: rounded(precision),
    [`${half}: recall`]: rounded(recall),
    [`${half}: copies`]: judged.length,
    [`${half}: misplaced`]: judged.filter(({ misplaced }) => misplaced).length,
  })
  for (const kind of [...new Set(judged.map(({ edit }) => edit.kind))].sort()) {
    const own = countsOf(judged.filter(({ edit }) => edit.kind === kind))
    const f = f1Of(own.right, own.told, own.carried)
    figures[`${half}, ${kind}: precision`] = rounded(f.precision)
    figures[`${half}, ${kind}: recall`] = rounded(f.recall)
  }
  for (const kind of [...new Set(judged.map(({ copy }) => copy.kind))].sort()) {
    const own = judged.filter(({ copy }) => copy.kind === kind)
    figures[`${half}, ${kind}: told`] = rounded(own.filter(({ told }) => told).length / own.length)
  }
  return figures
}

function countsOf(judged: readonly JudgedCopy[]): { right: number; told: number; carried: number } {
  return {
    right: judged.filter(({ carries, told, misplaced }) => carries && told && !misplaced).length,
    told: judged.filter(({ told }) => told).length,
    carried: judged.filter(({ carries }) => carries).length,
  }
}

function judgeStory(story: SpreadStory): readonly JudgedCopy[] {
  const before = analysed("before", story.before)
  const others = story.others.map((text, n) => analysed(`other-${n}`, text))
  const spread = findSpread(before, analysed("after", story.after), others)
  return story.edits.flatMap((edit) => {
    const start = before.article.text.indexOf(edit.sentence)
    const sentence = { start, end: start + edit.sentence.length }
    const own = spread.filter(({ old }) => spansOverlap(old, sentence))
    return edit.copies.map((copy, n) => judgeCopy(edit, copy, others[n]!, own))
  })
}

function judgeCopy(
  edit: PlantedEdit,
  copy: PlantedEdit["copies"][number],
  { article }: AnalysedReport,
  spread: readonly Spread[],
): JudgedCopy {
  const start = article.text.indexOf(copy.sentence)
  const sentence = { start, end: start + copy.sentence.length }
  const places = spread.flatMap(({ still }) => still.filter(({ report }) => report === article.id))
  return {
    edit,
    copy,
    carries: (carriedKinds as readonly CopyKind[]).includes(copy.kind),
    told: places.length > 0,
    misplaced: places.length > 0 && !places.some((place) => spansOverlap(place, sentence)),
  }
}

function analysed(id: string, text: string): AnalysedReport {
  const read = readArticle(
    {
      id,
      source: { kind: "file", name: `${id}.txt`, member: null, sha256: id, capturedAt: null },
      content: { kind: "text", text, markdown: false },
    },
    { id: id as ReportId, explain: false },
  )
  const article = { ...read, published }
  return { article, analysis: readReport(article, { explain: false }) }
}
