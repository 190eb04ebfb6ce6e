import type { Database } from "./database.ts"
import type { Migration } from "./migration.ts"
import { beginnings20261123 } from "./migrations/2026-11-23-beginnings.ts"
import { captures20261123 } from "./migrations/2026-11-23-captures.ts"
import { gapPlaces20261123 } from "./migrations/2026-11-23-gap-places.ts"
import { jobs20261123 } from "./migrations/2026-11-23-jobs.ts"
import { keptOnce20261123 } from "./migrations/2026-11-23-kept-once.ts"
import { newestStories20261123 } from "./migrations/2026-11-23-newest-stories.ts"
import { pageAsked20261123 } from "./migrations/2026-11-23-page-asked.ts"
import { pageMoves20261123 } from "./migrations/2026-11-23-page-moves.ts"
import { removals20261123 } from "./migrations/2026-11-23-removals.ts"
import { search20261123 } from "./migrations/2026-11-23-search.ts"
import { searchTimes20261123 } from "./migrations/2026-11-23-search-times.ts"
import { siteLearnt20261123 } from "./migrations/2026-11-23-site-learnt.ts"
import { sitePages20261123 } from "./migrations/2026-11-23-site-pages.ts"
import { siteTexts20261123 } from "./migrations/2026-11-23-site-texts.ts"
import { standing20261123 } from "./migrations/2026-11-23-standing.ts"
import { watched20261123 } from "./migrations/2026-11-23-watched.ts"

/** Only ever added to, at the end. */
const migrations: readonly Migration[] = [
  captures20261123,
  watched20261123,
  siteTexts20261123,
  keptOnce20261123,
  standing20261123,
  jobs20261123,
  removals20261123,
  search20261123,
  newestStories20261123,
  gapPlaces20261123,
  sitePages20261123,
  beginnings20261123,
  pageMoves20261123,
  pageAsked20261123,
  siteLearnt20261123,
  searchTimes20261123,
]

/**
 * Brings the archive up to date, in one transaction; of several processes one does it and the others wait. Null, or
 * what is wrong with the archive's version.
 */
export async function migrate(database: Database, readOnly = false): Promise<string | null> {
  const done = await database.query("SELECT name FROM migration").catch(() => null)
  if (done !== null && missingOf(done.map((row) => String(row.name))).length === 0)
    return faultOf(done.map((row) => String(row.name)))
  if (readOnly)
    return "was written by an older variorum, and may not be written to: copy it to where it may, and use the copy"
  return database.transaction(async (inside) => {
    await inside.lock("migrations")
    await inside.script(
      `CREATE TABLE IF NOT EXISTS migration (name ${database.words.text} PRIMARY KEY) ${database.words.tableEnd}`,
    )
    const names = (await inside.query("SELECT name FROM migration")).map((row) => String(row.name))
    const fault = faultOf(names)
    if (fault !== null) return fault
    for (const { name, sql, fill } of missingOf(names)) {
      await inside.script(sql(database.words))
      await fill?.(inside)
      await inside.run("INSERT INTO migration (name) VALUES ($1)", [name])
    }
    return null
  })
}

function missingOf(done: readonly string[]): readonly Migration[] {
  return migrations.filter(({ name }) => !done.includes(name))
}

function faultOf(done: readonly string[]): string | null {
  const unknown = done.find((name) => !migrations.some((migration) => migration.name === name))
  if (unknown === undefined) return null
  return `was written by a newer variorum (${unknown}): use that one, or a newer one`
}
