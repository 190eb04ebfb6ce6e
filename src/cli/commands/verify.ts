import { statSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { checkRecord, decodeRecord } from "../../api/index.ts"
import { openArchive, verifyArchive } from "../../store/index.ts"
import { archiveOperand, isArchive } from "../archive-operand.ts"
import { checkManifest, checkSentences } from "../check-manifest.ts"
import type { CommandSpec } from "../command-spec.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"
import { readRecord } from "../read-record.ts"

/** Whether an archive or a record is what it was: every hash, every link of the chain, every citation. */
export const verifyCommand: CommandSpec = {
  name: "verify",
  summary: "recheck every hash of an archive, or every citation of a record or dossier",
  configure: (command) => {
    command
      .argument(
        "<what>",
        "an archive (a folder, or postgres://user@host/database), a dossier's folder, or the document of variorum record --json",
      )
      .option("--head <hash>", "an archive's head, noted earlier: nothing up to it may have changed")
  },
  async run(io, operands, options) {
    const name = operands[0] ?? ""
    const path = resolve(io.workingFolder, name)
    const head = typeof options.head === "string" ? options.head : null
    if (isArchive(name, io)) return verifyKept(io, archiveOperand(name, io), head)
    if (head !== null) {
      io.writeErr(`variorum verify: --head is for archives, and ${name} is none\n`)
      return exitStatus.usage
    }
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    return isFolder ? verifyDossier(io, path, name) : verifyRecord(io, path, name)
  },
}

async function verifyKept(io: Io, location: string, head: string | null): Promise<ExitStatus> {
  const archive = await openArchive(location, false)
  if (!archive.ok) {
    io.writeErr(`variorum verify: ${archive.error}\n`)
    return exitStatus.failed
  }
  const checked = await verifyArchive(archive.value, head)
  await archive.value.close()
  if (checked.removed.length > 0) await io.writeOut(`${checked.removed.join("\n")}\n`)
  if (checked.faults.length === 0) {
    await io.writeOut(`${checked.captures} captures, every hash holds.\nThe head is ${checked.head}\n`)
    return exitStatus.ok
  }
  await io.writeOut(`${checked.faults.join("\n")}\n`)
  return exitStatus.mismatch
}

async function verifyDossier(io: Io, folder: string, name: string): Promise<ExitStatus> {
  const checked = await checkManifest(folder)
  const status = await verifyRecord(io, join(folder, "record.json"), name)
  if (checked === null) return status
  await io.writeOut(
    checked.faults.length === 0
      ? `${checked.files} files, every one as it was written.\n`
      : `${checked.faults.join("\n")}\n`,
  )
  const sentences = await verifySentences(io, folder)
  return checked.faults.length === 0 && sentences ? status : exitStatus.mismatch
}

/** Whether the sentences of a dossier hold; true where its manifest notes none. */
async function verifySentences(io: Io, folder: string): Promise<boolean> {
  const document = await readRecord(io, join(folder, "record.json"))
  const checked = document.ok ? await checkSentences(folder, document.value) : null
  if (checked === null) return true
  const { held, leftOut, faults } = checked
  await io.writeOut(
    faults.length > 0
      ? `${faults.join("\n")}\n`
      : `${held} cited sentences hold their hashes${leftOut > 0 ? `; ${leftOut} are left out and noted by their hashes alone` : ""}.\n`,
  )
  return faults.length === 0
}

async function verifyRecord(io: Io, path: string, name: string): Promise<ExitStatus> {
  const text = await readFile(path, "utf8").catch(() => null)
  if (text === null) {
    io.writeErr(`variorum verify: ${name} is no archive, dossier or record\n`)
    return exitStatus.failed
  }
  let json: unknown = null
  try {
    json = JSON.parse(text)
  } catch {
    // Told below, like every document that is no record.
  }
  const document = decodeRecord(json)
  if (!document.ok) {
    io.writeErr(`variorum verify: ${name} is no record: ${document.error}\n`)
    return exitStatus.mismatch
  }
  const faults = checkRecord(document.value)
  await io.writeOut(
    faults.length === 0
      ? `${document.value.reports.length} reports, every citation stands in its text.\n`
      : `${faults.join("\n")}\n`,
  )
  return faults.length === 0 ? exitStatus.ok : exitStatus.mismatch
}
