import { expect, test } from "vitest"
import { findNumerals } from "../numerals/numerals.ts"
import { findTimes } from "../times/times.ts"
import { tokenize } from "../tokens.ts"
import { findFigures } from "./figures.ts"
import { factLanguageFor } from "./languages.ts"

/** 5 March 2031 is a Wednesday. */
function check(language: string, text: string, times: readonly string[], figures: readonly string[]): void {
  const facts = factLanguageFor(language)
  const source = { text, tokens: tokenize(text), english: facts.english }
  const numerals = findNumerals(source, facts.numerals)
  const found = findTimes(source, numerals, { published: "2031-03-05", modified: null }, facts.times)
  const cut = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
  expect(
    found.times.map(
      (time) => `${cut(time)}: ${time.from === time.to ? time.from : `${time.from}..${time.to}`}`,
    ),
  ).toEqual(times)
  expect(
    findFigures(source, numerals, found.phrases, facts.figures).map(
      (figure) => `${cut(figure)}: ${figure.low ?? ""}..${figure.high ?? ""} ${figure.unit}`,
    ),
  ).toEqual(figures)
}

test("French", () =>
  check(
    "fr",
    "Plus de 20 personnes ont été blessées lundi 3 mars 2031 ; il y a trois jours, la semaine dernière, 1 200 passagers et 4,2 millions d’euros.",
    [
      "lundi 3 mars 2031: 2031-03-03",
      "il y a trois jours: 2031-03-02",
      "la semaine dernière: 2031-02-24..2031-03-02",
    ],
    [
      "Plus de 20 personnes: 20.. person",
      "1 200 passagers: 1200..1200 passenger",
      "4,2 millions d’euros: 4200000..4200000 EUR",
    ],
  ))

test("German", () =>
  check(
    "de",
    "Mehr als 20 Menschen wurden am Montag, 3. März 2031, verletzt; vor drei Tagen, seit 2015, 1.200 Passagiere, einundzwanzig Tote, 4,2 Millionen Euro.",
    ["Montag, 3. März 2031: 2031-03-03", "vor drei Tagen: 2031-03-02", "seit 2015: 2015..null"],
    [
      "Mehr als 20 Menschen: 20.. person",
      "1.200 Passagiere: 1200..1200 passenger",
      "einundzwanzig Tote: 21..21 dead",
      "4,2 Millionen Euro: 4200000..4200000 EUR",
    ],
  ))

test("Spanish", () =>
  check(
    "es",
    "Más de 20 personas resultaron heridas el 3 de marzo de 2031; hace tres días, el año pasado, 4,2 millones de euros.",
    ["el 3 de marzo de 2031: 2031-03-03", "hace tres días: 2031-03-02", "el año pasado: 2030"],
    ["Más de 20 personas: 20.. person", "4,2 millones de euros: 4200000..4200000 EUR"],
  ))

test("comparators, ages and round numbers in each language's own words", () => {
  check(
    "de",
    "Höchstens 12 Boote, bis zu 4,5 Mio. Euro; der 34-jährige Mann kam um 3 Uhr; 80 Cent, 2,5 Prozentpunkte.",
    ["3 Uhr: null"],
    [
      "Höchstens 12 Boote: ..12 boote",
      "bis zu 4,5 Mio. Euro: ..4500000 EUR",
      "34-jährige: 34..34 year",
      "80 Cent: 0.8..0.8 EUR",
      "2,5 Prozentpunkte: 2.5..2.5 percentage point",
    ],
  )
  check(
    "fr",
    "Au moins 12 bateaux, une vingtaine de personnes, une femme de 34 ans, plus d’un tiers des foyers, près de 80 centimes.",
    [],
    [
      "Au moins 12 bateaux: 12.. bateau",
      "une vingtaine de personnes: 18..22 person",
      "34 ans: 34..34 year",
      "plus d’un tiers des foyers: 0.333333333333333.. 1",
      "près de 80 centimes: 0.72..0.8 EUR",
    ],
  )
  check(
    "es",
    "Al menos 12 barcos, dos docenas de personas, una mujer de 34 años, casi 80 céntimos, un 8,5 por ciento antes de 2030.",
    ["antes de 2030: null..2029"],
    [
      "Al menos 12 barcos: 12.. barco",
      "dos docenas de personas: 24..24 person",
      "34 años: 34..34 year",
      "casi 80 céntimos: 0.72..0.8 EUR",
      "8,5 por ciento: 8.5..8.5 %",
    ],
  )
})

test("of a language without words only digits are read", () =>
  check("it", "Il 3/4/2031 il 12% e €3", ["3/4/2031: 2031-04-03"], ["12%: 12..12 %", "€3: 3..3 EUR"]))
