/** An element of a page, with only those attributes that extraction reads. */
export interface PageElement {
  readonly tag: string
  readonly parent: PageElement | null
  readonly children: (PageElement | string)[]
  readonly attributes: Readonly<PageAttributes>
  /** Its place among the page's elements, in the order in which they begin. */
  readonly order: number
}

/** The attributes that some reader of pages asks for, with their references decoded; of one given twice the first. */
export class PageAttributes {
  class: string | undefined = undefined
  id: string | undefined = undefined
  rel: string | undefined = undefined
  role: string | undefined = undefined
  style: string | undefined = undefined
  hidden: string | undefined = undefined
  itemprop: string | undefined = undefined
  itemtype: string | undefined = undefined
  datetime: string | undefined = undefined
  pubdate: string | undefined = undefined
  content: string | undefined = undefined
  name: string | undefined = undefined
  property: string | undefined = undefined
  "http-equiv": string | undefined = undefined
  lang: string | undefined = undefined
  type: string | undefined = undefined
  /** Of a `link`. */
  href: string | undefined = undefined
  /** Of an `abbr`, where pages of the first microformats put a date for machines. */
  title: string | undefined = undefined
  shadowrootmode: string | undefined = undefined
}

/** The attributes of every element that has none that is kept. */
export const noAttributes: Readonly<PageAttributes> = Object.freeze(new PageAttributes())

/** A parsed page. Text is decoded; scripts, styles and drawings are not in the tree. */
export interface PageTree {
  readonly root: PageElement
  /** The bodies of `application/ld+json` scripts, as printed. */
  readonly linkedData: readonly string[]
  /** `meta` elements by lower-case `property`, `name`, `itemprop` or `http-equiv`; of equal names the first stays first. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** `link` elements by lower-case `rel`. */
  readonly links: ReadonlyMap<string, string>
  /** The types of its microdata items, without their vocabulary. */
  readonly itemTypes: ReadonlySet<string>
  readonly titleText: string | null
  readonly language: string | null
  /** True when a limit cut the page short. */
  readonly cut: boolean
}

export interface PageLimits {
  readonly charactersMax: number
  readonly elementsMax: number
  readonly depthMax: number
  /** Longer attribute values are cut. */
  readonly attributeCharactersMax: number
}

export const pageLimits: PageLimits = {
  charactersMax: 8 << 20,
  elementsMax: 300_000,
  depthMax: 300,
  attributeCharactersMax: 20_000,
}

export function isElement(node: PageElement | string): node is PageElement {
  return typeof node !== "string"
}

/** True when `element` is `ancestor` or lies in it. */
export function isWithin(element: PageElement, ancestor: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (at === ancestor) return true
  return false
}
