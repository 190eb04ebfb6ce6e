import { ContainerRules } from "./furniture-container.ts"
import { cleanText } from "./page-blocks.ts"
import { isElement, type PageElement } from "./page-tree.ts"

/** An element that the page marks, for machines or by its name, as saying who or when. */
export interface MarkedElement {
  readonly element: PageElement
  readonly role: "published" | "modified" | "time" | "author"
  /** The machine's value where there is one, else the text. */
  readonly value: string
  /** True when it stands among other articles, comments or advertisements. */
  readonly foreign: boolean
}

const markedMax = 400
const textMax = 300

/** The marked elements of a page, in page order. */
export function markedElements(root: PageElement): readonly MarkedElement[] {
  const marked: MarkedElement[] = []
  const rules = new ContainerRules()
  const visit = (element: PageElement, foreign: boolean): void => {
    const finding = rules.of(element)
    const isForeign = foreign || finding?.kind === "related" || finding?.kind === "comment"
    const role = roleOf(element)
    if (role !== null && marked.length < markedMax) {
      const { datetime, content } = element.attributes
      const value =
        role === "author" ? textOfElement(element) || content : datetime || content || textOfElement(element)
      if (value) marked.push({ element, role, value: cleanText(value), foreign: isForeign })
      if (role !== "author") return
    }
    for (const child of element.children) if (isElement(child)) visit(child, isForeign)
  }
  visit(root, false)
  return marked
}

function roleOf(element: PageElement): MarkedElement["role"] | null {
  const { itemprop, rel, pubdate } = element.attributes
  if (itemprop !== undefined) {
    if (/\bdatePublished\b|\bdateCreated\b/i.test(itemprop)) return "published"
    if (/\bdateModified\b/i.test(itemprop)) return "modified"
    if (/\bauthor\b/i.test(itemprop)) return "author"
  }
  if (element.tag === "time") {
    const names = element.attributes.class ?? ""
    if (/\b(?:updated|modified)\b/i.test(names) && !/publish/i.test(names)) return "modified"
    return pubdate !== undefined || /\b(?:entry-date|published|dt-published)\b/i.test(names)
      ? "published"
      : "time"
  }
  return rel !== undefined && element.tag === "a" && /\bauthor\b/i.test(rel) ? "author" : null
}

/** The text of an element, cut when long. */
export function textOfElement(element: PageElement): string {
  const pieces: string[] = []
  let length = 0
  const visit = (node: PageElement): void => {
    for (const child of node.children) {
      if (length > textMax) return
      if (isElement(child)) {
        if (child.tag === "br" || child.tag === "li" || child.tag === "div") pieces.push(" ")
        visit(child)
      } else {
        pieces.push(child)
        length += child.length
      }
    }
  }
  visit(element)
  return cleanText(pieces.join(""))
}
