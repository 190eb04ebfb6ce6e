import { expect, test } from "vitest"
import { cite, recordOf, reportOf, statementOf, storyOf } from "../../test/records/record-builder.ts"
import type { RecordDocument } from "../api/index.ts"
import type { Viewer } from "./desk/desk-page.ts"
import type { JobInputView, JobView } from "./desk/job-view.ts"
import { servedSite } from "./served-site.ts"

/** What the page at `path` says, without its tags. */
function saidAt(document: RecordDocument, path: string, viewer: Viewer | null = null): string {
  const answer = servedSite(document, { version: viewer === null ? null : 1 }).answer(
    path,
    new URLSearchParams(),
    viewer,
  )
  return plain(answer!.content)
}

function plain(html: string): string {
  return html
    .replace(/^.*<main[^>]*>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
}

const editor: Viewer = { role: "editor", account: null }
const empty = recordOf({ reports: [], stories: [] })
const [first, second] = ["AAA1", "BBB1"].map((siglum) =>
  reportOf({ siglum, title: "Pier shut", text: "The pier is shut. It was old." }),
) as [ReturnType<typeof reportOf>, ReturnType<typeof reportOf>]

function storyRecord(
  reports: readonly (typeof first)[],
  parts: Parameters<typeof storyOf>[1] = {},
  rest: Partial<RecordDocument> = {},
): RecordDocument {
  return recordOf({ reports, stories: [storyOf(reports, parts)], ...rest })
}

const link = {
  a: first.id,
  b: second.id,
  kind: "shares" as const,
  aShare: 0.5,
  bShare: 0.5,
  passages: [],
  direction: null,
  reasons: [],
}
const outside = { ...cite(first, "shut"), start: 900, end: 904 }
const disagreement = {
  about: "the pier",
  kind: "figure" as const,
  values: ["40", "41"].map((value) => ({ value, evidence: [outside], distinct: 1 })),
  explained: null,
  note: null,
}

test.each<[string, string, readonly RegExp[]]>([
  [
    "an empty library that is read",
    saidAt(empty, "/"),
    [/No story yet/, /variorum serve reports\//, /variorum demo/],
  ],
  [
    "an empty library that is added to",
    saidAt(empty, "/", editor),
    [
      /Add reports/,
      /drop files, addresses or text here/,
      /addresses of two pages.*text of a report.*web archive/,
      /variorum demo/,
    ],
  ],
  ["one report", saidAt(storyRecord([first]), "/s/story"), [/Add a second report to compare/]],
  [
    "one report, read",
    saidAt(storyRecord([first]), "/r/AAA1"),
    [/Add a second report to compare.*The pier is shut/],
  ],
  [
    "nothing differs",
    saidAt(
      storyRecord([first, second], { statements: [statementOf("The pier is shut", [], [])] }),
      "/s/story",
    ),
    [
      /No differences of figures, dates, names or speakers found in 2 reports/,
      /1 statement compared, each in one wording/,
    ],
  ],
  [
    "a short text",
    saidAt(
      storyRecord([first, second], {}, { gaps: [{ report: first.id, what: "Only 6 words were found." }] }),
      "/s/story/gaps",
    ),
    [/AAA1.*Only 6 words were found/],
  ],
  [
    "low confidence",
    saidAt(storyRecord([first, second], { links: [link] }), "/s/story/lineage"),
    [/AAA1 and BBB1/, /Also fits: AAA1 took it from BBB1, or BBB1 from AAA1/],
  ],
  [
    "an anchor that fails",
    saidAt(storyRecord([first, second], { disagreements: [disagreement] }), "/s/story/f/1"),
    [/Sentence not found in this version of the report/],
  ],
])("%s", (_, said, expected) => {
  for (const words of expected) expect(said).toMatch(words)
})

function jobSaid(parts: Partial<JobView>, input: Partial<JobInputView> = {}): string {
  const inputs = [
    {
      name: "https://page.example/1",
      state: "waiting" as const,
      reports: 0,
      problems: [],
      retry: null,
      ...input,
    },
  ]
  const job: JobView = {
    id: "1",
    state: "running",
    stage: null,
    done: 0,
    of: 0,
    inputs,
    failure: null,
    newReports: 0,
    stories: [],
    ...parts,
  }
  return servedSite(empty, { version: 1 }).deskPage({ page: "job", job }, editor)
}

test("loading tells the stage and counts, politely, and can be cancelled", () => {
  const page = jobSaid({ stage: "Aligning", done: 9, of: 14 })
  expect(page).toMatch(/aria-live="polite">Aligning 9\/14</)
  expect(page).toMatch(/<progress[^>]* max="14"[^>]* value="9"|<progress[^>]* value="9"[^>]* max="14"/)
  expect(plain(page)).toMatch(/Cancel/)
})

test("a page that could not be fetched says why, and can be tried again, pasted or given as a file", () => {
  const failed = {
    state: "failed" as const,
    problems: ["the site answered 404"],
    retry: "https://page.example/1",
  }
  const said = plain(jobSaid({ state: "done" }, failed))
  for (const words of [/answered 404/, /Try again/, /Paste its text/, /Give a file/])
    expect(said).toMatch(words)
})

test("what a site's rules forbid is told with the rule, and nothing offers to pass over it", () => {
  const failed = {
    state: "failed" as const,
    problems: ["robots.txt asks not to fetch it: Disallow: /closed"],
  }
  const said = plain(jobSaid({ state: "done" }, failed))
  expect(said).toMatch(/Disallow: \/closed/)
  expect(said).not.toMatch(/Try again|anyway|ignore/i)
})
