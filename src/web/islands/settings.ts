/** Small choices of the reader, kept by the browser where it lets us; never more than a word each. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(`variorum.${name}`)
  } catch {
    return null
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(`variorum.${name}`, value)
  } catch {
    // Kept for this page only.
  }
}
