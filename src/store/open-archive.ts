import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { fail, ok, type Result } from "../base/index.ts"
import { captures20261123 } from "./migrations/2026-11-23-captures.ts"
import { siteTexts20261123 } from "./migrations/2026-11-23-site-texts.ts"
import { watched20261123 } from "./migrations/2026-11-23-watched.ts"

/** An open archive: one folder with one SQLite database, safe for several processes. */
export interface Archive {
  readonly folder: string
  readonly database: DatabaseSync
  close(): void
}

/** Only ever added to, at the end. */
const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  captures20261123,
  watched20261123,
  siteTexts20261123,
]

export const archiveFileName = "archive.db"

/** Another process may hold the archive for as long as it writes a batch. */
const busyMsMax = 30_000

/**
 * Opens the archive in `folder`, made on first use unless `create` is false, and brings it up to date. The failure
 * is a sentence for the user.
 */
export function openArchive(folder: string, create: boolean): Result<Archive, string> {
  let database: DatabaseSync
  if (!create && !existsSync(join(folder, archiveFileName))) return fail(`there is no archive in ${folder}`)
  try {
    // Not with the folders above it: where none can be made, as in /proc, Node tries for ever.
    if (create && !existsSync(folder)) mkdirSync(folder)
    database = new DatabaseSync(join(folder, archiveFileName), { readOnly: false, timeout: busyMsMax })
  } catch (error) {
    return fail(`the archive ${folder} cannot be opened: ${messageOf(error)}`)
  }
  try {
    // FULL: what was committed outlives a power cut, not only a killed process.
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF",
    )
    const fault = migrate(database)
    if (fault === null) return ok({ folder, database, close: () => database.close() })
    database.close()
    return fail(`the archive ${folder} ${fault}`)
  } catch (error) {
    database.close()
    return fail(`the archive ${folder} cannot be used: ${messageOf(error)}`)
  }
}

/** Runs `write` in one transaction that no other process writes in; undoes all of it when `write` throws. */
export function inTransaction<Value>(database: DatabaseSync, write: () => Value): Value {
  database.exec("BEGIN IMMEDIATE")
  try {
    const value = write()
    database.exec("COMMIT")
    return value
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw error
  }
}

/** Null, or what is wrong with the archive's version. */
function migrate(database: DatabaseSync): string | null {
  return inTransaction(database, () => {
    database.exec("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) STRICT")
    const done = new Set(
      database
        .prepare("SELECT name FROM migration")
        .all()
        .map((row) => String(row.name)),
    )
    for (const name of done)
      if (!migrations.some((migration) => migration.name === name))
        return `was written by a newer variorum (${name}): use that one, or a newer one`
    for (const { name, sql } of migrations) {
      if (done.has(name)) continue
      database.exec(sql)
      database.prepare("INSERT INTO migration (name) VALUES (?)").run(name)
    }
    return null
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
