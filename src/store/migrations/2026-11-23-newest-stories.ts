import type { Migration } from "../migration.ts"

/** Stories without a time stand after all that have one, in every database. */
export const newestStories20261123: Migration = {
  name: "2026-11-23-newest-stories",
  sql: () => "CREATE INDEX story_by_time ON story (coalesce(to_time, '') DESC, id);",
}
