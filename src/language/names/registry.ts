import { compareStrings } from "../../base/index.ts"
import type { NameKind } from "../analysis.ts"
import { nameClass, wordClass } from "../lexicon.ts"
import { isClass, isMark, type Page, tokenText, unitAt } from "../page.ts"
import { isVerbLike } from "../quotations/noun-phrases.ts"
import type { TokenRange } from "../tokens.ts"
import { type Entity, isShownPerson, type NameTable } from "./entity.ts"
import { type KindVotes, kindByVotes, ownKindOf, votesOf } from "./name-kinds.ts"
import type { NameMention } from "./name-mentions.ts"
import { isAllCapitals, isNameClass } from "./name-runs.ts"

/** So many votes for a person come from an age, a relative clause or an apposition. */
const toldVoteMin = 3

/** Of more people with one surname the later ones are known by their full names only. */
const namesakesMax = 64

/** The names found so far, and by which words they may be known again. */
export class Registry {
  private readonly page: Page
  private readonly entities: Entity[] = []
  private readonly votes = new Map<Entity, KindVotes>()
  private readonly byForm = new Map<string, Entity>()
  /** The person or body last registered with this word at its end, or at its beginning. */
  private readonly byLastWord = new Map<string, Entity[]>()
  private readonly byFirstWord = new Map<string, Entity[]>()
  private readonly byInitials = new Map<string, Entity>()

  /** Where each entity is mentioned in full, and where by one word, in order. */
  private readonly inFull = new Map<Entity, number[]>()
  private readonly alone = new Map<Entity, number[]>()

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

  /** One name, and only one, begins with the word. */
  opens(word: string): boolean {
    return this.byFirstWord.get(word)?.length === 1
  }

  /** The entity that goes by these words, or by the one as a surname; null of none. */
  known(words: readonly string[]): Entity | null {
    const entity = this.byForm.get(words.join(" "))
    if (entity || words.length > 1) return entity ?? null
    return this.byLastWord.get(words[0]!)?.at(0) ?? this.byInitials.get(words[0]!) ?? null
  }

  addKnown(entity: Entity, { first, last }: TokenRange, printed: string): void {
    entity.forms.add(printed)
    entity.mentions.push({ first, last })
  }

  add(mention: NameMention): void {
    const form = formOf(this.page, mention)
    const own = ownKindOf(this.page, mention)
    const { kind } = own
    const entity = this.entityOf(form, mention, kind)
    this.byForm.set(form, entity)
    entity.forms.add(mention.printed)
    if (isFuller(mention.printed, entity.name)) entity.name = mention.printed
    if (entity.kind === null || (kind === "person" && mention.titled)) entity.kind = kind ?? entity.kind
    if (own.isSure && !entity.isSure && (kind !== null || mention.words.length > 1)) entity.kind = kind
    entity.isSure ||= own.isSure
    entity.gender = entity.gender ?? mention.gender ?? firstNameGender(this.page, mention, entity)
    entity.mentions.push({ first: mention.first, last: mention.last })
    push(mention.words.length > 1 ? this.inFull : this.alone, entity, mention.first)
    for (const at of rolesAround(this.page, mention)) {
      entity.roles.add(this.page.tokens.hashes[at]!)
      entity.isDescribed ||= isClass(this.page, at, wordClass.personRole | wordClass.title)
    }
    if (!entity.isSure) this.vote(entity, votesOf(this.page, mention))
    entity.isKin ||= isToldAsKin(this.page, mention)
    const nickname = nicknameIn(this.page, mention)
    if (nickname !== null && !this.byForm.has(nickname)) this.byForm.set(nickname, entity)
    const acronym = acronymAfter(this.page, mention)
    if (acronym !== null && !this.byForm.has(acronym)) {
      this.byForm.set(acronym, entity)
      entity.forms.add(acronym)
      if (!entity.isSure) entity.kind = "organisation"
    }
  }

  /** By the same form, unless a title's gender points to another of the name. */
  private entityOf(form: string, mention: NameMention, kind: NameKind | null): Entity {
    const known = this.byForm.get(form) ?? null
    if (known && (mention.gender === null || known.gender === mention.gender)) return known
    const fallback = known && isOfGender(known, mention.gender) ? known : null
    return this.related(mention, kind) ?? fallback ?? this.create(mention, kind)
  }

  /** The entity already known that this form is another name of. */
  private related(mention: NameMention, kind: NameKind | null): Entity | null {
    const { words } = mention
    const last = surnameOf(this.page, mention)
    if (words.length === 1) {
      const initials = /^[A-Z]{2,6}$/.test(last) ? this.byInitials.get(last) : undefined
      if (initials) return initials
      const person = this.namesake(mention)
      if (person) return person
      const short = this.byFirstWord.get(last)
      if (short?.length !== 1 || kind === "place") return null
      if (short[0]!.kind === "organisation" && kindByVotes(votesOf(this.page, mention)) === "place")
        return null
      if (isNameClass(this.page, mention.first, nameClass.opener | nameClass.demonym)) return null
      const isSurname = this.titledWords.has(last) || this.byLastWord.has(last)
      return isSurname && !isShownPerson(short[0]!) ? null : short[0]!
    }
    const namesakes = this.byLastWord.get(last) ?? []
    for (const entity of namesakes) {
      if (entity.kind !== "person" || kind === "organisation") continue
      const known = entity.name.split(" ")
      if (entity.name.endsWith(` ${words.join(" ")}`)) return entity
      if (known[0] === words[0] || isShortOf(words[0]!, known[0]!)) return entity
    }
    return null
  }

  /** The person whose surname stands alone, of a fitting gender; of two the one last named. */
  private namesake(mention: NameMention): Entity | null {
    const word = mention.words[0]!
    const named = (this.byLastWord.get(word) ?? []).filter((entity) => isOfGender(entity, mention.gender))
    const sure = mention.gender === null ? [] : named.filter(({ gender }) => gender === mention.gender)
    const fitting = sure.length > 0 ? sure : named
    const alone = this.firstAlone.get(word) ?? mention.first
    const others = sure.length > 0 ? fitting : fitting.filter(({ isKin }) => !isKin)
    if (others.length > 0) return this.nearestBefore(others, mention.first)
    return this.nearestBefore(
      fitting.filter(({ mentions }) => mentions[0]!.first < alone),
      mention.first,
    )
  }

  /** The entity last mentioned before `at`, or else the first of all; null of none. Cost: a binary search for each. */
  private nearestBefore(entities: readonly Entity[], at: number): Entity | null {
    let best = entities[0] ?? null
    let bestAt = -1
    for (const entity of entities) {
      const found = Math.max(lastBefore(this.inFull.get(entity), at), lastBefore(this.alone.get(entity), at))
      if (found <= bestAt) continue
      best = entity
      bestAt = found
    }
    return best
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
    this.votes.set(entity, { person: 0, organisation: 0, place: 0 })
    const { words } = mention
    if (words.length > 1) {
      const surname = surnameOf(this.page, mention)
      const isFree = (this.byLastWord.get(surname)?.length ?? 0) < namesakesMax
      if (isFree && isSurnameLike(this.page, mention, kind)) push(this.byLastWord, surname, entity)
      if (kind !== "document") push(this.byFirstWord, words[0]!, entity)
      this.indexInitials(words, kind, entity)
    } else if (mention.titled) push(this.byLastWord, words[0]!, entity)
    return entity
  }

  private indexInitials(words: readonly string[], kind: NameKind | null, entity: Entity): void {
    const initials = words
      .filter((word) => /^[A-Z]/.test(word))
      .map((word) => word[0]!)
      .join("")
    if (kind === "person" || initials.length < 3) return
    this.byInitials.set(initials, entity)
    if (words[0] === "U.S" || words[0] === "US" || words[0] === "UK")
      this.byInitials.set(initials.slice(1), entity)
  }

  private vote(entity: Entity, { person, organisation, place }: KindVotes): void {
    const all = this.votes.get(entity)!
    entity.isDescribed ||= person >= toldVoteMin
    all.person += person
    all.organisation += organisation
    all.place += place
  }

  /** The kind of an entity whose own words show none surely, by the words around its mentions. */
  private settleKind(entity: Entity): void {
    if (entity.isSure) return
    const votes = this.votes.get(entity)!
    const isBody = isBodyByUse(entity)
    const kind = isBody && votes.person > votes.place ? bodyOf(votes) : kindByVotes(votes)
    if (isBody && entity.kind === "person" && !entity.isDescribed) entity.kind = kind
    if (kind === null) return
    const isShaped = entity.kind === "person" && entity.isDescribed
    if (kind !== "person" && isShaped) return
    if (kind === "person") entity.isDescribed = true
    entity.kind = kind
  }

  table(): NameTable {
    const entities = this.entities.filter((entity) => entity.mentions.length > 0)
    for (const entity of entities) {
      this.settleKind(entity)
      entity.mentions.sort((a, b) => a.first - b.first)
    }
    entities.sort((a, b) => a.mentions[0]!.first - b.mentions[0]!.first || compareStrings(a.name, b.name))
    const entityOf = new Int32Array(this.page.tokens.count).fill(-1)
    for (let i = 0; i < entities.length; i++)
      for (const { first, last } of entities[i]!.mentions) entityOf.fill(i, first, last)
    return { entities, entityOf }
  }
}

/** Longer, or the same in small letters: "Halvard Moen" for "HALVARD MOEN". */
function isFuller(printed: string, name: string): boolean {
  if (printed.length !== name.length) return printed.length > name.length
  return name === name.toUpperCase() && printed !== name && printed.toUpperCase() === name
}

/** The last word may stand for the whole: of people, and of names of an unknown kind that end in no common noun. */
function isSurnameLike(page: Page, mention: NameMention, kind: NameKind | null): boolean {
  if (mention.titled) return true
  if (kind !== "person" && kind !== null) return false
  const at = isMark(page, mention.last - 1) ? mention.last - 2 : mention.last - 1
  const noun =
    wordClass.bodyRole | wordClass.personRole | wordClass.groupRole | wordClass.document | wordClass.place
  if (isClass(page, mention.first, wordClass.firstName)) return true
  return (
    !isClass(page, at, noun) && !isNameClass(page, at, nameClass.placeHead | nameClass.work | nameClass.event)
  )
}

const fullMentionsMin = 3

/** Named in full each of several times: so reports name bodies, while of people they go on with the surname. */
function isBodyByUse({ forms, mentions, gender, isDescribed }: Entity): boolean {
  const [form] = forms
  return (
    !isDescribed &&
    gender === null &&
    forms.size === 1 &&
    mentions.length >= fullMentionsMin &&
    form!.includes(" ")
  )
}

/** Of a body by use what speaks for a person is that it says things. */
function bodyOf({ organisation, person }: KindVotes): NameKind | null {
  return organisation + person >= 2 ? "organisation" : null
}

/** The words by which the name is known again: without "Inc" or "Jr" at its end. */
function formOf(page: Page, mention: NameMention): string {
  const { words } = mention
  return (words.length > 2 && hasSuffix(page, mention) ? words.slice(0, -1) : words).join(" ")
}

function surnameOf(page: Page, mention: NameMention): string {
  const { words } = mention
  return words.length > 2 && hasSuffix(page, mention) ? words.at(-2)! : words.at(-1)!
}

function hasSuffix(page: Page, { last }: NameMention): boolean {
  const at = isMark(page, last - 1) ? last - 2 : last - 1
  return isClass(page, at, wordClass.seldomLast) || isNameClass(page, at, nameClass.lineSuffix)
}

/** Of places in order the last one before `at`, or -1. */
function lastBefore(places: readonly number[] | undefined, at: number): number {
  let low = 0
  let high = places?.length ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    if (places![middle]! < at) low = middle + 1
    else high = middle
  }
  return low > 0 ? places![low - 1]! : -1
}

function isOfGender(entity: Entity, gender: Entity["gender"]): boolean {
  return gender === null || entity.gender === null || entity.gender === gender
}

/** "his wife, Anna Tarn", "first lady Anna Tarn", "Anna Tarn, his wife". */
function isToldAsKin(page: Page, { first, last }: NameMention): boolean {
  if (isKinWord(page, unitAt(page, first - 1) === 0x2c ? first - 2 : first - 1)) return true
  if (unitAt(page, last) !== 0x2c || last + 3 >= page.tokens.count) return false
  if (!isClass(page, last + 1, wordClass.determiner)) return false
  return isKinWord(page, last + 2) || isKinWord(page, last + 3)
}

function isKinWord(page: Page, at: number): boolean {
  return at > 0 && isNameClass(page, at, nameClass.kin)
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

/** "Tim" is short of "Timothy", "R" of "Robert". */
function isShortOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short)
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
    if (isClass(page, at, wordClass.preposition)) break
    if (isClass(page, at, bits)) roles.push(at)
  }
  return roles
}

/** William “Billy” Thackeray: what the marks inside the name hold, or null. */
function nicknameIn(page: Page, { first, last, words }: NameMention): string | null {
  for (let at = first + 1; words.length > 2 && at < last - 2; at++) {
    const unit = unitAt(page, at)
    if (unit === 0x22 || unit === 0x201c || unit === 0x2018) return tokenText(page, at + 1)
  }
  return null
}

/** The acronym in brackets behind a name: "Harbour Workers' Union (HWU)". */
function acronymAfter(page: Page, mention: NameMention): string | null {
  const at = mention.last
  if (mention.words.length < 2 || unitAt(page, at) !== 0x28 || unitAt(page, at + 2) !== 0x29) return null
  const word = tokenText(page, at + 1)
  return /^[A-Z][A-Za-z]{1,7}$/.test(word) && isAllCapitals(page, at + 1) ? word : null
}
