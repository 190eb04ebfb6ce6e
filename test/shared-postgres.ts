import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { nameSharedFolder } from "./postgres-cluster.ts"

/** A folder for a PostgreSQL server, which the first test that needs one starts. */
export function setup(): () => Promise<void> {
  return nameSharedFolder(mkdtempSync(join(tmpdir(), "variorum-postgres-")))
}
