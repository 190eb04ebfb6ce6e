import { noAttributes, type PageAttributes, type PageElement } from "./page-tree.ts"
import { tableLevel, tableLevelOfTag, tagTable, tagTrait, traitsOfTag } from "./tag-traits.ts"

const tagOf = (name: string): number => tagTable.indexOf(name)
const p = tagOf("p")
const a = tagOf("a")
const br = tagOf("br")
const body = tagOf("body")
const html = tagOf("html")
const head = tagOf("head")
const form = tagOf("form")
const button = tagOf("button")
const table = tagOf("table")
const caption = tagOf("caption")
const tbody = tagOf("tbody")
const tr = tagOf("tr")
const li = tagOf("li")
const div = tagOf("div")
const address = tagOf("address")
const lists: ReadonlySet<number> = new Set(["ul", "ol"].map(tagOf))
/** What begins ends its like above it: the items of lists, options and readings of ruby. */
const siblings: ReadonlyMap<number, ReadonlySet<number>> = new Map(
  [["li"], ["dd", "dt"], ["option", "optgroup"], ["rb", "rp", "rt", "rtc"]].flatMap((group) => {
    const tags = group.map(tagOf)
    return tags.map((tag): [number, ReadonlySet<number>] => [tag, new Set(tags)])
  }),
)
/** What ends where its parent ends, without an end tag. */
const endingTags: ReadonlySet<number> = new Set([p, ...siblings.keys()])
/** An end tag of a part of a sentence is looked for no deeper. */
const inlineReachMax = 60

/** The elements that are open while a page is read, and the rules by which tags open and close them. */
export class OpenElements {
  readonly root: PageElement
  /** Elements begun so far, the root with them. */
  count = 1
  private readonly depthMax: number
  private readonly stack: PageElement[]
  private readonly tags: Uint16Array
  /** How many are open, by tag; unknown tags together. */
  private readonly openOfTag = new Uint16Array(tagTable.names.length)
  private top = 0
  /** Forms do not nest: true from a form's tag to the next end tag of one. */
  private inForm = false
  /** Elements begun below the greatest depth, which are not on the stack. */
  private below = 0

  constructor(depthMax: number) {
    this.depthMax = depthMax
    this.root = { tag: "#page", parent: null, children: [], attributes: noAttributes, order: 0 }
    this.stack = [this.root]
    this.tags = new Uint16Array(depthMax + 2)
  }

  /** Adds printed text, or " " for a stretch of white space. */
  addText(text: string): void {
    if (text !== " " && this.tags[this.top] === head) this.popTo(0)
    if (text !== " " && this.isIn(tagTrait.skeleton)) this.insertBeforeTable(text)
    else this.stack[this.top]!.children.push(text)
  }

  /** Opens an element; `tag` is its place in the table of tags, or 0. */
  open(tag: number, name: string, attributes: Readonly<PageAttributes>): void {
    const traits = traitsOfTag[tag]!
    if (this.openOfTag[head] !== 0 && (traits & tagTrait.head) === 0) this.popTo(0)
    if (tag === html || (tag === body && this.openOfTag[body] !== 0)) return
    if (tag === head && this.top > 0) return
    if (tag === form && this.inForm) return
    if (tag === form) this.inForm = true
    const level = tableLevelOfTag[tag]!
    if (level > tableLevel.table && !this.openTablePart(tag, level)) return
    if (tag === table && this.openOfTag[table] !== 0 && !this.isInCell()) this.closeTablePart(table)
    const isEmptied = tag === form && this.openOfTag[table] !== 0 && !this.isInCell()
    if (level <= tableLevel.table && !isEmptied) this.closeImplied(tag, traits)
    this.insert(tag, name, attributes, (traits & tagTrait.void) === 0 && !isEmptied)
  }

  close(tag: number, name: string): void {
    const traits = traitsOfTag[tag]!
    if (tag === br) this.insert(br, "br", noAttributes, false)
    else if (this.below > 0 && (traits & tagTrait.void) === 0) this.below--
    else if (tag === body || tag === html) return
    else if (tag === p) {
      if (!this.closeInScope(p, button)) this.insert(p, "p", noAttributes, false)
    } else if ((traits & tagTrait.heading) !== 0) this.closeHeading()
    else if (tag === form) this.closeForm()
    else if (tag !== 0 && this.openOfTag[tag] === 0) return
    else if (tableLevelOfTag[tag] !== 0) this.closeTablePart(tag)
    else if ((traits & tagTrait.block) !== 0) this.closeInScope(tag, 0)
    else this.closeInline(tag, name)
  }

  private isIn(trait: number): boolean {
    return (traitsOfTag[this.tags[this.top]!]! & trait) !== 0
  }

  private insert(tag: number, name: string, attributes: Readonly<PageAttributes>, hasContent: boolean): void {
    const above = this.stack[this.top]!
    const order = this.count++
    let element: PageElement
    if (this.isIn(tagTrait.skeleton) && tableLevelOfTag[tag]! <= tableLevel.table) {
      const parent = this.openTable()?.parent ?? this.root
      element = { tag: name, parent, children: [], attributes, order }
      this.insertBeforeTable(element)
    } else {
      element = { tag: name, parent: above, children: [], attributes, order }
      above.children.push(element)
    }
    if (!hasContent) return
    if (this.top >= this.depthMax) {
      this.below++
      return
    }
    this.stack[++this.top] = element
    this.tags[this.top] = tag
    this.openOfTag[tag]!++
  }

  /** True when the innermost part of a table that is open may hold prose. */
  private isInCell(): boolean {
    for (let at = this.top; at > 0; at--) {
      const level = tableLevelOfTag[this.tags[at]!]!
      if (level !== 0) return level === tableLevel.cell
    }
    return false
  }

  private openTable(): PageElement | null {
    for (let at = this.top; at > 0; at--) if (this.tags[at] === table) return this.stack[at]!
    return null
  }

  /** "Foster parenting": what stands between the cells of a table is shown above it. */
  private insertBeforeTable(node: PageElement | string): void {
    const open = this.openTable()
    const siblings = open?.parent?.children
    if (siblings && siblings.at(-1) === open) siblings.splice(siblings.length - 1, 0, node)
    else this.stack[this.top]!.children.push(node)
  }

  private popTo(depth: number): void {
    while (this.top > depth) {
      this.openOfTag[this.tags[this.top]!]!--
      this.top--
    }
    this.stack.length = depth + 1
    this.below = 0
  }

  private closeImplied(tag: number, traits: number): void {
    if ((traits & tagTrait.closesParagraph) !== 0) {
      const group = siblings.get(tag)
      if (group) this.closeItem(group)
      if (this.openOfTag[p] !== 0) this.closeInScope(p, button)
      if ((traits & tagTrait.heading) !== 0 && this.isIn(tagTrait.heading)) this.popTo(this.top - 1)
    } else if (tag === a) {
      if (this.openOfTag[a] !== 0) this.closeInline(a, "a")
    } else if (tag === button) {
      if (this.openOfTag[button] !== 0) this.closeInScope(button, 0)
    } else if (siblings.get(tag)?.has(this.tags[this.top]!)) this.popTo(this.top - 1)
  }

  /** The item of the innermost list, if one is open, with all that is open in it. */
  private closeItem(group: ReadonlySet<number>): void {
    for (let at = this.top; at > 0; at--) {
      const tag = this.tags[at]!
      if (group.has(tag)) {
        this.popTo(at - 1)
        return
      }
      const isSpecial = (traitsOfTag[tag]! & tagTrait.special) !== 0
      if (isSpecial && tag !== p && tag !== div && tag !== address) return
    }
  }

  /** Closes the innermost `tag` with all that is open in it; false when a scope, or `shield`, stands before it. */
  private closeInScope(tag: number, shield: number): boolean {
    if (this.openOfTag[tag] === 0) return false
    for (let at = this.top; at > 0; at--) {
      const open = this.tags[at]!
      if (open === tag) {
        this.popTo(at - 1)
        return true
      }
      if ((traitsOfTag[open]! & tagTrait.scope) !== 0 || (open === shield && shield !== 0)) return false
      if (tag === li && lists.has(open)) return false
    }
    return false
  }

  private closeHeading(): void {
    for (let at = this.top; at > 0; at--) {
      const traits = traitsOfTag[this.tags[at]!]!
      if ((traits & tagTrait.heading) !== 0) {
        this.popTo(at - 1)
        return
      }
      if ((traits & tagTrait.scope) !== 0) return
    }
  }

  /** A form that was closed too early no longer counts as open, while what was opened in it stays open. */
  private closeForm(): void {
    this.inForm = false
    if (this.openOfTag[form] === 0) return
    while (endingTags.has(this.tags[this.top]!)) this.popTo(this.top - 1)
    for (let at = this.top; at > 0; at--) {
      if (this.tags[at] !== form) continue
      if (at === this.top) this.popTo(at - 1)
      else {
        this.stack.splice(at, 1)
        this.tags.copyWithin(at, at + 1, this.top + 1)
        this.openOfTag[form]!--
        this.top--
      }
      return
    }
  }

  private closeInline(tag: number, name: string): void {
    const deepest = Math.max(0, this.top - inlineReachMax)
    for (let at = this.top; at > deepest; at--) {
      const open = this.tags[at]!
      if (open === tag && (tag !== 0 || this.stack[at]!.tag === name)) {
        this.popTo(at - 1)
        return
      }
      if ((traitsOfTag[open]! & tagTrait.special) !== 0) return
    }
  }

  private closeTablePart(tag: number): void {
    for (let at = this.top; at > 0; at--) {
      const open = this.tags[at]!
      if (open === tag) {
        this.popTo(at - 1)
        return
      }
      if (open === table) return
    }
  }

  /**
   * Makes the innermost table ready for a part of `level`: closes what is open in it and opens the groups and rows
   * that authors leave out. False outside tables, where such tags mean nothing.
   */
  private openTablePart(tag: number, level: number): boolean {
    if (this.openOfTag[table] === 0) return false
    const within = tag === caption ? tableLevel.group : level
    let at = this.top
    for (; at > 0; at--) {
      const open = tableLevelOfTag[this.tags[at]!]!
      if (open !== 0 && open < within) break
    }
    this.popTo(at)
    for (let open = tableLevelOfTag[this.tags[at]!]! + 1; open < within; open++) {
      if (open === tableLevel.group) this.insert(tbody, "tbody", noAttributes, true)
      else if (open === tableLevel.row) this.insert(tr, "tr", noAttributes, true)
    }
    return true
  }
}
