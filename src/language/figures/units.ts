import { tableByHash } from "../numerals/words.ts"
import { type TokenText, wordAt } from "../token-text.ts"
import type { WordTable } from "../word-table.ts"
import { currencyNames, isoCodes, subunits } from "./currencies.ts"

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

export interface UnitWord {
  readonly unit: string
  readonly kind: "currency" | "measure" | "time" | "percent"
  /** By what the number is multiplied: 0.01 for cents. */
  readonly factor: number
  /** Printed in the plural, or never changing. */
  readonly plural: boolean
  /** More often something else ("won", "real", "stone", "second"): counts only right behind digits. */
  readonly doubtful: boolean
  /** A unit only where it touches its digits: "5m", "30C", "90p". */
  readonly glued: boolean
}

/** Units by their singular. UCUM codes, where it has one. */
const measures = table(`
  picometre pm picometer pm nanometre nm nanometer nm micrometre um micrometer um micron um millimetre mm millimeter mm
  centimetre cm centimeter cm decimetre dm decimeter dm metre m meter m kilometre km kilometer km inch [in_i] foot [ft_i]
  yard [yd_i] mile [mi_i] furlong [fur_us] fathom [fth_i] lightyear [ly] acre [acr_us] hectare har
  microgram ug milligram mg gram g kilogram kg kilo kg tonne t ton [ston_av] kiloton kt megaton Mt pound [lb_av] ounce [oz_av]
  stone [stone_av] carat [car_m] grain [gr]
  millilitre mL milliliter mL centilitre cL centiliter cL decilitre dL deciliter dL litre L liter L hectolitre hL
  hectoliter hL gallon [gal_us] quart [qt_us] pint [pt_us] barrel [bbl_us] bushel [bu_us] teaspoon [tsp_us]
  tablespoon [tbs_us]
  watt W kilowatt kW megawatt MW gigawatt GW terawatt TW volt V kilovolt kV joule J kilojoule kJ megajoule MJ calorie cal
  kilocalorie kcal ampere A amp A ohm Ohm hertz Hz kilohertz kHz megahertz MHz gigahertz GHz decibel dB
  bit bit kilobit kbit megabit Mbit gigabit Gbit terabit Tbit byte By kilobyte kBy megabyte MBy gigabyte GBy terabyte TBy
  petabyte PBy pascal Pa kilopascal kPa hectopascal hPa knot [kn_i] degree deg radian rad kelvin K`)

/** Signs and words that have no plural of their own. */
const measureMarks = table(`
  km km cm cm mm mm nm nm μm um µm um kg kg mg mg μg ug µg ug mcg ug lb [lb_av] lbs [lb_av] oz [oz_av] ft [ft_i] yds [yd_i]
  feet [ft_i] inches [in_i] ins [in_i] mph [mi_i]/h kph km/h kmh km/h kmph km/h mps m/s fps [ft_i]/s mw MW kw kW gw GW tw TW kwh kW.h mwh MW.h
  gwh GW.h twh TW.h gb GBy mb MBy kb kBy tb TBy pb PBy mbps Mbit/s gbps Gbit/s kbps kbit/s ml mL cl cL dl dL hz Hz khz kHz mhz MHz ghz GHz db dB
  psi [psi] hp [HP] horsepower [HP] ha har m2 m2 km2 km2 m3 m3 cm2 cm2 cm3 cm3 sqm m2 sqft [sft_i] bpd [bbl_us]/d kcal kcal kj kJ
  celsius Cel celcius Cel centigrade Cel centigrate Cel fahrenheit [degF] farenheit [degF] fahrenheight [degF] deg deg`)

/** Letters that are units only where they touch their digits. */
const gluedMarks = table("m m g g l L c Cel f [degF] t t w W v V pc %")

const timeUnits = "second minute hour day weekend week fortnight month quarter year decade century".split(" ")
const timeMarks = table(
  "hr hour hrs hour min minute mins minute sec second secs second yr year yrs year wk week wks week nights night mos month",
)
const gluedTimes = table("h hour s second d day")
const doubtfulUnits = new Set(
  "won real reais rand sol som sum lev lei leu kip mark marks pula colon try second quarter ha pound pounds degree bit grain stone bar ins min".split(
    " ",
  ),
)

export const unitTable: WordTable<UnitWord> = tableByHash(unitEntries())

/** "word unit" each, parted by blanks. */
function table(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/\s+/)
  return new Map(words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1]!] as const] : [])))
}

function unitEntries(): readonly (readonly [string, UnitWord])[] {
  const entries: [string, UnitWord][] = []
  const add = (word: string, unit: string, kind: UnitWord["kind"], plural: boolean, factor = 1): void => {
    entries.push([word, { unit, kind, plural, factor, doubtful: doubtfulUnits.has(word), glued: false }])
  }
  for (const code of isoCodes.split(" ")) add(code.toLowerCase(), code, "currency", true)
  for (const [word, unit] of currencyNames) add(word, unit, "currency", true)
  for (const [word, { unit, factor }] of subunits) add(word, unit, "currency", true, factor)
  for (const [word, unit] of measures) {
    add(word, unit, "measure", false)
    add(`${word}s`, unit, "measure", true)
  }
  for (const [word, unit] of measureMarks) add(word, unit, "measure", true)
  for (const word of timeUnits) {
    add(word, word, "time", false)
    add(word === "century" ? "centuries" : `${word}s`, word, "time", true)
  }
  for (const [word, unit] of timeMarks) add(word, unit, "time", true)
  for (const word of ["percent", "percents", "pct", "percentage"]) add(word, "%", "percent", true)
  const glue = (word: string, unit: string, kind: UnitWord["kind"], factor = 1): void => {
    entries.push([word, { unit, kind, plural: true, factor, doubtful: false, glued: true }])
  }
  for (const [word, unit] of gluedMarks) glue(word, unit, unit === "%" ? "percent" : "measure")
  for (const [word, unit] of gluedTimes) glue(word, unit, "time")
  glue("p", "GBP", "currency", 0.01)
  return entries
}

const unitsByWord: ReadonlyMap<string, UnitWord> = new Map([...unitEntries()].reverse())

/** The unit at the token; of another language's word the unit of its English one. */
export function unitAt(source: TokenText, index: number): UnitWord | undefined {
  if (index < 0 || index >= source.tokens.count) return undefined
  const word = source.english
    ? unitsByWord.get(wordAt(source, index))
    : unitTable.get(source.tokens.hashes[index]!)
  return word?.glued ? undefined : word
}

/** The unit that letters glued to digits stand for: "km" of "5km", "years" of "3.5years". */
export function unitOfSuffix(suffix: string): UnitWord | undefined {
  return unitsByWord.get(suffix)
}
