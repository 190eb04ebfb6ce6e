import { type ReportId, readArticle } from "../src/article/index.ts"
import { type Random, randomOf } from "../src/base/index.ts"
import { collateStory } from "../src/collation/index.ts"
import { type AnalysedReport, readReport } from "../src/language/index.ts"
import { reuseReportOfAnalysed } from "../src/pipeline/index.ts"
import { traceLineage } from "../src/reuse/index.ts"
import type { EvalMeasure, Figures } from "./measure.ts"

const stories = 40
const statementsPerStory = 4

/**
 * The words that were said, in seeded stories of about twenty reports: outlets that quote them on their own, copies of
 * an agency's report with an editor's slips, and one altered copy that is reprinted most of all. Three dates in ten are
 * false, a quarter missing. The share of words wrong in the wording shown, beside what a count of all reports and what
 * the earliest report give. The generator is ours, so the figures say that the counting works and not how news behaves.
 */
export const seededWordings: EvalMeasure = {
  name: "collate/seeded-wordings",
  needs: [],
  run: async () => {
    let [words, ours, majority, earliest] = [0, 0, 0, 0]
    for (let story = 0; story < stories; story++) {
      const { said, reports } = seedStory(randomOf(9_001 + story))
      const shown = wordingsShown(reports)
      said.forEach((statement, at) => {
        words += statement.length
        ours += wrongWords(statement, nearest(statement, shown))
        majority += wrongWords(statement, commonest(reports.map(({ quoted }) => quoted[at]!)))
        const dated = reports.filter(({ published }) => published !== null)
        const first = dated.toSorted((a, b) => (a.published! < b.published! ? -1 : 1))[0]!
        earliest += wrongWords(statement, first.quoted[at]!)
      })
    }
    const figures: Figures = {
      "wrong words": ours / words,
      "wrong words by majority": majority / words,
      "wrong words by earliest": earliest / words,
      words,
    }
    return figures
  },
}

interface SeededReport {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly quoted: readonly (readonly string[])[]
}

const vocabulary = (
  "harbour pier ferry crew captain council budget bridge lantern island storm repair inspection report winter summer " +
  "morning evening passenger engine steering timber anchor signal lighthouse market school doctor nurse baker union " +
  "letter promise warning notice delay closure opening repairs money island north south east west early late heavy " +
  "light broken safe careful ready certain open quiet public private local former weekly yearly"
).split(" ")
const links =
  "and the of to in for with that was will must could have been before after under over without".split(" ")

interface Draft {
  readonly quoted: readonly (readonly string[])[]
  readonly prose: readonly (readonly string[])[]
}

function seedStory(random: Random): {
  readonly said: readonly (readonly string[])[]
  readonly reports: readonly SeededReport[]
} {
  const said = Array.from({ length: statementsPerStory }, () => sentence(random, 16 + random.below(10)))
  const agency = { quoted: said, prose: prose(random) }
  const drafts: Draft[] = [agency]
  for (let n = 0; n < 5; n++) drafts.push({ quoted: slips(said, 0.01, random), prose: prose(random) })
  for (let n = 0; n < 4; n++)
    drafts.push({ quoted: slips(said, 0.01, random), prose: slips(agency.prose, 0.02, random) })
  const altered = { quoted: slips(said, 0.1, random), prose: slips(agency.prose, 0.05, random) }
  for (let n = 8 + random.below(9); n > 0; n--)
    drafts.push({ quoted: slips(altered.quoted, 0.002, random), prose: slips(altered.prose, 0.002, random) })
  const reports = drafts.map(({ quoted, prose: told }, at) => ({
    id: `r${String(at).padStart(2, "0")}`,
    text: printed(quoted, told),
    published: published(at, random),
    quoted,
  }))
  return { said, reports }
}

function sentence(random: Random, length: number): readonly string[] {
  return Array.from({ length }, (_, at) => random.pick(at % 2 === 0 ? vocabulary : links))
}

function prose(random: Random): readonly (readonly string[])[] {
  return Array.from({ length: statementsPerStory * 3 }, () => sentence(random, 18))
}

/** Words replaced, dropped or doubled by another, at the rate given. */
function slips(
  texts: readonly (readonly string[])[],
  rate: number,
  random: Random,
): readonly (readonly string[])[] {
  return texts.map((words) =>
    words.flatMap((word) => {
      if (random.next() >= rate) return [word]
      const kind = random.below(3)
      return kind === 0 ? [random.pick(vocabulary)] : kind === 1 ? [] : [word, random.pick(links)]
    }),
  )
}

function printed(quoted: readonly (readonly string[])[], told: readonly (readonly string[])[]): string {
  const paragraphs = told.map((words) => `${capital(words.join(" "))}.`)
  const marked = quoted.map((words) => `“${capital(words.join(" "))},” said Ada Lund, the mayor of Pellan.`)
  return marked
    .flatMap((line, at) => [paragraphs[at * 3]!, paragraphs[at * 3 + 1]!, line, paragraphs[at * 3 + 2]!])
    .join("\n\n")
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function published(place: number, random: Random): string | null {
  if (random.next() < 0.25) return null
  const hour = random.next() < 0.3 ? random.below(40) : place
  return `2031-03-0${1 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, "0")}:00:00Z`
}

function wordingsShown(reports: readonly SeededReport[]): readonly (readonly string[])[] {
  const analysed = reports.map(({ id, text, published: date }): AnalysedReport => {
    const read = readArticle(
      {
        id,
        source: { kind: "file", name: id, member: null, sha256: id, capturedAt: null },
        content: { kind: "text", text, markdown: false },
      },
      { id: id as ReportId, explain: false },
    )
    const article = { ...read, published: date }
    return { article, analysis: readReport(article, { explain: false }) }
  })
  const lineage = traceLineage(analysed.map(reuseReportOfAnalysed))
  return collateStory(analysed, lineage, []).statements.map(({ text }) =>
    text
      .toLowerCase()
      .replace(/[^\p{L} ]/gu, "")
      .split(" "),
  )
}

function nearest(words: readonly string[], shown: readonly (readonly string[])[]): readonly string[] {
  return shown.toSorted((a, b) => wrongWords(words, a) - wrongWords(words, b))[0] ?? []
}

function commonest(wordings: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const words of wordings) counts.set(words.join(" "), (counts.get(words.join(" ")) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]![0].split(" ")
}

/** Words to change, leave out or add. */
function wrongWords(wanted: readonly string[], given: readonly string[]): number {
  let above = Array.from({ length: given.length + 1 }, (_, at) => at)
  wanted.forEach((word, i) => {
    const row = [i + 1]
    given.forEach((other, j) => {
      row.push(Math.min(above[j + 1]! + 1, row[j]! + 1, above[j]! + (word === other ? 0 : 1)))
    })
    above = row
  })
  return above[given.length]!
}
