import { expect, test } from "vitest"
import { isRoleLine, namesOfBiography, namesOfClosingLine, namesOfHeadLine } from "./byline-line.ts"

function check(
  read: (line: string) => readonly string[],
  rows: readonly (readonly [string, string])[],
): void {
  for (const [line, drawn] of rows) expect([line, read(line).join(" + ")]).toEqual([line, drawn])
}

test("lines above a report", () =>
  check(namesOfHeadLine, [
    ["Mia Holm and Per Dahl report", "Mia Holm + Per Dahl"],
    ["Jonas Berg berichtet aus Norrhavn", "Jonas Berg"],
    ["Story by Mia Holm; photos by Per Dahl", "Mia Holm"],
    ["Guest essay by Mia Holm", "Mia Holm"],
    ["Author: Mia Holm", "Mia Holm"],
    ["Autor: Jonas Berg", "Jonas Berg"],
    ["Mia Holm for The Sound Gazette", "Mia Holm"],
    ["Harbour Board for Fishing", ""],
    ["Posted by accident", ""],
    ["The harbour board reports a loss", ""],
  ]))

test("lines below a report", () =>
  check(namesOfClosingLine, [
    ["— Mia Holm in Norrhavn", "Mia Holm"],
    ["– Mia Holm and Eva Lund", "Mia Holm + Eva Lund"],
    ["— Harbour Life", ""],
    ["- a list of things", ""],
  ]))

test("biographies of those who write, and of nobody else", () =>
  check(namesOfBiography, [
    ["Mia Holm is a reporter at the Sound Gazette.", "Mia Holm"],
    ["About Mia Holm, MA, is a writer in Norrhavn.", "Mia Holm"],
    ["Eva van der Meer covers the harbour.", "Eva van der Meer"],
    ["Jonas Berg ist Redakteur in Norrhavn.", "Jonas Berg"],
    ["Eva Lund is a teacher in Norrhavn.", ""],
    ["The Sound Gazette covers the harbour for its reporters.", ""],
  ]))

test("lines that say only what somebody does", () => {
  for (const line of ["Harbour Correspondent", "Senior Reporter", "Staff Writer, Norrhavn"])
    expect([line, isRoleLine(line)]).toEqual([line, true])
  for (const line of [
    "Mia Holm",
    "Mia Holm, Senior Reporter",
    "The reporter was there when the ferry came in",
  ])
    expect([line, isRoleLine(line)]).toEqual([line, false])
})
