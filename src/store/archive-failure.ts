import type { Database } from "./database.ts"

const sqliteReadOnly = 8

/** By the first byte of SQLite's result codes. */
const sqliteTexts: Readonly<Record<number, string>> = {
  5: "another program holds it and does not let go; end that one, or try again later",
  8: "it may not be written to; give yourself the right to, or copy the folder",
  10: "the disk cannot be read or written; look at the disk",
  11: "its database is damaged; take its last export, or a copy",
  13: "the disk is full; make room and run it again, what was kept is safe",
  14: "its file cannot be opened; look at the rights of the folder",
  26: "its file is no database",
}

/** By PostgreSQL's SQLSTATE, and by what the system says of files and connections. */
const codeTexts: Readonly<Record<string, string>> = {
  "25006": "the database may not be written to; use the one that may",
  "28000": "the database does not let you in; look at the user's name",
  "28P01": "the password is wrong; give the right one in the address or in PGPASSWORD",
  "3D000": "there is no such database; make it with createdb",
  "42501": "the user lacks the rights; the archive's tables must be the user's own",
  "53100": "the disk of the database is full; make room and run it again, what was kept is safe",
  "53300": "the database has no connection left; try again later",
  "55P03": "another program holds it and does not let go; end that one, or try again later",
  "57P03": "the database is starting or ending; try again in a while",
  EACCES: "the folder may not be written to; give yourself the right to",
  ECONNREFUSED: "no database answers there; start it, or look at the address",
  ECONNRESET: "the connection to the database broke; run it again, what was kept is safe",
  EAI_AGAIN: "the name of the database's host cannot be looked up; look at the address",
  ENOENT: "it is not there; look at the folder above it, or at the address",
  ENOSPC: "the disk is full; make room and run it again, what was kept is safe",
  ENOTFOUND: "the database's host is not known; look at the address",
  EROFS: "the disk may not be written to; use another folder",
}

/** What went wrong with an archive and what to do, as the end of a sentence for a user. */
export function archiveFailureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ("errcode" in error) return sqliteTexts[Number(error.errcode) & 0xff] ?? error.message
  return codeTexts["code" in error ? String(error.code) : ""] ?? error.message
}

/** Whether SQLite says that it may not write there. */
export function isReadOnlyFault(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === sqliteReadOnly
}

/** Whether it is the world's fault and not the program's. */
function isKnown(error: unknown): boolean {
  return error instanceof Error && archiveFailureText(error) !== error.message
}

/** The same database, whose failures are sentences that name the archive. */
export function withFailureTexts(database: Database, location: string): Database {
  const told = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work()
    } catch (error) {
      throw sentence(error)
    }
  }
  const sentence = (error: unknown): unknown =>
    isKnown(error)
      ? new Error(`the archive ${location} cannot be used: ${archiveFailureText(error)}`, { cause: error })
      : error
  return {
    words: database.words,
    query: (sql, values) => told(() => database.query(sql, values)),
    run: (sql, values) => told(() => database.run(sql, values)),
    transaction: (work) => told(() => database.transaction(work)),
    forget: (tables) => told(() => database.forget(tables)),
    close: () => database.close(),
    async *iterate(sql, values) {
      try {
        yield* database.iterate(sql, values)
      } catch (error) {
        throw sentence(error)
      }
    },
  }
}
