import { continuesLine, isHyphen, type TokenText, touches, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import { numeralInWords } from "./in-words.ts"
import type { Numeral, Numerals } from "./numeral.ts"
import { englishNumerals, type NumeralWord, type NumeralWords, numeralTable } from "./words.ts"

/** Cost: one table look-up a token. Number words of the language's table, and digits in its own notation. */
export function findNumerals(source: TokenText, words: NumeralWords = englishNumerals): Numerals {
  const { tokens, text } = source
  const table = tableOf(words)
  const list: Numeral[] = []
  const startingAt = new Int32Array(tokens.count).fill(-1)
  let index = 0
  while (index < tokens.count) {
    const unit = text.charCodeAt(tokens.starts[index]!)
    const isDigit = unit >= 48 && unit <= 57
    let found: readonly Numeral[] = []
    if (isDigit) found = numeralsInDigits(source, index, words, table)
    else if (isVulgar(unit)) found = [vulgarFraction(source, index, unit)]
    else {
      const word = table.get(tokens.hashes[index]!)
      if (word?.kind === "negative" && wordAt(source, index - 1) !== "or")
        found = negated(source, index, words, table)
      if (word !== undefined && found.length === 0) {
        const numeral = numeralInWords(source, index, word, words, table)
        if (numeral !== null) found = [numeral]
      }
    }
    if (found.length === 0) {
      index++
      continue
    }
    startingAt[found[0]!.tokenStart] = list.length
    list.push(...found)
    index = Math.max(index + 1, found.at(-1)!.tokenEnd)
  }
  return { list, startingAt }
}

/** "minus 4.5": the word stands before digits as the sign does. */
function negated(source: TokenText, index: number, words: NumeralWords, table: Table): readonly Numeral[] {
  const { tokens, text } = source
  if (!continuesLine(source, index + 1) || !/^\d/.test(wordAt(source, index + 1))) return []
  const [numeral, ...rest] = numeralsInDigits(source, index + 1, words, table)
  if (numeral === undefined || rest.length > 0 || /[-\u2212]/.test(text[numeral.start]!)) return []
  return [
    { ...numeral, start: tokens.starts[index]!, tokenStart: index, value: -numeral.value, plain: false },
  ]
}

const tables = new Map<NumeralWords, WordTable<NumeralWord>>()

function tableOf(words: NumeralWords): WordTable<NumeralWord> {
  let table = tables.get(words)
  if (!table) tables.set(words, (table = numeralTable(words)))
  return table
}

type Table = WordTable<NumeralWord>

const vulgar: Readonly<Record<string, number>> = {
  "½": 0.5,
  "¼": 0.25,
  "¾": 0.75,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "⅛": 0.125,
}

function isVulgar(unit: number): boolean {
  return unit > 127 && vulgar[String.fromCharCode(unit)] !== undefined
}

function vulgarFraction({ tokens }: TokenText, index: number, unit: number): Numeral {
  return {
    start: tokens.starts[index]!,
    end: tokens.ends[index]!,
    tokenStart: index,
    tokenEnd: index + 1,
    value: vulgar[String.fromCharCode(unit)]!,
    kind: "fraction",
    written: "digits",
    suffix: "",
    plain: false,
  }
}

/** The digits of one token, with the scale that follows; several where commas only list them ("22,24,26"). */
function numeralsInDigits(
  source: TokenText,
  index: number,
  words: NumeralWords,
  table: Table,
): readonly Numeral[] {
  const { text, tokens } = source
  const start = tokens.starts[index]!
  const raw = text.slice(start, Math.min(tokens.ends[index]!, start + digitsMax))
  const split = /^([\d.,]*\d)(.*)$/su.exec(raw)
  if (!split) return []
  const [, digits, letters] = split as unknown as [string, string, string]
  const value = valueOfDigits(digits, words.decimalMark)
  if (value === null) return letters === "" ? listedNumbers(digits, start, index) : []
  const ordinal = words.ordinalMarks.includes(letters.toLowerCase())
  const glued =
    words.scaleMarks[letters] ??
    words.scaleMarks[letters.toLowerCase()] ??
    words.scales[letters.toLowerCase()]
  const isScale = glued !== undefined && !ordinal
  // "1.3e6" is how programs write 1,300,000.
  const power = /^e(\d{1,2})$/i.exec(letters)
  const own = power ? Number(`${value}e${power[1]}`) : isScale ? scaledBy(value, glued) : value
  const plain = letters === "" && /^\d+$/.test(digits)
  const wider = letters === "" ? widened(source, index, { value, digits, plain }, words, table) : null
  const scaled = isScale || wider !== null
  const tokenEnd = wider?.tokenEnd ?? index + 1
  const sign = signBefore(source, index)
  const point = sign === null && plain && !scaled ? leadingPoint(source, index, words.decimalMark) : null
  const amount = point === null ? (wider?.value ?? own) : Number(`0.${digits}`)
  return [
    {
      start: sign ?? point ?? start,
      end: tokens.ends[tokenEnd - 1]!,
      tokenStart: sign === null && point === null ? index : index - 1,
      tokenEnd,
      value: sign === null ? amount : -amount,
      kind: ordinal ? "ordinal" : "cardinal",
      written: "digits",
      suffix: ordinal || isScale || power ? "" : letters.toLowerCase(),
      plain: plain && !scaled && sign === null && point === null,
    },
  ]
}

interface Widened {
  readonly value: number
  readonly tokenEnd: number
}

/** The number with what follows its digits: a scale, further groups of thousands, a half, a power; null: nothing does. */
function widened(
  source: TokenText,
  index: number,
  { value, digits, plain }: { readonly value: number; readonly digits: string; readonly plain: boolean },
  words: NumeralWords,
  table: Table,
): Widened | null {
  const scale = scaleAfter(source, index + 1, words, table)
  if (scale !== null) return { value: scaledBy(value, scale.factor), tokenEnd: scale.tokenEnd }
  if (plain && digits.length <= 3) {
    const groups = thousandsGroups(source, index + 1, words.decimalMark === ",")
    if (groups.length > 0)
      return {
        value: groups.reduce((sum, group) => sum * 1000 + group, value),
        tokenEnd: index + 1 + groups.length,
      }
  }
  const half = halfAfter(source, index + 1, words, table)
  if (half !== null) return { value: value + half.part, tokenEnd: half.tokenEnd }
  const raised = powerAfter(source, index)
  return raised === null
    ? null
    : { value: Number((value ** raised.power).toPrecision(15)), tokenEnd: raised.tokenEnd }
}

/** "1.1^23", "2^-3": the power that touches the token, or null. */
function powerAfter(
  { text, tokens }: TokenText,
  index: number,
): { readonly power: number; readonly tokenEnd: number } | null {
  const match = /^\^([+-]{0,2})(\d{1,3})(?!\d|[.,]\d)/.exec(
    text.slice(tokens.ends[index]!, tokens.ends[index]! + 8),
  )
  if (!match) return null
  const end = tokens.ends[index]! + match[0].length
  let tokenEnd = index + 1
  while (tokenEnd < tokens.count && tokens.ends[tokenEnd - 1]! < end) tokenEnd++
  const power = match[1]!.replaceAll("+", "") === "-" ? -Number(match[2]) : Number(match[2])
  return tokens.ends[tokenEnd - 1] === end ? { power, tokenEnd } : null
}

/** A longer run of digits is no number that anybody reads. */
const digitsMax = 40

/** "1,200.50" in the language's notation, or null when the marks part no groups of three. */
function valueOfDigits(digits: string, decimalMark: "." | ","): number | null {
  const groupMark = decimalMark === "." ? "," : "."
  const [whole, decimals, ...rest] = digits.split(decimalMark) as [string, string?, ...string[]]
  if (rest.length > 0 || (decimals?.includes(groupMark) ?? false)) return null
  const groups = whole.split(groupMark)
  const grouped = groups.length > 1
  if (grouped && groups.some((group, i) => (i === 0 ? group.length > 3 || group === "" : group.length !== 3)))
    return groups.length === 2 && decimals === undefined && groups[1]!.length < 3 && groupMark === "."
      ? Number(`${groups[0]}.${groups[1]}`)
      : null
  const value = Number(groups.join("") + (decimals === undefined ? "" : `.${decimals}`))
  return Number.isFinite(value) ? value : null
}

function listedNumbers(digits: string, start: number, index: number): readonly Numeral[] {
  const found: Numeral[] = []
  for (const match of digits.matchAll(/\d+/g)) {
    found.push({
      start: start + match.index,
      end: start + match.index + match[0].length,
      tokenStart: index,
      tokenEnd: index + 1,
      value: Number(match[0]),
      kind: "cardinal",
      written: "digits",
      suffix: "",
      plain: true,
    })
  }
  return found
}

/** Multiplied without the last bit's noise: 19.4 million is 19,400,000. */
function scaledBy(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15))
}

function scaleAfter(
  source: TokenText,
  index: number,
  words: NumeralWords,
  table: Table,
): { factor: number; tokenEnd: number } | null {
  let at = index
  let factor = 1
  while (continuesLine(source, at)) {
    let next = at
    if (isHyphen(source.text, source.tokens.starts[at]!) && continuesLine(source, at + 1)) next = at + 1
    const entry = table.get(source.tokens.hashes[next]!)
    if (entry?.kind === "scale" || (entry?.kind === "vague" && factor === 1)) factor *= entry.value
    else {
      const raw = source.text.slice(source.tokens.starts[at], source.tokens.ends[at])
      const mark = raw.length > 1 || raw === "k" ? words.scaleMarks[raw] : undefined
      if (mark === undefined || factor !== 1) break
      factor = mark
      // "4,5 Mio. Euro".
      const isShort =
        wordAt(source, at + 1) === "." && touches(source, at + 1) && continuesLine(source, at + 2)
      next = isShort && words.decimalMark === "," ? at + 1 : at
    }
    at = next + 1
    if (factor >= 1e12) break
  }
  return at === index ? null : { factor, tokenEnd: at }
}

/** "3 and a half", "5 and three quarters", with the scale that may follow it left alone. */
function halfAfter(
  source: TokenText,
  index: number,
  words: NumeralWords,
  table: Table,
): { readonly part: number; readonly tokenEnd: number } | null {
  if (!continuesLine(source, index + 2) || wordAt(source, index) !== words.and) return null
  const article = table.get(source.tokens.hashes[index + 1]!)
  const part = table.get(source.tokens.hashes[index + 2]!)
  const count = article?.kind === "article" ? 1 : article?.kind === "one" ? article.value : 0
  if (part?.kind !== "fraction" || count < 1 || count >= part.value) return null
  return { part: count / part.value, tokenEnd: index + 3 }
}

/**
 * The groups of "1 234 567" behind its first: parted by a thin or unbreaking blank, or by a plain one where two groups
 * follow or the one is noughts ("18 200 boats" is no number), or where the language prints them so (`plain`).
 */
function thousandsGroups({ text, tokens }: TokenText, index: number, plain: boolean): readonly number[] {
  const groups: number[] = []
  let thin = true
  for (let at = index; at < tokens.count && groups.length < 5; at++) {
    const gap = text.slice(tokens.ends[at - 1], tokens.starts[at])
    const group = text.slice(tokens.starts[at], tokens.ends[at])
    if (!/^\d{3}$/.test(group) || !/^[ \u00a0\u202f\u2009]$/.test(gap)) break
    if (gap === " ") thin = false
    groups.push(Number(group))
  }
  return thin || plain || groups.length > 1 || groups[0] === 0 ? groups : []
}

/** Where the point of ".08" stands, or null: behind a blank and touching the digits. */
function leadingPoint(source: TokenText, index: number, mark: string): number | null {
  const { text, tokens } = source
  if (!touches(source, index)) return null
  const at = tokens.starts[index - 1]!
  return text[at] === mark && (at === 0 || /[\s(]/.test(text[at - 1]!)) ? at : null
}

/** Where a minus sign before the digits stands, or null: after a blank, bracket or start, and touching. */
function signBefore(source: TokenText, index: number): number | null {
  const { text, tokens } = source
  if (!touches(source, index)) return null
  const at = tokens.starts[index - 1]!
  const unit = text.charCodeAt(at)
  if (unit !== 0x2d && unit !== 0x2212) return null
  const before = at === 0 ? 32 : text.charCodeAt(at - 1)
  return before === 32 || before === 10 || before === 40 ? at : null
}
