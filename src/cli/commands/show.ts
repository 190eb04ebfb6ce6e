import { encodeRecord } from "../../api/index.ts"
import {
  type Archive,
  catchUp,
  openArchive,
  type StandingSpread,
  type StandingStory,
  standingSpread,
  standingStories,
  standingStory,
} from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import { toolName, withRecordWork } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"
import { counted, printable } from "../plain-text.ts"
import { progressOn } from "../progress.ts"
import { summaryOf } from "../summary.ts"

const countMax = 1000

/** What the record of an archive holds: its stories, one of them, and who still prints what a page has changed. */
export const showCommand: CommandSpec = {
  name: "show",
  summary: "the stories of an archive, or one of them",
  configure: (command) =>
    void command
      .argument("[story]", "the id of a story; without one, all are listed, the newest first")
      .requiredOption("--archive <archive>", "the archive: a folder, or postgres://user@host/database")
      .option("--count <n>", "so many stories at the most", "20")
      .option("--spread", "of the story, which other reports still print the words that a page has changed")
      .option("--json", "the story's record as JSON; of lists one line of JSON each")
      .addHelpText(
        "after",
        "\nExamples:\n  variorum show --archive kept\n  variorum show 0a1b2c3d4e5f --archive kept --spread",
      ),
  async run(io, [story], options) {
    const count = Number(options.count)
    if (!Number.isInteger(count) || count < 1 || count > countMax) {
      io.writeErr(`variorum show: --count takes a number up to ${countMax}\n`)
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
      await withRecordWork(progressOn(io, true), (work) => catchUp(archive, work))
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
