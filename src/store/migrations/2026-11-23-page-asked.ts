import type { Migration } from "../migration.ts"

/**
 * Of which texts each page was asked whether they repeat on its site, as hashes: only where one of them came or went is
 * it read anew. A record that was made without them is made anew.
 */
export const pageAsked20261123: Migration = {
  name: "2026-11-23-page-asked",
  sql: ({ integer, text, bytes, keyedTableEnd }) => `
    CREATE TABLE page_asked (
      site ${text} NOT NULL,
      seq ${integer} NOT NULL,
      place ${integer} NOT NULL,
      asked ${bytes} NOT NULL,
      PRIMARY KEY (site, seq, place)
    ) ${keyedTableEnd};
    DELETE FROM standing;
  `,
}
