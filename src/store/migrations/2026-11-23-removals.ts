import type { Migration } from "../migration.ts"

/**
 * What was taken out, why, when and by whom: in a chain of its own, so that a removal cannot be slipped in or hidden.
 * The captures' entries stay in theirs; only the bytes go.
 */
export const removals20261123: Migration = {
  name: "2026-11-23-removals",
  sql: ({ integer, text, tableEnd }) => `
    CREATE TABLE removal (
      place ${integer} PRIMARY KEY,
      target ${text} NOT NULL,
      reason ${text} NOT NULL,
      removed_by ${text} NOT NULL,
      removed_at ${text} NOT NULL,
      captures ${text} NOT NULL,
      previous ${text} NOT NULL,
      hash ${text} NOT NULL UNIQUE
    ) ${tableEnd};

    CREATE TABLE tombstone (
      seq ${integer} PRIMARY KEY REFERENCES capture (seq),
      removal ${integer} NOT NULL REFERENCES removal (place)
    ) ${tableEnd};
  `,
}
