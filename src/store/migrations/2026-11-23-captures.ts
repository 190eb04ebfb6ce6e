/**
 * Captures, immutable, each in a chain with the one before; their bytes by content, so that equal bytes lie once.
 * Bytes lie in the database and not beside it: one transaction keeps a capture and its bytes together, whatever
 * moment the program is killed at.
 */
export const captures20261123 = {
  name: "2026-11-23-captures",
  sql: `
    CREATE TABLE blob (
      sha256 TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      coding TEXT NOT NULL CHECK (coding IN ('none', 'zstd')),
      bytes BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE capture (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('file', 'url', 'stdin')),
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES blob (sha256),
      media_type TEXT,
      charset TEXT,
      captured_at TEXT,
      answer TEXT,
      record_id TEXT,
      added_at TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE UNIQUE INDEX capture_once ON capture (kind, name, sha256, coalesce(captured_at, ''));

    CREATE TRIGGER capture_never_changes BEFORE UPDATE ON capture
    BEGIN SELECT raise(ABORT, 'a capture is never changed'); END;
  `,
} as const
