import type { ArchiveWork } from "../../workers/index.ts"

/** The work on the record that needs no database, done here or by threads: the answers are the same. */
export type StandingWork = ArchiveWork
export { workHere } from "../../workers/index.ts"
