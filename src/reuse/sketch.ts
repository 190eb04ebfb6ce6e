import type { Span } from "../base/index.ts"
import { sequenceKey } from "./collapse-copies.ts"
import { isSuspect } from "./find-rewrites.ts"
import { type Fingerprints, fingerprint } from "./fingerprint.ts"
import { type CountedWords, countedSpan, type ReuseReport } from "./reuse-report.ts"
import type { TermCounter } from "./term-weights.ts"

/** What is kept of a report while it is not known whether it shares anything: the text itself is not. */
export interface Sketch {
  readonly wordCount: number
  readonly span: Span
  /** The same for two reports with the same counted words; empty where there are none. */
  readonly key: string
  /** Null for a text whose key was known before: its columns are those of the one with the same key. */
  readonly columns: SketchColumns | null
}

export interface SketchColumns {
  readonly suspect: boolean
  readonly prints: Fingerprints
}

/** Sketches reports one after the other; `terms` counts the words of each distinct text. */
export function sketcher(
  terms: TermCounter,
): (report: Pick<ReuseReport, "tokens">, words: CountedWords) => Sketch {
  const known = new Set<string>()
  return (report, words) => {
    const key = sequenceKey(words)
    const sketch = { wordCount: words.count, span: countedSpan(report, words), key }
    if (known.has(key)) return { ...sketch, columns: null }
    if (key !== "") known.add(key)
    terms.add(words.hashes)
    return { ...sketch, columns: { suspect: isSuspect(words), prints: fingerprint(words) } }
  }
}
