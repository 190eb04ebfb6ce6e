import { expect, test } from "vitest"
import { type DrawnReport, lineageOf, reportOf } from "../../../test/drawn-report.ts"
import { collateStory } from "../collate-story.ts"

/** Each disagreement as `kind explained: value distinct | value distinct`. */
function drawn(
  reports: readonly DrawnReport[],
  copies: readonly (readonly string[])[] = [],
): readonly string[] {
  return collateStory(reports.map(reportOf), lineageOf(copies), []).disagreements.map(
    ({ kind, explained, values }) =>
      `${kind} ${explained}: ${values.map(({ value, distinct }) => `${value} ${distinct}`).join(" | ")}`,
  )
}

function counting(
  id: string,
  text: string,
  printed: string,
  bounds: readonly [number | null, number | null],
  unit: string,
): DrawnReport {
  const [low, high] = bounds
  const figure = {
    printed,
    value: low ?? high,
    low,
    high,
    unit,
    qualifier: low === high ? null : printed.split(" ").slice(0, 2).join(" "),
    of: null,
  }
  return { id, text, figures: [figure] }
}

const passengers = (id: string, count: number): DrawnReport =>
  counting(
    id,
    `The Marigold was carrying ${count} passengers when it struck the pier.`,
    `${count} passengers`,
    [count, count],
    "passenger",
  )

/** Two ferries, each with its passengers. */
const bothCounts: DrawnReport = {
  ...passengers("b", 212),
  text: "The Marigold was carrying 212 passengers. The Heron was carrying 186 passengers when it struck the pier.",
  figures: [...passengers("b", 212).figures!, ...passengers("b", 186).figures!],
}

test.each<readonly [string, readonly DrawnReport[], readonly string[]]>([
  [
    "different counts of one thing",
    [passengers("a", 212), passengers("b", 186)],
    ["figure null: 186 passengers 1 | 212 passengers 1"],
  ],
  ["the same count", [passengers("a", 212), passengers("b", 212)], []],
  [
    "counts of different things",
    [
      passengers("a", 212),
      counting(
        "b",
        "The hospital treated 14 passengers with broken bones.",
        "14 passengers",
        [14, 14],
        "passenger",
      ),
    ],
    [],
  ],
  [
    "one number, told more or less surely",
    [
      passengers("a", 212),
      counting(
        "b",
        "The ferry was carrying about 212 passengers.",
        "about 212 passengers",
        [200, 224],
        "passenger",
      ),
    ].map((report) => ({ ...report, figures: report.figures!.map((figure) => ({ ...figure, value: 212 })) })),
    [],
  ],
  [
    "a bound that holds the other",
    [
      counting("a", "The letter was signed by 31 members of the crew.", "31 members", [31, 31], "member"),
      counting(
        "b",
        "A letter signed by more than 20 members was sent.",
        "more than 20 members",
        [20, null],
        "member",
      ),
    ],
    ["figure bound: 31 members 1 | more than 20 members 1"],
  ],
  [
    "the last of a list and its like",
    [
      counting("a", "The pilot leaves a widow and two children.", "two children", [2, 2], "child"),
      counting("b", "The pilot leaves a widow and three children.", "three children", [3, 3], "child"),
    ],
    ["figure null: three children 1 | two children 1"],
  ],
  [
    "what is sought and what there is",
    [
      counting("a", "The yard needs 40 welders for the ferry.", "40 welders", [40, 40], "welder"),
      counting("b", "The yard has 25 welders for the ferry.", "25 welders", [25, 25], "welder"),
    ],
    [],
  ],
  [
    "levelled and flattened",
    [
      counting("a", "The quake levelled seven villages.", "seven villages", [7, 7], "village"),
      counting("b", "The quake flattened four villages.", "four villages", [4, 4], "village"),
    ],
    ["figure null: four villages 1 | seven villages 1"],
  ],
  ["counts too far apart to be of one thing", [passengers("a", 212), passengers("b", 7)], []],
  [
    "values that one report prints side by side",
    [passengers("a", 212), { ...bothCounts, id: "b" }, { ...bothCounts, id: "c" }],
    [],
  ],
  [
    "sums with one word in common",
    [
      counting("a", "The quay was sold for €40 million.", "€40 million", [4e7, 4e7], "EUR"),
      counting("b", "A shed that is worth €30 million burned.", "€30 million", [3e7, 3e7], "EUR"),
    ],
    [],
  ],
])("figures: %s", (_, reports, disagreements) => {
  expect(drawn(reports)).toEqual(disagreements)
})

test("the count that later reports raise is an update", () => {
  const hurt = (id: string, count: number, published: string): DrawnReport => ({
    ...counting(
      id,
      `At least one boat sank and ${count} people were injured on the quay.`,
      `${count} people`,
      [count, count],
      "person",
    ),
    published,
  })
  expect(
    drawn([hurt("a", 14, "2031-03-04"), hurt("b", 21, "2031-03-05"), hurt("c", 21, "2031-03-06")]),
  ).toEqual(["figure later-update: 21 people 2 | 14 people 1"])
})

test("reports of one day tell nothing of which figure is the later", () => {
  const hurt = (id: string, count: number, published: string): DrawnReport => ({
    ...counting(id, `The crash injured ${count} people.`, `${count} people`, [count, count], "person"),
    published,
  })
  const reports = [hurt("a", 14, "2031-03-04"), hurt("b", 21, "2031-03-04"), hurt("c", 21, "2031-03-05")]
  expect(drawn(reports)).toEqual(["figure later-update: 21 people 2 | 14 people 1"])
  expect(drawn(reports.slice(0, 2))).toEqual(["figure null: 14 people 1 | 21 people 1"])
})

const signatures = (id: string, text: string, count: number, unit = "member"): DrawnReport =>
  counting(id, text, /\S*\d+(?: members| million)?/.exec(text)![0], [count, count], unit)

test.each<readonly [string, readonly string[], readonly DrawnReport[]]>([
  [
    "carrying … passengers",
    ["186 passengers", "212 passengers"],
    [
      passengers("a", 212),
      counting("b", "The Marigold was carrying 212 travellers.", "212 travellers", [212, 212], "passenger"),
      passengers("c", 186),
      passengers("d", 186),
    ],
  ],
  [
    "signed by … members of the crew",
    ["26 members", "31 members"],
    [
      signatures("a", "A letter signed by 31 members of the crew was sent.", 31),
      signatures("b", "It was signed by 26 members of the crew.", 26),
    ],
  ],
  [
    "Skerrow Line bought it for …",
    ["€4.2 million", "€5 million"],
    [
      signatures("a", "Skerrow Line bought it for €4.2 million.", 4.2e6, "EUR"),
      signatures("b", "In the end Skerrow Line bought it for €5 million.", 5e6, "EUR"),
    ],
  ],
])("a figure is told of as the reports tell it: %s", (about, values, reports) => {
  const [disagreement, ...more] = collateStory(reports.map(reportOf), lineageOf([]), []).disagreements
  expect(more).toEqual([])
  expect(disagreement!.about).toBe(about)
  expect(disagreement!.values.map(({ value }) => value).sort()).toEqual(values)
})

const dated = (id: string, text: string, printed: string, day: string) => {
  const drawn = reportOf({ id, text })
  const start = text.indexOf(printed)
  const time = { start, end: start + printed.length, from: day, to: day, anchor: "published" as const }
  return { ...drawn, analysis: { ...drawn.analysis, times: [time] } }
}

test("a date is told of by what happened, and days of one name are told apart", () => {
  const reports = [
    dated("a", "She said the ferry Marigold was inspected on Tuesday.", "Tuesday", "2031-03-04"),
    dated("b", "The Marigold was inspected on Tuesday.", "Tuesday", "2031-02-25"),
    dated("c", "The Marigold was inspected on Tuesday by Harlan Dock.", "Tuesday", "2031-02-25"),
  ]
  const [disagreement] = collateStory(reports, lineageOf([]), []).disagreements
  expect(disagreement!.about).toBe("when the Marigold was inspected")
  expect(disagreement!.values.map(({ value, distinct }) => `${value} ${distinct}`)).toEqual([
    "Tuesday (2031-02-25) 2",
    "Tuesday (2031-03-04) 1",
  ])
})

test("copies are one text behind a value", () => {
  const reports = [passengers("a", 212), passengers("b", 186), passengers("c", 186), passengers("d", 186)]
  expect(drawn(reports, [["a"], ["b", "c", "d"]])).toEqual([
    "figure null: 186 passengers 1 | 212 passengers 1",
  ])
})

const quoting = (id: string, words: string, by?: string): DrawnReport => ({
  id,
  text: `“${words},” the letter said.`,
  ...(by === undefined ? {} : { speakers: { [words.split(" ")[0]!]: by } }),
})

test.each([
  [
    "We ask for a clear rule on worldwide shipping law",
    "We ask for a clear rule on global shipping law",
    ["wording null: global 1 | worldwide 1"],
  ],
  ["We ask the organisers for one clear rule", "We ask the organizers for one clear rule", []],
  ["We ask for a clear rule on safety", "We ask for the clear rules on safety", []],
  [
    "I want to be plain about the steering gear",
    "We want to be plain about the steering gear",
    ["speaker null: I want to be 1 | We want to be 1"],
  ],
  [
    "We never sold the north pier to Harlan Dock",
    "We never sold the north pier to Skerrow Line",
    ["name null: Harlan Dock 1 | Skerrow Line 1"],
  ],
  ["We never worked with the U.S. coast guard", "We never worked with the US coast guard", []],
  [
    "The pier was closed for 12 days this year",
    "The pier was closed for 14 days this year",
    ["figure null: 12 1 | 14 1"],
  ],
  ["They fell about 200 feet from the north pier", "They fell around 200ft from the north pier", []],
  ["He never said that the pier was safe", "Somebody never said that the pier was safe", []],
  ["We will close the old pier for good", "We will close the pier", []],
])("wordings: %j and %j", (one, other, disagreements) => {
  expect(drawn([quoting("a", one), quoting("b", other)])).toEqual(disagreements)
})

test.each([
  ["Jon Averay", "speaker null: Jon Averay 1 | Oskar Thell 1"],
  ["Oskar Thell", undefined],
  ["Oskar Thull", "name null: Oskar Thell 1 | Oskar Thull 1"],
])("a statement given to Oskar Thell and to %s", (name, disagreement) => {
  const named = (id: string, by: string): DrawnReport => ({
    id,
    text: `“There was very little that anybody could do,” said ${by} on the quay.`,
    speakers: { There: by },
  })
  expect(drawn([named("a", "Oskar Thell"), named("b", name)])[0]).toBe(disagreement)
})

test("two spellings of one speaker are one disagreement, however many statements they stand at", () => {
  const twice = (id: string, by: string): DrawnReport => ({
    id,
    text: `“There was very little that anybody could do,” said ${by}. “Nobody on the pier had been told about it.”`,
    speakers: { There: by, Nobody: by },
  })
  expect(drawn([twice("a", "Oskar Thell"), twice("b", "Oskar Thull")])).toEqual([
    "name null: Oskar Thell 1 | Oskar Thull 1",
  ])
})

test("whom a pronoun means is no report's claim against a name", () => {
  const words = "There was very little that anybody could do"
  const tagged = { id: "a", text: `“${words},” said Oskar Thell.`, speakers: { There: "Oskar Thell" } }
  const pronoun = reportOf({ id: "b", text: `Jon Averay ran off. “${words},” he said.` })
  const at = pronoun.article.text.lastIndexOf("he said")
  const quotations = pronoun.analysis.quotations.map((quotation) => ({
    ...quotation,
    speaker: { start: at, end: at + 2, name: "Jon Averay", kind: "person" as const, rule: "given" },
  }))
  const reports = [reportOf(tagged), { ...pronoun, analysis: { ...pronoun.analysis, quotations } }]
  expect(collateStory(reports, lineageOf(), []).disagreements).toEqual([])
})

test.each([
  [
    "In a letter obtained by The Quay Post, crews ask for rest.",
    "The letter, first reported by Tidings North, asks for rest.",
    1,
  ],
  [
    "In a letter obtained by The Quay Post, crews ask for rest.",
    "The letter, seen by the Quay Post, asks for rest.",
    0,
  ],
  [
    "In a letter obtained by The Quay Post, crews ask for rest.",
    "An email obtained by Tidings North asks for pay.",
    0,
  ],
])("attribution: %j and %j", (one, other, count) => {
  const found = drawn([
    { id: "a", text: one },
    { id: "b", text: other },
  ])
  expect(found.filter((line) => line.startsWith("attribution"))).toHaveLength(count)
})
