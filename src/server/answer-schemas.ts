import { z } from "zod"
import { type ComparisonWire, recordSchemas } from "../api/index.ts"
import type { FoundList, JobView, PageAddress, StoryList } from "../web/index.ts"

const { Span, Report, Made, Gap, Statement, Disagreement, Text, Link, Rewrite, Event, Edit, Demand } =
  recordSchemas

const text = z.string()
const known = text.nullable()
const count = z.int().nonnegative()
const ofStory = { story: text.describe("The story's id") }

const storyRow = {
  id: text,
  title: known,
  reports: count,
  texts: count.describe("Distinct texts: a copy is no second witness"),
  disagreements: count,
  from: known,
  to: known,
}

const Library = z
  .object({ stories: z.array(z.object({ ...storyRow, statements: count })), gaps: z.array(Gap) })
  .describe("Every story of a record")

const ArchiveLibrary = z
  .object({
    stories: z.array(z.object(storyRow)),
    from: count.describe("Stories before the first of these: ask with ?from= for more"),
    perPage: count,
    counts: z.object({ stories: count, reports: count, gaps: count }),
    gaps: z.array(text),
    isBehind: z.boolean().describe("There are captures that the stories do not tell of yet"),
    readOnly: z.boolean(),
  })
  .describe("One page of an archive's stories, the newest first") satisfies z.ZodType<StoryList>

const comparedWords = z.object({ ...Span.shape, kind: z.enum(["added", "dropped", "changed", "figure"]) })

const comparedSentence = z.object({
  ...Span.shape,
  sentence: count,
  isMoved: z.boolean(),
  movedFrom: count.nullable(),
  trivial: z.array(Span),
  differences: z.array(comparedWords),
})

const comparedRow = z.object({
  kind: z.enum(["same", "differs", "alone"]),
  trivial: count.describe("Places that differ in space, case or marks alone"),
  cells: z.array(comparedSentence.nullable()),
})

const Comparison = z
  .object({
    ...ofStory,
    reports: z.array(text).describe("Ids; the first is the base: a choice, never the correct one"),
    rows: z.array(comparedRow),
    isCut: z.boolean(),
  })
  .describe(
    "Sentences side by side; null where a report has no counterpart",
  ) satisfies z.ZodType<ComparisonWire>

const Found = z
  .object({
    query: text,
    isCut: z.boolean(),
    hits: z.array(
      z.object({
        href: text,
        outlet: known,
        published: known,
        title: known,
        passage: z.object({ ...Span.shape, text }).nullable(),
        found: z.array(Span),
      }),
    ),
  })
  .describe("What an archive's search found, the newest first") satisfies z.ZodType<FoundList>

const Job = z
  .object({
    id: text,
    state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
    stage: known,
    done: count,
    of: count,
    inputs: z.array(
      z.object({
        name: text,
        state: z.enum(["waiting", "fetching", "reading", "read", "there", "failed", "cancelled"]),
        reports: count,
        problems: z.array(text),
        retry: known,
      }),
    ),
    failure: known,
    newReports: count,
    stories: z.array(z.object({ href: text, title: text })),
  })
  .describe("How inputs that are added together fare") satisfies z.ZodType<JobView>

const Change = z
  .object({
    version: z.union([z.number(), text]),
    reports: count,
    adding: z.object({ line: text, href: text }).nullable(),
  })
  .describe("What the page shows is another record once `version` is another")

/** The answers that are no part of a record document, by name. */
export const answerSchemas = {
  Library,
  ArchiveLibrary,
  About: z.object({ format: text, made: Made }),
  Statements: z.object({ ...ofStory, statements: z.array(Statement) }),
  Disagreements: z.object({ ...ofStory, disagreements: z.array(Disagreement) }),
  Reports: z.object({ ...ofStory, reports: z.array(Report) }),
  Lineage: z.object({ ...ofStory, texts: z.array(Text), links: z.array(Link), rewrites: z.array(Rewrite) }),
  Timeline: z.object({ ...ofStory, timeline: z.array(Event) }),
  History: z.object({ ...ofStory, edits: z.array(Edit) }),
  Asks: z.object({ ...ofStory, demands: z.array(Demand) }),
  Gaps: z.object({ ...ofStory, gaps: z.array(Gap) }),
  Comparison,
  Found,
  Job,
  Change,
} as const

const allSchemas = { ...recordSchemas, ...answerSchemas }

export type SchemaName = keyof typeof allSchemas

/** What each page answers as JSON; null where it has no such form. A new page does not compile without its row. */
export const pageAnswers: Readonly<Record<PageAddress["page"], readonly SchemaName[] | null>> = {
  library: ["Library", "ArchiveLibrary"],
  about: ["About"],
  search: ["Found"],
  overview: ["Story"],
  statements: ["Statements"],
  figures: ["Disagreements"],
  reports: ["Reports"],
  lineage: ["Lineage"],
  timeline: ["Timeline"],
  history: ["History"],
  asks: ["Asks"],
  gaps: ["Gaps"],
  statement: ["Statement"],
  figure: ["Disagreement"],
  compare: ["Comparison"],
  report: ["Report"],
  export: null,
}

/**
 * The schemas as JSON Schema 2020-12, each naming the others where it holds them. `isClosed`: nothing may stand in an
 * answer that is not described, which holds today and is no promise.
 */
export function jsonSchemas(isClosed: boolean): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(allSchemas)) registry.add(schema, { id })
  const uri = (id: string): string => `#/components/schemas/${id}`
  const { schemas } = z.toJSONSchema(registry, { uri, io: isClosed ? "output" : "input" })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}
