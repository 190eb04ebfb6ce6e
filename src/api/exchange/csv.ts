/** A row of a table; null is an empty cell. */
export type CsvRow = readonly (string | number | null)[]

/** Rows as RFC 4180 has them: lines end in CR LF, cells are quoted where they must be. */
export function csvTable(rows: Iterable<CsvRow>): string {
  return Array.from(rows, (row) => `${row.map(csvCell).join(",")}\r\n`).join("")
}

/** One cell, quoted where it must be. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function csvCell(value: string | number | null): string {
  if (value === null) return ""
  if (typeof value === "number") return String(value)
  const guarded = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
