import { statSync } from "node:fs"
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite"
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import type { Database, Queryable, Row, SqlValue, Transaction } from "./database.ts"
import { sqliteWords } from "./sqlite-words.ts"

/**
 * Another may hold the archive for as long as it writes a batch, and for minutes while it finds at once who meets whom
 * among a million reports. Waited for here and not by SQLite, which would stop
 * the whole process, and with it one of our own that holds it.
 */
const busyMsMax = 600_000
const busyPauseMsMax = 20
/** Statements that are kept ready; the texts are constants, but for the number of rows in some. */
const statementsMax = 200
/** What a connection keeps of the database in memory: the inner pages of all indices of a million reports. */
const cacheKiB = 65_536
/** Rows given before others get a turn. */
const rowsPerTurn = 256

/**
 * The database in that file, made unless it is there. One connection writes, one transaction after the other; another
 * reads what was committed, so that nobody sees a transaction that is not finished.
 */
export async function openSqlite(path: string): Promise<Database> {
  const opened = (): Promise<Connection> =>
    patiently(() => connection(new DatabaseSync(path, { timeout: 0 })))
  const writing = await opened()
  const reading = await opened()
  let queue: Promise<unknown> = Promise.resolve()

  const transaction = <Value>(work: (inside: Transaction) => Promise<Value>): Promise<Value> => {
    const done = queue.then(() => inTransaction(writing, work))
    queue = done.catch(() => {})
    return done
  }
  return {
    words: sqliteWords,
    query: (sql, values) => patiently(() => reading.queries.query(sql, values)),
    run: (sql, values) => transaction((inside) => inside.run(sql, values)),
    transaction,
    iterate: (sql, values = []) => iterate(opened, sql, values),
    // What is deleted is overwritten at once; the log beside the file still has it.
    forget: () =>
      patiently(() => {
        writing.database.exec("PRAGMA wal_checkpoint(TRUNCATE)")
      }),
    async close() {
      await queue
      reading.database.close()
      writing.database.close()
    },
  }
}

/**
 * The same where nothing may be written: whatever writes is refused. Where another holds the database or left its log
 * behind, the log is read too, and what it takes for that must be there already; else the file is taken to stay as it
 * is, so that nothing has to be made beside it. It is opened anew once it was written to after all.
 */
export async function openSqliteToRead(path: string): Promise<Database> {
  const opened = (): Promise<Connection> => patiently(() => openedToRead(path))
  let stamp = stampOf(path)
  let reading = await opened()
  /** At once, so that nobody is left with a connection that another has closed. */
  const current = (): Connection => {
    const now = stampOf(path)
    if (now === stamp) return reading
    const old = reading
    reading = openedToRead(path)
    stamp = now
    old.database.close()
    return reading
  }
  return {
    words: sqliteWords,
    query: (sql, values) => patiently(() => current().queries.query(sql, values)),
    run: (sql, values) => inTransaction(reading, (inside) => inside.run(sql, values)),
    transaction: (work) => inTransaction(reading, work),
    iterate: (sql, values = []) => iterate(opened, sql, values),
    forget: async () => {},
    async close() {
      reading.database.close()
    },
  }
}

function openedToRead(path: string): Connection {
  const file = pathToFileURL(path)
  if (!hasLog(path)) file.searchParams.set("immutable", "1")
  return readingConnection(new DatabaseSync(file, { timeout: 0, readOnly: true }))
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** Another word once the file was written to, or its log came or went. */
function stampOf(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false })
  return `${file?.ino} ${file?.mtimeMs} ${file?.size} ${hasLog(path)}`
}

interface Connection {
  readonly database: DatabaseSync
  readonly queries: Queryable
}

function connection(database: DatabaseSync): Connection {
  try {
    // FULL: what was committed outlives a power cut, not only a killed process.
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -${cacheKiB}`,
    )
  } catch (error) {
    database.close()
    throw error
  }
  return withQueries(database)
}

function readingConnection(database: DatabaseSync): Connection {
  try {
    database.prepare("SELECT 1 AS one FROM sqlite_schema LIMIT 1").all()
  } catch (error) {
    database.close()
    throw error
  }
  return withQueries(database)
}

function withQueries(database: DatabaseSync): Connection {
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known) {
      // The one that was used longest ago goes first.
      statements.delete(sql)
      statements.set(sql, known)
      return known
    }
    const statement = database.prepare(numbered(sql))
    if (statements.size >= statementsMax) statements.delete(statements.keys().next().value!)
    statements.set(sql, statement)
    return statement
  }
  return {
    database,
    queries: {
      words: sqliteWords,
      query: async (sql, values = []) => prepared(sql).all(...bound(values)) as unknown as readonly Row[],
      run: async (sql, values = []) => Number(prepared(sql).run(...bound(values)).changes),
    },
  }
}

/** BEGIN IMMEDIATE: no other process writes meanwhile, so every lock is held. */
async function inTransaction<Value>(
  { database, queries }: Connection,
  work: (inside: Transaction) => Promise<Value>,
): Promise<Value> {
  await patiently(() => database.exec("BEGIN IMMEDIATE"))
  try {
    const value = await work({
      ...queries,
      lock: async () => {},
      script: async (sql) => database.exec(sql),
    })
    database.exec("COMMIT")
    return value
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw error
  }
}

/** On a connection of its own: one that also answers other queries would show them the past. */
async function* iterate(
  opened: () => Promise<Connection>,
  sql: string,
  values: readonly SqlValue[],
): AsyncGenerator<Row> {
  const { database } = await opened()
  try {
    let given = 0
    for (const row of database.prepare(numbered(sql)).iterate(...bound(values))) {
      yield row as unknown as Row
      if (++given % rowsPerTurn === 0) await nextTurn()
    }
  } finally {
    database.close()
  }
}

/** Tries again while another holds the database. */
async function patiently<Value>(attempt: () => Value | Promise<Value>): Promise<Value> {
  const giveUpAtMs = performance.now() + busyMsMax
  for (let pauseMs = 1; ; pauseMs = Math.min(busyPauseMsMax, pauseMs * 2)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAtMs) throw error
      await sleep(pauseMs)
    }
  }
}

const sqliteBusy = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === sqliteBusy
}

function bound(values: readonly SqlValue[]): SQLInputValue[] {
  return values as SQLInputValue[]
}

/**
 * `$1` is a name to SQLite, `?1` the first value. Where each value is named once and in order, `?` does: a value with a
 * number is looked for among all others each time that it is bound.
 */
function numbered(sql: string): string {
  let last = 0
  let isInOrder = true
  const named = sql.replace(/\$(\d+)/g, (_, number: string) => {
    isInOrder &&= Number(number) === ++last
    return `?${number}`
  })
  return isInOrder ? sql.replace(/\$\d+/g, "?") : named
}
