import { z } from "zod"

/**
 * The public JSON as schemas: what reads a record back, and what describes the server's answers to other programs, are
 * the same.
 */

const text = z.string()
const known = text.nullable()
const offset = z.int().nonnegative()
const span = { start: offset, end: offset }
const citation = z.object({ report: text, ...span })
const interval = z.object({ from: known, to: known })

const source = z.union([
  z.object({ file: text, address: known, sha256: text, capturedAt: known }),
  z.object({ url: text, address: known, sha256: text, capturedAt: known }),
])

const report = z.object({
  id: text,
  siglum: text,
  source,
  versionOf: known,
  title: known,
  bylines: z.array(text),
  published: known,
  modified: known,
  outlet: known,
  language: known,
  text,
  sentences: z.array(z.object(span)),
  furniture: z.array(z.object({ kind: text, ...span })),
  strangers: z.array(z.object({ why: text, ...span })),
  pages: z.array(z.object({ source, ...span })).exactOptional(),
  leftOut: z.array(z.object(span)).exactOptional(),
})

const link = z.object({
  a: text,
  b: text,
  kind: z.enum(["identical", "near", "extract", "edited", "rewritten", "shares"]),
  aShare: z.number(),
  bShare: z.number(),
  passages: z.array(
    z.object({
      a: z.object(span),
      b: z.object(span),
      kind: z.enum(["verbatim", "edited", "moved", "rewritten"]),
    }),
  ),
  direction: z.enum(["a>b", "b>a"]).nullable(),
  reasons: z.array(text),
})

const rewrite = z.object({
  report: text,
  source: known,
  rules: z.array(z.object({ from: text, to: text, seen: z.number(), outOf: z.number() })),
  evidence: z.array(text),
})

const difference = z.object({
  at: z.object(span),
  reading: text,
  kind: z.enum(["added", "dropped", "changed", "moved", "cut", "spliced"]),
  class: z.enum(["typography", "spelling", "name-form", "grammar", "wording", "figure", "speaker"]),
})

const statement = z.object({
  id: text,
  text,
  basis: z.object({
    rule: text,
    support: z.array(z.object({ witnesses: z.number(), distinct: z.number(), ...span })),
    rivals: z.array(text),
  }),
  speakers: z.array(z.object({ name: text, kind: known, reports: z.array(text) })),
  readings: z.array(
    z.object({
      report: text,
      parts: z.array(z.object(span)),
      form: z.enum(["direct", "partial", "indirect", "block", "unmarked"]),
      speaker: known,
      via: known,
      differences: z.array(difference),
    }),
  ),
})

const disagreement = z.object({
  about: text,
  kind: z.enum(["figure", "date", "name", "speaker", "wording", "attribution"]),
  values: z.array(z.object({ value: text, evidence: z.array(citation), distinct: z.number() })),
  explained: z.enum(["later-update", "scope", "rounding", "bound", "copying-error"]).nullable(),
  note: known,
})

const demand = z.object({
  by: known,
  of: known,
  what: text,
  kind: text,
  evidence: z.array(citation),
  answer: z.enum(["answered", "refused", "not-addressed", "none-reported"]),
  answerEvidence: z.array(citation),
})

const distinctText = z.object({ members: z.array(text), origin: known })

const event = interval.extend({ what: z.array(citation) })

const edit = z.object({
  page: text,
  what: text,
  when: interval,
  evidence: z.array(citation),
  seen: z.enum(["captured", "reported"]),
})

const story = z.object({
  id: text,
  title: known,
  reports: z.array(text),
  from: known,
  to: known,
  reasons: z.array(text),
  texts: z.array(distinctText),
  links: z.array(link),
  rewrites: z.array(rewrite),
  statements: z.array(statement),
  disagreements: z.array(disagreement),
  timeline: z.array(event),
  demands: z.array(demand),
  edits: z.array(edit),
})

const made = z.object({
  tool: text,
  options: z.record(text, z.unknown()),
  inputs: z.array(z.object({ input: text, sha256: known, ok: z.boolean(), error: known })),
})

const gap = z.union([z.object({ input: text, what: text }), z.object({ report: text, what: text })])

export const recordDocument = z.object({
  format: z.literal("variorum-record/1"),
  made,
  reports: z.array(report),
  stories: z.array(story),
  gaps: z.array(gap),
})

/** The parts of the document by the names that other programs see. */
export const recordSchemas = {
  Span: z.object(span),
  Citation: citation,
  Source: source,
  Report: report,
  Link: link,
  Rewrite: rewrite,
  Text: distinctText,
  Difference: difference,
  Statement: statement,
  Disagreement: disagreement,
  Event: event,
  Demand: demand,
  Edit: edit,
  Story: story,
  Made: made,
  Gap: gap,
  Record: recordDocument,
} as const
