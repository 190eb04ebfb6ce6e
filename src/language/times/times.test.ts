import fc from "fast-check"
import { expect, test } from "vitest"
import type { Quotation } from "../analysis.ts"
import { findNumerals } from "../numerals/numerals.ts"
import { tokenize } from "../tokens.ts"
import { anchorInQuotations, findTimes } from "./times.ts"

/** 20 June 2018 is a Wednesday. */
const published = "2018-06-20"

function timesOf(text: string, day: string | null = published) {
  const source = { text, tokens: tokenize(text) }
  return findTimes(source, findNumerals(source), { published: day, modified: null })
}

function check(text: string, ...drawn: readonly string[]): void {
  const { times } = timesOf(text)
  expect(
    times.map(
      ({ start, end, from, to }) => `${text.slice(start, end)}: ${from === to ? from : `${from}..${to}`}`,
    ),
  ).toEqual(drawn)
}

test("whole dates, American, European and in digits", () =>
  check(
    "June 18, 2018; 18 June 2018; the 18th of June 2018; 2018-06-18; 06/18/2018",
    "June 18, 2018: 2018-06-18",
    "18 June 2018: 2018-06-18",
    "the 18th of June 2018: 2018-06-18",
    "2018-06-18: 2018-06-18",
    "06/18/2018: 2018-06-18",
  ))
test("a month alone is the last one, or the next behind a future verb", () =>
  check("It opened in January and will close in November.", "January: 2018-01", "November: 2018-11"))
test("weekdays lean on the day of writing", () =>
  check(
    "She said on Monday that the ferry sank late Tuesday night. The board will vote on Friday.",
    "Monday: 2018-06-18",
    "late Tuesday night: 2018-06-19",
    "Friday: 2018-06-22",
  ))
test("weeks, months and years are intervals", () =>
  check(
    "last week, this month, last year, over the weekend",
    "last week: 2018-06-11..2018-06-17",
    "this month: 2018-06",
    "last year: 2017",
    "the weekend: 2018-06-16..2018-06-17",
  ))
test("so long ago", () =>
  check("two days ago; three years ago", "two days ago: 2018-06-18", "three years ago: 2015"))
test("clocks join their day", () =>
  check("It sails on Friday at 9:30 a.m. ET.", "Friday at 9:30 a.m. ET: 2018-06-15T09:30"))
test("open and closed stretches", () =>
  check(
    "since March 2017; until 2020; between 2010 and 2015; June 5-7; from Monday to Friday",
    "since March 2017: 2017-03..null",
    "until 2020: null..2020",
    "between 2010 and 2015: 2010..2015",
    "June 5-7: 2018-06-05..2018-06-07",
    "from Monday to Friday: 2018-06-18..2018-06-22",
  ))
test("possessives name the same time", () =>
  check("After Monday's vote, last year's budget fell.", "Monday: 2018-06-18", "last year: 2017"))
test("verbs, names and numbers are no times", () =>
  check("They may march. April Stone read The Sun. The ratio was 4:3 on Flight 2018."))
test("a page that says it was updated was written on that day", () => {
  const text = "“Today it rained,” it said. Today it snows.\n\nThe article was updated on Friday."
  expect(timesOf(text).day).toBe(timesOf("", "2018-06-22").day)
})
test("without a day of reference only what is fully said is known", () => {
  const { times } = timesOf("On Monday and on 3 May 2017.", null)
  expect(times.map(({ from }) => from)).toEqual([null, "2017-05-03"])
})

test("times in a quotation belong to the utterance", () => {
  const text = "“We sail today,” she said on Monday."
  const found = timesOf(text)
  const quotation: Quotation = {
    parts: [{ start: 1, end: 14 }],
    marked: [],
    form: "direct",
    speech: true,
    speaker: null,
    candidates: [],
    cue: null,
    via: null,
    addressee: null,
    when: found.times[1]!,
  }
  const [today, monday] = anchorInQuotations(found, [quotation])
  expect(today).toMatchObject({ from: "2018-06-18", to: "2018-06-18", anchor: "utterance" })
  expect(monday).toBe(found.times[1])
  expect(anchorInQuotations(found, [{ ...quotation, when: null }])[0]).toMatchObject({
    from: null,
    anchor: "utterance",
  })
})

test("law: a time's end never comes before its beginning", () => {
  const words = fc.constantFrom(
    "June",
    "Monday",
    "18",
    "2018",
    ",",
    "last",
    "next",
    "week",
    "to",
    "from",
    "-",
    "at",
    "9",
    "pm",
    "the",
    "two",
    "days",
    "ago",
    "since",
    "of",
    "early",
    "in",
    "31",
    "/",
    "\n",
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 24 }), (parts) => {
      for (const { start, end, from, to } of timesOf(parts.join(" ")).times) {
        expect(end).toBeGreaterThan(start)
        if (from !== null && to !== null) {
          const length = Math.min(from.length, to.length)
          expect(from.slice(0, length) <= to.slice(0, length)).toBe(true)
        }
      }
    }),
  )
})
