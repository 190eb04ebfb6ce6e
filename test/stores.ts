import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import { type Archive, openArchive } from "../src/store/index.ts"
import { hasPostgres, sharedCluster } from "./postgres-cluster.ts"

/** A kind of store that an archive stands in. */
export interface Store {
  readonly name: "SQLite" | "PostgreSQL"
  /** The location of an archive of that name, in this test file alone; the same name is the same archive. */
  locationOf(archive: string): Promise<string>
}

/** Both kinds: what holds of one holds of the other. On a machine without PostgreSQL, see `lacksStore`. */
export function realStores(): readonly Store[] {
  const folder = mkdtempSync(join(tmpdir(), "variorum-archives-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = folder.slice(-6)
  return [
    { name: "SQLite", locationOf: async (archive) => join(folder, archive) },
    {
      name: "PostgreSQL",
      locationOf: async (archive) => {
        const cluster = await sharedCluster()
        if (cluster === null) throw new Error("PostgreSQL is not here")
        return cluster.addressOf(`${file}_${archive}`.toLowerCase().replace(/\W/g, "_"))
      },
    },
  ]
}

/** Whether tests on that store have to be left out on this machine. */
export function lacksStore(store: Store): boolean {
  return store.name === "PostgreSQL" && !hasPostgres()
}

/** The archive at that location, made if it is not there. */
export async function openedArchive(location: string): Promise<Archive> {
  const archive = await openArchive(location, true)
  if (!archive.ok) throw new Error(archive.error)
  return archive.value
}

/** Opens archives of a store by name, and closes them when the tests beside it are over. */
export function openingArchives(store: Store): (archive: string) => Promise<Archive> {
  const open: Archive[] = []
  afterAll(() => Promise.all(open.map((archive) => archive.close())))
  return async (name) => {
    const archive = await openedArchive(await store.locationOf(name))
    open.push(archive)
    return archive
  }
}
