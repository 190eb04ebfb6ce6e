import { tableByHash } from "../numerals/words.ts"
import { type TokenText, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"

/** Currencies by what is printed with the number. Signs that several states share stand for the commonest. */
export const currencySigns: Readonly<Record<string, string>> = {
  $: "USD",
  "£": "GBP",
  "€": "EUR",
  "¥": "JPY",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₪": "ILS",
  "₦": "NGN",
  "₫": "VND",
  "฿": "THB",
  "₱": "PHP",
  "₴": "UAH",
  "₿": "XBT",
  "₭": "LAK",
  "৳": "BDT",
  "₲": "PYG",
  "₡": "CRC",
  "₵": "GHS",
  "₮": "MNT",
  "៛": "KHR",
  "₸": "KZT",
  "₼": "AZN",
  "₾": "GEL",
}

/** Letters before the dollar sign: "US$", "A$", "HK$". */
export const dollarPrefixes: Readonly<Record<string, string>> = {
  us: "USD",
  "u.s": "USD",
  a: "AUD",
  au: "AUD",
  c: "CAD",
  ca: "CAD",
  can: "CAD",
  nz: "NZD",
  hk: "HKD",
  s: "SGD",
  nt: "TWD",
  r: "BRL",
  mx: "MXN",
}

const isoCodes =
  "USD EUR GBP JPY CNY INR AUD CAD CHF SEK NOK DKK NZD ZAR RUB BRL MXN KRW TRY PLN CZK HUF ILS HKD SGD THB IDR MYR PHP NGN KES EGP SAR AED TWD ARS CLP COP PEN UAH RON BGN ISK VND PKR"

const currencyNames: Readonly<Record<string, string>> = {
  dollar: "USD",
  dollars: "USD",
  buck: "USD",
  bucks: "USD",
  euro: "EUR",
  euros: "EUR",
  yen: "JPY",
  yuan: "CNY",
  renminbi: "CNY",
  rmb: "CNY",
  rupee: "INR",
  rupees: "INR",
  rouble: "RUB",
  roubles: "RUB",
  ruble: "RUB",
  rubles: "RUB",
  franc: "CHF",
  francs: "CHF",
  rand: "ZAR",
  peso: "MXN",
  pesos: "MXN",
  krona: "SEK",
  kronor: "SEK",
  krone: "NOK",
  kroner: "NOK",
  lira: "TRY",
  naira: "NGN",
  shekel: "ILS",
  shekels: "ILS",
  zloty: "PLN",
  baht: "THB",
  won: "KRW",
  ringgit: "MYR",
  peseta: "ESP",
  pesetas: "ESP",
  markka: "FIM",
  rial: "IRR",
  riyal: "SAR",
  dirham: "AED",
  dirhams: "AED",
  hryvnia: "UAH",
  real: "BRL",
  reais: "BRL",
}

/** A word before the currency's name that says whose: "Australian dollars". */
export const currencyNations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  us: { dollars: "USD", dollar: "USD" },
  american: { dollars: "USD", dollar: "USD" },
  australian: { dollars: "AUD", dollar: "AUD" },
  canadian: { dollars: "CAD", dollar: "CAD" },
  zealand: { dollars: "NZD", dollar: "NZD" },
  kong: { dollars: "HKD", dollar: "HKD" },
  singapore: { dollars: "SGD", dollar: "SGD" },
  swiss: { francs: "CHF", franc: "CHF" },
  french: { francs: "FRF", franc: "FRF" },
  finnish: { markka: "FIM" },
  japanese: { yen: "JPY" },
  chinese: { yuan: "CNY" },
  indian: { rupees: "INR", rupee: "INR" },
  pakistani: { rupees: "PKR", rupee: "PKR" },
  south: { won: "KRW" },
  british: { pounds: "GBP", pound: "GBP" },
  swedish: { kronor: "SEK", krona: "SEK" },
  danish: { kroner: "DKK", krone: "DKK" },
  norwegian: { kroner: "NOK", krone: "NOK" },
  mexican: { pesos: "MXN", peso: "MXN" },
  argentine: { pesos: "ARS", peso: "ARS" },
}

export interface UnitWord {
  readonly unit: string
  readonly kind: "currency" | "hundredth" | "measure" | "time" | "percent"
  /** Printed in the plural, or never changing. */
  readonly plural: boolean
  /** More often something else ("won", "real", "stone", "in"): counts only right behind digits. */
  readonly doubtful: boolean
}

/** UCUM codes by their words. */
const measures: Readonly<Record<string, string>> = {
  mile: "[mi_i]",
  kilometre: "km",
  kilometer: "km",
  metre: "m",
  meter: "m",
  centimetre: "cm",
  centimeter: "cm",
  millimetre: "mm",
  millimeter: "mm",
  inch: "[in_i]",
  yard: "[yd_i]",
  foot: "[ft_i]",
  acre: "[acr_us]",
  hectare: "har",
  kilogram: "kg",
  kilo: "kg",
  gram: "g",
  milligram: "mg",
  pound: "[lb_av]",
  ounce: "[oz_av]",
  tonne: "t",
  ton: "[ston_av]",
  litre: "L",
  liter: "L",
  gallon: "[gal_us]",
  pint: "[pt_us]",
  barrel: "[bbl_us]",
  watt: "W",
  kilowatt: "kW",
  megawatt: "MW",
  gigawatt: "GW",
  volt: "V",
  joule: "J",
  calorie: "cal",
  kilobyte: "kBy",
  megabyte: "MBy",
  gigabyte: "GBy",
  terabyte: "TBy",
  byte: "By",
  bit: "bit",
  microgram: "ug",
  millilitre: "mL",
  milliliter: "mL",
  nanometre: "nm",
  nanometer: "nm",
  hertz: "Hz",
  megahertz: "MHz",
  gigahertz: "GHz",
  quart: "[qt_us]",
  bushel: "[bu_us]",
  stone: "[stone_av]",
  furlong: "[fur_us]",
  decibel: "dB",
  knot: "[kn_i]",
  degree: "deg",
  deg: "deg",
}

const measureMarks: Readonly<Record<string, string>> = {
  km: "km",
  cm: "cm",
  mm: "mm",
  kg: "kg",
  mg: "mg",
  lb: "[lb_av]",
  lbs: "[lb_av]",
  oz: "[oz_av]",
  ft: "[ft_i]",
  mph: "[mi_i]/h",
  kph: "km/h",
  kmh: "km/h",
  mw: "MW",
  gw: "GW",
  kwh: "kW.h",
  mwh: "MW.h",
  gb: "GBy",
  mb: "MBy",
  kb: "kBy",
  tb: "TBy",
  ml: "mL",
  μg: "ug",
  µg: "ug",
  mcg: "ug",
  hz: "Hz",
  mhz: "MHz",
  ghz: "GHz",
  db: "dB",
  psi: "[psi]",
  hp: "[HP]",
  ha: "har",
  sq: "m2",
  m2: "m2",
  km2: "km2",
  bpd: "[bbl_us]/d",
}

const irregularMeasures: Readonly<Record<string, string>> = {
  feet: "[ft_i]",
  inches: "[in_i]",
  celsius: "Cel",
  fahrenheit: "[degF]",
}

const timeUnits = "second minute hour day weekend week fortnight month quarter year decade century".split(" ")
const timeMarks: Readonly<Record<string, string>> = {
  hr: "hour",
  hrs: "hour",
  min: "minute",
  mins: "minute",
  sec: "second",
  secs: "second",
  yr: "year",
  yrs: "year",
  wks: "week",
  nights: "night",
}
const doubtfulUnits = new Set([
  "won",
  "real",
  "rand",
  "try",
  "second",
  "quarter",
  "sq",
  "ha",
  "pound",
  "pounds",
  "degree",
])

export const unitTable: WordTable<UnitWord> = tableByHash(unitEntries())

function unitEntries(): readonly (readonly [string, UnitWord])[] {
  const entries: [string, UnitWord][] = []
  const add = (word: string, unit: string, kind: UnitWord["kind"], plural: boolean): void => {
    entries.push([word, { unit, kind, plural, doubtful: doubtfulUnits.has(word) }])
  }
  for (const code of isoCodes.split(" ")) add(code.toLowerCase(), code, "currency", true)
  for (const [word, unit] of Object.entries(currencyNames)) add(word, unit, "currency", true)
  for (const word of ["cent", "cents", "pence", "penny"])
    add(word, word === "pence" || word === "penny" ? "GBP" : "USD", "hundredth", true)
  for (const [word, unit] of Object.entries(measures)) {
    add(word, unit, "measure", false)
    add(`${word}s`, unit, "measure", true)
  }
  for (const [word, unit] of Object.entries({ ...measureMarks, ...irregularMeasures }))
    add(word, unit, "measure", true)
  for (const word of timeUnits) {
    add(word, word, "time", false)
    add(word === "century" ? "centuries" : `${word}s`, word, "time", true)
  }
  for (const [word, unit] of Object.entries(timeMarks)) add(word, unit, "time", true)
  for (const word of ["percent", "percents", "pct", "percentage"]) add(word, "%", "percent", true)
  return entries
}

const unitsByWord: ReadonlyMap<string, UnitWord> = new Map([...unitEntries()].reverse())

/** The unit at the token; of another language's word the unit of its English one. */
export function unitAt(source: TokenText, index: number): UnitWord | undefined {
  if (index < 0 || index >= source.tokens.count) return undefined
  const own = unitTable.get(source.tokens.hashes[index]!)
  return own !== undefined || !source.english ? own : unitsByWord.get(wordAt(source, index))
}
