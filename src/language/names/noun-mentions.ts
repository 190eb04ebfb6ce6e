import type { NounFamily } from "../languages/language.ts"
import { nameClass, wordClass } from "../lexicon.ts"
import { isCapital, isClass, isMark, type Page } from "../page.ts"
import { hashOfLetters, type TokenRange } from "../tokens.ts"
import type { Entity, NameTable } from "./entity.ts"
import { isInNameSet, isNameClass } from "./name-runs.ts"

/** A body mentioned by a noun: "the agency". */
export interface NounMention extends TokenRange {
  /** An index into the table's entities. */
  readonly entity: number
}

/** A noun without a name of its own looks back no further than this many frames, one that the body is called by ten times so far. */
const framesBackMax = 6

const tokensBackMax = 2_000

/**
 * "The board" for the National Fisheries Board, "the agency" for a body that is one: the nearest body before that the
 * report calls so, or whose kind of body the noun tells; no noun with words of its own ("the harbour board"), none in
 * quotation marks. Cost: for each such noun a walk back over the names of a few sentences.
 */
export function findNounMentions(page: Page, { entities, entityOf }: NameTable): readonly NounMention[] {
  const known: (OwnNouns | undefined)[] = new Array(entities.length)
  const nouns = (entity: number): OwnNouns => {
    known[entity] ??= nounsOf(page, entities[entity]!)
    return known[entity]
  }
  const found: NounMention[] = []
  for (let index = 0; index < page.frames.length; index++) {
    const frame = page.frames[index]!
    for (let at = frame.first; at + 1 < frame.last; at++) {
      const noun = at + 1
      if (!isInNameSet(page, at, "definite")) continue
      if (!isClass(page, noun, wordClass.bodyRole | wordClass.bodyHead) || entityOf[noun]! >= 0) continue
      if (page.segmentOf[at]! >= 0 || !standsAlone(page, noun, frame.last)) continue
      const entity = bodyBefore(page, entityOf, nouns, at, index)
      if (entity >= 0) found.push({ first: at, last: noun + 1, entity })
    }
  }
  return found
}

/** No name, noun or "of" follows that would make it another's. */
function standsAlone(page: Page, noun: number, last: number): boolean {
  const next = noun + 1
  if (next >= last || isMark(page, next)) return next >= last || page.text[page.tokens.starts[next]!] !== "-"
  if (isCapital(page, next)) return false
  const naming =
    wordClass.personRole | wordClass.groupRole | wordClass.bodyRole | wordClass.document | wordClass.relative
  if (isClass(page, next, naming) && !isClass(page, next, wordClass.speech | wordClass.stance)) return false
  return !isNameClass(page, next, nameClass.of)
}

/** The nouns that may stand for one entity, by their hashes. */
interface OwnNouns {
  /** It is called so: a word of its name, or a role that the report gives it. */
  readonly called: ReadonlySet<number>
  /** Bodies of its kind are called so. */
  readonly fitting: ReadonlySet<number>
}

/** The families of a language by the words in their bodies' names, with the hashes of their nouns. */
interface HashedFamilies {
  readonly byHead: ReadonlyMap<string, readonly number[]>
}

const hashedFamilies = new WeakMap<readonly NounFamily[], HashedFamilies>()

function familiesOf(families: readonly NounFamily[]): HashedFamilies {
  const known = hashedFamilies.get(families)
  if (known) return known
  const byHead = new Map<string, number[]>()
  for (const { nouns, heads } of families) {
    const hashes = nouns.map(hashOfLetters)
    for (const head of heads) byHead.set(head, [...(byHead.get(head) ?? []), ...hashes])
  }
  const made = { byHead }
  hashedFamilies.set(families, made)
  return made
}

function nounsOf(page: Page, entity: Entity): OwnNouns {
  const called = new Set(entity.roles)
  const fitting = new Set<number>()
  if (entity.kind !== "organisation" && entity.kind !== null) return { called, fitting }
  const { byHead } = familiesOf(page.lexicon.language.names.nounFamilies)
  const add = (nouns: readonly number[] = []): void => {
    for (const noun of nouns) fitting.add(noun)
  }
  let isShort = false
  for (const form of entity.forms) {
    isShort ||= form.length >= 3 && form.length <= 6 && form === form.toUpperCase()
    for (const word of form.toLowerCase().replaceAll("-", " ").split(" ")) {
      called.add(hashOfLetters(word))
      add(byHead.get(word))
    }
  }
  if (fitting.size > 0 || entity.kind === null) return { called, fitting }
  add(byHead.get("*"))
  if (isShort) add(byHead.get("ABC"))
  return { called, fitting }
}

/** The nearest body before `at` that the noun behind it may mean, or -1. */
function bodyBefore(
  page: Page,
  entityOf: Int32Array,
  nounsOfEntity: (entity: number) => OwnNouns,
  at: number,
  frameIndex: number,
): number {
  const hash = page.tokens.hashes[at + 1]!
  const near = page.frames[Math.max(0, frameIndex - framesBackMax)]!.first
  const far = Math.max(page.frames[Math.max(0, frameIndex - 10 * framesBackMax)]!.first, at - tokensBackMax)
  let fits = -1
  for (let i = at - 1; i >= far; i--) {
    const entity = entityOf[i]!
    if (entity < 0 || entityOf[i - 1] === entity) continue
    const { called, fitting } = nounsOfEntity(entity)
    if (called.has(hash)) return entity
    if (fits < 0 && i >= near && fitting.has(hash)) fits = entity
  }
  return fits
}
