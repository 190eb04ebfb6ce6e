/** Pages that are polled, and every poll of them: also those that brought nothing, since a failure is no deletion. */
export const watched20261123 = {
  name: "2026-11-23-watched",
  sql: `
    CREATE TABLE watched (
      address TEXT PRIMARY KEY,
      interval_ms INTEGER NOT NULL,
      next_at_ms INTEGER NOT NULL,
      etag TEXT,
      last_modified TEXT,
      latest_seq INTEGER REFERENCES capture (seq)
    ) STRICT;

    CREATE INDEX watched_due ON watched (next_at_ms);

    CREATE TABLE poll (
      address TEXT NOT NULL REFERENCES watched (address),
      at TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('first', 'changed', 'noise', 'unchanged', 'failed')),
      detail TEXT,
      seq INTEGER REFERENCES capture (seq)
    ) STRICT;

    CREATE INDEX poll_of_address ON poll (address, at);
  `,
} as const
