/** What repeats on the pages of each site, learnt from the captures: made anew at any time, and in no chain. */
export const siteTexts20261123 = {
  name: "2026-11-23-site-texts",
  sql: `
    CREATE TABLE site_texts (
      site TEXT PRIMARY KEY,
      captures INTEGER NOT NULL,
      texts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
} as const
