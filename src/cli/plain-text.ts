/**
 * Text from outside made safe for a terminal: control characters and escape sequences are shown as `�`, line breaks
 * and tabs as blanks, and marks that turn the direction of what follows are left out.
 */
export function printable(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\ud800-\udfff]/gu, "�")
}

/** At most `lengthMax` characters, with `…` where more stood. Never cuts a surrogate pair in two. */
export function shortened(text: string, lengthMax: number): string {
  const characters = [...text]
  return characters.length <= lengthMax
    ? text
    : `${characters
        .slice(0, lengthMax - 1)
        .join("")
        .trimEnd()}…`
}

/** "1 report", "14 reports". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
