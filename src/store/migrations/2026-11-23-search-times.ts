import type { Migration } from "../migration.ts"

/**
 * In PostgreSQL the words of reports with the times that they are of, so that the newest are found first, and short
 * beginnings of words. A record that was made without them is made anew.
 */
export const searchTimes20261123: Migration = {
  name: "2026-11-23-search-times",
  sql: ({ kind, search }) =>
    kind === "PostgreSQL" ? `DROP TABLE search; ${search.table} DELETE FROM standing;` : "",
}
