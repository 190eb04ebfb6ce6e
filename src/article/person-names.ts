import { leadOf } from "./byline-lead.ts"
import { accountNames, bodyWords, credentialWords, nameParticles, roleWords } from "./byline-words.ts"
import { isGivenName } from "./given-names.ts"

/** Somebody or something named in a byline. */
export interface BylineName {
  /** As printed, without what stands around it. */
  readonly name: string
  /**
   * A person's name of two words or more; an alias, one word or a user's name, which a person may sign with and much
   * else may look like; or a body: a desk, a house, an institution, an account that is nobody's.
   */
  readonly kind: "person" | "alias" | "body"
}

/** The people in a printed byline; empty when it names a body, a role or nobody. */
export function namesOfByline(printed: string, outlet: string | null = null): readonly string[] {
  return readByline(printed, outlet).flatMap(({ name, kind }) => (kind === "person" ? [name] : []))
}

/** Who is named in a printed byline, in its order, each once: roles, places, handles and addresses are left out. */
export function readByline(printed: string, outlet: string | null = null): readonly BylineName[] {
  const spaced = printed
    .slice(0, bylineCharactersMax)
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/\S+@\S+\.\w+/g, " ")
    .replace(/\s*[([][^)\]]{0,80}[)\]]/g, " ")
    .replace(/(\p{L})@[\w.]{2,30}/gu, "$1 ")
    .replace(/(^|\s)@[\w.]{2,30}/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s|•·–—,:-]+/, "")
  const cleaned = (leadOf(spaced)?.rest ?? spaced)
    .replace(otherWork, "")
    .replace(/,\s*(?=(?:Jr|Sr|II|III|IV)\b\.?(?:\s*(?:[,;|&]|and\b)|$))/g, " ")
  if (isOutlet(cleaned, outlet) && !isPersonalName(cleaned)) return [{ name: cleaned, kind: "body" }]
  const names: BylineName[] = []
  const seen = new Set<string>()
  let afterRole = false
  for (const part of cleaned.replace(placeTails, "").split(separators)) {
    const found = nameIn(part, outlet)
    if (found === null) afterRole ||= names.at(-1)?.kind === "person" && /\p{L}{2}/u.test(part)
    if (found === null || seen.has(found.name.toLowerCase())) continue
    if (afterRole && !isPersonalName(found.name)) continue
    afterRole = false
    seen.add(found.name.toLowerCase())
    names.push(found)
    if (names.length >= namesMax) break
  }
  return withoutHouse(withoutCredentials(names), outlet)
}

/** The people of a line that holds nothing but names and degrees, at least one of each: `Mia Holm, MD; Per Dahl, PhD`. */
export function namesWithDegrees(line: string): readonly string[] {
  if (line.length > bylineCharactersMax || !degreeBehindComma.test(line)) return []
  const names: string[] = []
  for (const part of line.replace(/\s*[([][^)\]]{0,80}[)\]]/g, " ").split(separators)) {
    const words = part.replace(partEdges, "").split(/\s+/)
    if (part.trim() === "" || words.every(isCredential)) continue
    const found = nameIn(part, null)
    if (found?.kind !== "person") return []
    names.push(found.name)
  }
  return names.slice(0, namesMax)
}

const degreeBehindComma = /,\s*\p{Lu}[\p{L}.]{0,4}\p{Lu}/u

const bylineCharactersMax = 400
const namesMax = 20

/** What others did for the piece: they are no writers of it. */
const otherWork =
  /(?<=\S)[\s|•·–—,:;(-]+(?:with\s(?:additional\s|further\s)?(?:reporting|research|files?|inputs?|contributions?)|additional\sreporting|fact[- ]?checked|(?:medically |clinically |technically |legally )?reviewed|edit(?:ed|ing)|photograph(?:s|ed|y)|photos?|images?|pictures?|illustrat(?:ions?|ed)|graphics?|translated|translation|video|sponsored|presented)\s(?:by|from)\s.*$/iu

/** Where, when and for whom: `in Norrhavn`, `for the Gazette`, up to the next name. */
const placeTails = /\s(?:in|for|from|at|on|of)\s[^,;&|•·●]*?(?=\sand\s\p{Lu}|[,;&|•·●]|$)/gu

const separators =
  /\s*(?:[,;|•·●∙‧∣｜/&、，；／]|\s[-–—]\s|\s(?:and|AND|und|with)\s|\s(?:et|by|og|och|en|dan|ve|и|і|și|in|for|for the)\s(?=\p{Lu})|\s[ye]\s(?=\p{Lu}\S*\s))\s*/u

const partEdges = /^[\s"'.,:;*–—-]+|[\s"',:;*–—-]+$/gu

function nameIn(part: string, outlet: string | null): BylineName | null {
  const trimmed = part.replace(partEdges, "").replace(/[®™]/g, "")
  if (trimmed.length < 2 || trimmed.length > 60 || /[@#<>{}=?!:]/.test(trimmed)) return null
  if (!/[\p{Lu}\p{Ll}]/u.test(trimmed)) return caselessName(trimmed, outlet)
  const printed = trimmed.split(" ")
  const kept = withoutRoles(printed)
  const words = kept.length > 0 ? kept : printed
  const name = words.join(" ")
  const lower = words.map((word) => word.toLowerCase().replace(/[.'’"”]+$/u, ""))
  if (lower.some((word) => bodyWords.has(word)) || (words.length > 1 && lower[0] === "the"))
    return { name, kind: "body" }
  if (kept.length === 0) return null
  if (isOutlet(name, outlet) && !isPersonalName(name)) return { name, kind: "body" }
  if (words.length === 1) return aliasOf(name)
  if (
    words.filter((word) => !isParticle(word)).length > 5 ||
    words.length > 8 ||
    /[\d_]/.test(name) ||
    !/\p{L}{2}/u.test(name)
  )
    return null
  return words.every((word) => isNameWord(word)) ? { name, kind: "person" } : null
}

function isNameWord(word: string): boolean {
  return /^["“'‘(]?(?:[dDlLO]['’])?\p{Lu}/u.test(word) || isParticle(word)
}

function isParticle(word: string): boolean {
  return nameParticles.has(word.toLowerCase())
}

function aliasOf(word: string): BylineName | null {
  if (word.length < 3 || !/^[\p{L}\p{N}][\p{L}\p{N}._'’-]*$/u.test(word) || !/\p{L}{2}/u.test(word))
    return null
  const account = word.toLowerCase().split(/[._-]|(?<=\p{Ll})(?=\p{Lu})/u)
  const isNobody =
    accountNames.has(word.toLowerCase()) ||
    account.some((part) => accountNames.has(part)) ||
    /^\p{L}{1,3}admin\d*$|^\p{Lu}+$/u.test(word)
  return { name: word, kind: isNobody ? "body" : "alias" }
}

/** `Senior Reporter Mia Holm` and `Mia Holm Senior Reporter` without the role. */
function withoutRoles(words: readonly string[]): readonly string[] {
  const isRole = (word: string): boolean => roleWords.has(word.toLowerCase().replace(/[.,]+$/, ""))
  let end = words.length
  for (let i = 2; i < words.length; i++)
    if (isRole(words[i]!)) {
      end = i
      break
    }
  const kept = (end < words.length ? unglued(words.slice(0, end)) : words).slice(0, end)
  let start = 0
  for (let i = 0; i < kept.length; i++) if (isRole(kept[i]!)) start = i + 1
  return kept.slice(start)
}

/** `Mia HolmChief Reporter`: what stood in two elements without a blank is parted, and the second left out. */
function unglued(words: readonly string[]): readonly string[] {
  for (let i = 1; i < words.length; i++) {
    const glue = /^(\p{Lu}?\p{Ll}{3,})(?=\p{Lu}\p{Ll}{2})/u.exec(words[i]!)
    if (glue) return [...words.slice(0, i), glue[1]!]
  }
  return words
}

/** Names in scripts without capitals are short, and told from desks by how those end. */
function caselessName(part: string, outlet: string | null): BylineName | null {
  const name = part.replace(caselessRoles, "").replace(caselessRoles, "").trim()
  if (!/\p{L}{2}/u.test(name) || /\d/.test(name) || name.split(" ").length > 5) return null
  if (isOutlet(name, outlet) || caselessBodies.test(name)) return { name, kind: "body" }
  const isIdeographic =
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s・]+$/u.test(name)
  return isIdeographic && name.length > 14 ? null : { name, kind: "person" }
}

const caselessRoles =
  /^(?:责任编辑|責任編集|编辑|編集|記者|记者|本报记者|特派员|特派員|撰文|作者|文|기자)\s*[:：]?\s*|\s*(?:特派員|特派员|記者|记者|기자|특파원|编辑|編集委員|論説委員|报道|報道|撰稿|摄影报道|さん)$/u
const caselessBodies =
  /(?:編集部|编辑部|事務所|新聞|新闻|新聞社|通信|通讯社|会社|公司|委員会|委员会|研究所|大学|社|报|報|网|網|局|部|뉴스|신문|편집부|방송|통신|وكالة|جريدة|صحيفة|فريق)$/u

/** Beside a name in small letters, words in capitals alone are degrees. */
function withoutCredentials(names: readonly BylineName[]): readonly BylineName[] {
  const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)
  const calm = names.some(({ name, kind }) => kind === "person" && !isCapitals(name))
  return names.flatMap((found): readonly BylineName[] => {
    const words = found.name.split(" ")
    const kept = words.filter((word, i) => i < 2 || !isCredential(word))
    if (
      words.every(isCredential) ||
      (calm && isCapitals(found.name) && words.length <= 2 && found.name.length < 12)
    )
      return []
    return kept.length === words.length ? [found] : [{ ...found, name: kept.join(" ") }]
  })
}

function isCredential(word: string): boolean {
  return /^\p{Lu}/u.test(word) && credentialWords.has(word.replace(/[.®™,]/g, "").toLowerCase())
}

/** The outlet's own name. */
function isOutlet(name: string, outlet: string | null): boolean {
  return outlet !== null && squashed(name) === squashed(outlet)
}

/** True of two or three words that begin with a common given name. */
export function isPersonalName(name: string): boolean {
  const words = name.split(/\s+|(?<=\p{Ll})(?=\p{Lu})/u)
  const count = words.filter((word) => !isParticle(word)).length
  return count >= 2 && count <= 3 && isGivenName(words[0]!) && words.every(isNameWord)
}

/** `Mia Holm, Sound Gazette` of `The Sound Gazette, Norrhavn`: behind a person a part of the outlet's name is the outlet. */
function withoutHouse(names: readonly BylineName[], outlet: string | null): readonly BylineName[] {
  if (outlet === null || names[0]?.kind !== "person") return names
  const house = ` ${folded(outlet)} `
  return names.filter(({ name }, i) => i === 0 || !house.includes(` ${folded(name)} `))
}

function squashed(text: string): string {
  return folded(text).replaceAll(" ", "")
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|el|la|le|der|die|das) /, "")
}
