import { nameWords } from "./container-names.ts"
import type { PageBlock } from "./page-blocks.ts"
import type { PageElement } from "./page-tree.ts"
import { isWithin } from "./page-tree.ts"
import { sumsOutward } from "./sums-outward.ts"

/** The element that holds the article, how much prose is in it, and why it was chosen. */
export interface RootChoice {
  readonly element: PageElement
  readonly reason: string
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
  const weights = weigh(blocks, counts, headline)
  const { scores, headed } = weights
  let element = page
  let end = Number.POSITIVE_INFINITY
  let pieces = piecesOf(blocks, counts)
  let reason = "holds most of the prose"
  for (;;) {
    const child = heaviestChild(element, scores)
    if (!child || isTextElement(child.element)) break
    const share = child.score / (scores.get(element) ?? 0)
    const childEnd = endOf(child.element, end)
    const inChild = pieces.filter(({ order }) => order >= child.element.order && order < childEnd)
    const divided = share < 0.98 && (hasTwin(child.element, scores) || goesOn(pieces, inChild))
    const isNamed = isBodyName(child.element)
    const needed = isNamed ? namedShare : headed.has(child.element) ? headedShare : descendShare
    if (!divided && share >= needed) {
      element = child.element
      pieces = inChild
      end = childEnd
      if (isNamed) reason = "named as the body, holds most of the prose"
      continue
    }
    const post = postUnderHeadline(element, weights)
    if (!post) break
    element = post
    end = endOf(post, end)
    pieces = pieces.filter(({ order }) => order >= post.order && order < end)
    reason = "the post under the headline"
  }
  const named = namedBody(element, scores)
  return named ? { element: named, reason: "named as the body" } : { element, reason }
}

interface Weights {
  /** Prose by element, with all that is in it. */
  readonly scores: ReadonlyMap<PageElement, number>
  /** Elements that hold the headline. */
  readonly headed: ReadonlySet<PageElement>
  /** Elements that hold another heading of the headline's level. */
  readonly rivals: ReadonlySet<PageElement>
}

function weigh(
  blocks: readonly PageBlock[],
  counts: (block: PageBlock) => boolean,
  headline: string | null,
): Weights {
  const own = new Map<PageElement, number>()
  const headed = new Set<PageElement>()
  const rivals = new Set<PageElement>()
  const isHeadline = (block: PageBlock): boolean => block.kind === "heading" && block.text === headline
  const level = blocks.find(isHeadline)?.level ?? 0
  for (const block of blocks) {
    if (level > 0 && block.level === level) {
      const holders = isHeadline(block) ? headed : rivals
      for (let at: PageElement | null = block.element; at && !holders.has(at); at = at.parent) holders.add(at)
    }
    const score = block.proseScore
    if (score > 0 && counts(block)) own.set(block.element, (own.get(block.element) ?? 0) + score)
  }
  const scores = sumsOutward(own, ({ parent, order }) => ({ outer: parent, order }))
  return { scores, headed, rivals }
}

/** Of several posts on one page, each under a heading of its own, the one that the page is titled after. */
function postUnderHeadline(element: PageElement, { scores, headed, rivals }: Weights): PageElement | null {
  const children = element.children.filter((child) => typeof child !== "string")
  const own = children.filter((child) => headed.has(child))
  const [post] = own
  if (own.length !== 1 || post === undefined || rivals.has(post)) return null
  if ((scores.get(post) ?? 0) < postScoreMin) return null
  const isPost = (child: PageElement): boolean =>
    child.tag === post.tag && (child.tag === "article" || child.attributes.class === post.attributes.class)
  return children.some((child) => child !== post && isPost(child) && rivals.has(child)) ? post : null
}

/** A post with less prose is a headline whose body stands elsewhere. */
const postScoreMin = 6

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

/** A paragraph of the page: where it begins, and the names that it stands in. */
interface Piece {
  readonly order: number
  readonly shape: string
}

/** A paragraph with less says little of where the body goes on. */
const pieceScoreMin = 2

function piecesOf(blocks: readonly PageBlock[], counts: (block: PageBlock) => boolean): readonly Piece[] {
  return blocks
    .filter((block) => block.proseScore >= pieceScoreMin && counts(block))
    .map(({ element }) => ({ order: element.order, shape: shapeOf(element) }))
}

/** True when paragraphs beside the inner ones stand in elements of the same names: the body goes on there. */
function goesOn(all: readonly Piece[], inner: readonly Piece[]): boolean {
  if (inner.length === all.length) return false
  const shapes = new Set(inner.map(({ shape }) => shape))
  const insides = new Set(inner)
  return all.some((piece) => !insides.has(piece) && shapes.has(piece.shape))
}

/** Where what follows `element` begins: elements with an order from its own up to there lie in it. */
function endOf(element: PageElement, parentEnd: number): number {
  const siblings = element.parent?.children ?? []
  for (let i = siblings.indexOf(element) + 1; i < siblings.length; i++) {
    const sibling = siblings[i]!
    if (typeof sibling !== "string") return sibling.order
  }
  return parentEnd
}

/** Tag and class of an element and of what is around it, up to the first that has a class: others are alike everywhere. */
function shapeOf(element: PageElement): string {
  let shape = nameOf(element)
  let steps = 0
  for (let at = element.parent; at && steps < 3; at = at.parent, steps++) {
    shape += `>${nameOf(at)}`
    if (at.attributes.class !== undefined) break
  }
  return shape
}

function nameOf({ tag, attributes }: PageElement): string {
  return `${tag}.${attributes.class ?? ""}`
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
