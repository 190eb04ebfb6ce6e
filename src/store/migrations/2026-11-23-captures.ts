import type { Migration } from "../migration.ts"

/**
 * Captures, immutable, each in a chain with the one before; their bytes by content, so that equal bytes lie once.
 * Bytes lie in the database and not beside it: one transaction keeps a capture and its bytes together, whatever
 * moment the program is killed at.
 */
export const captures20261123: Migration = {
  name: "2026-11-23-captures",
  sql: ({ integer, text, bytes, tableEnd, keyedTableEnd, refuseUpdates }) => `
    CREATE TABLE blob (
      sha256 ${text} PRIMARY KEY,
      size ${integer} NOT NULL,
      coding ${text} NOT NULL CHECK (coding IN ('none', 'zstd')),
      bytes ${bytes} NOT NULL
    ) ${keyedTableEnd};

    CREATE TABLE capture (
      seq ${integer} PRIMARY KEY,
      kind ${text} NOT NULL CHECK (kind IN ('file', 'url', 'stdin')),
      name ${text} NOT NULL,
      sha256 ${text} NOT NULL REFERENCES blob (sha256),
      media_type ${text},
      charset ${text},
      captured_at ${text},
      answer ${text},
      record_id ${text},
      added_at ${text} NOT NULL,
      previous ${text} NOT NULL,
      hash ${text} NOT NULL UNIQUE
    ) ${tableEnd};

    CREATE UNIQUE INDEX capture_once ON capture (kind, name, sha256, coalesce(captured_at, ''));

    ${refuseUpdates("capture", "a capture is never changed")}
  `,
}
