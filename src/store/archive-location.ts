import { join } from "node:path"

/** Where an archive stands: a folder, or a PostgreSQL database. */
export type ArchiveLocation =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "postgres"; readonly address: string }

export const archiveFileName = "archive.db"

/** An address of PostgreSQL stands for its database, anything else for a folder. */
export function archiveLocation(location: string): ArchiveLocation {
  if (isPostgresAddress(location)) return { kind: "postgres", address: location }
  return { kind: "folder", folder: location }
}

export function isPostgresAddress(location: string): boolean {
  return /^postgres(ql)?:\/\//i.test(location)
}

export function archiveFile(folder: string): string {
  return join(folder, archiveFileName)
}

/**
 * The location as messages and records may show it: of an address without the password, and without what stands
 * behind `?`, where one can stand too.
 */
export function shownLocation(location: string): string {
  if (!isPostgresAddress(location)) return location
  const withoutQuery = location.replace(/[?#].*$/s, "")
  // Up to the last @: a password that was not escaped may hold one.
  return withoutQuery.replace(/^([a-z]+:\/\/)([^:@]*)(?::.*)?@/is, "$1$2@")
}
