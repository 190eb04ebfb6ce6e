import type { Migration } from "../migration.ts"

/**
 * From how many pages of each site it was learnt what repeats there, the digest of which, and whether more are due. A
 * record that was made without is made anew.
 */
export const siteLearnt20261123: Migration = {
  name: "2026-11-23-site-learnt",
  sql: ({ integer, text, keyedTableEnd }) => `
    CREATE TABLE site_learnt (
      site ${text} PRIMARY KEY,
      pages ${integer} NOT NULL,
      due ${integer} NOT NULL,
      sample ${text} NOT NULL
    ) ${keyedTableEnd};
    DELETE FROM standing;
  `,
}
