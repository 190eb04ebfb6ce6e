/**
 * Order by UTF-16 code units: the same on every machine and in every locale.
 * `localeCompare` is forbidden in the core, since the record must not depend on where it was made.
 */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Like `compareStrings`, with null after everything known. */
export function compareNullable(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return compareStrings(a, b)
}
