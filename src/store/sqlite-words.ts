import type { SchemaWords } from "./database.ts"

export const sqliteWords: SchemaWords = {
  kind: "SQLite",
  integer: "INTEGER",
  real: "REAL",
  text: "TEXT",
  bytes: "BLOB",
  tableEnd: "STRICT",
  keyedTableEnd: "STRICT, WITHOUT ROWID",
  refuseUpdates: (table, message) =>
    `CREATE TRIGGER ${table}_never_changes BEFORE UPDATE ON ${table} BEGIN SELECT raise(ABORT, '${message}'); END;`,
  allowUpdates: (table) => `DROP TRIGGER ${table}_never_changes;`,
}
