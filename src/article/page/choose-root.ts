import { nameWords } from "./container-names.ts"
import type { PageBlock } from "./page-blocks.ts"
import type { PageElement } from "./page-tree.ts"
import { isWithin } from "./page-tree.ts"

/** The element that holds the article, how much prose is in it, and why it was chosen. */
export interface RootChoice {
  readonly element: PageElement
  readonly reason: string
  /** Prose score of the element, and of the whole page. */
  readonly score: number
  readonly pageScore: number
}

/** A child must hold this share of its parent's prose for the choice to go down into it. */
const descendShare = 0.8
/** A container with the headline in it, when its neighbours have none, with less still. */
const headedShare = 0.5
const namedBodyShare = 0.5
/** A container named for an article's body is chosen with less. */
const namedShare = 0.6

/**
 * The element whose prose outweighs all others': from the page down, into the child that holds nearly all the prose
 * of its parent, for as long as there is one. `counts` says which blocks may be the article's.
 */
export function chooseRoot(
  page: PageElement,
  blocks: readonly PageBlock[],
  counts: (block: PageBlock) => boolean,
  headline: string | null,
): RootChoice {
  const scores = new Map<PageElement, number>()
  const headed = new Set<PageElement>()
  for (const block of blocks) {
    if (headline !== null && block.kind === "heading" && block.text === headline) {
      for (let at: PageElement | null = block.element; at; at = at.parent) headed.add(at)
    }
    if (!counts(block)) continue
    const score = block.proseScore
    if (score === 0) continue
    for (let at: PageElement | null = block.element; at; at = at.parent)
      scores.set(at, (scores.get(at) ?? 0) + score)
  }
  const pageScore = scores.get(page) ?? 0
  let element = page
  let reason = "holds most of the prose"
  for (;;) {
    const score = scores.get(element) ?? 0
    const child = heaviestChild(element, scores)
    if (!child || isTextElement(child.element)) break
    const share = child.score / score
    const divided = share < 0.98 && hasTwin(child.element, scores)
    const needed = isBodyName(child.element)
      ? namedShare
      : headed.has(child.element)
        ? headedShare
        : descendShare
    if (!divided && share >= needed) {
      element = child.element
      if (isBodyName(element)) reason = "named as the body, holds most of the prose"
    } else break
  }
  const named = namedBody(element, scores)
  if (named) {
    element = named
    reason = "named as the body"
  }
  return { element, reason, score: scores.get(element) ?? 0, pageScore }
}

/** True when an element beside it bears the same names and holds prose too: a body in several pieces. */
function hasTwin(element: PageElement, scores: ReadonlyMap<PageElement, number>): boolean {
  const names = element.attributes.class
  if (names === undefined || element.parent === null) return false
  return element.parent.children.some(
    (other) =>
      typeof other !== "string" &&
      other !== element &&
      other.attributes.class === names &&
      (scores.get(other) ?? 0) > 0,
  )
}

/** A named body inside `element` with at least half of its prose, when no other body is named beside it. */
function namedBody(element: PageElement, scores: ReadonlyMap<PageElement, number>): PageElement | null {
  const whole = scores.get(element) ?? 0
  const named: PageElement[] = []
  for (const candidate of scores.keys())
    if (
      candidate !== element &&
      !isTextElement(candidate) &&
      isBodyName(candidate) &&
      isWithin(candidate, element)
    )
      named.push(candidate)
  const share = (candidate: PageElement): number => (scores.get(candidate) ?? 0) / whole
  let best: PageElement | null = null
  for (const candidate of named)
    if (share(candidate) >= namedBodyShare && (best === null || isWithin(candidate, best))) best = candidate
  const chosen = best
  if (chosen === null) return null
  const rivals = named.filter((other) => {
    if (isWithin(other, chosen) || isWithin(chosen, other)) return false
    return share(other) >= 0.2 || other.attributes.class === chosen.attributes.class
  })
  return rivals.length > 0 ? null : chosen
}

function heaviestChild(
  element: PageElement,
  scores: ReadonlyMap<PageElement, number>,
): { readonly element: PageElement; readonly score: number } | null {
  let best: { readonly element: PageElement; readonly score: number } | null = null
  for (const child of element.children) {
    if (typeof child === "string") continue
    const score = scores.get(child) ?? 0
    if (score > (best?.score ?? 0)) best = { element: child, score }
  }
  return best
}

function isTextElement(element: PageElement): boolean {
  return (
    /^(p|h[1-6]|li|blockquote|pre|ul|ol|dl|table|figure|td|dd)$/.test(element.tag) && element.tag !== "td"
  )
}

const bodyNames =
  /(?:^|[\s-])(?:(?:article|story|post|entry|blog|news|page|main|text|field|content|detail)-?(?:body|text|content|copy|main|entry|article)(?:-?(?:text|content|inner|wrapper|container))?|articlebody|storybody|postbody|body-?(?:text|content|copy)|rich-?text|prose|single-content|wysiwyg)(?=$|[\s-])/

export function isBodyName(element: PageElement): boolean {
  const { class: className, id, itemprop } = element.attributes
  if (itemprop !== undefined && /\b(?:articleBody|text)\b/i.test(itemprop)) return true
  if (className === undefined && id === undefined) return false
  return bodyNames.test(nameWords(`${className ?? ""} ${id ?? ""}`))
}
