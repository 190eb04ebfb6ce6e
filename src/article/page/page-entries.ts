import { findDate, parseMachineDate } from "../parse-date.ts"
import { textOfElement } from "./marked-elements.ts"
import type { PageBlock, PageOutline } from "./page-blocks.ts"
import { isElement, isWithin, type PageElement } from "./page-tree.ts"

/** One of many texts on a page, each with its own time or writer: an update of a live blog, a post of a thread. */
export interface PageEntry {
  readonly element: PageElement
  /** The time as the page prints it, or null when it prints none. */
  readonly printed: string | null
  /** ISO 8601, or null when it could not be told. */
  readonly at: string | null
  readonly by: string | null
}

const entriesMin = 3
const climbMax = 7
const entryProseMin = 1

/** Elements that stand side by side, alike in tag and name, each with a time of its own and some prose. In page order. */
export function timedEntries({ blocks, marked }: PageOutline): readonly PageEntry[] {
  const times = new Map<PageElement, { readonly printed: string | null; readonly at: string | null }>()
  for (const { element, role, value, foreign } of marked)
    if (!foreign && role !== "author" && !times.has(element))
      times.set(element, { printed: clockIn(textOfElement(element)), at: parseMachineDate(value) })
  for (const { element, text } of blocks)
    if (text.length <= clockCharactersMax && clock.test(text) && !times.has(element))
      times.set(element, { printed: text, at: null })
  if (times.size < entriesMin) return []
  const best = largestFamily([...times.keys()])
  const prose = new Map<PageElement, number>()
  for (const block of blocks) {
    const entry = best.find((element) => isWithin(block.element, element))
    if (entry) prose.set(entry, (prose.get(entry) ?? 0) + block.proseScore)
  }
  const found = best.filter((element) => (prose.get(element) ?? 0) >= entryProseMin)
  if (found.length < entriesMin) return []
  return found.map((element) => {
    const time = [...times].find(([holder]) => isWithin(holder, element))?.[1]
    return { element, printed: time?.printed ?? null, at: time?.at ?? null, by: null }
  })
}

const clockCharactersMax = 40
const clock =
  /^(?:\D{0,12}\s)?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:uhr|h|[A-Z]{2,5}))?(?:\W.{0,20})?$/i

function clockIn(text: string): string | null {
  return /\d/.test(text) && text.length <= 60 ? text : null
}

/** Of the elements around `holders`, the largest set of siblings of one tag and name; of equal ones the outermost. */
function largestFamily(holders: readonly PageElement[]): readonly PageElement[] {
  const families = new Map<PageElement, Map<string, Set<PageElement>>>()
  for (const holder of holders) {
    let at: PageElement = holder
    for (let steps = 0; steps < climbMax && at.parent !== null; steps++, at = at.parent) {
      const byName = families.get(at.parent) ?? new Map<string, Set<PageElement>>()
      const name = `${at.tag} ${(at.attributes.class ?? "").split(/\s/, 1)[0]}`
      byName.set(name, (byName.get(name) ?? new Set()).add(at))
      families.set(at.parent, byName)
    }
  }
  let best: readonly PageElement[] = []
  for (const [parent, byName] of families)
    for (const family of byName.values()) {
      const isOuter = family.size === best.length && best.length > 0 && isWithin(best[0]!, parent)
      if (family.size > best.length || isOuter) best = [...family]
    }
  return [...best].sort((a, b) => a.order - b.order)
}

/** What forum software calls the element that holds the words of one post, by its class or the beginning of its id. */
const bodyNames = new Set(
  "postbody post_body post-body postcontent post-content post_content message-body message-content messagecontent message_content messagetext bbwrapper postmsg cooked js-post-body s-prose post-text post_text post_message postmessage ipstype_richtext ipscontained commentbody comment-body comment__body comment-content usertext-body answer_content answer-body question-body topic-body topic_body reply-content bbp-reply-content bbp-topic-content forum-post-content post_content_text msg_body windowbg-inner userContent entry-body"
    .toLowerCase()
    .split(" "),
)
const plainBodyName = /^(?:content|inner|post|message|body|text)$/

/** The posts of a thread by the names of their elements, each with its writer and time where the markup gives them. */
export function namedPosts({ blocks }: PageOutline): readonly PageEntry[] {
  const byName = new Map<string, Family>()
  for (const { element, proseScore } of blocks) {
    if (proseScore === 0) continue
    for (let at: PageElement | null = element, steps = 0; at && steps < climbMax; at = at.parent, steps++)
      for (const name of namesOf(at)) {
        const family = byName.get(name) ?? { elements: new Set(), prose: 0 }
        family.elements.add(at)
        family.prose += proseScore
        byName.set(name, family)
      }
  }
  const heaviest = (plain: boolean): ReadonlySet<PageElement> =>
    [...byName]
      .filter(([name, { elements }]) => plainBodyName.test(name) === plain && elements.size > 1)
      .reduce<Family>((best, [, family]) => (family.prose > best.prose ? family : best), {
        elements: new Set(),
        prose: 0,
      }).elements
  const named = heaviest(false)
  const best = named.size > 1 ? named : heaviest(true)
  const posts = [...best].filter(
    (element) => ![...best].some((other) => other !== element && isWithin(element, other)),
  )
  if (posts.length < 2) return []
  const all = new Set(posts)
  return posts
    .sort((a, b) => a.order - b.order)
    .map((element) => ({ element, printed: null, ...signatureOf(element, all) }))
}

interface Family {
  readonly elements: Set<PageElement>
  prose: number
}

function namesOf(element: PageElement): readonly string[] {
  const { class: className, id } = element.attributes
  const names = (className ?? "").toLowerCase().split(/\s+/, 12)
  const numbered = /^([a-z]+_(?:message|content|body|text))_\d+$/i.exec(id ?? "")?.[1]?.toLowerCase()
  return [...names, ...(numbered === undefined ? [] : [numbered])].filter(
    (name) => bodyNames.has(name) || plainBodyName.test(name),
  )
}

/** Who wrote a post and when, from what stands beside its body and beside no other's. */
function signatureOf(
  body: PageElement,
  bodies: ReadonlySet<PageElement>,
): { readonly by: string | null; readonly at: string | null } {
  let place = body
  for (let steps = 0; steps < climbMax && place.parent !== null; steps++) {
    if (countIn(place.parent, bodies) > 1) break
    place = place.parent
  }
  let by: string | null = null
  let at: string | null = null
  let left = visitedMax
  const visit = (element: PageElement): void => {
    if (left-- <= 0) return
    const { class: names, itemprop, datetime } = element.attributes
    if (at === null && (element.tag === "time" || itemprop === "datePublished"))
      at = parseMachineDate(datetime ?? textOfElement(element))
    else if (
      at === null &&
      names !== undefined &&
      /\b(?:date|time|postdate|post-date|timestamp|author|relativetime)\b/i.test(names)
    )
      at = findDate(textOfElement(element))?.iso ?? null
    if (by === null && (itemprop === "author" || (names !== undefined && writerNames.test(names))))
      by = writerOf(element)
    for (const child of element.children) if (isElement(child)) visit(child)
  }
  visit(place)
  return { by, at }
}

const visitedMax = 400
const writerNames =
  /(?:^|[\s_-])(?:username|user-?name|bigusername|poster|author|author-?name|member-?name|byuser|user-details)(?:$|[\s_-])/i

function writerOf(element: PageElement): string | null {
  const text = textOfElement(element)
    .replace(/^(?:(?:re:|by|von|par|por|posted by|author:?)\s+)/i, "")
    .split(/\s[»|·–—]\s|\s{2,}|,\s/)[0]!
    .trim()
  return text === "" || text.length > 40 ? null : text
}

function countIn(place: PageElement, bodies: ReadonlySet<PageElement>): number {
  let count = 0
  for (const body of bodies) if (isWithin(body, place)) count++
  return count
}

/** The blocks of the page that stand in each of `entries`. */
export function blocksByEntry(
  blocks: readonly PageBlock[],
  entries: readonly PageEntry[],
): ReadonlyMap<PageElement, readonly PageBlock[]> {
  const elements = new Set(entries.map(({ element }) => element))
  const held = new Map<PageElement, PageBlock[]>()
  for (const block of blocks)
    for (let at: PageElement | null = block.element; at; at = at.parent)
      if (elements.has(at)) {
        held.set(at, [...(held.get(at) ?? []), block])
        break
      }
  return held
}
