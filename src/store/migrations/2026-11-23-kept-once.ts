import { captureIdentity } from "../capture-identity.ts"
import { insertRows } from "../database.ts"
import type { Migration } from "../migration.ts"

const rowsPerStep = 1000

/**
 * A poll once for each time. Which captures are there already, by a digest of what makes one the same as another. An index of the columns
 * themselves has no room for a long address on every kind of database.
 */
export const keptOnce20261123: Migration = {
  name: "2026-11-23-kept-once",
  sql: ({ integer, text, keyedTableEnd }) => `
    DROP INDEX capture_once;

    CREATE TABLE capture_identity (
      identity ${text} PRIMARY KEY,
      seq ${integer} NOT NULL UNIQUE REFERENCES capture (seq)
    ) ${keyedTableEnd};

    CREATE INDEX capture_of_bytes ON capture (sha256);

    ALTER TABLE poll RENAME TO poll_before;
    DROP INDEX poll_of_address;
    CREATE TABLE poll (
      address ${text} NOT NULL REFERENCES watched (address),
      at ${text} NOT NULL,
      outcome ${text} NOT NULL CHECK (outcome IN ('first', 'changed', 'noise', 'unchanged', 'failed')),
      detail ${text},
      seq ${integer} REFERENCES capture (seq),
      PRIMARY KEY (address, at)
    ) ${keyedTableEnd};
    INSERT INTO poll
      SELECT address, at, min(outcome), min(detail), max(seq) FROM poll_before GROUP BY address, at;
    DROP TABLE poll_before;
  `,
  async fill(inside) {
    for (let after = 0; ; ) {
      const rows = await inside.query(
        "SELECT seq, kind, name, sha256, captured_at FROM capture WHERE seq > $1 ORDER BY seq LIMIT $2",
        [after, rowsPerStep],
      )
      if (rows.length === 0) return
      await insertRows(
        inside,
        "capture_identity",
        rows.map(({ seq, kind, name, sha256, captured_at }) => ({
          identity: captureIdentity(String(kind), String(name), String(sha256), captured_at as string | null),
          seq: Number(seq),
        })),
      )
      after = Number(rows.at(-1)!.seq)
    }
  },
}
