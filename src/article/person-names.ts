/** The people in a printed byline; empty when it names a body, a role or nobody. */
export function namesOfByline(printed: string, outlet: string | null = null): readonly string[] {
  const cleaned = printed
    .slice(0, bylineCharactersMax)
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/\S+@\S+\.\w+/g, " ")
    .replace(/\s*[([][^)\]]{0,80}[)\]]/g, " ")
    .replace(/(\p{L})@[\w.]{2,30}/gu, "$1 ")
    .replace(/(^|\s)@[\w.]{2,30}/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s|•·–—,:-]+/, "")
    .replace(leadIns, "")
    .replace(placeTails, "")
  const names: string[] = []
  for (const part of cleaned.split(separators)) {
    const name = personIn(part, outlet)
    if (name !== null && !names.some((other) => other.toLowerCase() === name.toLowerCase())) names.push(name)
    if (names.length >= namesMax) break
  }
  return names
}

const bylineCharactersMax = 400
const namesMax = 20

const leadIns =
  /^(?:(?:posted|written|reported|published|story|article|words|text|edited|reviewed)\s+)?(?:by|von|par|por|door|di|av|af|przez|автор|text|author|authors?|byline|words)\b\s*[:：-]?\s*/iu

/** Where, when and for whom: `in Norrhavn`, `for the Gazette`, up to the next name. */
const placeTails = /\s(?:in|for|from|at|on|of)\s[^,;&|•·●]*?(?=\sand\s\p{Lu}|[,;&|•·●]|$)/gu

const separators =
  /\s*(?:[,;|·•●∙‧∣｜/&]|\s[-–—]\s|\b(?:and|AND|und|with)\b|\b(?:et|by|y|e|in|for|for the)\b(?=\s\p{Lu}))\s*/u

/** Words that a person's name does not hold, but a role, a desk or an outlet's name does. */
const bodyWords =
  /\b(?:staff|editors?|editorial|reporters?|correspondents?|writers?|newsroom|desk|team|news|press|agency|agencies|times|post|herald|tribune|gazette|daily|courier|chronicle|observer|examiner|inquirer|journal|radio|television|media|network|magazine|bureau|columnist|contributors?|producer|admin|administrator|webmaster|guest|online|digital|service|wire|redaktion|redazione|redacción|rédaction|redakcja|redactie|com|www|inc|llc|ltd|gmbh|associated|reuters|afp|dpa|ap|pti|ani|ians|bbc|cnn|university|company|photographs?|photos?|images?|updated?|published|posted|subscribe|minutes?|read|comments?|share|senior|chief|special|managing|executive|director|president|founder|ceo|analyst|author|blog|view|profile|more|about|follow|contact)\b/iu

const particles =
  /^(?:de|da|di|do|dos|das|du|del|della|van|von|der|den|ter|la|le|el|al|bin|ibn|ben|af|av|zu|st\.?|y|e|abu|mac|o')$/iu

function personIn(part: string, outlet: string | null): string | null {
  const name = part.replace(/^[\s"'.,:;*–—-]+|[\s"',:;*–—-]+$/gu, "")
  if (name.length < 3 || name.length > 60 || /[\d@#<>{}=_?!:]/.test(name)) return null
  if (outlet !== null && sameWords(name, outlet)) return null
  if (bodyWords.test(name)) return null
  const words = name.split(/\s+/)
  if (words.length > 5) return null
  if (!/\p{L}{2}/u.test(name)) return null
  const caseless = !/[\p{Lu}\p{Ll}]/u.test(name)
  if (!caseless && !words.every((word) => /^[\p{Lu}'’"“(]/u.test(word) || particles.test(word))) return null
  if (words.length === 1 && !caseless) return null
  return name
}

function sameWords(a: string, b: string): boolean {
  const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")
  return fold(a) === fold(b)
}
