import { compareStrings } from "../../base/index.ts"
import type { NameKind } from "../analysis.ts"
import { hashOfWord, wordClass } from "../lexicon.ts"
import { isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import { isVerbLike } from "../quotations/noun-phrases.ts"
import type { TokenRange } from "../tokens.ts"
import { findNameMentions, isAllCapitals, type NameMention } from "./name-mentions.ts"

/** A person, body or place that the report names, under all the names it gives. */
export interface Entity {
  /** The longest form printed. */
  name: string
  readonly forms: Set<string>
  kind: NameKind | null
  /** The kind rests on a title, a first name or a head word, and not on the shape of the name alone. */
  isSure: boolean
  gender: "female" | "male" | null
  readonly mentions: TokenRange[]
  /** Hashes of role nouns that the report gives it: "Anna Tarn, the harbour master". */
  readonly roles: Set<number>
  /** One of the roles is a person's, or a relative clause or an age follows the name as it follows a person's. */
  isDescribed: boolean
  /** Named as somebody's kin ("his wife, Anna Tarn"): the bare surname may be the other's. */
  isKin: boolean
}

/** The entities of a report in the order of their first mentions, and for each token the entity named there, or -1. */
export interface NameTable {
  readonly entities: readonly Entity[]
  readonly entityOf: Int32Array
}

/**
 * One entry for each person, body and place. A single surname goes to the person last named in full with it; an
 * acronym to the body whose initials it is; a short form to the longest name that begins with it.
 * Cost: linear in the mentions, but for look-ups by word.
 */
export function findNames(page: Page, sentenceStarts: ReadonlySet<number>): NameTable {
  const found = findNameMentions(page, sentenceStarts)
  const mentions = page.lexicon.language.nounsCapital
    ? found.filter((mention) => isSureName(page, mention))
    : found
  const seenInside = new Set<string>()
  for (const { initial, words } of mentions) if (!initial && words.length === 1) seenInside.add(words[0]!)
  const registry = new Registry(page, mentions)
  for (const mention of mentions) if (mention.words.length > 1) registry.add(mention)
  for (const mention of mentions) {
    if (mention.words.length > 1) continue
    if (mention.initial && !isLikelyName(page, mention, seenInside, registry)) continue
    registry.add(mention)
  }
  return registry.table()
}

/** Where every noun has a capital: a title or a first name stands before. */
function isSureName(page: Page, mention: NameMention): boolean {
  if (mention.titled) return true
  return isClass(page, mention.first, wordClass.firstName) && mention.words.length > 1
}

function isLikelyName(
  page: Page,
  mention: NameMention,
  seenInside: ReadonlySet<string>,
  registry: Registry,
): boolean {
  const word = mention.words[0]!
  if (mention.titled || seenInside.has(word) || registry.knows(word)) return true
  if (isClass(page, mention.first, wordClass.place | wordClass.firstName)) return true
  if (/^\p{L}+['’]s$/u.test(tokenText(page, mention.first)))
    return !page.lexicon.classesByHash.has(hashOfWord(word.toLowerCase()))
  return isAllCapitals(page, mention.first) && word.length <= 6
}

/**
 * True when something in the report shows a person: a title, a known first name, a role, a pronoun, or the surname
 * standing alone elsewhere. Two words with capitals alone show nothing.
 */
export function isShownPerson(entity: Entity): boolean {
  if (entity.gender !== null) return entity.kind === "person" || entity.kind === null
  if (entity.kind !== "person") return false
  if (entity.isSure || entity.isDescribed) return true
  for (const form of entity.forms) if (entity.name.endsWith(` ${form}`)) return true
  return false
}

class Registry {
  private readonly page: Page
  private readonly entities: Entity[] = []
  private readonly byForm = new Map<string, Entity>()
  /** The person or body last registered with this word at its end, or at its beginning. */
  private readonly byLastWord = new Map<string, Entity[]>()
  private readonly byFirstWord = new Map<string, Entity[]>()
  private readonly byInitials = new Map<string, Entity>()

  /** Where each word first stands as a name of one word. */
  private readonly firstAlone = new Map<string, number>()
  /** Words that a title calls a person by: "Mr. Tarn". */
  private readonly titledWords = new Set<string>()

  constructor(page: Page, mentions: readonly NameMention[]) {
    this.page = page
    for (const { words, first, titled } of mentions) {
      if (words.length > 1) continue
      if (!this.firstAlone.has(words[0]!)) this.firstAlone.set(words[0]!, first)
      if (titled) this.titledWords.add(words[0]!)
    }
  }

  knows(word: string): boolean {
    return this.byLastWord.has(word) || this.byForm.has(word) || this.byInitials.has(word)
  }

  add(mention: NameMention): void {
    const form = mention.words.join(" ")
    const kind = kindOfMention(this.page, mention)
    const known = this.byForm.get(form)
    const entity =
      (known && isOfGender(known, mention.gender) ? known : this.related(mention, kind)) ??
      this.create(mention, kind)
    this.byForm.set(form, entity)
    entity.forms.add(mention.printed)
    if (mention.printed.length > entity.name.length) entity.name = mention.printed
    if (entity.kind === null || (kind === "person" && mention.titled)) entity.kind = kind ?? entity.kind
    if (kind === "organisation" && entity.kind === "person" && !isShownPerson(entity)) entity.kind = kind
    entity.isSure ||= kind !== null && isSureKind(this.page, mention, kind)
    entity.gender = entity.gender ?? mention.gender ?? firstNameGender(this.page, mention, entity)
    entity.mentions.push({ first: mention.first, last: mention.last })
    for (const at of rolesAround(this.page, mention)) {
      entity.roles.add(this.page.tokens.hashes[at]!)
      entity.isDescribed ||= isClass(this.page, at, wordClass.personRole | wordClass.title)
    }
    entity.isDescribed ||= isToldAsPerson(this.page, mention)
    entity.isKin ||= isToldAsKin(this.page, mention)
    const acronym = acronymAfter(this.page, mention)
    if (acronym !== null && !this.byForm.has(acronym)) {
      this.byForm.set(acronym, entity)
      entity.forms.add(acronym)
      if (!entity.isSure) entity.kind = "organisation"
    }
  }

  /** The entity already known that this form is another name of. */
  private related(mention: NameMention, kind: NameKind | null): Entity | null {
    const { words } = mention
    const last = words.at(-1)!
    if (words.length === 1) {
      const initials = /^[A-Z]{2,6}$/.test(last) ? this.byInitials.get(last) : undefined
      if (initials) return initials
      const person = this.namesake(mention)
      if (person) return person
      const short = this.byFirstWord.get(last)
      if (short?.length !== 1 || kind === "place") return null
      const isSurname = this.titledWords.has(last) || this.byLastWord.has(last)
      return isSurname && !isShownPerson(short[0]!) ? null : short[0]!
    }
    const namesakes = this.byLastWord.get(last) ?? []
    for (const entity of namesakes) {
      if (entity.kind !== "person" || kind === "organisation") continue
      const known = entity.name.split(" ")
      if (known[0] === words[0] || isShortOf(words[0]!, known[0]!)) return entity
    }
    return null
  }

  /** The person whose surname stands alone, of a fitting gender; of two the one last named. */
  private namesake(mention: NameMention): Entity | null {
    const word = mention.words[0]!
    const fitting = (this.byLastWord.get(word) ?? []).filter((entity) => isOfGender(entity, mention.gender))
    const alone = this.firstAlone.get(word) ?? mention.first
    const others = fitting.filter(({ isKin }) => !isKin)
    if (others.length > 0) return nearestBefore(others, mention.first)
    return nearestBefore(
      fitting.filter(({ mentions }) => mentions[0]!.first < alone),
      mention.first,
    )
  }

  private create(mention: NameMention, kind: NameKind | null): Entity {
    const entity: Entity = {
      name: mention.printed,
      forms: new Set(),
      kind,
      isSure: false,
      gender: null,
      mentions: [],
      roles: new Set(),
      isDescribed: false,
      isKin: false,
    }
    this.entities.push(entity)
    const { words } = mention
    if (words.length > 1) {
      if (kind !== "organisation" && kind !== "place") push(this.byLastWord, words.at(-1)!, entity)
      push(this.byFirstWord, words[0]!, entity)
      const initials = words
        .filter((word) => /^[A-Z]/.test(word))
        .map((word) => word[0]!)
        .join("")
      if (kind !== "person" && initials.length > 2) {
        this.byInitials.set(initials, entity)
        if (words[0] === "U.S" || words[0] === "US" || words[0] === "UK")
          this.byInitials.set(initials.slice(1), entity)
      }
    } else if (mention.titled) push(this.byLastWord, words[0]!, entity)
    return entity
  }

  table(): NameTable {
    const entities = this.entities.filter((entity) => entity.mentions.length > 0)
    for (const entity of entities) entity.mentions.sort((a, b) => a.first - b.first)
    entities.sort((a, b) => a.mentions[0]!.first - b.mentions[0]!.first || compareStrings(a.name, b.name))
    const entityOf = new Int32Array(this.page.tokens.count).fill(-1)
    for (let i = 0; i < entities.length; i++)
      for (const { first, last } of entities[i]!.mentions) entityOf.fill(i, first, last)
    return { entities, entityOf }
  }
}

/** The entity last mentioned before `at`, or else the first of all; null of none. */
function nearestBefore(entities: readonly Entity[], at: number): Entity | null {
  let best = entities[0] ?? null
  let bestAt = -1
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      if (mention.first < at && mention.first > bestAt) {
        best = entity
        bestAt = mention.first
      }
    }
  }
  return best
}

function isOfGender(entity: Entity, gender: Entity["gender"]): boolean {
  return gender === null || entity.gender === null || entity.gender === gender
}

/** "Anna Tarn, who …", "Anna Tarn, 61,", "its leader, Anna Tarn,": so are people told of, and hardly ever bodies. */
function isToldAsPerson(page: Page, { first, last }: NameMention): boolean {
  const isApposed = unitAt(page, first - 1) === 0x2c && isMark(page, last)
  if (isApposed && first > 1 && isClass(page, first - 2, wordClass.personRole)) return true
  if (unitAt(page, last) !== 0x2c || last + 2 >= page.tokens.count) return false
  const next = tokenText(page, last + 1)
  return next === "who" || (/^\d{1,2}$/.test(next) && unitAt(page, last + 2) === 0x2c)
}

/** "his wife, Anna Tarn", "first lady Anna Tarn", "Anna Tarn, his wife". */
function isToldAsKin(page: Page, { first, last }: NameMention): boolean {
  if (isKinWord(page, unitAt(page, first - 1) === 0x2c ? first - 2 : first - 1)) return true
  if (unitAt(page, last) !== 0x2c || last + 3 >= page.tokens.count) return false
  if (!/^(his|her|their|the)$/.test(tokenText(page, last + 1))) return false
  return isKinWord(page, last + 2) || isKinWord(page, last + 3)
}

function isKinWord(page: Page, at: number): boolean {
  if (at < 1) return false
  const word = tokenText(page, at).toLowerCase()
  if (word === "lady") return /^first$/i.test(tokenText(page, at - 1))
  return /^(wife|husband|widow|widower|son|daughter|brother|sister|mother|father)$/.test(word)
}

function push(map: Map<string, Entity[]>, word: string, entity: Entity): void {
  const list = map.get(word)
  if (list) list.push(entity)
  else map.set(word, [entity])
}

/** "Tim" is short of "Timothy", "R" of "Robert". */
function isShortOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short)
}

function kindOfMention(page: Page, mention: NameMention): NameKind | null {
  const { words, first, last } = mention
  if (mention.titled) return "person"
  const lastWord = isMark(page, last - 1) ? last - 2 : last - 1
  if (words.length > 1) {
    for (let at = first; at < last; at++) {
      if (!isClass(page, at, wordClass.bodyHead) || isClass(page, at, wordClass.firstName)) continue
      if (at === lastWord || /^of$/.test(tokenText(page, at + 1)) || at === first) return "organisation"
    }
    if (isClass(page, first, wordClass.firstName)) return "person"
    if (isAllCapitals(page, lastWord) && words.at(-1)!.length > 2) return "organisation"
    if (words.some((word) => word === "of" || word === "and" || word === "for")) return "organisation"
    if (isClass(page, lastWord, wordClass.place) && isClass(page, first, wordClass.place)) return "place"
    if (mention.determined) return "organisation"
    if (
      words.length <= 4 &&
      !mention.placed &&
      !/^(New|North|South|East|West|San|Los|Las|Saint|St|Fort|Mount|Lake|Cape|El|Santa|Port|United|Great)$/.test(
        words[0]!,
      )
    )
      return "person"
    return "place"
  }
  const word = words[0]!
  if (isClass(page, first, wordClass.place) || /^(US|U\.S|UK|U\.K|USA|EU|E\.U|UAE|D\.C)$/.test(word))
    return "place"
  if (isAllCapitals(page, first)) return "organisation"
  return null
}

function isSureKind(page: Page, mention: NameMention, kind: NameKind): boolean {
  if (kind !== "person") return kind !== "place" || isClass(page, mention.first, wordClass.place)
  return mention.titled || isClass(page, mention.first, wordClass.firstName)
}

function firstNameGender(page: Page, mention: NameMention, entity: Entity): Entity["gender"] {
  if (entity.kind !== "person" || mention.words.length < 2) return null
  if (!isClass(page, mention.first, wordClass.firstName)) return null
  const female = isClass(page, mention.first, wordClass.female)
  const male = isClass(page, mention.first, wordClass.male)
  return female === male ? null : female ? "female" : "male"
}

/** The tokens of role nouns in an apposition: before the name, or after it between commas. */
function rolesAround(page: Page, mention: NameMention): readonly number[] {
  const roles: number[] = []
  const bits = wordClass.personRole | wordClass.bodyRole | wordClass.title
  for (let at = mention.first - 1; at >= Math.max(0, mention.first - 4) && !isMark(page, at); at--) {
    const stops = wordClass.preposition | wordClass.conjunction | wordClass.determiner
    if (isClass(page, at, stops) || isVerbLike(page, at)) break
    if (isClass(page, at, bits)) roles.push(at)
  }
  if (unitAt(page, mention.last) !== 0x2c) return roles
  for (let at = mention.last + 1; at < Math.min(page.tokens.count, mention.last + 14); at++) {
    if (isMark(page, at) && unitAt(page, at) !== 0x2d) break
    if (isClass(page, at, wordClass.preposition) && roles.length > 0) break
    if (isClass(page, at, bits)) roles.push(at)
  }
  return roles
}

/** The acronym in brackets behind a name: "Harbour Workers' Union (HWU)". */
function acronymAfter(page: Page, mention: NameMention): string | null {
  const at = mention.last
  if (mention.words.length < 2 || unitAt(page, at) !== 0x28 || unitAt(page, at + 2) !== 0x29) return null
  const word = tokenText(page, at + 1)
  return /^[A-Z][A-Za-z]{1,7}$/.test(word) && isAllCapitals(page, at + 1) ? word : null
}
