import type { Migration } from "../migration.ts"

/** The moves of pages that captures propose. A record that was made without them is made anew. */
export const pageMoves20261123: Migration = {
  name: "2026-11-23-page-moves",
  sql: ({ integer, text, keyedTableEnd }) => `
    CREATE TABLE page_move (
      seq ${integer} NOT NULL,
      place ${integer} NOT NULL,
      from_page ${text} NOT NULL,
      to_page ${text} NOT NULL,
      alike ${integer} NOT NULL,
      move ${text} NOT NULL,
      PRIMARY KEY (seq, place)
    ) ${keyedTableEnd};
    CREATE INDEX page_move_from ON page_move (from_page);
    CREATE INDEX page_move_to ON page_move (to_page);
    DELETE FROM standing;
  `,
}
