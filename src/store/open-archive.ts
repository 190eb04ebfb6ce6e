import { accessSync, constants, existsSync, mkdirSync } from "node:fs"
import { fail, ok, type Result } from "../base/index.ts"
import { archiveFailureText, isReadOnlyFault, withFailureTexts } from "./archive-failure.ts"
import { archiveFile, archiveLocation, isPostgresAddress, shownLocation } from "./archive-location.ts"
import type { Database } from "./database.ts"
import type { JobQueue } from "./jobs.ts"
import { migrate } from "./migrate.ts"
import { openSqlite, openSqliteToRead } from "./sqlite.ts"

/** An open archive, in a folder with one SQLite database or in a PostgreSQL database: safe for several processes. */
export interface Archive {
  /** For messages: never with a password. */
  readonly location: string
  readonly database: Database
  /** Whether it may only be read, as in a folder of somebody else's or on a medium that cannot be written. */
  readonly readOnly: boolean
  /** The jobs of this archive, for those who add some or work on them. */
  openJobs(): Promise<JobQueue>
  close(): Promise<void>
}

export interface OpenOptions {
  /** How long a database that has never answered is waited for; some seconds where it is left out. */
  readonly connectMsMax?: number
}

/**
 * Opens the archive at `location` (a folder, or `postgres://user@host/database`), made on first use unless `create` is
 * false, and brings it up to date. The failure is a sentence for the user.
 */
export async function openArchive(
  location: string,
  create: boolean,
  options: OpenOptions = {},
): Promise<Result<Archive, string>> {
  const shown = shownLocation(location)
  let database: Database
  let readOnly = !create && mayOnlyRead(location)
  if (!create && !isPostgresAddress(location) && !existsSync(archiveFile(location)))
    return fail(`there is no archive in ${shown}`)
  try {
    database = await openDatabase(location, readOnly, options).catch((error) => {
      if (create || !isReadOnlyFault(error)) throw error
      readOnly = true
      return openDatabase(location, readOnly, options)
    })
  } catch (error) {
    return fail(`the archive ${shown} cannot be opened: ${archiveFailureText(error)}`)
  }
  const close = (): Promise<void> => database.close()
  try {
    if (!create && !(await hasArchive(database))) {
      await close()
      return fail(`there is no archive in ${shown}`)
    }
    const fault = await migrate(database, readOnly)
    if (fault === null) {
      const openJobs = (): Promise<JobQueue> => jobsOf(location, database)
      return ok({ location: shown, database: withFailureTexts(database, shown), readOnly, openJobs, close })
    }
    await close()
    return fail(`the archive ${shown} ${fault}`)
  } catch (error) {
    await close()
    return fail(`the archive ${shown} cannot be used: ${archiveFailureText(error)}`)
  }
}

function mayOnlyRead(location: string): boolean {
  const place = archiveLocation(location)
  if (place.kind === "postgres") return false
  try {
    accessSync(place.folder, constants.W_OK)
    accessSync(archiveFile(place.folder), constants.W_OK)
    return false
  } catch {
    return existsSync(archiveFile(place.folder))
  }
}

async function openDatabase(
  location: string,
  readOnly: boolean,
  { connectMsMax }: OpenOptions,
): Promise<Database> {
  const place = archiveLocation(location)
  // Loaded where it is needed: most archives are folders.
  if (place.kind === "postgres")
    return (await import("./postgres.ts")).openPostgres(place.address, connectMsMax)
  if (readOnly) return await openSqliteToRead(archiveFile(place.folder))
  // Not with the folders above it: where none can be made, as in /proc, Node tries for ever.
  if (!existsSync(place.folder)) mkdirSync(place.folder)
  return await openSqlite(archiveFile(place.folder))
}

async function jobsOf(location: string, database: Database): Promise<JobQueue> {
  const place = archiveLocation(location)
  if (place.kind === "postgres")
    return (await import("./postgres-jobs.ts")).openPostgresJobs(database, place.address)
  return (await import("./sqlite-jobs.ts")).openSqliteJobs(database)
}

async function hasArchive(database: Database): Promise<boolean> {
  return database.query("SELECT 1 FROM migration LIMIT 1").then(
    (rows) => rows.length > 0,
    (error) => {
      if (/no such table|does not exist/.test(messageOf(error)) && !/^database /.test(messageOf(error)))
        return false
      throw error
    },
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
