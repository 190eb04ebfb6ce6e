import type { ReportId } from "../article/index.ts"
import {
  compareSpans,
  compareStrings,
  mergeSpans,
  type Span,
  sha256Hex,
  spansOverlap,
} from "../base/index.ts"
import type { AnalysedReport, Quotation } from "../language/index.ts"
import type { Reading, Statement, StatementId } from "./apparatus.ts"
import { bestWording, type WordingVote } from "./best-wording.ts"
import { differencesBetween } from "./differences.ts"
import type { DistinctTexts } from "./distinct-texts.ts"
import { groupUtterances } from "./group-utterances.ts"
import { jointsOf, readingText } from "./reading-tokens.ts"
import { statementSpeakers } from "./statement-speakers.ts"
import { type SoughtWording, type UnmarkedReading, unmarkedReadings } from "./unmarked-readings.ts"
import { type CollatedReport, type Utterance, utterancesOf } from "./utterances.ts"

/** A statement with the utterances that its readings are, in their order. */
export interface CollatedStatement {
  readonly statement: Statement
  readonly utterances: readonly Utterance[]
}

/** The statements of a story's reports, those of most reports first; of equals in the order of reports and text. */
export function statementsOf(
  reports: readonly CollatedReport[],
  textOf: DistinctTexts,
  families: ReadonlyMap<ReportId, number>,
): readonly CollatedStatement[] {
  const byId = new Map(reports.map((report) => [report.report.article.id, report]))
  const statements = utteranceGroups(reports)
    .map((group) => statementOf(group, byId, textOf, families))
    .sort((a, b) => compareStatements(a.statement, b.statement))
  const seen = new Map<string, number>()
  return statements.map(({ statement, utterances }) => {
    const times = (seen.get(statement.id) ?? 0) + 1
    seen.set(statement.id, times)
    const id = times === 1 ? statement.id : (`${statement.id}-${times}` as StatementId)
    return { statement: { ...statement, id }, utterances }
  })
}

/**
 * The utterances of each statement: those that reports set apart, those found by their words alone, and what is told
 * only in indirect speech. The last never draws statements together: what is told in other words is like much else.
 */
function utteranceGroups(reports: readonly CollatedReport[]): readonly (readonly Utterance[])[] {
  const utterances = reports.flatMap(utterancesOf)
  const groups = grouped(utterances.filter(isSetApart)).filter(isCounted)
  const quoted = new Map<ReportId, readonly Span[]>()
  for (const { report } of reports) quoted.set(report.article.id, setApartSpans(report))
  const found = unmarkedReadings(reports, quoted, groups.flatMap(soughtOf))
  const told = utterances.filter((utterance) => !isSetApart(utterance))
  const { grown, taken } = withUnmarked(groups, found, told)
  return [...grown, ...grouped(told.filter((utterance) => !taken.has(utterance)))]
}

function grouped(utterances: readonly Utterance[]): readonly (readonly Utterance[])[] {
  return groupUtterances(utterances).map((group) => group.map((at) => utterances[at]!))
}

/** Words in marks that no report gives to a speaker are someone's words where two reports set apart the same few. */
const phraseWordsMin = 3

function isCounted(group: readonly Utterance[]): boolean {
  if (group.some((utterance) => utterance.speech)) return true
  const reports = new Set(
    group.filter(({ words }) => words.length >= phraseWordsMin).map((utterance) => utterance.report),
  )
  return reports.size > 1
}

function setApartSpans({ analysis }: AnalysedReport): readonly Span[] {
  return mergeSpans(
    analysis.quotations
      .filter(isSetApart)
      .flatMap(({ form, parts, marked }) => (form === "partial" ? marked : parts)),
  )
}

function isSetApart({ form }: Pick<Quotation, "form"> | Utterance): boolean {
  return form === "direct" || form === "partial" || form === "block"
}

/** The wordings by which a statement is looked for, at most this many, the longest. */
const soughtMax = 4
const soughtWordsMin = 5

function soughtOf(group: readonly Utterance[], at: number): readonly SoughtWording[] {
  const wordings = new Map<string, readonly string[]>()
  for (const utterance of group)
    if (utterance.words.length >= soughtWordsMin) wordings.set(utterance.words.join(" "), utterance.words)
  return [...wordings]
    .sort((a, b) => b[1].length - a[1].length || compareStrings(a[0], b[0]))
    .slice(0, soughtMax)
    .map(([, words]) => ({ group: at, words }))
}

/**
 * Unmarked readings put to their groups. Where the report gives the same words to somebody as indirect speech, the
 * reading is that, with its speaker, and what was told is taken.
 */
function withUnmarked(
  groups: readonly (readonly Utterance[])[],
  found: readonly UnmarkedReading[],
  told: readonly Utterance[],
): { readonly grown: readonly (readonly Utterance[])[]; readonly taken: ReadonlySet<Utterance> } {
  const grown = groups.map((group) => [...group])
  const toldIn = new Map<ReportId, Utterance[]>()
  for (const utterance of told) {
    const known = toldIn.get(utterance.report)
    if (known) known.push(utterance)
    else toldIn.set(utterance.report, [utterance])
  }
  const taken = new Set<Utterance>()
  for (const { group, utterance } of found) {
    const same = (toldIn.get(utterance.report) ?? []).filter((other) => overlaps(other, utterance))
    for (const other of same) taken.add(other)
    const first = same.find((other) => other.speaker !== null) ?? same[0]
    grown[group]!.push(
      first
        ? { ...utterance, form: "indirect", speaker: first.speaker, via: first.via, when: first.when }
        : utterance,
    )
  }
  return { grown, taken }
}

function overlaps(a: Utterance, b: Utterance): boolean {
  return a.parts.some((part) => b.parts.some((other) => spansOverlap(part, other)))
}

/** How far a reading's words are taken for those that were said. */
const trustOf: Readonly<Record<Reading["form"], number>> = {
  direct: 1,
  block: 1,
  partial: 1,
  unmarked: 0.5,
  indirect: 0.25,
}
/** What a machine has rewritten is trusted less even where its rules are undone. */
const rewrittenTrust = 0.5

function statementOf(
  group: readonly Utterance[],
  reports: ReadonlyMap<ReportId, CollatedReport>,
  textOf: DistinctTexts,
  families: ReadonlyMap<ReportId, number>,
): CollatedStatement {
  const utterances = withoutOverlaps(group)
  const votes = utterances.map((utterance): WordingVote => {
    const { rules, report } = reports.get(utterance.report)!
    return {
      tokens: utterance.tokens,
      joints: jointsOf(utterance.parts),
      textOf: textOf.get(utterance.report)!,
      family: families.get(utterance.report)!,
      trust: trustOf[utterance.form] * (rules.length > 0 ? rewrittenTrust : 1) * (utterance.speech ? 1 : 0.5),
      setApart: isSetApart(utterance) && utterance.speech,
      published: report.article.published,
    }
  })
  const { text, basis } = bestWording(votes)
  const speakers = statementSpeakers(utterances)
  const differences = new Map<string, Reading["differences"]>()
  const readings = utterances.map((utterance): Reading => {
    const printed = readingText(reports.get(utterance.report)!.report.article.text, utterance.parts)
    const joints = jointsOf(utterance.parts)
    const key = `${joints.join(" ")}\n${printed}`
    const known = differences.get(key) ?? differencesBetween(text, printed, joints)
    differences.set(key, known)
    return {
      report: utterance.report,
      parts: utterance.parts,
      form: utterance.form,
      speaker: utterance.speaker?.name ?? null,
      via: utterance.via,
      differences: known,
    }
  })
  const id = `s${sha256Hex(text).slice(0, 12)}` as StatementId
  return { statement: { id, text, basis, speakers, readings }, utterances }
}

/** In the order of reports and places; of two that overlap, the one that its report sets apart, or else the longer. */
function withoutOverlaps(group: readonly Utterance[]): readonly Utterance[] {
  const length = (utterance: Utterance): number =>
    utterance.parts.reduce((sum, part) => sum + part.end - part.start, 0)
  const ranked = [...group].sort(
    (a, b) => Number(isSetApart(b)) - Number(isSetApart(a)) || length(b) - length(a) || comparePlaces(a, b),
  )
  const kept = new Map<ReportId, Utterance[]>()
  for (const utterance of ranked) {
    const here = kept.get(utterance.report) ?? []
    kept.set(utterance.report, here)
    if (!here.some((other) => overlaps(other, utterance))) here.push(utterance)
  }
  return [...kept.values()].flat().sort(comparePlaces)
}

function comparePlaces(a: Pick<Reading, "report" | "parts">, b: Pick<Reading, "report" | "parts">): number {
  return compareStrings(a.report, b.report) || compareSpans(a.parts[0]!, b.parts[0]!)
}

function compareStatements(a: Statement, b: Statement): number {
  const reportsOf = (statement: Statement): number =>
    new Set(statement.readings.map(({ report }) => report)).size
  return (
    reportsOf(b) - reportsOf(a) || comparePlaces(a.readings[0]!, b.readings[0]!) || compareStrings(a.id, b.id)
  )
}
