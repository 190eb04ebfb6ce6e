import { cleanText } from "./clean-text.ts"
import { isElement, noAttributes, type PageElement } from "./page-tree.ts"

/** An element that the page marks, for machines or by its name, as saying who or when. */
export interface MarkedElement {
  readonly element: PageElement
  /** `time`: a `time` element that says no more. */
  readonly role: "published" | "modified" | "time" | "author"
  /** The machine's value where there is one, else the text. */
  readonly value: string
  /** True when it stands among other articles, comments or advertisements. */
  readonly foreign: boolean
}

const textMax = 300

/** What `element` is marked as, or null. */
export function markOf(element: PageElement, foreign: boolean): MarkedElement | null {
  if (element.attributes === noAttributes && element.tag !== "time") return null
  const role = roleOf(element)
  if (role === null) return null
  const { datetime, content, title } = element.attributes
  const value =
    role === "author"
      ? nameWithin(element) || textOfElement(element) || content
      : datetime || content || title || textOfElement(element)
  return value ? { element, role, value: cleanText(value), foreign } : null
}

function roleOf(element: PageElement): MarkedElement["role"] | null {
  const { itemprop, property, rel, pubdate } = element.attributes
  if (itemprop !== undefined) {
    if (/\bdatePublished\b|\bdateCreated\b/i.test(itemprop)) return "published"
    if (/\bdateModified\b/i.test(itemprop)) return "modified"
    if (/\bauthor\b/i.test(itemprop)) return "author"
  }
  if (property !== undefined) {
    if (/\b(?:datePublished|dateCreated|issued|created)\b|^dc(?:terms)?:date\b/i.test(property))
      return "published"
    if (/\b(?:dateModified|modified)\b/i.test(property)) return "modified"
  }
  if (element.tag === "time") {
    const names = element.attributes.class ?? ""
    if (/\b(?:updated|modified)\b/i.test(names) && !/publish/i.test(names)) return "modified"
    return pubdate !== undefined || /\b(?:entry-date|published|dt-published)\b/i.test(names)
      ? "published"
      : "time"
  }
  if (rel !== undefined && element.tag === "a" && /\bauthor\b/i.test(rel)) return "author"
  return element.tag === "abbr" ? roleOfAbbreviation(element.attributes.class ?? "") : null
}

/** What is marked as the name inside an element that also holds pictures, ranks and links. */
function nameWithin(element: PageElement, depth = 0): string | null {
  for (const child of element.children) {
    if (!isElement(child)) continue
    const { itemprop, content } = child.attributes
    const found =
      itemprop === "name" ? content || textOfElement(child) : depth < 3 ? nameWithin(child, depth + 1) : null
    if (found) return found
  }
  return null
}

/** Dates in the first microformats: for machines in the title of an abbreviation. */
function roleOfAbbreviation(names: string): MarkedElement["role"] | null {
  if (/\b(?:published|dt-published)\b/.test(names)) return "published"
  return /\bupdated\b/.test(names) ? "modified" : null
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
