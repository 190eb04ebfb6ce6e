import type {
  CitationWire,
  DifferenceWire,
  RecordDocument,
  ReportWire,
  StatementWire,
  StoryWire,
} from "../../src/api/index.ts"
import { type Span, sha256Hex } from "../../src/base/index.ts"

/** Where `words` stand in `text`, the `nth` time, counted from 1. Fails when they do not: a fixture must not drift. */
export function spanOf(text: string, words: string, nth = 1): Span {
  let start = -1
  for (let i = 0; i < nth; i++) {
    start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`not in the text, ${i + 1} times: ${words}`)
  }
  return { start, end: start + words.length }
}

/** Sentences by full stops and line ends: enough for texts written for tests. */
export function simpleSentences(text: string): readonly Span[] {
  return [...text.matchAll(/[^\s.!?。؟][^\n.!?。؟]*(?:\.\d[^\n.!?。؟]*)*[.!?。؟]*[”"」]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

export function reportOf(
  given: Pick<ReportWire, "siglum" | "text"> & Partial<Omit<ReportWire, "siglum" | "text" | "sentences">>,
): ReportWire {
  return {
    id: sha256Hex(given.siglum).slice(0, 12),
    source: {
      file: `pages/${given.siglum.toLowerCase()}.html`,
      address: null,
      sha256: sha256Hex(given.text),
      capturedAt: null,
    },
    versionOf: null,
    title: null,
    bylines: [],
    published: null,
    modified: null,
    outlet: null,
    language: "en",
    furniture: [],
    strangers: [],
    ...given,
    sentences: simpleSentences(given.text),
  }
}

export function cite(report: ReportWire, words: string, nth = 1): CitationWire {
  return { report: report.id, ...spanOf(report.text, words, nth) }
}

export function recordOf(
  parts: Pick<RecordDocument, "reports" | "stories"> & Partial<RecordDocument>,
): RecordDocument {
  return {
    format: "variorum-record/1",
    made: {
      tool: "variorum 0.0.0",
      options: {},
      inputs: parts.reports.map((report) => ({
        input: "file" in report.source ? report.source.file : report.source.url,
        sha256: report.source.sha256,
        ok: true,
        error: null,
      })),
    },
    gaps: [],
    ...parts,
  }
}

export function storyOf(reports: readonly ReportWire[], parts: Partial<StoryWire>): StoryWire {
  return {
    id: "story",
    title: null,
    reports: reports.map((report) => report.id),
    from: null,
    to: null,
    reasons: [],
    texts: reports.map((report) => ({ members: [report.id], origin: null })),
    links: [],
    rewrites: [],
    statements: [],
    disagreements: [],
    timeline: [],
    demands: [],
    edits: [],
    ...parts,
  }
}

/** A statement with one reading for each list of changes `[words, what stands instead]`. */
export function statementOf(
  text: string,
  ...readings: readonly (readonly (readonly [string, string])[])[]
): StatementWire {
  return {
    id: "s",
    text,
    basis: { rule: "", support: [], rivals: [] },
    speakers: [],
    readings: readings.map((changes, i) => ({
      report: `r${i + 1}`,
      parts: [],
      form: "direct",
      speaker: null,
      via: null,
      differences: changes.map(([words, reading]): DifferenceWire => {
        const start = text.indexOf(words)
        const kind = reading === "" ? "dropped" : "changed"
        return { at: { start, end: start + words.length }, reading, kind, class: "wording" }
      }),
    })),
  }
}
