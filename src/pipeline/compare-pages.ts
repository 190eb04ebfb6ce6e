import { type Article, isWhole, readArticle } from "../article/index.ts"
import { diffVersions, type Touch, touchesLeftOut, touchOrder } from "../collation/index.ts"
import { type Capture, readCapture } from "../intake/index.ts"
import { readReport } from "../language/index.ts"
import { identifyDocuments } from "./report-ids.ts"

/** What a page says, held against what it said last. `noise`: the bytes are others, the article's words the same. */
export interface PageComparison {
  readonly outcome: "first" | "changed" | "noise" | "failed"
  /** Why it failed, or what a change touches; null where there is nothing to say. */
  readonly detail: string | null
}

/**
 * Holds a page against what it said last, null before the first. What costs most, to read what the words mean, is done
 * only where words changed.
 */
export function comparePages(latest: Capture | null, capture: Capture): PageComparison {
  const after = articleOf(capture, latest !== null)
  if (after === null || after.text === "")
    return { outcome: "failed", detail: "no article can be read in it" }
  const before = latest && articleOf(latest, true)
  if (!before || before.text === "") return { outcome: "first", detail: null }
  if (!isWhole(after) && isWhole(before)) return { outcome: "failed", detail: "only a part of it was served" }
  if (isWhole(after) && !isWhole(before))
    return { outcome: "first", detail: "until now only a part of it was served" }
  const isSameText = before.text === after.text
  const touched = new Set<Touch>(isSameText ? [] : touchesOf(before, after))
  if (before.title !== after.title) touched.add("headline")
  const leftOut = touchesLeftOut(before, after).map((touch) => `${touch} outside the text`)
  if (isSameText && touched.size === 0 && leftOut.length === 0) return { outcome: "noise", detail: null }
  const inText = touchOrder.filter((touch) => touched.has(touch))
  const wording = isSameText || inText.length > 0 ? [] : ["wording"]
  return { outcome: "changed", detail: [...inText, ...wording, ...leftOut].join(", ") }
}

function touchesOf(before: Article, after: Article): readonly Touch[] {
  const [earlier, later] = [before, after].map((article) => ({
    article,
    analysis: readReport(article, { explain: false }),
  }))
  return diffVersions(earlier!, later!).flatMap((edit) => edit.touches)
}

function articleOf(capture: Capture, explain: boolean): Article | null {
  const [first] = identifyDocuments(readCapture(capture).documents)
  return first ? readArticle(first.document, { id: first.id, explain }) : null
}
