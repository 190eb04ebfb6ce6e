import type { RecordDocument, StoryWire } from "./record-wire.ts"

/**
 * The record of one story alone: its reports, their earlier captures and their inputs. Inputs that could not be read
 * and their gaps stay, since nobody knows to which story they would have belonged.
 */
export function oneStory(document: RecordDocument, story: StoryWire): RecordDocument {
  const own = new Set(story.reports)
  const reports = document.reports.filter((report) => own.has(report.id) || own.has(report.versionOf ?? ""))
  const hashes = new Set(reports.map((report) => report.source.sha256))
  const ids = new Set(reports.map((report) => report.id))
  return {
    ...document,
    made: {
      ...document.made,
      inputs: document.made.inputs.filter(
        (input) => !input.ok || (input.sha256 !== null && hashes.has(input.sha256)),
      ),
    },
    reports,
    stories: [story],
    gaps: document.gaps.filter((gap) => "input" in gap || ids.has(gap.report)),
  }
}

/**
 * The story that `name` means: its id, the siglum of one of its reports, its title, or words of one title only. Null
 * where none or several match.
 */
export function findStory(document: RecordDocument, name: string): StoryWire | null {
  const { stories } = document
  const wanted = name.trim().toLowerCase()
  const bearers = new Set(document.reports.filter(({ siglum }) => siglum === name).map(({ id }) => id))
  const ways: readonly ((story: StoryWire) => boolean)[] = [
    (story) => story.id === name,
    (story) => story.reports.some((id) => bearers.has(id)),
    (story) => story.title?.toLowerCase() === wanted,
    (story) => wanted !== "" && story.title?.toLowerCase().includes(wanted) === true,
  ]
  for (const isMeant of ways) {
    const found = stories.filter(isMeant)
    if (found.length === 1) return found[0]!
    if (found.length > 1) return null
  }
  return null
}

/** The latest time that the record knows of: of a capture, else of a publication. Null where it knows none. */
export function recordDate(document: RecordDocument): string | null {
  const latest = (times: readonly (string | null)[]): string | null =>
    times.reduce(
      (last, time) => (time !== null && (last === null || momentOf(time) > momentOf(last)) ? time : last),
      null,
    )
  return (
    latest(document.reports.map(({ source }) => source.capturedAt)) ??
    latest(document.reports.flatMap(({ published, modified }) => [published, modified]))
  )
}

function momentOf(iso: string): number {
  const moment = Date.parse(iso)
  return Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment
}
