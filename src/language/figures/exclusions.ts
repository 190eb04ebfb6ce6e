import { type Numeral, type Numerals, numeralAt } from "../numerals/numeral.ts"
import { continuesLine, isHyphen, type TokenText, touches, wordAt } from "../token-text.ts"
import type { Amount } from "./quantities.ts"

/** True for digits that name and do not count: telephone numbers, addresses, list numbers, parts of codes. */
export function isCode(source: TokenText, numeral: Numeral): boolean {
  const { text } = source
  const before = text[numeral.start - 1] ?? " "
  const after = text[numeral.end] ?? " "
  if (/[#@_=/\\:&]/.test(before) || /[_@=\\:]/.test(after))
    return after !== ":" || /[\d\w]/.test(text[numeral.end + 1] ?? " ") || before !== " "
  if (numeral.written !== "digits") return false
  if (/[-–‑]/.test(before) && /[\p{L}\d]/u.test(text[numeral.start - 2] ?? " ")) return true
  if (/[.,]/.test(before) && /[\p{L}\d]/u.test(text[numeral.start - 2] ?? " ")) return true
  if (after === "." && /[\p{L}\d]/u.test(text[numeral.end + 1] ?? " ")) return true
  if (/[.)]/.test(after) && isItemStart(text, numeral) && /\s/.test(text[numeral.end + 1] ?? " ")) return true
  if (numeral.plain && /^0\d/.test(text.slice(numeral.start, numeral.start + 2))) return true
  return isTelephone(text, numeral)
}

/** A number before a point or bracket at the start of a line, or of a sentence that another follows: "2. Add salt." */
function isItemStart(text: string, { start, end }: Numeral): boolean {
  if (isLineStart(text, start)) return true
  return /[.!?] $/.test(text.slice(start - 2, start)) && /^[.)] \p{Lu}/u.test(text.slice(end, end + 4))
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && (text[before] === " " || text[before] === "\t")) before--
  return before < 0 || text[before] === "\n"
}

function isTelephone(text: string, numeral: Numeral): boolean {
  const near = text.slice(Math.max(0, numeral.start - 4), numeral.end + 16)
  return (
    /(?:^|[^\d])(?:\+\d{1,3}[ -]?)?\(?\d{3,5}\)?[ .-]\d{3}[ .-]\d{3,4}(?!\d)/.test(near) ||
    /^\d{3}-\d{4}(?!\d)/.test(text.slice(numeral.start, numeral.start + 10)) ||
    text[numeral.start - 1] === "+" ||
    /\+\d{1,3}[\d ()-]*[ )-]$/.test(text.slice(Math.max(0, numeral.start - 20), numeral.start))
  )
}

const naming = new Set(
  "no number nos flight route section sections article articles chapter page pages room highway interstate rule form channel gate platform level grade category phase stage group unit station precinct district ward division title proposition prop amendment resolution bill volume vol episode season version model apartment apt suite building act step question exhibit figure table appendix paragraph clause verse line lines week day round game lot bus train runway mile exit area zone type class block order junction junctions zones box".split(
    " ",
  ),
)

/** True when the number is part of a name: "Flight 370", "Boeing 737", "No. 10", "Covid-19". */
export function isName(source: TokenText, amount: Amount): boolean {
  const { text, tokens } = source
  const at = amount.first.tokenStart
  if (at === 0 || !continuesLine(source, at)) return false
  let previous = at - 1
  if (wordAt(source, previous) === "." && touches(source, previous)) previous--
  const word = wordAt(source, previous)
  if (previous < at - 1 && !/^(?:no|nos|vol|prop|apt|sec|art)$/.test(word)) return false
  if (naming.has(word)) return true
  if (amount.first.written !== "digits" || previous < at - 1) return false
  const raw = text.slice(tokens.starts[previous], tokens.ends[previous])
  return /^\p{Lu}/u.test(raw) && !isSentenceStart(source, previous) && !leads.has(word)
}

const leads = new Set(
  "about over some nearly almost only just all the at least more than and but of in on to by for with from us they we he she it i".split(
    " ",
  ),
)

function isSentenceStart(source: TokenText, index: number): boolean {
  if (index === 0 || !continuesLine(source, index)) return true
  return /^[.!?:"“”]$/.test(wordAt(source, index - 1))
}

/** "3-1", "7-5": two small numbers about a dash that fall, or stand behind a word of games, with nothing counted. */
export function isScore(source: TokenText, numerals: Numerals, amount: Amount): boolean {
  const { text, tokens } = source
  const at = amount.tokenEnd
  if (!amount.first.plain || amount.first.value > scoreMax || at >= tokens.count) return false
  if (!isHyphen(text, tokens.starts[at]!) || !touches(source, at) || !touches(source, at + 1)) return false
  const second = numeralAt(numerals, at + 1)
  if (!second?.plain || second.value > scoreMax) return false
  if (amount.first.value >= second.value) return true
  return games.test(wordAt(source, amount.first.tokenStart - 1))
}

const scoreMax = 200
const games =
  /^(?:won|lost|beat|drew|draw|win|wins|victory|defeat|score|scored|tied|led|leading|trailed|leads)$/

/** The age set between commas after a name: "Ada Brown, 45, said". */
export function isAgeAside(source: TokenText, amount: Amount): boolean {
  const { text, tokens } = source
  const { first, tokenEnd } = amount
  if (!first.plain || first.value < 1 || first.value > 115) return false
  const lead = wordAt(source, first.tokenStart - 1)
  if (first !== amount.last) return lead === "aged"
  if (/^(?:aged|age|turned|turns|turning)$/.test(lead)) return true
  if (/^(?:was|is|were|am|i'm|he's|she's|only|just)$/.test(lead) && wordAt(source, tokenEnd) === "when")
    return true
  if (wordAt(source, first.tokenStart - 1) !== "," || first.tokenStart < 2) return false
  const after = wordAt(source, tokenEnd)
  const name = text.slice(tokens.starts[first.tokenStart - 2], tokens.ends[first.tokenStart - 2])
  return /^[,.;]$/.test(after) && /^\p{Lu}\p{Ll}/u.test(name)
}

/** "6-2" and "6 to 2" near a vote: the second number, or null. */
export function voteAt(source: TokenText, numerals: Numerals, amount: Amount): Numeral | null {
  const at = amount.tokenEnd
  if (!amount.first.plain && amount.first.written !== "words") return null
  const dash = at < source.tokens.count && isHyphen(source.text, source.tokens.starts[at]!)
  if (!dash && wordAt(source, at) !== "to") return null
  const second = numeralAt(numerals, at + 1)
  if (second === null || second.kind !== "cardinal") return null
  for (let near = amount.first.tokenStart - 6; near < second.tokenEnd + 4; near++)
    if (
      /^(?:vote|votes|voted|voting|ruled|ruling|decision|majority|approved|rejected|passed)$/.test(
        wordAt(source, near),
      )
    )
      return second
  return null
}
