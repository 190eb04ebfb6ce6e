import { expect, test } from "vitest"
import { type DayOrder, findDate, parseMachineDate, type YearForm } from "./parse-date.ts"

/** Rows of a text and the date in it, `null` for none. */
function check(
  rows: readonly (readonly [text: string, iso: string | null])[],
  order: DayOrder = null,
  years: YearForm = "four-digits",
): void {
  expect(rows.map(([text]) => [text, findDate(text, order, years)?.iso ?? null])).toEqual(rows)
}

test("days written out, in many languages", () => {
  check([
    ["3 May 2031", "2031-05-03"],
    ["May 3, 2031", "2031-05-03"],
    ["the 3rd of May 2031", "2031-05-03"],
    ["Sept. 3rd 2031", "2031-09-03"],
    ["May/03/2031", "2031-05-03"],
    ["03-May-2031", "2031-05-03"],
    ["3/May/2031", "2031-05-03"],
    ["13 / 05 / 2031", "2031-05-13"],
    ["3. März 2031", "2031-03-03"],
    ["1er août 2031", "2031-08-01"],
    ["3 de junio de 2031", "2031-06-03"],
    ["3 settembre 2031", "2031-09-03"],
    ["3 de março de 2031", "2031-03-03"],
    ["3 maart 2031", "2031-03-03"],
    ["3 października 2031", "2031-10-03"],
    ["3 февраля 2031 г.", "2031-02-03"],
    ["den 3 augusti 2031", "2031-08-03"],
    ["3. marts 2031", "2031-03-03"],
    ["3. desember 2031", "2031-12-03"],
    ["3 Ağustos 2031", "2031-08-03"],
    ["3. toukokuuta 2031", "2031-05-03"],
    ["2031. június 3.", "2031-06-03"],
    ["3 tháng 6, 2031", "2031-06-03"],
    ["2031年6月3日", "2031-06-03"],
    ["2031년 6월 3일", "2031-06-03"],
    ["2031. 6. 3. 09:15", "2031-06-03T09:15"],
    ["３ May ２０３１", "2031-05-03"],
    ["٣ مايو ٢٠٣١", "2031-05-03"],
    ["3 كانون الثاني 2031", "2031-01-03"],
    ["۳ ژوئن ۲۰۳۱", "2031-06-03"],
    ["3 במאי 2031", "2031-05-03"],
    ["3 जून 2031", "2031-06-03"],
  ])
})

test("the order of two numbers is known, told by one of them, or not told", () => {
  const rows = ["23/05/2031", "05/23/2031", "03.05.2031", "5/5/2031", "03/05/2031"]
  const read = (order: DayOrder): readonly (string | null)[] =>
    rows.map((row) => findDate(row, order)?.iso ?? null)
  expect(read(null)).toEqual(["2031-05-23", "2031-05-23", "2031-05-03", "2031-05-05", null])
  expect(read("day-first").at(-1)).toBe("2031-05-03")
  expect(read("month-first").at(-1)).toBe("2031-03-05")
})

test("a year of two digits only where nothing but a date can stand", () => {
  check([["8.5.31", null]])
  check(
    [
      ["8.5.31", "2031-05-08"],
      ["05/23/98", "1998-05-23"],
      ["version 1.2.31.4", null],
      ["8/5/31", null],
    ],
    null,
    "two-digits",
  )
})

test("the time of day behind or before, its zone only where one is printed", () => {
  check([
    ["3 May 2031, 9:15 p.m. EDT", "2031-05-03T21:15-04:00"],
    ["3 May 2031 at 21:15", "2031-05-03T21:15"],
    ["3. Mai 2031 um 21:15 Uhr", "2031-05-03T21:15"],
    ["3 mai 2031 à 21h15", "2031-05-03T21:15"],
    ["2031-05-03T21:15:09.123Z", "2031-05-03T21:15:09Z"],
    ["2031-05-03 21:15:09 +0200", "2031-05-03T21:15:09+02:00"],
    ["2031年6月3日 午後9時15分", "2031-06-03T21:15"],
    ["21:15, 3 May 2031", "2031-05-03T21:15"],
    ["9:15 PM EST, Tue May 3, 2031", "2031-05-03T21:15-05:00"],
    ["3 May 2031 12:05 am", "2031-05-03T00:05"],
    ["Sat May 03 21:15:09 EDT 2031", "2031-05-03T21:15:09-04:00"],
    ["Sat May 03 2031 21:15:09 GMT+0200 (here)", "2031-05-03T21:15:09+02:00"],
    ["3 May 2031, 29:15", "2031-05-03"],
    ["3 May 2031, 9:15 IST", "2031-05-03T09:15"],
  ])
})

test("no date, or none that there is", () => {
  check([
    ["31 February 2031", null],
    ["May 2031", null],
    ["in 2031 the 3 boats", null],
    ["3 May", null],
    ["tomorrow", null],
    ["3 May 1789", null],
  ])
})

test("values for machines keep their own precision", () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ["2031", "2031"],
    ["2031-05", "2031-05"],
    ["20310503", "2031-05-03"],
    ["20310503T0915Z", "2031-05-03T09:15Z"],
    ["1556899749", "2019-05-03T16:09:09Z"],
    ["1556899749000", "2019-05-03T16:09:09Z"],
    ["Fri, 03 May 2031 09:15:00 GMT", "2031-05-03T09:15:00Z"],
    ["", null],
    ["soon", null],
  ]
  expect(rows.map(([value]) => [value, parseMachineDate(value)])).toEqual(rows)
})

test("a long line of digits and blanks is read in bounded time", () => {
  expect(findDate("12 ".repeat(100_000))).toBe(null)
  expect(findDate(`${" ".repeat(100_000)}3 May 2031`)).toBe(null)
})
