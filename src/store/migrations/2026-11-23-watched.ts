import type { Migration } from "../migration.ts"

/** Pages that are polled, and every poll of them: also those that brought nothing, since a failure is no deletion. */
export const watched20261123: Migration = {
  name: "2026-11-23-watched",
  sql: ({ integer, text, tableEnd }) => `
    CREATE TABLE watched (
      address ${text} PRIMARY KEY,
      interval_ms ${integer} NOT NULL,
      next_at_ms ${integer} NOT NULL,
      etag ${text},
      last_modified ${text},
      latest_seq ${integer} REFERENCES capture (seq)
    ) ${tableEnd};

    CREATE INDEX watched_due ON watched (next_at_ms);

    CREATE TABLE poll (
      address ${text} NOT NULL REFERENCES watched (address),
      at ${text} NOT NULL,
      outcome ${text} NOT NULL CHECK (outcome IN ('first', 'changed', 'noise', 'unchanged', 'failed')),
      detail ${text},
      seq ${integer} REFERENCES capture (seq)
    ) ${tableEnd};

    CREATE INDEX poll_of_address ON poll (address, at);
  `,
}
