import type { SchemaWords } from "./database.ts"

export const postgresWords: SchemaWords = {
  kind: "PostgreSQL",
  integer: "BIGINT",
  real: "DOUBLE PRECISION",
  text: 'TEXT COLLATE "C"',
  bytes: "BYTEA",
  tableEnd: "",
  keyedTableEnd: "",
  refuseUpdates: (table, message) => `
    CREATE FUNCTION ${table}_never_changes() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '${message}'; END $$;
    CREATE TRIGGER ${table}_never_changes BEFORE UPDATE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION ${table}_never_changes();`,
  allowUpdates: (table) => `
    DROP TRIGGER ${table}_never_changes ON ${table};
    DROP FUNCTION ${table}_never_changes();`,
  elementsOf: (parameter) => `json_array_elements(CAST(${parameter} AS json)) AS element(value)`,
  search: {
    table: `
      CREATE TABLE search (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
      CREATE INDEX search_words ON search USING gin (words);`,
    put: `INSERT INTO search (id, words) VALUES (CAST($1 AS BIGINT), array_to_tsvector(string_to_array($2, ' ')))
      ON CONFLICT (id) DO UPDATE SET words = excluded.words`,
    remove: "DELETE FROM search WHERE id = CAST($1 AS BIGINT)",
    from: "search JOIN report r ON r.search_row = search.id WHERE search.words @@ CAST($1 AS tsquery) ORDER BY search.id DESC",
    asked: (words, begun) => words.map((word) => `'${word}'${begun.has(word) ? ":*" : ""}`).join(" & "),
  },
}
