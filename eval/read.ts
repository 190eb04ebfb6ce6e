import { readFileSync } from "node:fs"
import { join } from "node:path"
import { articleOfRequest } from "../src/api/index.ts"
import { type Analysis, readReport } from "../src/language/index.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"
import { readPolnear } from "./polnear.ts"
import { MarginCurve } from "./read-margin.ts"
import { QuotationScore } from "./read-scores.ts"

function analysisOf(text: string, published: string | null): Analysis {
  const request = { id: null, text, url: null, title: null, published, outlet: null, language: "en" }
  return readReport(articleOfRequest(request), { explain: true })
}

/** Quotations and speakers on PolNeAR: the part set aside, and the part that rules were tuned on. */
export const quotationsMeasure: EvalMeasure = {
  name: "language/quotations",
  needs: ["data/quotes-polnear/train/text", "data/quotes-polnear/train/attributions"],
  run: async (shared) => {
    const scores = { blind: new QuotationScore(), tune: new QuotationScore() }
    const curve = new MarginCurve()
    for (const article of readPolnear(join(shared, "data/quotes-polnear/train"))) {
      const { quotations } = analysisOf(article.text, article.published)
      scores[article.blind ? "blind" : "tune"].add(article, quotations)
      if (article.blind) curve.add(article, quotations)
    }
    return {
      ...named("blind", { ...scores.blind.figures(), ...curve.figures() }),
      ...named("tune", scores.tune.figures()),
    }
  },
}

function named(part: string, figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${part}: ${name}`, figure]))
}

/** Sentence boundaries: the 52 English golden rules, all cases of their set, and GUM's development part. */
export const sentencesMeasure: EvalMeasure = {
  name: "language/sentences",
  needs: ["data/sentences-golden-rules/english_cases.json", "data/sentences-ud-gum/en_gum-ud-dev.conllu"],
  run: async (shared) => {
    const path = join(shared, "data/sentences-golden-rules/english_cases.json")
    const cases = JSON.parse(readFileSync(path, "utf8")) as readonly GoldenCase[]
    const passed = cases.map((rule) => passes(rule))
    const gum = join(shared, "data/sentences-ud-gum/en_gum-ud-dev.conllu")
    return {
      "golden rules passed, of 52": passed.slice(0, 52).filter(Boolean).length,
      "all cases passed, share": passed.filter(Boolean).length / cases.length,
      "GUM boundary F1": boundaryF1(readFileSync(gum, "utf8")),
    }
  },
}

interface GoldenCase {
  readonly text: string
  readonly sentences: readonly string[]
}

function passes({ text, sentences }: GoldenCase): boolean {
  const plain = (sentence: string): string => sentence.replace(/\s+/g, " ").trim()
  const found = analysisOf(text, null).sentences.map(({ start, end }) => plain(text.slice(start, end)))
  return JSON.stringify(found) === JSON.stringify(sentences.map(plain))
}

/** Documents rebuilt from the sentences' own texts, paragraphs parted by a blank line. */
function boundaryF1(conllu: string): number {
  let right = 0
  let found = 0
  let wanted = 0
  for (const document of conllu.split(/^# newdoc.*$/m)) {
    let text = ""
    let isParagraph = false
    let isTight = true
    const ends = new Set<number>()
    for (const line of document.split("\n")) {
      if (line.startsWith("# newpar")) isParagraph = true
      else if (line.startsWith("# text = ")) {
        if (text !== "") text += isParagraph ? "\n\n" : isTight ? "" : " "
        text += line.slice(9)
        ends.add(text.length)
        isParagraph = false
      } else if (/^\d+\t/.test(line)) isTight = line.includes("SpaceAfter=No")
    }
    const got = new Set(analysisOf(text, null).sentences.map(({ end }) => end))
    for (const end of got) if (ends.has(end)) right++
    found += got.size
    wanted += ends.size
  }
  return f1Of(right, found, wanted).f1
}
