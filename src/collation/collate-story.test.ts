import fc from "fast-check"
import { expect, test } from "vitest"
import { type DrawnReport, lineageOf, reportOf } from "../../test/drawn-report.ts"
import type { ReportId } from "../article/index.ts"
import type { Statement } from "./apparatus.ts"
import { collateStory } from "./collate-story.ts"
import { applyDifferences } from "./differences.ts"
import { readingText } from "./reading-tokens.ts"

/** Each statement with more than one reading as its text, then its readings, `report form words`. */
function drawn(
  reports: readonly DrawnReport[],
  copies: readonly (readonly string[])[] = [],
): readonly string[][] {
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  return collateStory(reports.map(reportOf), lineageOf(copies), []).statements.map((statement) => [
    statement.text,
    ...statement.readings.map(
      ({ report, form, parts }) => `${report} ${form} ${readingText(texts.get(report)!, parts)}`,
    ),
  ])
}

const letter = "We will not load a single crate until the pier is safe"

test("one statement in every form that was printed", () => {
  expect(
    drawn([
      { id: "a", text: `“${letter},” the crews wrote on Monday.` },
      { id: "b", text: "The crews would not load “a single crate” before repairs, they wrote." },
      { id: "c", text: `In full, the letter ran. ${letter}. The mayor has not replied.` },
    ]),
  ).toEqual([[letter, `a direct ${letter},`, "b partial a single crate", `c unmarked ${letter}`]])
})

test("few words join the whole they are cut from, by speaker, and not another speaker's like words", () => {
  const groups = drawn([
    {
      id: "a",
      text: "The harbour master called the plan “reckless and wasteful” on Friday.",
      speakers: { reckless: "Ines Marr" },
    },
    {
      id: "b",
      text: "Marr said the plan was “reckless” and the budget fine. The union found the strike “reckless” too.",
      speakers: { reckless: "Ines Marr" },
    },
    {
      id: "c",
      text: "It was “reckless”, the baker Olu Brand said of the race.",
      speakers: { reckless: "Olu Brand" },
    },
  ])
  expect(groups[0]?.slice(0, 3)).toEqual([
    "reckless and wasteful",
    "a partial reckless and wasteful",
    "b partial reckless",
  ])
  expect(groups.at(-1)).toEqual(["reckless", "c partial reckless"])
})

test("a reading of two sentences holds the one that stands alone elsewhere", () => {
  const groups = drawn([
    {
      id: "a",
      text: "“The ferry is sound. Nobody on board was ever in danger that night,” said Captain Roe.",
    },
    { id: "b", text: "“Nobody on board was ever in danger that night,” said Roe." },
  ])
  expect(groups).toHaveLength(1)
  expect(groups[0]?.[0]).toBe("The ferry is sound. Nobody on board was ever in danger that night")
})

test("quotations side by side are two where a sentence ends between them", () => {
  const groups = drawn([
    {
      id: "a",
      text: "“The pier was inspected in March by two engineers.” “Our members were told nothing of what they found.”",
    },
    { id: "b", text: "“Our members were told nothing of what they found,” the union said." },
  ])
  expect(groups.map(([text]) => text)).toEqual([
    "Our members were told nothing of what they found",
    "The pier was inspected in March by two engineers",
  ])
})

test("two speakers of one formula in one report are two; across reports they are one in dispute", () => {
  const words = "Our thoughts are with the missing"
  const two = { id: "a", text: `“${words},” said Ada Lund. “${words} sailors,” said Olu Brand.` }
  const apart = drawn([{ ...two, speakers: { [`${words},`]: "Ada Lund", [`${words} s`]: "Olu Brand" } }])
  expect(apart).toHaveLength(2)
  const { statements } = collateStory(
    [
      reportOf({ id: "a", text: `“${words} tonight,” said Ada Lund.`, speakers: { Our: "Ada Lund" } }),
      reportOf({ id: "b", text: `“${words} tonight,” said Olu Brand.`, speakers: { Our: "Olu Brand" } }),
    ],
    lineageOf(),
    [],
  )
  expect(statements.map(({ speakers }) => speakers.map(({ name }) => name))).toEqual([
    ["Ada Lund", "Olu Brand"],
  ])
})

const oath = "a cold breach of the oath that every pilot of this harbour swears"
const suit = `The owners’ plan is ${oath.replace("cold", "secret")}, and the court must end it`
const plea = `This was ${oath}, and no court will mend it`

test("two like utterances that one report prints apart are two, and so are their other readings", () => {
  const groups = drawn([
    { id: "a", text: `“${suit},” the suit says. Lund spoke of “a cold breach of the oath” later.` },
    { id: "b", text: `“${plea},” said Lund.` },
    { id: "c", text: `“${plea},” Lund said on the quay.` },
  ])
  expect(groups.map(([text, ...readings]) => [text, readings.map((reading) => reading[0])])).toEqual([
    [plea, ["a", "b", "c"]],
    [suit, ["a"]],
  ])
})

test("a phrase between other sentences is said twice; inside the same ones, once", () => {
  const phrase = "It should never have been built."
  const long = (before: string, after: string): string =>
    `“The piles are rotten. ${before} The steel is thin. ${phrase} ${after} The crane fell in May,” said Lund.`
  const one = { id: "a", text: long("The pumps failed in a week.", "The owners ran off.") }
  const other = `“We pay for their error. Nobody asked us. The tax is unjust. ${phrase} We want our money back,” said Lund.`
  const speakers = { "": "Ada Lund" }
  const holders = (text: string): readonly string[] =>
    drawn([
      { ...one, speakers },
      { id: "b", text, speakers },
    ])
      .filter(([words]) => words?.includes("never have been"))
      .map((group) => group.slice(1).join(" + "))
  expect(holders(other)).toHaveLength(2)
  expect(holders(long("The pumps were old.", "The owners ran off."))).toHaveLength(1)
})

test("copies of an altered wording do not outvote; equals are rivals", () => {
  const report = (id: string, word: string): DrawnReport => ({
    id,
    text: `“We shall close the ${word} pier this week,” she said in ${id}.`,
  })
  const copies = ["c", "d", "e", "f"].map((id) => report(id, "rotten"))
  const [statement] = collateStory(
    [report("a", "northern"), report("b", "northern"), ...copies].map(reportOf),
    lineageOf([["a"], ["b"], ["c", "d", "e", "f"]]),
    [],
  ).statements
  expect(statement?.text).toBe("We shall close the northern pier this week")
  expect(statement?.basis.support).toContainEqual({ start: 18, end: 27, witnesses: 2, distinct: 2 })
  const [even] = collateStory(
    [report("a", "northern"), report("c", "rotten")].map(reportOf),
    lineageOf(),
    [],
  ).statements
  expect([even?.text, ...(even?.basis.rivals ?? [])].sort()).toEqual([
    "We shall close the northern pier this week",
    "We shall close the rotten pier this week",
  ])
})

test("inside one text an altered copy does not outvote the rest by its reprints", () => {
  const report = (id: string, word: string): DrawnReport => ({
    id,
    text: `“We shall close the ${word} pier this week,” she said in ${id}.`,
  })
  const reprints = ["c", "d", "e", "f"]
  const links = reprints.slice(1).map((id) => ({
    a: "c" as ReportId,
    b: id as ReportId,
    kind: "near" as const,
    aShare: 0.99,
    bShare: 0.99,
    passages: [],
    direction: null,
    reasons: [],
  }))
  const reports = [
    report("a", "northern"),
    report("b", "northern"),
    ...reprints.map((id) => report(id, "rotten")),
  ]
  const lineage = { ...lineageOf([["a", "b", ...reprints]]), links }
  expect(collateStory(reports.map(reportOf), lineage, []).statements[0]?.text).toBe(
    "We shall close the northern pier this week",
  )
})

test("a machine's substitutions are undone before the wordings are compared", () => {
  const lineage = {
    ...lineageOf(),
    rewrites: [
      {
        report: "b" as ReportId,
        source: null,
        rules: [{ from: "and", to: "as well as", seen: 9, outOf: 9 }],
        evidence: [],
      },
    ],
  }
  const [statement] = collateStory(
    [
      reportOf({ id: "a", text: "“Crews and clerks and cooks walked out,” he said." }),
      reportOf({ id: "b", text: "“Crews as well as clerks as well as cooks walked out,” he said." }),
    ],
    lineage,
    [],
  ).statements
  expect(statement?.text).toBe("Crews and clerks and cooks walked out")
  expect(statement?.basis.rivals).toEqual([])
  expect(statement?.readings.map(({ differences }) => differences.length)).toEqual([1, 3])
})

test("what belongs to another story is left out", () => {
  const text =
    "“The pier will be closed for a year at least,” she said. “The cup final was a delight,” he said."
  const { statements } = collateStory([reportOf({ id: "a", text })], lineageOf(), [
    { report: "a" as ReportId, start: 57, end: text.length, why: "another story" },
  ])
  expect(statements.map((statement) => statement.text)).toEqual([
    "The pier will be closed for a year at least",
  ])
})

const saying = fc.constantFrom(
  "We will open the new lock in May",
  "We will open the lock in June",
  "We will never open the new lock",
  "a great lock",
  "lock",
  "Nothing was stolen from the harbour office last night",
)
const speaker = fc.constantFrom("Ada Lund", "Olu Brand", "")
const stories = fc.array(
  fc.array(fc.record({ words: saying, by: speaker, marked: fc.boolean() }), { minLength: 1, maxLength: 4 }),
  { minLength: 1, maxLength: 5 },
)

function told(lines: readonly { words: string; by: string; marked: boolean }[], at: number): DrawnReport {
  return {
    id: `r${at}`,
    text: lines.map(({ words, marked }) => (marked ? `“${words},” it was said.` : `${words}.`)).join(" "),
    speakers: Object.fromEntries(lines.filter(({ by }) => by !== "").map(({ words, by }) => [words, by])),
  }
}

test("law: undoing the differences of a reading gives it back, and no two readings of a report overlap", () => {
  fc.assert(
    fc.property(stories, (list) => {
      const reports = list.map(told)
      const texts = new Map(reports.map(({ id, text }) => [id, text]))
      for (const { text, readings, basis } of collateStory(reports.map(reportOf), lineageOf(), [])
        .statements) {
        for (const reading of readings)
          expect(applyDifferences(text, reading.differences)).toBe(
            readingText(texts.get(reading.report)!, reading.parts),
          )
        expect(basis.support.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text)
      }
    }),
  )
})

test("law: the order of reports changes nothing, and an identical copy no count and no wording", () => {
  const counted = (statements: readonly Statement[]): unknown =>
    statements
      .map(({ text, basis }) => {
        const counts = basis.support.flatMap(({ start, end, distinct }) => Array(end - start).fill(distinct))
        return `${text} ${counts.join("")}`
      })
      .sort()
  fc.assert(
    fc.property(stories, (list) => {
      const reports = list.map(told)
      const texts = reports.map(({ id }) => [id])
      const once = collateStory(reports.map(reportOf), lineageOf(texts), [])
      expect(collateStory([...reports].reverse().map(reportOf), lineageOf(texts), [])).toEqual(once)
      const copy = { ...reports[0]!, id: "r9" }
      const copied = [[reports[0]!.id, "r9"], ...texts.slice(1)]
      const twice = collateStory([...reports, copy].map(reportOf), lineageOf(copied), [])
      expect(counted(twice.statements)).toEqual(counted(once.statements))
    }),
  )
})
