import { encodeRecord, type RecordDocument } from "../../api/index.ts"
import {
  type Archive,
  openArchive,
  type StandingSpread,
  type StandingStory,
  standingSpread,
  standingStories,
  standingStory,
} from "../../store/index.ts"
import { archiveOperand, isArchive } from "../archive-operand.ts"
import { bringUpToDate, toolName } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"
import { counted, printable } from "../plain-text.ts"
import { progressOn } from "../progress.ts"
import { readRecord } from "../read-record.ts"
import { type ShownSection, sectionJson, sectionText, shownSections } from "../story-section.ts"
import { summaryOf } from "../summary.ts"

const countMax = 1000

/** What the record of an archive holds: its stories, one of them, and who still prints what a page has changed. */
export const showCommand: CommandSpec = {
  name: "show",
  summary: "a list of a record or an archive on the terminal: statements, figures, lineage and so on",
  configure: (command) =>
    void command
      .argument(
        "[what]",
        `${shownSections.join(", ")}; or the id of a story of an archive; without either, its stories are listed, the newest first`,
      )
      .argument("[record]", "the document of variorum record --json (- for standard input), or an archive")
      .argument("[story]", "the id of a story; without one, all stories (of an archive the newest)")
      .option("--archive <archive>", "the archive: a folder, or postgres://user@host/database")
      .option("--count <n>", "so many stories at the most", "20")
      .option("--spread", "of the story, which other reports still print the words that a page has changed")
      .option("--json", "the story's record as JSON; of lists one line of JSON each")
      .addHelpText(
        "after",
        "\nExamples:\n  variorum show figures record.json\n  variorum show statements kept 0a1b2c3d4e5f --json\n  variorum show --archive kept\n  variorum show 0a1b2c3d4e5f --archive kept --spread",
      ),
  async run(io, operands, options) {
    const count = Number(options.count)
    if (!Number.isInteger(count) || count < 1 || count > countMax) {
      io.writeErr(`variorum show: --count takes a number up to ${countMax}\n`)
      return exitStatus.usage
    }
    const section = shownSections.find((one) => one === operands[0])
    if (section !== undefined) return showSection(io, section, operands.slice(1), { ...options, count })
    const [story] = operands
    if (options.archive === undefined || operands.length > 1) {
      io.writeErr(`variorum show: say what to show (${shownSections.join(", ")}) and of which record\n`)
      return exitStatus.usage
    }
    const opened = await openArchive(archiveOperand(options.archive, io), false)
    if (!opened.ok) {
      io.writeErr(`variorum show: ${opened.error}\n`)
      return exitStatus.failed
    }
    const archive = opened.value
    const json = options.json === true
    try {
      await bringUpToDate(archive, io, progressOn(io, true))
      if (story === undefined)
        return await tellAll(io, json, await standingStories(archive, { from: 0, count }), storyLine)
      if (options.spread === true)
        return await tellAll(io, json, await standingSpread(archive, story), spreadText)
      return await tellStory(io, archive, story, json)
    } finally {
      await archive.close()
    }
  },
}

interface SectionOptions {
  readonly archive?: unknown
  readonly json?: unknown
  readonly count: number
}

/** One list of every story asked for, of a document or of an archive. */
async function showSection(
  io: Io,
  section: ShownSection,
  operands: readonly string[],
  options: SectionOptions,
): Promise<ExitStatus> {
  const given = options.archive === undefined ? operands : [String(options.archive), ...operands]
  const [record, story, ...more] = given
  if (record === undefined || more.length > 0) {
    io.writeErr(`variorum show: ${section} of which record? Give one document or one archive.\n`)
    return exitStatus.usage
  }
  const documents =
    options.archive !== undefined || isArchive(record, io)
      ? archiveDocuments(io, record, story, options.count)
      : fileDocument(io, record)
  let found = 0
  let isThere = story === undefined
  let heading = false
  for await (const document of documents) {
    if (document === null) return exitStatus.failed
    for (const one of document.stories) {
      if (story !== undefined && one.id !== story) continue
      const json = options.json === true
      const text = json ? "" : sectionText(document, one, section, io.columns)
      isThere = true
      if (!json && text === "") continue
      found++
      const title = `${heading ? "\n" : ""}${printable(one.title ?? "A story without a title")}\n`
      heading = true
      const shown = story === undefined && section !== "summary" ? `${title}${text}` : text
      await io.writeOut(json ? `${JSON.stringify(sectionJson(document, one, section))}\n` : shown)
    }
  }
  if (found > 0) return exitStatus.ok
  io.writeErr(
    `variorum show: ${isThere ? `there are no ${section}` : `there is no story ${printable(story ?? "")}`}\n`,
  )
  return exitStatus.nothing
}

async function* fileDocument(io: Io, name: string): AsyncGenerator<RecordDocument | null> {
  const document = await readRecord(io, name)
  if (!document.ok) io.writeErr(`variorum show: ${document.error}\n`)
  yield document.ok ? document.value : null
}

/** Story by story, so that memory does not grow with the archive; null where it cannot be opened. */
async function* archiveDocuments(
  io: Io,
  location: string,
  story: string | undefined,
  count: number,
): AsyncGenerator<RecordDocument | null> {
  const opened = await openArchive(archiveOperand(location, io), false)
  if (!opened.ok) {
    io.writeErr(`variorum show: ${opened.error}\n`)
    yield null
    return
  }
  const archive = opened.value
  try {
    await bringUpToDate(archive, io, progressOn(io, true))
    const ids =
      story === undefined ? (await standingStories(archive, { from: 0, count })).map(({ id }) => id) : [story]
    for (const id of ids) {
      const record = await standingStory(archive, id)
      if (record) yield encodeRecord(record, { tool: toolName(), options: {}, inputs: [] })
    }
  } finally {
    await archive.close()
  }
}

async function tellStory(io: Io, archive: Archive, story: string, json: boolean): Promise<ExitStatus> {
  const record = await standingStory(archive, story)
  if (record === null) {
    io.writeErr(`variorum show: there is no story ${printable(story)}\n`)
    return exitStatus.nothing
  }
  const document = encodeRecord(record, { tool: toolName(), options: {}, inputs: [] })
  await io.writeOut(json ? `${JSON.stringify(document)}\n` : summaryOf(document, io.columns))
  return exitStatus.ok
}

async function tellAll<Item>(
  io: Io,
  json: boolean,
  items: readonly Item[],
  draw: (item: Item) => string,
): Promise<ExitStatus> {
  for (const item of items) await io.writeOut(`${json ? JSON.stringify(item) : draw(item)}\n`)
  return items.length === 0 ? exitStatus.nothing : exitStatus.ok
}

function storyLine({ id, title, from, to, reports, texts, disagreements }: StandingStory): string {
  const days = [...new Set([from?.slice(0, 10), to?.slice(0, 10)])].filter((day) => day !== undefined)
  const counts = `${counted(reports, "report")}, ${counted(texts, "text")}, ${counted(disagreements, "disagreement")}`
  return `${id}  ${days.join(" – ") || "undated"}  ${printable(title ?? "A story without a title")}  (${counts})`
}

function spreadText({ address, old, still }: StandingSpread): string {
  const lines = still.map(({ report, text }) => `  ${printable(report)}: “${printable(text)}”`)
  return [
    `${printable(address)} no longer prints “${printable(old.text)}”`,
    ...(lines.length > 0 ? lines : ["  nobody else does"]),
  ].join("\n")
}
