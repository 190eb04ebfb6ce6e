import type { Migration } from "../migration.ts"

/** What repeats on the pages of each site, learnt from the captures: made anew at any time, and in no chain. */
export const siteTexts20261123: Migration = {
  name: "2026-11-23-site-texts",
  sql: ({ integer, text, keyedTableEnd }) => `
    CREATE TABLE site_texts (
      site ${text} PRIMARY KEY,
      captures ${integer} NOT NULL,
      texts ${text} NOT NULL
    ) ${keyedTableEnd};
  `,
}
