import type { Span } from "../base/index.ts"
import { firstTokenFrom, foldedToken, isWordToken } from "../language/index.ts"
import type { Witness } from "./witness.ts"

const empty = new Set(
  "a an the and or but nor of in on at by to for from with without into onto over under after before since until during than as that which who whom whose where when while if because so not no is are was were be been being am has have had having do does did will would could should may might must can shall it its he his him she her they them their we our us you your i my me this these those there here also any all some such about against between through per via up down out off more most other same own too very just only still even already again yet then now said says say".split(
    " ",
  ),
)

/** Words that carry the meaning of a stretch, cut to their stems, each once, in the order printed. */
export function contentStems(witness: Witness, span: Span): readonly string[] {
  const { article, analysis } = witness.report
  const { tokens } = analysis
  const stems = new Set<string>()
  for (let at = firstTokenFrom(tokens, span.start); at < tokens.count && tokens.ends[at]! <= span.end; at++) {
    if (!isWordToken(tokens, at)) continue
    const word = foldedToken(article.text, tokens, at)
    if (!empty.has(word)) stems.add(stemOf(word))
  }
  return [...stems]
}

/** True of a word of grammar, in lower case. */
export function isEmptyWord(word: string): boolean {
  return empty.has(word)
}

/** A light stem: enough that "cancel", "cancels" and "cancelled" meet. Spelling of -ise and -ize is one. */
export function stemOf(word: string): string {
  let stem = word.replace(/'s$/, "").replace(/is(e|ed|es|ing|ation)$/, "iz$1")
  if (stem.length > 4) stem = stem.replace(/(?:ies|ied)$/, "y")
  if (stem.length > 5) stem = stem.replace(/(?:ation|ations)$/, "")
  if (stem.length > 4) stem = stem.replace(/(?:ing|ed|es|ly)$/, "")
  if (stem.length > 3) stem = stem.replace(/(?<!s)s$/, "")
  if (stem.length > 3) stem = stem.replace(/([bdfglmnprt])\1$/, "$1").replace(/e$/, "")
  return stem
}

/** How much of the smaller set the other holds, 0 to 1; 0 when either is empty. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  return sharedCount(small, large) / small.size
}

export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const item of a) if (b.has(item)) shared++
  return shared
}
