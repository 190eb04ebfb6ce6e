import { continuesLine, isHyphen, type TokenText, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import type { Numeral } from "./numeral.ts"
import type { NumeralWord, NumeralWords } from "./words.ts"

type Table = WordTable<NumeralWord>

/** What the steps below share: where we read, in which language, and how a number found is written down. */
interface WordReading {
  readonly source: TokenText
  readonly words: NumeralWords
  readonly table: Table
  readonly made: (end: number, value: number, kind: Numeral["kind"]) => Numeral
}

/** The number in words that begins at `index`: "two hundred and five", "a dozen", "three and a half", "two-thirds". */
export function numeralInWords(
  source: TokenText,
  index: number,
  first: NumeralWord,
  words: NumeralWords,
  table: Table,
): Numeral | null {
  const { tokens } = source
  const negative = first.kind === "negative"
  const at = negative ? index + 1 : index
  const head = negative && continuesLine(source, at) ? table.get(tokens.hashes[at]!) : first
  if (head === undefined || head.kind === "negative" || (negative && head.kind === "article")) return null
  const made = (end: number, value: number, kind: Numeral["kind"]): Numeral => ({
    start: tokens.starts[index]!,
    end: tokens.ends[end - 1]!,
    tokenStart: index,
    tokenEnd: end,
    value: negative ? -value : value,
    kind,
    written: "words",
    suffix: "",
    plain: false,
  })
  const reading: WordReading = { source, words, table, made }
  if (head.kind === "article") return afterArticle(reading, at)
  if (head.kind === "fraction") return head.value === 2 ? half(reading, at) : null
  if (head.kind === "vague") return vague(reading, at, head.value)
  const round = head.kind === "one" && head.value === 1 ? entryAt(reading, at + 1) : undefined
  if (round?.kind === "about") return made(at + 2, round.value, "about")
  if (head.kind === "about") return made(at + 1, head.value, "about")
  if (head.kind === "ordinal") return made(at + 1, head.value, "ordinal")
  return cardinal(reading, at)
}

/** The number word at the token, when it stands on the line of the one before it. */
function entryAt({ source, table }: WordReading, index: number): NumeralWord | undefined {
  return continuesLine(source, index) ? table.get(source.tokens.hashes[index]!) : undefined
}

/** "a hundred", "a dozen", "a third", "a half". An article before anything else is no number. */
function afterArticle(reading: WordReading, at: number): Numeral | null {
  const { source, made } = reading
  const next = entryAt(reading, at + 1)
  if (next?.kind === "scale") return cardinal(reading, at + 1, 1)
  if (next?.kind === "fraction") {
    const more = entryAt(reading, at + 2)
    if (next.value === 2 && more?.kind === "scale") return made(at + 3, more.value / 2, "cardinal")
    return made(at + 2, 1 / next.value, "fraction")
  }
  // "a third person" is an ordinal, "a third of" a share.
  if (next?.kind === "ordinal" && next.value > 2) {
    const following = wordAt(source, at + 2)
    const ends =
      !continuesLine(source, at + 2) ||
      /^(?:of|[.,;:?!)]|since|by|compared|over|as|more|less|higher|lower)$/.test(following)
    if (ends || next.value >= 1000) return made(at + 2, 1 / next.value, "fraction")
    const compound = ordinalCompound(reading, at + 1)
    if (compound !== null) return made(compound.end, 1 / compound.value, "fraction")
  }
  const tens = next?.kind === "ten" ? ordinalCompound(reading, at + 1) : null
  return tens === null ? null : made(tens.end, 1 / tens.value, "fraction")
}

/** "twenty-first", "twenty first": of tens and an ordinal below ten. */
function ordinalCompound(reading: WordReading, at: number): { end: number; value: number } | null {
  const tens = entryAt(reading, at)
  if (tens?.kind !== "ten") return null
  const next = skipHyphen(reading.source, at + 1)
  const unit = entryAt(reading, next)
  return unit?.kind === "ordinal" && unit.value < 10
    ? { end: next + 1, value: tens.value + unit.value }
    : null
}

/** "half", "half a million", "half a dozen", "half an hour" (only the half). */
function half(reading: WordReading, at: number): Numeral {
  const second = entryAt(reading, at + 1)
  const third = entryAt(reading, at + 2)
  if (second?.kind === "article" && third?.kind === "scale")
    return reading.made(at + 3, third.value / 2, "cardinal")
  return reading.made(at + 1, 0.5, "fraction")
}

/** "hundreds", "tens of thousands": the least is twice the scale. */
function vague(reading: WordReading, at: number, value: number): Numeral | null {
  const next = entryAt(reading, at + 2)
  if (wordAt(reading.source, at + 1) === "of" && next?.kind === "vague")
    return reading.made(at + 3, 2 * value * next.value, "vague")
  // "Tens" and "scores" alone are a card, a mark in music, points in a game.
  if (value === 10 || value === 20)
    return wordAt(reading.source, at + 1) === "of" ? reading.made(at + 1, 2 * value, "vague") : null
  return reading.made(at + 1, 2 * value, "vague")
}

/**
 * The usual sum: units add to tens, hundreds multiply what stands before them, greater scales close a group.
 * `seed` is the value already read ("a" before "hundred").
 */
function cardinal(reading: WordReading, from: number, seed = 0): Numeral | null {
  const { source, made } = reading
  let total = 0
  let group = seed
  let lastUnit = seed
  let step: "start" | "one" | "ten" | "scale" = seed === 0 ? "start" : "one"
  let scaleBefore = Number.POSITIVE_INFINITY
  let at = from
  let end = from
  for (let words = 0; words < wordsMax; words++) {
    const joined = end === from ? at : joinBefore(reading, end)
    const entry = end === from ? reading.table.get(source.tokens.hashes[at]!) : entryAt(reading, joined)
    if (
      entry?.kind === "one" &&
      (step === "start" || step === "scale" || (step === "ten" && entry.value < 10 && entry.value > 0))
    ) {
      group += entry.value
      lastUnit = step === "ten" ? lastUnit + entry.value : entry.value
      step = "one"
    } else if (entry?.kind === "ten" && (step === "start" || step === "scale")) {
      group += entry.value
      lastUnit = entry.value
      step = "ten"
    } else if (isScale(entry) && step !== "start") {
      // Dozens multiply the last word only, hundreds their group; a scale not below the last one multiplies all.
      if (entry.value === 12) group += lastUnit * 11
      else if (entry.value <= 100 && group > 0) group *= entry.value
      else if (entry.value < scaleBefore && group > 0) {
        total += group * entry.value
        group = 0
        scaleBefore = entry.value
      } else {
        total = (total + group) * entry.value
        group = 0
        scaleBefore = entry.value
      }
      step = "scale"
    } else break
    at = joined
    end = joined + 1
  }
  if (end === from) return null
  // "One hundred thirty-fifths": tens behind a scale go with the fraction, unless "and" ties them to it.
  const tens = step === "ten" && total + group > lastUnit && wordAt(source, end - 2) !== reading.words.and
  if (tens) {
    const below = skipHyphen(source, end)
    const part = entryAt(reading, below)
    if (part?.kind === "fraction" && part.value > 2 && part.value < 10)
      return made(below + 1, (total + group - lastUnit) / (lastUnit + part.value), "fraction")
  }
  return withTail(reading, end, total + group, step) ?? made(end, total + group, "cardinal")
}

/** Behind a number the plural is a scale too: "three dozens". */
function isScale(
  entry: NumeralWord | undefined,
): entry is { readonly kind: "scale" | "vague"; readonly value: number } {
  return entry?.kind === "scale" || entry?.kind === "vague"
}

const wordsMax = 24

/** The next token that may go on with the number: past a hyphen, or past "and" where a number follows. */
function joinBefore(reading: WordReading, end: number): number {
  const { source, words } = reading
  const hyphen = skipHyphen(source, end)
  if (hyphen !== end) return hyphen
  const previous = reading.table.get(source.tokens.hashes[end - 1]!)
  return previous?.kind === "scale" && wordAt(source, end) === words.and ? end + 1 : end
}

function skipHyphen({ text, tokens }: TokenText, index: number): number {
  return index < tokens.count && isHyphen(text, tokens.starts[index]!) ? index + 1 : index
}

/** What may follow a number in words: a denominator, an ordinal, "and a half", "point five". */
function withTail(reading: WordReading, end: number, value: number, step: string): Numeral | null {
  const { source, words, made } = reading
  const next = joinBefore(reading, end)
  const entry = entryAt(reading, next)
  if (entry?.kind === "fraction" && step !== "start") return made(next + 1, value / entry.value, "fraction")
  if (entry?.kind === "ordinal") {
    if (step === "ten" && entry.value < 10) return made(next + 1, value + entry.value, "ordinal")
    if (step === "scale" && entry.value < 100) return made(next + 1, value + entry.value, "ordinal")
    if (value === 1 && entry.value > 2) return made(next + 1, 1 / entry.value, "fraction")
  }
  const mixed = mixedNumber(reading, end, value)
  if (mixed !== null) return mixed
  if (wordAt(source, end) === words.point) return decimals(reading, end, value)
  return null
}

/** "and a half", "and three quarters", "-and-a-half", "and half": a fraction behind a whole number. */
function mixedNumber(reading: WordReading, end: number, value: number): Numeral | null {
  const { source, words, made } = reading
  const and = skipHyphen(source, end)
  if (wordAt(source, and) !== words.and) return null
  const at = skipHyphen(source, and + 1)
  const count = entryAt(reading, at)
  const counts = count?.kind === "article" ? 1 : count?.kind === "one" ? count.value : 0
  const below = counts > 0 ? skipHyphen(source, at + 1) : at
  const part = entryAt(reading, below)
  const isPart = part?.kind === "fraction" || (part?.kind === "ordinal" && part.value > 2 && counts === 1)
  if (!isPart || (counts === 0 && part.value !== 2)) return null
  // "Between eight and half past nine".
  if (/^(?:past|to)$/.test(wordAt(source, below + 1))) return null
  const mixed = value + Math.max(counts, 1) / part.value
  const scale = entryAt(reading, below + 1)
  return scale?.kind === "scale"
    ? made(below + 2, mixed * scale.value, "cardinal")
    : made(below + 1, mixed, "cardinal")
}

/** "point zero three" spells digits; "point seventy-one" gives them as one number. A scale may follow. */
function decimals(reading: WordReading, end: number, whole: number): Numeral | null {
  let digits = ""
  let at = end + 1
  while (digits.length < wordsMax) {
    const next = skipHyphen(reading.source, at)
    const entry = entryAt(reading, next)
    if (entry?.kind === "one" && (digits === "" || entry.value < 10)) digits += String(entry.value)
    else if (entry?.kind === "ten" && digits === "") {
      const unit = entryAt(reading, skipHyphen(reading.source, next + 1))
      if (unit?.kind === "one" && unit.value > 0 && unit.value < 10) {
        digits = String(entry.value + unit.value)
        at = skipHyphen(reading.source, next + 1) + 1
        break
      }
      digits = String(entry.value)
      at = next + 1
      break
    } else break
    at = next + 1
  }
  if (digits === "") return null
  const value = Number(`${whole}.${digits}`)
  const scale = entryAt(reading, at)
  return scale?.kind === "scale"
    ? reading.made(at + 1, Number((value * scale.value).toPrecision(15)), "cardinal")
    : reading.made(at, value, "cardinal")
}
