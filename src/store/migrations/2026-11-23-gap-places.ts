import type { Migration } from "../migration.ts"

/** What is missing of an archive is found without looking at all that is there. */
export const gapPlaces20261123: Migration = {
  name: "2026-11-23-gap-places",
  sql: () => `
    CREATE INDEX document_gap ON document (seq, place) WHERE gap IS NOT NULL;
    CREATE INDEX report_seq ON report (seq);
    CREATE INDEX report_story ON report (story);
  `,
}
