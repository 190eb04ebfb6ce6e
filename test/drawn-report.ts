import type { ReportId } from "../src/article/index.ts"
import type { Span } from "../src/base/index.ts"
import type { AnalysedReport, Figure, Quotation } from "../src/language/index.ts"
import type { Lineage } from "../src/reuse/index.ts"
import { madeReport } from "./made-report.ts"

/** A report for tests, written as text with its marks. */
export interface DrawnReport {
  readonly id: string
  /** Words in “…” are quotations; those of more than five words are direct, others partial. */
  readonly text: string
  /** By the first words of a quotation, who is said to speak. */
  readonly speakers?: Readonly<Record<string, string>>
  readonly figures?: readonly (Omit<Figure, "start" | "end"> & { readonly printed: string })[]
  readonly published?: string
}

/** The report as its readers would hand it on. */
export function reportOf({ id, text, speakers, figures, published }: DrawnReport): AnalysedReport {
  const quotations = [...text.matchAll(/“([^”]+)”/g)].map((match): Quotation => {
    const start = match.index + 1
    const words = match[1]!
    const said = Object.entries(speakers ?? {}).find(([first]) => words.startsWith(first))
    return {
      parts: [{ start, end: start + words.length }],
      marked: [{ start, end: start + words.length }],
      form: words.split(" ").length > 5 ? "direct" : "partial",
      speech: true,
      speaker: said ? { ...placeOf(text, said[1]), name: said[1], kind: "person", rule: "given" } : null,
      candidates: [],
      cue: null,
      via: null,
      addressee: null,
      when: null,
    }
  })
  const placed = (figures ?? []).map(({ printed, ...figure }) => {
    const start = text.indexOf(printed)
    return { ...figure, start, end: start + printed.length }
  })
  return madeReport(id, text, {
    article: { published: published ?? null },
    analysis: { quotations, figures: placed },
  })
}

/** Where a name is first printed; the first letter where it is not. */
function placeOf(text: string, name: string): Span {
  const start = text.indexOf(name)
  return start < 0 ? { start: 0, end: 1 } : { start, end: start + name.length }
}

/** A lineage that says which reports are one text, and no more. */
export function lineageOf(copies: readonly (readonly string[])[] = []): Lineage {
  return {
    links: [],
    texts: copies.map((members) => ({ members: members as readonly ReportId[], origin: null })),
    rewrites: [],
    background: [],
  }
}
