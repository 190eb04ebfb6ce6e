import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import type { RecordDocument, ReportWire, StoryWire } from "../src/api/index.ts"
import { overlapLength, type Span } from "../src/base/index.ts"

/** A story labelled by hand: what a record of its reports should hold. Files are named without their folder. */
export interface ExpectedStory {
  readonly stories: number
  readonly reports: readonly ExpectedReport[]
  readonly gaps: readonly { readonly file: string; readonly why: string }[]
  /** By file: words of the page that are no part of its article. */
  readonly notInArticle: Readonly<Record<string, readonly string[]>>
  readonly texts: readonly { readonly members: readonly string[]; readonly origin: string | null }[]
  /** Pairs that are not one text. */
  readonly apart: readonly (readonly [string, string])[]
  readonly links: readonly {
    readonly a: string
    readonly b: string
    readonly kinds: readonly string[]
    readonly direction: readonly (string | null)[]
  }[]
  readonly noLinks: readonly (readonly [string, string])[]
  readonly rewrites: readonly {
    readonly report: string
    readonly source: string
    readonly rules: readonly (readonly [string, string])[]
    readonly damaged: readonly Label[]
  }[]
  readonly statements: readonly {
    readonly id: string
    readonly speakers: readonly string[]
    readonly readings: readonly (Label & { readonly form: string; readonly speaker: string | null })[]
  }[]
  readonly disagreements: readonly {
    readonly id: string
    readonly about: string
    readonly kind: string
    readonly explained: readonly (string | null)[]
    readonly values: readonly { readonly value: string; readonly evidence: readonly Label[] }[]
  }[]
  readonly strangers: readonly Label[]
  readonly demands: readonly {
    readonly id: string
    readonly answer: readonly string[]
    readonly evidence: readonly Label[]
    readonly answerEvidence: readonly Label[]
  }[]
  readonly edits: readonly {
    readonly id: string
    readonly seen: string
    readonly when: { readonly from: string | null; readonly to: string | null }
    readonly evidence: readonly Label[]
  }[]
  readonly times: readonly (Label & { readonly from: string })[]
  /** Labels that the program does not meet yet. */
  readonly knownMisses: readonly { readonly why: string; readonly labels: readonly string[] }[]
}

export interface ExpectedReport {
  readonly file: string
  readonly title: string | null
  readonly bylines: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly outlet: string | null
  readonly language: string
  readonly url: string | null
  readonly capturedAt: string | null
  /** The file of the page's latest capture, where this is an earlier one: such a report stands in no story. */
  readonly versionOf: string | null
}

/** Words of one report, given as they stand in it: one run, or several in order. */
export interface Label {
  readonly file: string
  readonly text?: string
  readonly parts?: readonly string[]
}

export function readExpectedStory(folder: string): ExpectedStory {
  return JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"))
}

export function wordsOfLabel(label: Label): readonly string[] {
  return label.parts ?? [label.text ?? ""]
}

/** Every run of words that the labels claim to have cut out of a report. */
export function* labelsOf(expected: ExpectedStory): Generator<Label> {
  for (const statement of expected.statements) yield* statement.readings
  for (const disagreement of expected.disagreements)
    for (const value of disagreement.values) yield* value.evidence
  for (const rewrite of expected.rewrites) yield* rewrite.damaged
  for (const demand of expected.demands) {
    yield* demand.evidence
    yield* demand.answerEvidence
  }
  for (const edit of expected.edits) yield* edit.evidence
  yield* expected.strangers
  yield* expected.times
  for (const [file, texts] of Object.entries(expected.notInArticle))
    for (const text of texts) yield { file, text }
}

/** One labelled thing, by a name that says which, and whether the record holds it. */
export interface Finding {
  readonly label: string
  readonly found: boolean
}

/** Holds a record to the labels: one finding a labelled thing, in the labels' order. */
export function compareWithExpected(expected: ExpectedStory, record: RecordDocument): readonly Finding[] {
  const place = placesOf(record)
  const story = [...record.stories].sort((a, b) => b.reports.length - a.reports.length)[0]
  if (!story) return [{ label: "stories", found: false }]
  return [
    { label: "stories", found: record.stories.length === expected.stories },
    ...reportFindings(expected, record, story, place),
    ...lineageFindings(expected, story, place),
    ...statementFindings(expected, story, place),
    ...disagreementFindings(expected, story, place),
    ...answerFindings(expected, story, place),
    ...editFindings(expected, story, place),
  ]
}

/** The report made of a file, and where a label's words stand in its text. */
interface Places {
  reportOf(file: string): ReportWire | null
  idOf(file: string): string
  spansOf(label: Label): readonly Span[]
  /** True when `span` of `report` holds at least half of the label's words, or lies within them. */
  covers(span: Span & { readonly report: string }, label: Label): boolean
}

function placesOf(record: RecordDocument): Places {
  const byFile = new Map<string, ReportWire>()
  for (const report of record.reports)
    if ("file" in report.source) byFile.set(basename(report.source.file), report)
  const reportOf = (file: string) => byFile.get(file) ?? null
  const spansOf = (label: Label): readonly Span[] => {
    const text = reportOf(label.file)?.text ?? ""
    const spans: Span[] = []
    for (const words of wordsOfLabel(label))
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
        spans.push({ start: at, end: at + words.length })
    return spans
  }
  return {
    reportOf,
    idOf: (file) => reportOf(file)?.id ?? `no report of ${file}`,
    spansOf,
    covers: (span, label) =>
      reportOf(label.file)?.id === span.report &&
      spansOf(label).some((wanted) => {
        const shared = overlapLength(span, wanted)
        return shared > 0 && shared >= Math.min(wanted.end - wanted.start, span.end - span.start) / 2
      }),
  }
}

function* reportFindings(
  expected: ExpectedStory,
  record: RecordDocument,
  story: StoryWire,
  place: Places,
): Generator<Finding> {
  for (const wanted of expected.reports) {
    const report = place.reportOf(wanted.file)
    const at = `report/${wanted.file}`
    const latest = wanted.versionOf === null ? null : place.idOf(wanted.versionOf)
    const placed = report !== null && story.reports.includes(report.id) === (latest === null)
    yield { label: `${at}/placed`, found: placed && report.versionOf === latest }
    if (!report) continue
    yield { label: `${at}/title`, found: report.title === wanted.title }
    yield { label: `${at}/bylines`, found: report.bylines.join() === wanted.bylines.join() }
    yield { label: `${at}/published`, found: sameTime(report.published, wanted.published) }
    yield { label: `${at}/modified`, found: sameTime(report.modified, wanted.modified) }
    yield { label: `${at}/outlet`, found: report.outlet === wanted.outlet }
    yield { label: `${at}/language`, found: report.language?.slice(0, 2) === wanted.language }
    yield { label: `${at}/captured`, found: sameTime(report.source.capturedAt, wanted.capturedAt) }
  }
  for (const { file } of expected.gaps) {
    const gap = record.gaps.some(
      (gap) => "input" in gap && (gap.input === file || gap.input.endsWith(`/${file}`)),
    )
    yield { label: `gap/${file}`, found: gap && place.reportOf(file) === null }
  }
  for (const [file, texts] of Object.entries(expected.notInArticle))
    for (const text of texts) {
      const furniture = place.reportOf(file)?.furniture ?? []
      const set = (span: Span) => furniture.some((piece) => overlapLength(piece, span) > 0)
      yield { label: `not-in-article/${file}/${text}`, found: place.spansOf({ file, text }).every(set) }
    }
  for (const label of expected.strangers) {
    const strangers = place.reportOf(label.file)?.strangers ?? []
    const set = (span: Span) => strangers.some((s) => overlapLength(s, span) * 2 >= span.end - span.start)
    yield { label: `stranger/${label.file}/${label.text}`, found: place.spansOf(label).every(set) }
  }
}

/** To the precision that both give, and as instants where both have a zone. */
function sameTime(got: string | null, wanted: string | null): boolean {
  if (got === null || wanted === null) return got === wanted
  const zoned = /T.*(?:Z|[+-]\d\d:\d\d)$/
  if (zoned.test(got) && zoned.test(wanted)) return Date.parse(got) === Date.parse(wanted)
  return got.slice(0, wanted.length) === wanted || wanted.slice(0, got.length) === got
}

function* lineageFindings(expected: ExpectedStory, story: StoryWire, place: Places): Generator<Finding> {
  const groupOf = (file: string) => story.texts.find((group) => group.members.includes(place.idOf(file)))
  for (const { members, origin } of expected.texts) {
    const group = groupOf(members[0]!)
    yield { label: `text/${members[0]}`, found: members.every((file) => group && groupOf(file) === group) }
    if (origin) yield { label: `text/${members[0]}/origin`, found: group?.origin === place.idOf(origin) }
  }
  for (const [a, b] of expected.apart)
    yield { label: `apart/${a}/${b}`, found: groupOf(a) !== groupOf(b) || !groupOf(a) }
  const linkOf = (a: string, b: string) =>
    story.links.find(
      (link) => [link.a, link.b].sort().join() === [place.idOf(a), place.idOf(b)].sort().join(),
    )
  for (const wanted of expected.links) {
    const link = linkOf(wanted.a, wanted.b)
    const at = `link/${wanted.a}/${wanted.b}`
    yield { label: at, found: link !== undefined }
    if (!link) continue
    const turned = link.a !== place.idOf(wanted.a)
    const direction = turned && link.direction ? (link.direction === "a>b" ? "b>a" : "a>b") : link.direction
    yield { label: `${at}/kind`, found: wanted.kinds.includes(link.kind) }
    yield { label: `${at}/direction`, found: wanted.direction.includes(direction) }
  }
  for (const [a, b] of expected.noLinks) yield { label: `no-link/${a}/${b}`, found: !linkOf(a, b) }
  for (const wanted of expected.rewrites) {
    const rewrite = story.rewrites.find((rewrite) => rewrite.report === place.idOf(wanted.report))
    yield { label: `rewrite/${wanted.report}/source`, found: rewrite?.source === place.idOf(wanted.source) }
    for (const [from, to] of wanted.rules)
      yield {
        label: `rewrite/${wanted.report}/${from}`,
        found: rewrite?.rules.some((rule) => rule.from === from && rule.to === to) ?? false,
      }
  }
  const rewritten = expected.rewrites.map((rewrite) => place.idOf(rewrite.report))
  yield {
    label: "rewrite/no other",
    found: story.rewrites.every((rewrite) => rewritten.includes(rewrite.report)),
  }
}

function* statementFindings(expected: ExpectedStory, story: StoryWire, place: Places): Generator<Finding> {
  const labelledBy = new Map<string, Set<string>>()
  const holders = new Map<string, Set<string>>()
  for (const wanted of expected.statements) {
    const inStatements = new Set<string>()
    for (const label of wanted.readings) {
      if (expected.reports.find(({ file }) => file === label.file)?.versionOf) continue
      const at = `statement/${wanted.id}/${label.file}`
      const hits = story.statements.flatMap((statement) =>
        statement.readings
          .filter((reading) =>
            reading.parts.some((part) => place.covers({ ...part, report: reading.report }, label)),
          )
          .map((reading) => ({
            statement,
            reading,
            shared: sharedLength(reading.parts, place.spansOf(label)),
          })),
      )
      const best = hits.sort((a, b) => b.shared - a.shared)[0]
      yield { label: at, found: best !== undefined }
      if (!best) continue
      inStatements.add(best.statement.id)
      labelledBy.set(best.statement.id, (labelledBy.get(best.statement.id) ?? new Set()).add(wanted.id))
      yield { label: `${at}/form`, found: best.reading.form === label.form }
    }
    holders.set(wanted.id, inStatements)
    yield { label: `statement/${wanted.id}/together`, found: inStatements.size === 1 }
    const speakers = story.statements
      .filter((statement) => inStatements.has(statement.id))
      .flatMap((statement) => statement.speakers.map((speaker) => speaker.name.toLowerCase()))
    for (const speaker of wanted.speakers)
      yield {
        label: `statement/${wanted.id}/speaker/${speaker}`,
        found: speakers.some((name) => name.includes(speaker.toLowerCase())),
      }
  }
  for (const [id, statements] of holders)
    yield {
      label: `statement/${id}/apart`,
      found: [...statements].every((statement) => labelledBy.get(statement)?.size === 1),
    }
}

function sharedLength(parts: readonly Span[], wanted: readonly Span[]): number {
  return parts.reduce((sum, part) => sum + wanted.reduce((n, span) => n + overlapLength(part, span), 0), 0)
}

function* disagreementFindings(expected: ExpectedStory, story: StoryWire, place: Places): Generator<Finding> {
  for (const wanted of expected.disagreements) {
    const at = `disagreement/${wanted.id}`
    const holds = (evidence: readonly (Span & { readonly report: string })[], labels: readonly Label[]) =>
      labels.some((label) => evidence.some((citation) => place.covers(citation, label)))
    const matching = story.disagreements.filter((got) => {
      const sides = wanted.values.map((value) =>
        got.values.findIndex((v) => holds(v.evidence, value.evidence)),
      )
      return !sides.includes(-1) && new Set(sides).size === sides.length
    })
    const best = matching.find((got) => got.kind === wanted.kind) ?? matching[0]
    yield { label: at, found: best !== undefined }
    if (!best) continue
    yield { label: `${at}/kind`, found: best.kind === wanted.kind }
    yield { label: `${at}/explained`, found: wanted.explained.includes(best.explained) }
  }
}

function* answerFindings(expected: ExpectedStory, story: StoryWire, place: Places): Generator<Finding> {
  for (const wanted of expected.demands) {
    const at = `demand/${wanted.id}`
    const matching = story.demands.filter((got) =>
      got.evidence.some((citation) => wanted.evidence.some((label) => place.covers(citation, label))),
    )
    yield { label: at, found: matching.length > 0 }
    if (matching.length === 0) continue
    yield { label: `${at}/answer`, found: matching.some((got) => wanted.answer.includes(got.answer)) }
  }
  for (const label of expected.times) {
    const found = story.timeline.some(
      (event) =>
        (event.from ?? "").startsWith(label.from) &&
        event.what.some((citation) =>
          place.spansOf(label).some((span) => overlapLength(citation, span) > 0),
        ) &&
        event.what.some((citation) => citation.report === place.idOf(label.file)),
    )
    yield { label: `time/${label.file}/${label.text}`, found }
  }
}

function* editFindings(expected: ExpectedStory, story: StoryWire, place: Places): Generator<Finding> {
  for (const wanted of expected.edits) {
    const matching = story.edits.filter(
      (got) =>
        got.seen === wanted.seen &&
        got.evidence.some((citation) => wanted.evidence.some((label) => place.covers(citation, label))) &&
        (wanted.seen === "reported" ||
          (sameTime(got.when.from, wanted.when.from) && sameTime(got.when.to, wanted.when.to))),
    )
    yield { label: `edit/${wanted.id}`, found: matching.length > 0 }
  }
}
