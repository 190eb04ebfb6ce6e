import { accessSync, constants, existsSync, statfsSync } from "node:fs"
import { availableParallelism, totalmem } from "node:os"
import { delimiter, join, resolve } from "node:path"
import { openArchive, standingCounts, standingVersion } from "../../store/index.ts"
import { archiveOperand } from "../archive-operand.ts"
import { toolName } from "../archive-record.ts"
import type { CommandSpec } from "../command-spec.ts"
import { exitStatus, type Io } from "../io.ts"
import { counted } from "../plain-text.ts"

/** One thing looked at. What is only "limited" works, but not for everything. */
interface Finding {
  readonly what: string
  readonly state: "good" | "limited" | "bad"
  readonly words: string
}

const nodeMajorMin = 24
const freeBytesMin = 1 << 30
const memoryBytesMin = 2 * 2 ** 30

/** What this machine, this folder and an archive are fit for. */
export const doctorCommand: CommandSpec = {
  name: "doctor",
  summary: "say what this machine, this folder and an archive are fit for",
  configure: (command) =>
    void command
      .option("--archive <archive>", "look at an archive, too: a folder, or postgres://user@host/database")
      .option("--json", "one line of JSON a finding: {what, state, words}")
      .addHelpText("after", "\nExamples:\n  variorum doctor\n  variorum doctor --archive kept"),
  async run(io, _operands, options) {
    const findings = [...machineFindings(), folderFinding(io), browserFinding(io), contactFinding(io)]
    if (options.archive !== undefined) findings.push(await archiveFinding(io, options.archive))
    for (const finding of findings)
      await io.writeOut(
        options.json === true
          ? `${JSON.stringify(finding)}\n`
          : `${finding.state.padEnd(8)} ${finding.what}: ${finding.words}\n`,
      )
    return findings.some(({ state }) => state === "bad") ? exitStatus.failed : exitStatus.ok
  },
}

function machineFindings(): readonly Finding[] {
  const version = process.versions.node
  const isRecent = Number(version.split(".")[0]) >= nodeMajorMin
  const memory = totalmem()
  const cores = availableParallelism()
  return [
    {
      what: "Node",
      state: isRecent ? "good" : "bad",
      words: isRecent ? version : `${version}; ${nodeMajorMin} or newer is needed: https://nodejs.org`,
    },
    {
      what: "processor",
      state: cores > 1 ? "good" : "limited",
      words: `${counted(cores, "core")}${cores > 1 ? "" : ": reports are read one after the other"}`,
    },
    {
      what: "memory",
      state: memory < memoryBytesMin ? "limited" : "good",
      words: `${gib(memory)}${memory < memoryBytesMin ? ": enough for thousands of reports at once, not for hundreds of thousands" : ""}`,
    },
  ]
}

function folderFinding({ workingFolder }: Io): Finding {
  const what = `folder ${workingFolder}`
  try {
    accessSync(workingFolder, constants.W_OK)
  } catch {
    return { what, state: "limited", words: "cannot be written: give dossiers and archives another place" }
  }
  const { bavail, bsize } = statfsSync(workingFolder)
  const free = bavail * bsize
  if (free >= freeBytesMin) return { what, state: "good", words: `can be written, ${gib(free)} free` }
  return { what, state: "limited", words: `only ${gib(free)} free: an archive needs room for what it keeps` }
}

const browsers = ["xdg-open", "open", "chromium", "chromium-browser", "google-chrome", "firefox"]

function browserFinding({ environment }: Io): Finding {
  const folders = (environment.PATH ?? "").split(delimiter)
  const isHere =
    process.platform === "win32" ||
    browsers.some((name) => folders.some((folder) => folder !== "" && existsSync(join(folder, name))))
  return isHere
    ? { what: "browser", state: "good", words: "there is one to open the pages in" }
    : { what: "browser", state: "limited", words: "none found: open the address that serve prints elsewhere" }
}

function contactFinding({ environment }: Io): Finding {
  const contact = environment.VARIORUM_CONTACT
  return contact
    ? { what: "fetching", state: "good", words: `sites are told to write to ${contact}` }
    : {
        what: "fetching",
        state: "limited",
        words: "set VARIORUM_CONTACT to an address that sites may write to before fetching many pages",
      }
}

async function archiveFinding(io: Io, given: unknown): Promise<Finding> {
  const opened = await openArchive(archiveOperand(given, io), false)
  if (!opened.ok) return { what: "archive", state: "bad", words: opened.error }
  const archive = opened.value
  const what = `archive ${archive.location.startsWith("postgres") ? archive.location : resolve(archive.location)}`
  try {
    const { kind } = archive.database.words
    const counts = await standingCounts(archive)
    const { isBehind } = await standingVersion(archive, toolName())
    const told = `on ${kind}, ${counted(counts.reports, "report")} in ${counted(counts.stories, "story", "stories")}`
    return isBehind
      ? { what, state: "limited", words: `${told}; its record is behind: run variorum build` }
      : { what, state: "good", words: told }
  } finally {
    await archive.close()
  }
}

function gib(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`
}
