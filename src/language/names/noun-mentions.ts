import { hashOfWord, wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, type Page } from "../page.ts"
import type { TokenRange } from "../tokens.ts"
import type { Entity, NameTable } from "./entity.ts"

/** A body mentioned by a noun: "the agency". */
export interface NounMention extends TokenRange {
  /** An index into the table's entities. */
  readonly entity: number
}

/** A noun without a name of its own looks back no further than this many frames, one that the body is called by ten times so far. */
const framesBackMax = 6

/**
 * "The board" for the National Fisheries Board, "the agency" for a body that is one: the nearest body before that the
 * report calls so, or whose kind of body the noun tells; no noun with words of its own ("the harbour board"), none in
 * quotation marks. Cost: for each such noun a walk back over the names of a few sentences.
 */
export function findNounMentions(page: Page, { entities, entityOf }: NameTable): readonly NounMention[] {
  const families = familiesOf(page, entities)
  const found: NounMention[] = []
  for (let index = 0; index < page.frames.length; index++) {
    const frame = page.frames[index]!
    for (let at = frame.first; at + 1 < frame.last; at++) {
      const noun = at + 1
      if (!isClass(page, at, wordClass.determiner) || !isDefinite(page, at)) continue
      if (!isClass(page, noun, wordClass.bodyRole | wordClass.bodyHead) || entityOf[noun]! >= 0) continue
      if (page.segmentOf[at]! >= 0 || !standsAlone(page, noun, frame.last)) continue
      const entity = bodyBefore(page, entityOf, families, at, index)
      if (entity >= 0) found.push({ first: at, last: noun + 1, entity })
    }
  }
  return found
}

function isDefinite(page: Page, at: number): boolean {
  const { starts, ends } = page.tokens
  return ends[at]! - starts[at]! === 3 && /^the$/i.test(page.text.slice(starts[at], ends[at]))
}

/** No name, noun or "of" follows that would make it another's. */
function standsAlone(page: Page, noun: number, last: number): boolean {
  const next = noun + 1
  if (next >= last || isMark(page, next)) return next >= last || page.text[page.tokens.starts[next]!] !== "-"
  if (isCapital(page, next)) return false
  const naming =
    wordClass.personRole | wordClass.groupRole | wordClass.bodyRole | wordClass.document | wordClass.relative
  if (isClass(page, next, naming) && !isClass(page, next, wordClass.speech | wordClass.stance)) return false
  const { starts, ends } = page.tokens
  const isOf = ends[next]! - starts[next]! === 2 && page.text.startsWith("of", starts[next]!)
  return !isOf
}

/** By noun hash, what kinds of body each entity is; see `NounFamily`. */
interface Families {
  /** For each entity the hashes of nouns that it is called by, or whose kind it is of. */
  readonly called: readonly ReadonlySet<number>[]
  readonly fitting: readonly ReadonlySet<number>[]
}

function familiesOf(page: Page, entities: readonly Entity[]): Families {
  const { nounFamilies } = page.lexicon.language.names
  const called: Set<number>[] = []
  const fitting: Set<number>[] = []
  const families = nounFamilies.map(({ nouns, heads }) => ({
    nouns: nouns.map(hashOfWord),
    heads: new Set(heads),
  }))
  for (const entity of entities) {
    const own = new Set(entity.roles)
    const fits = new Set<number>()
    called.push(own)
    fitting.push(fits)
    if (entity.kind !== "organisation" && entity.kind !== null) continue
    const words = [...entity.forms].flatMap((form) => form.toLowerCase().split(/[\s-]+/))
    for (const word of words) if (/^\p{L}+$/u.test(word)) own.add(hashOfWord(word))
    const isShort = [...entity.forms].some((form) => /^[A-Z]{3,6}$/.test(form))
    const kinds = families.filter(({ heads }) => words.some((word) => heads.has(word)))
    const general = families.filter(({ heads }) => heads.has("*") || (isShort && heads.has("ABC")))
    for (const { nouns } of kinds.length > 0 ? kinds : entity.kind === "organisation" ? general : [])
      for (const noun of nouns) fits.add(noun)
  }
  return { called, fitting }
}

/** The nearest body before `at` that the noun behind it may mean, or -1. */
function bodyBefore(
  page: Page,
  entityOf: Int32Array,
  { called, fitting }: Families,
  at: number,
  frameIndex: number,
): number {
  const hash = page.tokens.hashes[at + 1]!
  const near = page.frames[Math.max(0, frameIndex - framesBackMax)]!.first
  const far = page.frames[Math.max(0, frameIndex - 10 * framesBackMax)]!.first
  let fits = -1
  for (let i = at - 1; i >= far; i--) {
    const entity = entityOf[i]!
    if (entity < 0 || entityOf[i - 1] === entity) continue
    if (called[entity]!.has(hash)) return entity
    if (fits < 0 && i >= near && fitting[entity]!.has(hash)) fits = entity
  }
  return fits
}
