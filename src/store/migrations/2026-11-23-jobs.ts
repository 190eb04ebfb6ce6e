import type { Migration } from "../migration.ts"

/** Jobs with leases, where no library keeps them. */
export const jobs20261123: Migration = {
  name: "2026-11-23-jobs",
  sql: ({ kind, integer, text, keyedTableEnd }) =>
    kind === "PostgreSQL"
      ? ""
      : `
    CREATE TABLE job (
      kind ${text} NOT NULL,
      key ${text} NOT NULL,
      group_key ${text},
      attempts ${integer} NOT NULL,
      ready_at_ms ${integer} NOT NULL,
      lease ${text},
      lease_until_ms ${integer},
      failure ${text},
      PRIMARY KEY (kind, key)
    ) ${keyedTableEnd};
    CREATE INDEX job_ready ON job (ready_at_ms);
    CREATE INDEX job_of_group ON job (group_key);
    CREATE INDEX job_of_lease ON job (lease);
  `,
}
