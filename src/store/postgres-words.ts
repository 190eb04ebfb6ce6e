import type { SchemaWords } from "./database.ts"
import { postgresSearch } from "./postgres-search.ts"

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
  search: postgresSearch,
}
