import { z } from "zod"
import { type ComparisonRow, compareReports, type LinkWire, type ReportWire } from "../api/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import { linksOfTexts, pageVersions } from "../web/index.ts"
import { fence } from "./fence.ts"
import type { RecordSource } from "./record-source.ts"
import { cursorInput, recordTool, siglumInput, storyAsked, storyInput } from "./record-tool.ts"
import { editItem } from "./story-tools.ts"
import {
  bare,
  calledById,
  callOf,
  fencedName,
  quote,
  sentenceCharsMax,
  sentenceId,
  type ToldStory,
} from "./told-story.ts"

export const compareTool = recordTool({
  name: "compare_reports",
  title: "Compare reports sentence by sentence",
  description:
    "Two to four reports, or versions of one page, sentence beside sentence, only the rows that differ unless `all` is set. The base is a choice, never the correct one. `null` in a row: that report has no such sentence.",
  input: z.strictObject({
    story: storyInput,
    base: siglumInput,
    with: z.array(siglumInput).min(1).max(3),
    all: z.boolean().optional().describe("Rows that do not differ, too"),
    cursor: cursorInput,
  }),
  async tell(source, asked, at) {
    const asking = await storyAsked(source, asked.story)
    if (!asking.ok) return asking
    const told = asking.value
    const found = reportsNamed(told, asked.story, [asked.base, ...asked.with])
    if (!found.ok) return found
    const reports = found.value
    const { rows, isCut } = compareReports(reports)
    const kept = rows.filter((row) => asked.all === true || row.kind !== "same")
    const head = {
      story: asked.story,
      reports: reports.map((report) => ({ report: callOf(told, report), outlet: fencedName(report.outlet) })),
      rows: rows.length,
      rowsThatDiffer: rows.filter((row) => row.kind !== "same").length,
      ...(isCut ? { isCut: "the last sentences of a long report are left out" } : {}),
      address: told.pathOf({
        page: "compare",
        story: told.story,
        sigla: reports.map(({ siglum }) => siglum),
      }),
    }
    const items = kept.slice(at).map((row) => () => rowItem(told, reports, row))
    return ok({ version: told.version, head, items, hasMore: false, story: asked.story })
  },
})

const differencesShown = 10

function rowItem(told: ToldStory, reports: readonly ReportWire[], row: ComparisonRow): object {
  const cells = row.cells.map((cell, i) => {
    if (cell === null) return null
    const report = reports[i]!
    return {
      report: callOf(told, report),
      sentence: sentenceId(report.id, cell.start),
      words: fence(report.text.slice(cell.start, cell.end), sentenceCharsMax),
      ...(cell.isMoved ? { isMoved: true } : {}),
      differs: cell.differences.slice(0, differencesShown).map(({ start, end, kind }) => ({
        kind,
        words: fence(report.text.slice(start, end), sentenceCharsMax),
      })),
      address: told.reportPath(report, cell.start),
    }
  })
  return { kind: row.kind, cells }
}

export const getLineage = recordTool({
  name: "get_lineage",
  title: "Who shares text with whom",
  description:
    "The distinct texts of a story with the reports that print each, then which texts share words, how much, and in which direction where that is supported (`null` where it is not). Shared words may come from a third source that is not in the record: say `shares text with`, never `copied`.",
  input: z.strictObject({
    story: storyInput,
    report: siglumInput.optional().describe("Only what concerns this report, by its siglum"),
    cursor: cursorInput,
  }),
  async tell(source, asked, at) {
    const found = await storyOrReport(source, asked)
    if (!found.ok) return found
    const { told, only } = found.value
    const { story } = told
    const siglum = (id: string): string => calledById(told, id)
    const texts = story.texts.map(({ members, origin }, i) => ({ number: i + 1, members, origin }))
    const items = [
      ...texts
        .filter(({ members }) => only === undefined || members.includes(only))
        .map(({ number, members, origin }) => () => ({
          part: "distinct text",
          distinctText: number,
          reports: members.slice(0, 60).map(siglum),
          ...(members.length > 60 ? { reportsLeftOut: members.length - 60 } : {}),
          origin: origin === null ? null : siglum(origin),
        })),
      ...(only === undefined ? linksOfTexts(story) : story.links)
        .filter(({ a, b }) => only === undefined || a === only || b === only)
        .map((link) => () => linkItem(told, link)),
      ...story.rewrites
        .filter((rewrite) => only === undefined || rewrite.report === only)
        .map((rewrite) => () => ({
          part: "words replaced by rule",
          report: siglum(rewrite.report),
          source: rewrite.source === null ? null : siglum(rewrite.source),
          rules: rewrite.rules.slice(0, 12).map(({ from, to, seen, outOf }) => {
            return { from: fencedName(from), to: fencedName(to), seen, outOf }
          }),
        })),
    ]
    const head = {
      story: asked.story,
      reports: story.reports.length,
      distinctTexts: story.texts.length,
      address: told.pathOf({ page: "lineage", story }),
    }
    return ok({ version: told.version, head, items: items.slice(at), hasMore: false, story: asked.story })
  },
})

function linkItem(told: ToldStory, link: LinkWire): object {
  const { view, story } = told
  const sigla = [link.a, link.b].flatMap((id) => view.report(id)?.siglum ?? [])
  const longest = [...link.passages].sort((x, y) => y.a.end - y.a.start - (x.a.end - x.a.start))[0]
  return {
    part: "shared text",
    a: calledById(told, link.a),
    b: calledById(told, link.b),
    kind: link.kind,
    shareOfA: link.aShare,
    shareOfB: link.bShare,
    direction: link.direction,
    why: link.reasons.slice(0, 5).map((reason) => fence(reason, sentenceCharsMax)),
    passages: link.passages.length,
    longest:
      longest === undefined ? null : [quote(told, link.a, [longest.a]), quote(told, link.b, [longest.b])],
    address: told.pathOf({ page: "compare", story, sigla }),
  }
}

export const getHistory = recordTool({
  name: "get_history",
  title: "How pages changed",
  description:
    "The captured versions of the story's pages, and what was added, dropped or changed between them, with the words before and after. An edit lies somewhere between two captures: `notBefore` and `notAfter`. compare_reports takes the sigla of versions, too.",
  input: z.strictObject({
    story: storyInput,
    report: siglumInput.optional().describe("Only the page of this report, by its siglum"),
    cursor: cursorInput,
  }),
  async tell(source, asked, at) {
    const found = await storyOrReport(source, asked)
    if (!found.ok) return found
    const { told } = found.value
    const { story, view } = told
    const only = found.value.only && view.pageOf(found.value.only)
    const pages = pageVersions(view, story).filter(({ page }) => only === undefined || page.id === only)
    const edits = story.edits.flatMap((edit, i) => {
      const isOurs = edit.evidence.some((one) => view.pageOf(one.report) === only)
      return only === undefined || isOurs ? [i] : []
    })
    const items = [
      ...pages.flatMap(({ page, versions }) =>
        versions.map((version, i) => () => ({
          part: "versions",
          page: callOf(told, page),
          version: i + 1,
          ofVersions: versions.length,
          report: callOf(told, version),
          captured: bare(version.source.capturedAt),
          modified: bare(version.modified),
          title: version.title === null ? null : fence(version.title, 200),
          sha256: bare(version.source.sha256),
          address: told.reportPath(version, null),
        })),
      ),
      ...edits.map((i) => () => editItem(told, i)),
    ]
    const head = {
      story: asked.story,
      pagesCapturedMoreThanOnce: pages.length,
      edits: edits.length,
      address: told.pathOf({ page: "history", story }),
    }
    return ok({ version: told.version, head, items: items.slice(at), hasMore: false, story: asked.story })
  },
})

/** The story that is asked for, and the report of it that alone is meant; undefined where none is. */
async function storyOrReport(
  source: RecordSource,
  asked: { readonly story: string; readonly report?: string | undefined },
): Promise<Result<{ readonly told: ToldStory; readonly only: string | undefined }, string>> {
  const asking = await storyAsked(source, asked.story)
  if (!asking.ok) return asking
  const told = asking.value
  const named = reportsNamed(told, asked.story, asked.report === undefined ? [] : [asked.report])
  return named.ok ? ok({ told, only: named.value[0]?.id }) : named
}

/** The reports of the story, earlier versions of its pages among them, that the sigla mean, each once. */
function reportsNamed(
  told: ToldStory,
  story: string,
  sigla: readonly string[],
): Result<readonly ReportWire[], string> {
  const { view } = told
  const own = new Map(
    view.document.reports
      .filter((report) => view.storyOf(report.id) === told.story)
      .map((report) => [callOf(told, report), report]),
  )
  const wanted = [...new Set(sigla)]
  const missing = wanted.filter((siglum) => !own.has(siglum))
  if (missing.length > 0)
    return fail(`Story ${story} has no report ${missing.join(", ")}: story_overview lists its reports.`)
  if (sigla.length > 1 && wanted.length < 2) return fail("Name at least two different reports.")
  return ok(wanted.map((siglum) => own.get(siglum)!))
}
