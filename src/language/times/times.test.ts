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
test("what stands behind opens a stretch too", () =>
  check(
    "2016 or later; 3 May 2016 or before; no earlier than 2015",
    "2016 or later: 2016..null",
    "3 May 2016 or before: null..2016-05-03",
    "no earlier than 2015: 2015..null",
  ))
test("units within longer ones", () =>
  check(
    "the first week of 2019; the final three months of 2017; the thirty-first day of the month; last week of June 2017",
    "the first week of 2019: 2018-12-31..2019-01-06",
    "the final three months of 2017: 2017-10..2017-12",
    "the thirty-first day of the month: null",
    "last week of June 2017: 2017-06-26..2017-07-02",
  ))
test("so far from a day named", () =>
  check(
    "three days before Christmas 2017; two days from tomorrow; two Fridays ago; the week after next",
    "three days before Christmas 2017: 2017-12-22",
    "two days from tomorrow: 2018-06-23",
    "two Fridays ago: 2018-06-08",
    "the week after next: 2018-07-02..2018-07-08",
  ))
test("a range within the unit before it", () =>
  check(
    "next week between Wednesday and Friday; November between 19 and 20",
    "next week between Wednesday and Friday: 2018-06-27..2018-06-29",
    "November between 19 and 20: 2017-11-19..2017-11-20",
  ))
test("what comes again has no ends", () =>
  check(
    "It sails every day, Mondays at 9am, twice a week and on the first Monday of each month. The Daily Tide reports it.",
    "every day: null",
    "Mondays at 9am: null",
    "twice a week: null",
    "the first Monday of each month: null",
  ))
test("dates in digits and marks", () =>
  check(
    "2017.5.13; 23/Sep/2017; 2016 / 11; on 4-22; version 4.22",
    "2017.5.13: 2017-05-13",
    "23/Sep/2017: 2017-09-23",
    "2016 / 11: 2016-11",
    "4-22: 2018-04-22",
  ))
test("hours count from the minute of publication, where one is known", () => {
  const text = "It sank two hours ago; the rest of the day stays wet."
  const drawn = (day: string): readonly (string | null)[] =>
    timesOf(text, day).times.flatMap(({ from, to }) => [from, to])
  expect(drawn("2018-06-20T16:12:00Z")).toEqual([
    "2018-06-20T14:12",
    "2018-06-20T14:12",
    "2018-06-20T16:12",
    "2018-06-20T23:59",
  ])
  expect(drawn("2018-06-20")).toEqual(["2018-06-20", "2018-06-20", "2018-06-20", "2018-06-20"])
})
test("years and decades in words", () =>
  check(
    "in nineteen eighty-four; May two thousand and nine; the nineties; the '60s; fiscal 2016",
    "nineteen eighty-four: 1984",
    "May two thousand and nine: 2009-05",
    "the nineties: 1990..1999",
    "the '60s: 1960..1969",
    "fiscal 2016: 2016",
  ))
test("seasons of two years, the year after one told, and years said after a date", () =>
  check(
    "the 1914-18 war, the 2010-11 season; it opened in 1999 and shut the following year; March 1 this year",
    "1914-18: 1914..1918",
    "2010-11: 2010..2011",
    "1999: 1999",
    "the following year: 2000",
    "March 1 this year: 2018-03-01",
  ))
test("hours behind days are their own range", () =>
  check(
    "from Monday to Friday, 9 a.m. to 4 p.m.",
    "from Monday to Friday: 2018-06-18..2018-06-22",
    "9 a.m. to 4 p.m.: 2018-06-18T09:00..2018-06-18T16:00",
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
