import { blocksOfMarkup } from "./given-text.ts"
import type { PageBlock } from "./page-blocks.ts"
import { proseScore } from "./prose-score.ts"

const scriptsMax = 60
const scriptCharactersMin = 400
const stateCharactersMax = 4_000_000
const nodesMax = 120_000
const depthMax = 40
const textCharactersMin = 400

/** What a state says of an article's making, of other articles, or of the site. */
const foreignKeys =
  /^(?:description|summary|excerpt|abstract|dek|deck|sub_?headlines?|teasers?|promo\w*|related\w*|recommend\w*|recirc\w*|most\w*|latest\w*|trending\w*|comments?|captions?|credits?|alt\w*|seo\w*|meta\w*|og\w*|twitter\w*|bio\w*|byline\w*|authors?|disclaimer\w*|copyright\w*|legal\w*|cookie\w*|consent\w*|newsletter\w*|nav\w*|menu\w*|footer\w*|header_?\w*|i18n|translations?|messages|labels?|config\w*|settings|url|href|src|id|slug|style\w*|class\w*|css|embed_?html|raw_?oembed|additional_properties|taxonomy|tags?|sections?Info)$/i
const titleKeys = /^(?:headlines?|title|name|heading|basic|web)$/i
const inlineTypes =
  /^(?:text|span|leaf|link|hyperlink|a|mark|inline|bold|italic|strong|em|underline|hard_?break)$/i
const headingTypes = /^(?:header|heading|h[1-6]|heading-[1-6]|subhead|sub_?heading)$/i
const foreignTypes =
  /^(?:image|photo|video|gallery|promo|interstitial_link|link_list|raw_html|oembed\w*|embed\w*|ad|ads|advert\w*|newsletter\w*|related\w*|story|reference|divider|figure|caption|credit)$/i

/**
 * The article in the state that a page hands to its scripts, or null: the JSON of `__NEXT_DATA__`, of Arc's Fusion, of
 * Nuxt, Apollo and their like, whatever its shape. Only for pages that print no article. The object titled as the
 * page is, or else the part that holds most of the prose. Bounded in scripts, characters, nodes and depth.
 */
export function embeddedText(
  html: string,
  titles: readonly (string | null)[],
): { readonly blocks: readonly PageBlock[]; readonly rule: string } | null {
  const wanted = new Set(titles.filter((title) => title !== null).map(lettersOf))
  let best: { readonly part: Part; readonly name: string } | null = null
  for (const { name, value } of statesOf(html)) {
    const part = new StateWalk(wanted).bestPart(value)
    if (part !== null && part.score > (best?.part.score ?? 0)) best = { part, name }
  }
  if (best === null) return null
  const blocks = blocksOfMarkup(best.part.paragraphs.join(""))
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0)
  return length < textCharactersMin ? null : { blocks, rule: `embedded state ${best.name}` }
}

/** The JSON objects that scripts hold or assign. */
function* statesOf(html: string): Generator<{ readonly name: string; readonly value: unknown }> {
  const opening = /<script\b([^<>]{0,400})>/gi
  let left = stateCharactersMax
  for (let count = 0; count < scriptsMax; count++) {
    const open = opening.exec(html)
    if (!open) return
    const start = open.index + open[0].length
    const end = html.indexOf("</script", start)
    if (end < 0) return
    opening.lastIndex = end
    const length = end - start
    if (length < scriptCharactersMin || length > left) continue
    if (/ld\+json/i.test(open[1]!)) continue
    left -= length
    const script = html.slice(start, end)
    const id = /\bid\s*=\s*["']?([\w.-]{1,60})/i.exec(open[1]!)?.[1]
    if (/^\s*[{[]/.test(script)) {
      const value = parsed(script)
      if (value !== null) yield { name: id ?? "json script", value }
    } else yield* assignedIn(script)
  }
}

const assignmentsMax = 12

function* assignedIn(script: string): Generator<{ readonly name: string; readonly value: unknown }> {
  const assignment = /([\w$.]{2,60})\s*=\s*(?=[{[]|JSON\.parse\(\s*")/g
  for (let count = 0; count < assignmentsMax; count++) {
    const match = assignment.exec(script)
    if (!match) return
    const start = match.index + match[0].length
    const isQuoted = script.startsWith("JSON", start)
    const open = isQuoted ? script.indexOf('"', start) : start
    const end = isQuoted ? endOfString(script, open) : endOfValue(script, open)
    if (end < 0) continue
    assignment.lastIndex = end
    if (end - open < scriptCharactersMin) continue
    const value = parsed(script.slice(open, end))
    const inner = typeof value === "string" ? parsed(value) : value
    if (inner !== null) yield { name: match[1]!.replace(/^(?:window|self|globalThis)\./, ""), value: inner }
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function endOfString(script: string, open: number): number {
  for (let at = open + 1; at < script.length; at++) {
    const unit = script.charCodeAt(at)
    if (unit === 92) at++
    else if (unit === 34) return at + 1
  }
  return -1
}

/** The end of the object or list that begins at `open`, or -1. */
function endOfValue(script: string, open: number): number {
  let depth = 0
  for (let at = open; at < script.length; at++) {
    const unit = script.charCodeAt(at)
    if (unit === 34) {
      at = endOfString(script, at) - 1
      if (at < 0) return -1
    } else if (unit === 123 || unit === 91) depth++
    else if (unit === 125 || unit === 93) {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return -1
}

/** A part of a state with the paragraphs in it, in their order, as markup. */
interface Part {
  readonly paragraphs: readonly string[]
  readonly score: number
}

const nothing: Part = { paragraphs: [], score: 0 }
/** A child is the whole of its parent when it holds this share of its prose. */
const wholeShare = 0.6

class StateWalk {
  private readonly titles: ReadonlySet<string>
  private nodes = 0
  private titled: Part | null = null
  private heaviest: Part | null = null

  constructor(titles: ReadonlySet<string>) {
    this.titles = titles
  }

  bestPart(state: unknown): Part | null {
    const whole = this.visit(state, 0)
    const best = this.titled ?? this.heaviest ?? whole
    return best.score > 0 ? best : null
  }

  private visit(value: unknown, depth: number): Part {
    if (this.nodes++ > nodesMax || depth > depthMax) return nothing
    if (typeof value === "string") return partOfText(value, false)
    if (typeof value !== "object" || value === null) return nothing
    if (Array.isArray(value))
      return isInline(value) ? partOfText(inlineText(value), false) : this.joined(value, depth)
    const node = value as Readonly<Record<string, unknown>>
    const type = typeOf(node)
    if (foreignTypes.test(type) && depth > 0 && !this.isTitled(node)) return nothing
    const kept = Object.keys(node).filter((key) => !foreignKeys.test(key) && !titleKeys.test(key))
    const part = headingTypes.test(type)
      ? partOfText(inlineText([node]), true)
      : this.joined(
          kept.map((key) => node[key]),
          depth,
        )
    if (part.score > (this.titled?.score ?? 0) && this.isTitled(node)) this.titled = part
    return part
  }

  private joined(values: readonly unknown[], depth: number): Part {
    const parts = values.map((value) => this.visit(value, depth + 1))
    const score = parts.reduce((sum, part) => sum + part.score, 0)
    if (score === 0) return nothing
    const most = parts.reduce((best, part) => (part.score > best.score ? part : best))
    const isOne = parts.filter((part) => part.score > 0).length > 1 && most.score >= score * wholeShare
    const part =
      isOne && most.paragraphs.length > 1
        ? most
        : { paragraphs: parts.flatMap(({ paragraphs }) => paragraphs), score }
    if (isOne && part.score > (this.heaviest?.score ?? 0)) this.heaviest = part
    return part
  }

  private isTitled(node: Readonly<Record<string, unknown>>): boolean {
    return Object.keys(node).some((key) => {
      if (!titleKeys.test(key)) return false
      const value = node[key]
      const texts = typeof value === "object" && value !== null ? Object.values(value) : [value]
      return texts.some(
        (text) => typeof text === "string" && text.length < 400 && this.titles.has(lettersOf(text)),
      )
    })
  }
}

function typeOf(node: Readonly<Record<string, unknown>>): string {
  for (const key of ["type", "_type", "nodeType", "__typename", "kind"]) {
    const type = node[key]
    if (typeof type === "string") return type
  }
  return ""
}

/** Pieces of one paragraph: spans of text with what they look like. */
function isInline(values: readonly unknown[]): boolean {
  return (
    values.some((value) => typeof value === "object") &&
    values.every((value) => {
      if (typeof value === "string") return !/<(?:p|div)\b/i.test(value) && value.length < 400
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false
      const node = value as Readonly<Record<string, unknown>>
      const type = typeOf(node)
      const isLeaf = typeof node.text === "string" || typeof node.value === "string"
      return inlineTypes.test(type)
        ? typeof node.content !== "string"
        : type === "" &&
            isLeaf &&
            Object.keys(node).length <= 4 &&
            !/[.!?]$/.test(String(node.text ?? node.value))
    })
  )
}

function inlineText(values: readonly unknown[], depth = 0): string {
  if (depth > 6) return ""
  return values
    .map((value) => {
      if (typeof value === "string") return value
      if (typeof value !== "object" || value === null) return ""
      const node = value as Readonly<Record<string, unknown>>
      for (const key of ["text", "value", "content", "children", "spans"]) {
        const inner = node[key]
        if (typeof inner === "string") return inner
        if (Array.isArray(inner)) return inlineText(inner, depth + 1)
      }
      return ""
    })
    .join("")
}

/** A string that reads like prose, or like markup with prose in it. */
function partOfText(text: string, isHeading: boolean): Part {
  const trimmed = text.trim()
  if (isHeading) return trimmed === "" ? nothing : { paragraphs: [`<h2>${trimmed}</h2>`], score: 0.01 }
  if (trimmed.length < 20 || !/\s/.test(trimmed) || /^(?:https?:|data:|\/|[{[])/.test(trimmed)) return nothing
  const isMarked = /<\/?(?:p|div|br|li|h[1-6])\b/i.test(trimmed)
  if (!isMarked) {
    const score = proseScore(trimmed.replace(/<[^>]{0,300}>/g, ""), 0, "paragraph")
    return score > 0 ? { paragraphs: [`<p>${trimmed}</p>`], score } : nothing
  }
  const score = blocksOfMarkup(trimmed).reduce((sum, block) => sum + block.proseScore, 0)
  return score > 0 ? { paragraphs: [trimmed], score } : nothing
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")
}
