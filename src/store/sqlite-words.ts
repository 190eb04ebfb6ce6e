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
  elementsOf: (parameter) => `json_each(${parameter})`,
  search: {
    // Which words a row holds is all that is asked: neither places nor counts are kept.
    // A short beginning is that of a great many words, whose rows would be put together with each query.
    table:
      "CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='1 2 3 4');",
    put: "INSERT OR REPLACE INTO search (rowid, words) VALUES (CAST($1 AS INTEGER), $2)",
    remove: "DELETE FROM search WHERE rowid = CAST($1 AS INTEGER)",
    async newest(inside, { words, begun }, count) {
      const rows = await inside.query(
        "SELECT CAST(rowid AS TEXT) AS line FROM search WHERE search MATCH $1 ORDER BY rowid DESC LIMIT $2",
        [words.map((word) => `"${word}"${begun.has(word) ? "*" : ""}`).join(" AND "), count],
      )
      return rows.map(({ line }) => String(line))
    },
  },
}
