import { expect, test } from "vitest"
import { findCredits } from "./find-credits.ts"

const words =
  "The old ferry stopped in the middle of the sound on Tuesday evening, and its passengers stayed."

/** Rows of a dateline before `words` and the bodies that it names, `null` where it is none. */
function checkDatelines(rows: readonly (readonly [dateline: string, names: string | null])[]): void {
  const read = (dateline: string): string | null => {
    const text = `${dateline}${words}`
    const { credits, furniture } = findCredits(text, [{ start: 0, end: text.length }])
    const found = credits.find(({ kind }) => kind === "dateline")
    if (!found) return null
    expect(furniture).toEqual([
      { start: 0, end: dateline.trimEnd().length, kind: "dateline", rule: "dateline" },
    ])
    return found.names.join(" + ")
  }
  expect(rows.map(([dateline]) => [dateline, read(dateline)])).toEqual(rows)
}

test("datelines, in the forms of agencies, papers and releases", () => {
  checkDatelines([
    ["NORRHAVN, June 18 (Reuters) - ", "Reuters"],
    ["NORRHAVN (Reuters) - ", "Reuters"],
    ["(Reuters) - ", "Reuters"],
    ["NORRHAVN — ", ""],
    ["SUNDVIK, D.C. — ", ""],
    ["ST. MARTA (AP) — ", "AP"],
    ["NORRHAVN, Sweden (AP) _ ", "AP"],
    ["NORRHAVN/VIK (Reuters) - ", "Reuters"],
    ["NORRHAVN, June 18 (PTI) ", "PTI"],
    ["NORRHAVN, June 18, 2031 (AFP) - ", "AFP"],
    ["Norrhavn, 18. Juni (dpa) - ", "dpa"],
    ["Norrhavn (dpa/lno) - ", "dpa/lno"],
    ["NORRHAVN, 18 juin (Reuters) - ", "Reuters"],
    ["Norrhavn, 18 jun (EFE).- ", "EFE"],
    ["(ANSA) - NORRHAVN, 18 GIU - ", "ANSA"],
    ["NORRHAVN, June 18. /TASS/. ", "TASS"],
    ["НОРХАВН, 18 июня — РИА Новости. ", "РИА Новости"],
    ["NORRHAVN, May 3, 2031 /PRNewswire/ -- ", "PRNewswire"],
    ["NORRHAVN--(BUSINESS WIRE)--", "BUSINESS WIRE"],
    ["NORRHAVN, Sweden, May 03, 2031 (GLOBE NEWSWIRE) -- ", "GLOBE NEWSWIRE"],
    ["NORRHAVN (Gazette News Service) — ", "Gazette News Service"],
    ["(CNN)", "CNN"],
    ["New Vik (CNN Business) ", "CNN Business"],
    ["Norrhavn CNN — ", "CNN"],
    ["AP — ", "AP"],
  ])
})

test("beginnings that are no datelines", () => {
  checkDatelines([
    ["BREAKING — ", null],
    ["OPINION - ", null],
    ["NATO — ", null],
    ["EXCLUSIVE: ", null],
    ["Mia Holm (Labour) — ", null],
    ["Mia Holm — ", null],
    ["HOLM: ", null],
    ["I — ", null],
    ["NORRHAVN, Mondays 18 (harbour) ", null],
    ["", null],
  ])
})

/** Rows of a line and its credit, drawn as its kind and names, `null` for none. */
function checkCredits(rows: readonly (readonly [line: string, credit: string | null])[]): void {
  const read = (line: string): string | null => {
    const [credit] = findCredits(line, [{ start: 0, end: line.length }]).credits
    return credit === undefined ? null : `${credit.kind} ${credit.names.join(" + ")}`
  }
  expect(rows.map(([line]) => [line, read(line)])).toEqual(rows)
}

test("credits to people", () => {
  checkCredits([
    [
      "Additional reporting by Mia Holm in Vik and Per Dahl; editing by Ida Lund",
      "additional-reporting Mia Holm + Per Dahl",
    ],
    ["(Reporting by Mia Holm in Vik, Per Dahl in Sund; Writing by Bo Ek)", "reported-by Mia Holm + Per Dahl"],
    ["Reported by Mia Holm, edited by Per Dahl", "reported-by Mia Holm"],
    ["Mia Holm contributed to this report.", "additional-reporting Mia Holm"],
    ["Mia Holm contributed reporting from Norrhavn.", "additional-reporting Mia Holm"],
    [
      "Associated Press writers Mia Holm in Vik and Per Dahl in Sund contributed to this report.",
      "additional-reporting Mia Holm + Per Dahl",
    ],
    ["Gazette staff writer Mia Holm contributed to this story.", "additional-reporting Mia Holm"],
    ["Contributing: Mia Holm, The Associated Press", "additional-reporting Mia Holm + The Associated Press"],
    ["She wrote of reporting from the field, and it was published.", null],
    ["The harbour contributed a third of the sum, the board said on Monday at noon.", null],
  ])
})

test("credits to bodies", () => {
  checkCredits([
    ["AP", "agency AP"],
    ["— AFP/Reuters", "agency AFP + Reuters"],
    ["With files from Reuters and AFP", "agency Reuters + AFP"],
    ["(With inputs from agencies)", "agency agencies"],
    ["Source: Reuters", "agency Reuters"],
    ["Quelle: dpa/AFP", "agency dpa + AFP"],
    ["Mit Material von dpa", "agency dpa"],
    ["(avec AFP)", "agency AFP"],
    ["Le Phare avec AFP", "agency AFP"],
    ["Con información de EFE", "agency EFE"],
    ["© 2031 AFP", "agency AFP"],
    ["Copyright 2031 The Associated Press. All rights reserved.", "agency Associated Press"],
    ["This story was originally published by The Sound Gazette.", "agency The Sound Gazette"],
    ["This article was first published in The Sound Gazette on 3 May 2031.", "agency The Sound Gazette"],
    ["This article was originally published on 3 May 2031.", null],
    ["Source: the harbour board", null],
    ["It was AP that said it first.", null],
  ])
})
