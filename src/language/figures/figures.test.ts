import fc from "fast-check"
import { expect, test } from "vitest"
import { findNumerals } from "../numerals/numerals.ts"
import { findTimePhrases } from "../times/phrases.ts"
import { tokenize } from "../tokens.ts"
import { findFigures } from "./figures.ts"

function figuresOf(text: string) {
  const source = { text, tokens: tokenize(text) }
  const numerals = findNumerals(source)
  return findFigures(source, numerals, findTimePhrases(source, numerals))
}

/** Drawn as `text: low..high unit (of)`; one number where both are equal. */
function check(text: string, ...drawn: readonly string[]): void {
  const seen = figuresOf(text).map(({ start, end, low, high, unit, of }) => {
    const size = low === high ? `${low}` : `${low ?? ""}..${high ?? ""}`
    return `${text.slice(start, end)}: ${[size, unit, of === null ? null : `(${of})`].filter((part) => part !== null).join(" ")}`
  })
  expect(seen).toEqual(drawn)
}

test("comparators bound, and the span runs to what is counted", () =>
  check(
    "A letter signed by more than 150 Orbis dockers, at least 41 of them dead; up to 40 boats, fewer than 12 crews",
    "more than 150 Orbis dockers: 150.. docker (Orbis)",
    "at least 41: 41..",
    "up to 40 boats: ..40 boat",
    "fewer than 12 crews: ..12 crew",
  ))
test("about and nearly allow a tenth", () =>
  check(
    "about 100 ships; nearly 50 sailors",
    "about 100 ships: 90..110 ship",
    "nearly 50 sailors: 45..50 sailor",
  ))
test("money, with its scale and what it is for", () =>
  check(
    "a $19.4 million contract, £1.2bn, €3m of debt, US$5 million to US$7 million, 50 cents",
    "$19.4 million: 19400000 USD (contract)",
    "£1.2bn: 1200000000 GBP",
    "€3m: 3000000 EUR (debt)",
    "US$5 million to US$7 million: 5000000..7000000 USD",
    "50 cents: 0.5 USD",
  ))
test("ranges", () =>
  check(
    "between 200 and 300 people; 20-30 jobs; 5-7 million",
    "between 200 and 300 people: 200..300 person",
    "20-30 jobs: 20..30 job",
    "5-7 million: 5000000..7000000",
  ))
test("shares", () =>
  check(
    "3.5% of adults; 12 per cent; 1 in 5 voters; half of residents; 2 percentage points",
    "3.5%: 3.5 % (adults)",
    "12 per cent: 12 %",
    "1 in 5 voters: 0.2 1 (voters)",
    "half of residents: 0.5 1 (residents)",
    "2 percentage points: 2 percentage point",
  ))
test("ages", () =>
  check(
    "Ada Brown, 45, saw a 28-year-old man who was 30 years old",
    "45: 45 year (age)",
    "28-year-old: 28 year (age)",
    "30 years old: 30 year (age)",
  ))
test("measures", () =>
  check(
    "60 miles per hour, 5km, 30C, 20 square miles, six months",
    "60 miles per hour: 60 [mi_i]/h",
    "5km: 5 km",
    "30C: 30 Cel",
    "20 square miles: 20 [mi_i]2",
    "six months: 6 month",
  ))
test("votes give both sides", () =>
  check("The board voted 6-2 to close.", "6: 6 vote (for)", "2: 2 vote (against)"))
test("lengths of time without a number", () =>
  check(
    "It took under an hour, then a full week, an hour and a half, a couple of days and several months.",
    "under an hour: ..1 hour",
    "a full week: 1 week",
    "an hour and a half: 1.5 hour",
    "a couple of days: 2 day",
    "several months: 2.. month",
  ))
test("a smaller unit behind a measure is part of it", () =>
  check(
    "11 hours and 30 minutes; 6 feet 3 inches; 3 weeks and 7 days; 5 dollars 50 cents; 3 hours, 4 boats",
    "11 hours and 30 minutes: 11.5 hour",
    "6 feet 3 inches: 6.25 [ft_i]",
    "3 weeks and 7 days: 4 week",
    "5 dollars 50 cents: 5.5 USD",
    "3 hours: 3 hour",
    "4 boats: 4 boat",
  ))
test("currencies by their state, and compound measures", () =>
  check(
    "20 Swiss francs, 5 New Zealand dollars, 3 million pounds, 300 km/h, 12 sq ft, 20 nautical miles, ten business days",
    "20 Swiss francs: 20 CHF",
    "5 New Zealand dollars: 5 NZD",
    "3 million pounds: 3000000 GBP",
    "300 km/h: 300 km/h",
    "12 sq ft: 12 [sft_i]",
    "20 nautical miles: 20 [nmi_i]",
    "ten business days: 10 day",
  ))
test("those counted before, and shares of a whole", () =>
  check(
    "Seven will sail; ten of the 14 boats were lost; about two-thirds of the town fled; it fell by a fifth; she turned 70",
    "Seven: 7",
    "ten: 10 (14 boats)",
    "14 boats: 14 boat",
    "about two-thirds of the town: 0.6..0.733333333333 1 (town)",
    "a fifth: 0.2 1",
    "70: 70 year (age)",
  ))
test("scores, list numbers and house numbers are no figures", () =>
  check("They won 3-1 and lost 5-7 at 221b Quay Row. 2. Call +44 20 7946 0018 for version 3.2 of it."))
test("what only names is no figure", () =>
  check(
    "Call 555-0199 about No. 10, Flight 370, Boeing 737, Covid-19, page 3 and Section 230 in 2018 at 9 p.m.\n1. One of the two",
  ))

test("law: figures lie in the text in order, and their bounds hold the value", () => {
  const words = fc.constantFrom(
    "more",
    "than",
    "about",
    "$",
    "5",
    "million",
    "1,200",
    "-",
    "to",
    "between",
    "and",
    "people",
    "%",
    "of",
    "the",
    "3",
    "/",
    "4",
    "years",
    "old",
    "in",
    "m",
    "10m",
    "or",
    "more",
    "\n",
    ".",
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 24 }), (parts) => {
      let at = 0
      for (const { start, end, value, low, high } of figuresOf(parts.join(" "))) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        if (value !== null && low !== null) expect(low).toBeLessThanOrEqual(value)
        if (value !== null && high !== null) expect(high).toBeGreaterThanOrEqual(value)
        at = end
      }
    }),
  )
})
