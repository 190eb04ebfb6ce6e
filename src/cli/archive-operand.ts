import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { archiveFileName, isPostgresAddress } from "../store/index.ts"
import type { Io } from "./io.ts"

/** The archive that a word of the command line names: an address of PostgreSQL as it is, a folder by its whole path. */
export function archiveOperand(word: unknown, io: Io): string {
  const location = String(word)
  return isPostgresAddress(location) ? location : resolve(io.workingFolder, location)
}

/** Whether an operand names an archive and not something to read. */
export function isArchive(word: string, io: Io): boolean {
  return isPostgresAddress(word) || existsSync(join(resolve(io.workingFolder, word), archiveFileName))
}
