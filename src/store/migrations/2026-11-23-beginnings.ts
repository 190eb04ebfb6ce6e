import type { Migration } from "../migration.ts"

/** The index of words anew, with short beginnings of words where a database needs them. The record is made anew. */
export const beginnings20261123: Migration = {
  name: "2026-11-23-beginnings",
  sql: ({ search }) => `
    DROP TABLE search;
    ${search.table}
    DELETE FROM standing;
  `,
}
