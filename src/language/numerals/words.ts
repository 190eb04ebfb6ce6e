import { assert } from "../../base/index.ts"
import { tokenize } from "../tokens.ts"
import { WordTable } from "../word-table.ts"

/** The number words of one language, as data. Every key is one token, in lower case. */
export interface NumeralWords {
  /** Zero to nineteen, and what else stands for one number and is only added to: "twenty" is in `tens`. */
  readonly ones: Readonly<Record<string, number>>
  readonly tens: Readonly<Record<string, number>>
  /** Multipliers: a hundred and above, and "dozen". */
  readonly scales: Readonly<Record<string, number>>
  /** Scales in the plural that name no number: "dozens of", "thousands of". */
  readonly vagueScales: Readonly<Record<string, number>>
  /** Words for about so many: "vingtaine". */
  readonly abouts: Readonly<Record<string, number>>
  readonly ordinals: Readonly<Record<string, number>>
  /** Denominators that are no ordinals: "half", "quarters". */
  readonly fractions: Readonly<Record<string, number>>
  /** Letters glued to digits or standing after them: "bn", "k". */
  readonly scaleMarks: Readonly<Record<string, number>>
  /** Endings that make digits an ordinal: "st", "nd". */
  readonly ordinalMarks: readonly string[]
  readonly and: string
  readonly point: string
  readonly articles: readonly string[]
  readonly negatives: readonly string[]
  readonly decimalMark: "." | ","
}

export type NumeralWord =
  | {
      readonly kind: "one" | "ten" | "scale" | "vague" | "about" | "ordinal" | "fraction"
      readonly value: number
    }
  | { readonly kind: "article" | "negative" }

/** Values by the hash of their token, so that a text's own words need not be cut out to be looked up. */
export function tableByHash<Value>(
  entries: Iterable<readonly [word: string, value: Value]>,
): WordTable<Value> {
  const table = new Map<number, Value>()
  for (const [word, value] of entries) {
    const tokens = tokenize(word)
    assert(tokens.count === 1, `"${word}" is one token`)
    const hash = tokens.hashes[0]!
    if (!table.has(hash)) table.set(hash, value)
  }
  return new WordTable(table)
}

export function numeralTable(words: NumeralWords): WordTable<NumeralWord> {
  const entries: [string, NumeralWord][] = []
  const add = (
    kind: "one" | "ten" | "scale" | "vague" | "about" | "ordinal" | "fraction",
    list: object,
  ): void => {
    for (const [word, value] of Object.entries(list) as [string, number][])
      entries.push([word, { kind, value }])
  }
  add("one", words.ones)
  add("ten", words.tens)
  add("scale", words.scales)
  add("vague", words.vagueScales)
  add("about", words.abouts)
  add("fraction", words.fractions)
  add("ordinal", words.ordinals)
  for (const word of words.articles) entries.push([word, { kind: "article" }])
  for (const word of words.negatives) entries.push([word, { kind: "negative" }])
  return tableByHash(entries)
}

const englishOnes = {
  zero: 0,
  nought: 0,
  naught: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}

const englishTens = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const englishOrdinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
  thousandth: 1e3,
  millionth: 1e6,
  billionth: 1e9,
  trillionth: 1e12,
}

function pluralsOf(ordinals: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(ordinals)
      .filter(([word]) => word !== "first" && word !== "second")
      .map(([word, value]) => [`${word}s`, value]),
  )
}

export const englishNumerals: NumeralWords = {
  ones: englishOnes,
  tens: englishTens,
  scales: {
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    lakh: 1e5,
    crore: 1e7,
    dozen: 12,
  },
  abouts: {},
  vagueScales: {
    tens: 10,
    dozens: 12,
    scores: 20,
    hundreds: 100,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
    trillions: 1e12,
  },
  ordinals: englishOrdinals,
  fractions: { half: 2, halves: 2, quarter: 4, quarters: 4, ...pluralsOf(englishOrdinals) },
  scaleMarks: {
    k: 1e3,
    K: 1e3,
    M: 1e6,
    mn: 1e6,
    mln: 1e6,
    mil: 1e6,
    B: 1e9,
    b: 1e9,
    bn: 1e9,
    bln: 1e9,
    G: 1e9,
    T: 1e12,
    tn: 1e12,
    trn: 1e12,
  },
  ordinalMarks: ["st", "nd", "rd", "th"],
  and: "and",
  point: "point",
  articles: ["a", "an"],
  negatives: ["minus", "negative"],
  decimalMark: ".",
}
