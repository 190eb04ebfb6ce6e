/** What stands in a column. Whole numbers are exact up to 2^53; times and JSON are text. */
export type SqlValue = string | number | null | Uint8Array

export type Row = Readonly<Record<string, SqlValue>>

/**
 * Statements on a database. Values are `$1`, `$2` and so on, each named at least once, and never part of the text:
 * the text is a constant of the program.
 */
export interface Queryable {
  readonly words: SchemaWords
  query(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>
  /** The number of rows that were written or taken out. */
  run(sql: string, values?: readonly SqlValue[]): Promise<number>
}

/** What only one transaction at a time may do. */
export type LockName = "chain" | "migrations" | "record"

/** One transaction, as it sees the database. */
export interface Transaction extends Queryable {
  /**
   * Waits until no other transaction holds that lock, and holds it to the end of this one. What is queried after it
   * is what the last holder left. Where all writers stand in one queue anyway, nothing has to be waited for.
   */
  lock(name: LockName): Promise<void>
  /** Runs statements without values, as migrations are. */
  script(sql: string): Promise<void>
}

/**
 * A database with the little that differs between the kinds already taken away. One object may be used by many
 * callers at once.
 */
export interface Database extends Queryable {
  /**
   * The rows as they are now, one at a time, whatever is written meanwhile. Memory does not grow with their number.
   */
  iterate(sql: string, values?: readonly SqlValue[]): AsyncIterable<Row>
  /**
   * Runs `work` as one transaction: when the promise resolves, all of it outlives a killed process and a power cut;
   * when it rejects, nothing of it is there. `work` may be run again from its start where the connection is lost, so
   * it must leave the same when it is run twice. It must use what it is given and never the database itself: on one
   * that lets one writer in at a time that would wait for ever.
   */
  transaction<Value>(work: (inside: Transaction) => Promise<Value>): Promise<Value>
  /** Sees to it that what was overwritten or deleted in those tables cannot be read in the database's files. */
  forget(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** What the kinds of database call things in a schema. */
export interface SchemaWords {
  readonly kind: "SQLite" | "PostgreSQL"
  readonly integer: string
  readonly real: string
  /** Compared and ordered by its bytes. */
  readonly text: string
  readonly bytes: string
  /** Behind the columns of a table. */
  readonly tableEnd: string
  /** The same, of a table whose rows are small and always found by their key. */
  readonly keyedTableEnd: string
  /** A trigger that refuses every update of `table`, with `message`. */
  refuseUpdates(table: string, message: string): string
  allowUpdates(table: string): string
  /**
   * To select from: the elements of the JSON array that `parameter` holds, each as `value`, of which `->>` gives a
   * part. So one statement, ready since its first use, serves any number of values.
   */
  elementsOf(parameter: string): string
  readonly search: SearchWords
}

/** An index of words, each row's by a number of 63 bits, which always travels as text. */
export interface SearchWords {
  /** Makes the index. */
  readonly table: string
  /** `$1` is the row, `$2` its words, parted by blanks. Words already there go. */
  readonly put: string
  /** `$1` is the row. */
  readonly remove: string
  /** The rows that hold all that is asked for, the greatest first, `count` of them at most. */
  newest(inside: Queryable, asked: AskedWords, count: number): Promise<readonly string[]>
}

export interface AskedWords {
  readonly words: readonly string[]
  /** Those of `words` that are beginnings of words. */
  readonly begun: ReadonlySet<string>
}

/** `$1, $2, $3` for so many values, beginning with the number `from`. */
export function placeholders(count: number, from = 1): string {
  return Array.from({ length: count }, (_, n) => `$${from + n}`).join(", ")
}

/** Both kinds of database take this many values in one statement. */
export const valuesMax = 30_000

/**
 * Inserts rows of the same columns, as few statements as it takes. `onConflict` is the statement's end, such as
 * `ON CONFLICT DO NOTHING`. Gives the number of rows that were written.
 */
export async function insertRows(
  inside: Queryable,
  table: string,
  rows: readonly Row[],
  onConflict = "",
): Promise<number> {
  const columns = Object.keys(rows[0] ?? {})
  const rowsMax = Math.max(1, Math.floor(valuesMax / Math.max(1, columns.length)))
  let written = 0
  for (let at = 0; at < rows.length; at += rowsMax) {
    const some = rows.slice(at, at + rowsMax)
    const tuples = some.map((_, n) => `(${placeholders(columns.length, n * columns.length + 1)})`)
    const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${tuples.join(", ")} ${onConflict}`
    written += await inside.run(
      sql,
      some.flatMap((row) => columns.map((column) => row[column] ?? null)),
    )
  }
  return written
}

export function textOrNull(value: SqlValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}
