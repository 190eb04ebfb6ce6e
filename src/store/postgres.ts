import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import type { Database, Queryable, Row, SqlValue, Transaction } from "./database.ts"
import { postgresWords } from "./postgres-words.ts"

/** How long a database that has gone away is waited for: a restart, a switch to another server. */
const reconnectMsMax = 60_000
/** The same before it has ever been there: the address may be wrong, and nobody waits a minute to hear that. */
const connectMsMaxDefault = 3_000
const reconnectPauseMs = 250
const connectionsMax = 10
const rowsPerFetch = 200

/**
 * A machine that is gone keeps no lock: its connection is asked after, and one that does nothing for long in the midst
 * of a transaction is ended. Who waits for a lock for so long is told.
 */
const begin = `BEGIN; SET LOCAL tcp_keepalives_idle = 30; SET LOCAL tcp_keepalives_interval = 10;
  SET LOCAL tcp_keepalives_count = 3; SET LOCAL idle_in_transaction_session_timeout = '10min';
  SET LOCAL lock_timeout = '10min'`

/** The database at that address, with the connections that it takes; they are made when they are needed. */
export function openPostgres(address: string, connectMsMax = connectMsMaxDefault): Database {
  const pool = new pg.Pool({
    connectionString: address,
    max: connectionsMax,
    application_name: "variorum",
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  })
  // A connection that breaks while nobody uses it is no failure; one in use tells whoever uses it.
  pool.on("error", () => {})
  pool.on("connect", (client) => client.on("error", () => {}))
  const surviving = survivor(connectMsMax)
  const transaction = <Value>(work: (inside: Transaction) => Promise<Value>): Promise<Value> =>
    surviving(() => inTransaction(pool, work))
  return {
    words: postgresWords,
    query: (sql, values) => surviving(() => queriesOn(pool).query(sql, values)),
    run: (sql, values) => transaction((inside) => inside.run(sql, values)),
    transaction,
    iterate: (sql, values = []) => iterate(pool, sql, values),
    forget: async (tables) => {
      await surviving(() => pool.query(`VACUUM ${tables.join(", ")}`))
    },
    close: () => pool.end(),
  }
}

/**
 * Runs attempts on one database, each again while the database is away: for a minute, or for `connectMsMax` as long as
 * it has never been reached.
 */
export function survivor(
  connectMsMax = connectMsMaxDefault,
): <Value>(attempt: () => Promise<Value>) => Promise<Value> {
  let reached = false
  return async (attempt) => {
    const beganMs = performance.now()
    for (;;) {
      try {
        const value = await attempt()
        reached = true
        return value
      } catch (error) {
        // A server that says that it is starting or ending has been reached.
        reached ||= /^57P0[123]$/.test(codeOf(error))
        const waitMsMax = reached ? reconnectMsMax : connectMsMax
        if (!isConnectionLost(error) || performance.now() - beganMs > waitMsMax) throw error
        await sleep(reconnectPauseMs)
      }
    }
  }
}

function queriesOn(client: pg.Pool | pg.ClientBase): Queryable {
  const ask = (sql: string, values: readonly SqlValue[] = []) =>
    client.query<Record<string, SqlValue>>(sql, [...values])
  return {
    words: postgresWords,
    query: async (sql, values) => (await ask(sql, values)).rows,
    run: async (sql, values) => (await ask(sql, values)).rowCount ?? 0,
  }
}

async function inTransaction<Value>(
  pool: pg.Pool,
  work: (inside: Transaction) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  try {
    await client.query(begin)
    const value = await work({
      ...queriesOn(client),
      lock: async (name) => {
        // One lock for each archive: several may stand in schemas of one database.
        await client.query(
          "SELECT pg_advisory_xact_lock(hashtextextended('variorum/' || current_schema() || '/' || $1, 0))",
          [name],
        )
      },
      script: async (sql) => {
        await client.query(sql)
      },
    })
    // A transaction in which a statement failed is undone by COMMIT without a word of error.
    const ended = await client.query("COMMIT")
    if (ended.command !== "COMMIT") throw new Error("a transaction with a failed statement was committed")
    client.release()
    return value
  } catch (error) {
    const isWell = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    )
    client.release(!isWell)
    throw error
  }
}

async function* iterate(pool: pg.Pool, sql: string, values: readonly SqlValue[]): AsyncGenerator<Row> {
  const client = await pool.connect()
  let isWell = false
  try {
    await client.query("BEGIN READ ONLY")
    await client.query(`DECLARE given_rows NO SCROLL CURSOR FOR ${sql}`, [...values])
    for (;;) {
      const { rows } = await client.query<Record<string, SqlValue>>(`FETCH ${rowsPerFetch} FROM given_rows`)
      yield* rows
      if (rows.length < rowsPerFetch) break
    }
    isWell = true
  } finally {
    const ended = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    )
    client.release(!(ended || isWell))
  }
}

const int8 = 20
const numeric = 1700

/** Whole numbers and sums as numbers, as the other kind of database gives them. */
function parserOf(oid: number, format?: "text"): (value: string) => unknown {
  if (oid === int8 || oid === numeric) return Number
  return pg.types.getTypeParser(oid, format)
}

/** The server went away, is starting, or has no connection left: not that it refused what it was asked. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|08...|57P0[123]|25P03|53300)$/.test(codeOf(error)))
    return true
  return /^(Connection terminated|Client has encountered a connection error|Client was closed)/.test(
    error.message,
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : ""
}
