import { decodeDiffRequest, encodeDiff, type RecordDocument, type ReportWire } from "../../api/index.ts"
import { fail, ok, type Result } from "../../base/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { runLineFilter } from "../filter.ts"
import { exitStatus } from "../io.ts"
import { readRecord } from "../read-record.ts"

/** Two versions of one page, told by what their edits touch. */
export const diffCommand: CommandSpec = {
  name: "diff",
  summary:
    "what changed between two versions: JSON Lines {id, before, after} in, {id, edits, trivial} out; or two reports of a record",
  configure: (command) => {
    command
      .argument("[before]", "a report of a record by its siglum; REU1@2 is the second capture of its page")
      .argument("[after]", "the other one")
      .argument("[record]", "the document of variorum record --json (- for standard input)")
      .addHelpText(
        "after",
        '\nExamples:\n  echo \'{"id":"1","before":"12 died.","after":"21 died."}\' | variorum diff\n  variorum diff REU1@1 REU1@3 record.json\n',
      )
  },
  async run(io, operands) {
    const [before, after, record] = operands
    if (before === undefined) return runLineFilter(io, decodeDiffRequest, encodeDiff)
    if (after === undefined || record === undefined) {
      io.writeErr("variorum diff: name two reports and a record, or nothing and give lines of JSON\n")
      return exitStatus.usage
    }
    const document = await readRecord(io, record)
    const named = document.ok ? [before, after].map((name) => reportNamed(document.value, name)) : []
    const reports = await Promise.all(named)
    const fault = [document, ...reports].find((one) => !one.ok)
    const [old, fresh] = reports.flatMap((one) => (one.ok ? [one.value] : []))
    if (fault !== undefined || old === undefined || fresh === undefined) {
      io.writeErr(`variorum diff: ${fault?.ok === false ? fault.error : "there is nothing to compare"}\n`)
      return document.ok ? exitStatus.nothing : exitStatus.failed
    }
    const edits = encodeDiff({ before: old.text, after: fresh.text })
    await io.writeOut(`${JSON.stringify({ id: `${before} ${after}`, ...edits })}\n`)
    return exitStatus.ok
  },
}

/** `REU1`, or `REU1@2`: of the page of that report, or of any capture of it, the second capture. */
async function reportNamed(document: RecordDocument, name: string): Promise<Result<ReportWire, string>> {
  const [, siglum = name, number] = /^(.*)@([1-9]\d{0,5})$/.exec(name) ?? []
  const report = document.reports.find((one) => one.siglum === siglum)
  if (report === undefined) return fail(`there is no report ${siglum}`)
  if (number === undefined) return ok(report)
  // Loaded where it is needed: the filter starts without it.
  const { pageVersions, viewRecord } = await import("../../web/index.ts")
  const view = viewRecord(document)
  const story = view.storyOf(report.id)
  const page = story && pageVersions(view, story).find(({ versions }) => versions.includes(report))
  const versions = page?.versions ?? [report]
  const version = versions[Number(number) - 1]
  return version ? ok(version) : fail(`${siglum} was captured ${versions.length} times, not ${number}`)
}
