import type { Migration } from "../migration.ts"

/** The words of reports. A record that was made without them is made anew. */
export const search20261123: Migration = {
  name: "2026-11-23-search",
  sql: ({ integer, search }) => `
    ${search.table}
    ALTER TABLE report ADD COLUMN search_row ${integer};
    CREATE INDEX report_search_row ON report (search_row);
    DELETE FROM standing;
  `,
}
