import type { Article, DroppedBlock } from "../../article/index.ts"
import { type AnalysedReport, readReport } from "../../language/index.ts"
import { diffVersions, type Touch, touchOrder } from "./touches.ts"

/** Blocks of one version that are looked at; a page of more is told by its text alone. */
const blocksMax = 400
/** Fewer words tell nothing: a counter, a button, a date. */
const wordsMin = 6
/** Of the words of either block, how many both must hold to be one sentence in two versions. */
const sharedMin = 0.6
/**
 * A headline of another page (which ends without a stop, too), a line that stands on every page of the site, the headline once more. What stands in a
 * container that is named for sharing, comments, menus or other pages is theirs too; an aside may be a box of facts.
 */
const idleSteps: ReadonlySet<string> = new Set(["template", "links", "title"])

/** Why a container is left out that may hold what the report says: others are for sharing, comments, menus, notices. */
const ownContainer = /^aside element$|caption|cutline/

/**
 * What changed in sentences that stand on both versions of a page and are in neither's text: a caption, a box, a
 * paragraph that the reader of pages took for the site's. In the order of `touchOrder`; only figures, quotations and
 * names, since wording there is the site's. Blocks that came or went whole are not told: teasers do so on every visit.
 * Both articles must have been read with what was dropped.
 */
export function touchesLeftOut(before: Article, after: Article): readonly Touch[] {
  const [gone, come] = [onlyIn(before, after), onlyIn(after, before)]
  if (gone.length === 0 || come.length === 0) return []
  const pairs = paired(gone, come)
  if (pairs.length === 0) return []
  const edits = diffVersions(
    reportOf(
      before,
      pairs.map(([text]) => text),
    ),
    reportOf(
      after,
      pairs.map(([, text]) => text),
    ),
  )
  const touched = new Set(edits.filter(({ trivial }) => !trivial).flatMap(({ touches }) => touches))
  return touchOrder.filter((touch) => told.has(touch) && touched.has(touch))
}

const told: ReadonlySet<Touch> = new Set<Touch>(["figure", "quotation", "name"])

/** The sentences that `one` left out, and that `other` holds nowhere. */
function onlyIn(one: Article, other: Article): readonly string[] {
  const known = new Set(other.dropped.map(({ text }) => text))
  const own = one.dropped
    .filter((block) => isSentence(block) && !known.has(block.text))
    .map(({ text }) => text)
    .filter((text) => !other.text.includes(text))
  return [...new Set(own)].slice(0, blocksMax)
}

function isSentence({ text, step, reason }: DroppedBlock): boolean {
  const isIdle = idleSteps.has(step) || (step === "container" && !ownContainer.test(reason))
  return !isIdle && /[.!?…]["'”’»)]*$/u.test(text.trim()) && wordsOf(text).length >= wordsMin
}

/** Each block beside the one that holds most of its words, if that holds enough; each used once. */
function paired(gone: readonly string[], come: readonly string[]): readonly (readonly [string, string])[] {
  const left = come.map((text) => ({ text, words: wordsOf(text) }))
  return gone.flatMap((text) => {
    const words = wordsOf(text)
    let [best, bestShare] = [-1, sharedMin]
    for (const [at, other] of left.entries()) {
      const share = sharedWords(words, other.words) / Math.max(words.length, other.words.length)
      if (share > bestShare || (share === bestShare && best < 0)) [best, bestShare] = [at, share]
    }
    return best < 0 ? [] : [[text, left.splice(best, 1)[0]!.text] as const]
  })
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    counts.set(word, count - 1)
    shared++
  }
  return shared
}

/** The article as if those sentences were all of its text. */
function reportOf(article: Article, texts: readonly string[]): AnalysedReport {
  let end = -2
  const blocks = texts.map((text) => {
    const start = end + 2
    end = start + text.length
    return { kind: "paragraph" as const, start, end }
  })
  const alone: Article = { ...article, text: texts.join("\n\n"), blocks, furniture: [], credits: [] }
  return { article: alone, analysis: readReport(alone, { explain: false }) }
}
