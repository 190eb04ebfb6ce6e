import { writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import {
  findStory,
  type RecordDocument,
  type StoryFormat,
  type StoryWire,
  storyFormat,
  storyFormats,
  type TextLevel,
  textLevels,
} from "../api/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import { isArchive } from "./archive-operand.ts"
import { recordOfArchive } from "./archive-record.ts"
import { type ExitStatus, exitStatus, type Io } from "./io.ts"
import { progressOn } from "./progress.ts"
import { readRecord } from "./read-record.ts"

type Options = Readonly<Record<string, unknown>>

/** What `variorum export` is to write of a story. */
interface StoryExport {
  readonly text: TextLevel
  readonly dossier: string | null
  readonly oneFile: string | null
  readonly formats: readonly StoryFormat[]
  /** Null: standard output. */
  readonly out: string | null
}

/** Whether the options ask for a story and not for an archive's captures. */
export function asksForStory(options: Options): boolean {
  return ["dossier", "oneFile", "format", "out", "text"].some((name) => options[name] !== undefined)
}

/** Writes one story of a record or an archive as a dossier, as one file or in a format of other programs. */
export async function exportStory(
  io: Io,
  operands: readonly string[],
  options: Options,
): Promise<ExitStatus> {
  const wanted = storyExportOf(options)
  if (!wanted.ok) {
    io.writeErr(`variorum export: ${wanted.error}\n`)
    return exitStatus.usage
  }
  const [what = "-", ...words] = operands
  const document = await documentOf(io, what)
  if (!document.ok) {
    io.writeErr(`variorum export: ${document.error}\n`)
    return exitStatus.failed
  }
  const name = words.join(" ")
  const story = name === "" ? onlyStory(document.value) : findStory(document.value, name)
  if (story === null) {
    io.writeErr(`variorum export: ${whichStory(document.value, name)}\n`)
    return document.value.stories.length === 0 ? exitStatus.nothing : exitStatus.usage
  }
  return writeStory(io, document.value, story, wanted.value)
}

function storyExportOf(options: Options): Result<StoryExport, string> {
  const textOf = (name: string): string | null => (typeof options[name] === "string" ? options[name] : null)
  const text = textLevels.find((level) => level === (options.text ?? "quoted"))
  if (text === undefined) return fail(`--text takes one of ${textLevels.join(", ")}`)
  const [dossier, oneFile, out] = [textOf("dossier"), textOf("oneFile"), textOf("out")]
  const names = (textOf("format") ?? "").split(",").filter((name) => name !== "")
  const formats = names.flatMap((name) => storyFormat(name) ?? [])
  if (formats.length < names.length)
    return fail(`--format takes one of ${storyFormats.map(({ name }) => name).join(", ")}`)
  if (formats.length > 1) return fail("--format takes one format at a time")
  if (dossier === null && oneFile === null && formats.length === 0)
    return fail("say what to write: --dossier, --one-file or --format")
  if (out !== null && formats.length === 0) return fail("--out goes with --format")
  return ok({ text, dossier, oneFile, formats, out })
}

async function documentOf(io: Io, what: string): Promise<Result<RecordDocument, string>> {
  if (!isArchive(what, io)) return readRecord(io, what)
  const standing = await recordOfArchive(what, io, progressOn(io, false))
  return standing === null ? fail(`the archive ${what} cannot be opened`) : ok(standing.document)
}

function onlyStory({ stories }: RecordDocument): StoryWire | null {
  return stories.length === 1 ? stories[0]! : null
}

const listedMax = 20

function whichStory({ stories }: RecordDocument, name: string): string {
  if (stories.length === 0) return "the record holds no story"
  const listed = stories
    .slice(0, listedMax)
    .map(({ id, title }) => `\n  ${id}  ${title ?? "without a title"}`)
  const more = stories.length > listedMax ? `\n  and ${stories.length - listedMax} more` : ""
  const why =
    name === "" ? "the record holds several stories" : `no one story is called ${JSON.stringify(name)}`
  return `${why}: name one by its id, a siglum or words of its title${listed.join("")}${more}`
}

async function writeStory(
  io: Io,
  document: RecordDocument,
  story: StoryWire,
  { text, dossier, oneFile, formats, out }: StoryExport,
): Promise<ExitStatus> {
  if (dossier !== null) {
    const { writeDossier } = await import("./write-dossier.ts")
    await writeDossier(document, resolve(io.workingFolder, dossier), { text, story })
    io.writeErr(`The dossier is in ${dossier}: open index.html. variorum verify ${dossier} rechecks it.\n`)
  }
  if (oneFile !== null) {
    const [{ renderStoryFile }, { readAssets }] = await Promise.all([
      import("../web/index.ts"),
      import("../server/index.ts"),
    ])
    const html = renderStoryFile(document, { assets: await readAssets(), story, text })
    await writeFile(resolve(io.workingFolder, oneFile), html)
    io.writeErr(`The story is in ${oneFile}.\n`)
  }
  for (const format of formats) {
    const content = format.encode(document, story)
    if (out === null) await io.writeOut(content)
    else {
      await writeFile(resolve(io.workingFolder, out), content)
      io.writeErr(`${format.title} written to ${out}.\n`)
    }
  }
  return exitStatus.ok
}
