import { expect, test } from "vitest"
import type { ReportId } from "../article/index.ts"
import { reuseReportOf } from "./reuse-report.ts"
import { traceLineage } from "./trace-lineage.ts"

const ferry = `The ferry between the island and the mainland stopped on Friday, and the mayor asked for a second boat and a new pier.
A storm tore the cable and the lamps from the old pier, and nobody was hurt. The harbour office is certain that the crew and the passengers acted well.
Its inspector wrote that the cable is older than the boat and that it was checked in March. “We are sorry and we will pay for rooms and meals,” the company said in a letter to islanders and shops.
The mayor and two teachers crossed in a fishing boat on Saturday. Children and nurses waited in the rain, and one of them is said to have slept in the chapel.
The company is small and it owns two boats. It bought the second in spring and sold it again in autumn.
Farmers and bakers on the island fear that milk and flour will be short. A baker said the office is slow and that he trusts neighbours and friends more than letters and forms.
The council is to meet on Monday. Members from both parties have asked that the pier is rebuilt before the herring and the visitors come. The mayor promised lamps and benches and a roof.`

/** A machine at work: every use of a word for another phrase, small letters at the head of sentences and all. */
function rewritten(text: string, table: Readonly<Record<string, string>>): string {
  return text.replace(/\p{L}+/gu, (word) => table[word.toLowerCase()] ?? word)
}

const table = { and: "as well as", is: "is really", it: "the matter", from: "out of" }

function check(texts: Readonly<Record<string, string>>, drawn: readonly string[]): void {
  const reports = Object.entries(texts).map(([id, text]) => reuseReportOf({ id: id as ReportId, text }))
  const { rewrites } = traceLineage(reports)
  expect(
    rewrites.map(({ report, source, rules }) =>
      [report, source, ...rules.map(({ from, to, seen, outOf }) => `${from}→${to} ${seen}/${outOf}`)].join(
        " | ",
      ),
    ),
  ).toEqual(drawn)
}

test("an honest report shows no machine", () => check({ a: ferry }, []))

test("a rewriting is found without its source", () =>
  check({ a: rewritten(ferry, table) }, [
    "a |  | and→as well as 23/23 | is→is really 7/7 | it→the matter 4/4",
  ]))

test("too short a text shows nothing", () => check({ a: rewritten(ferry.slice(0, 400), table) }, []))

test("signs for words are a house style", () => check({ a: ferry.replaceAll(" and ", " & ") }, []))

test("a tariff repeats itself and is no machine's", () =>
  check(
    { a: Array.from({ length: 60 }, (_, i) => `${i} crowns plus ${i * 7} for each of the boats.`).join(" ") },
    [],
  ))

const machine = {
  ...table,
  the: "said",
  asked: "begged of",
  boat: "vessel craft",
  council: "elders",
  letters: "posted notes",
  small: "tiny in size",
}

test("a rewriting is linked with its source, and knows its table", () => {
  const reports = [
    reuseReportOf({ id: "a" as ReportId, text: rewritten(ferry, machine) }),
    reuseReportOf({ id: "b" as ReportId, text: ferry }),
  ]
  const { links, rewrites } = traceLineage(reports)
  expect(links.map(({ kind, direction }) => `${kind} ${direction}`)).toEqual(["rewritten b>a"])
  expect(rewrites.map(({ report, source }) => `${report} from ${source}`)).toEqual(["a from b"])
  const found = rewrites[0]!.rules.map(({ from, to }) => `${from}→${to}`)
  expect(found).toEqual(expect.arrayContaining(["and→as well as", "boat→vessel craft", "the→said"]))
})

test("a house style is no rewriting", () => {
  const styled = ferry
    .replaceAll("harbour", "harbor")
    .replaceAll(" said ", " says ")
    .replaceAll("neighbours", "neighbors")
  check({ a: ferry, b: styled }, [])
})
