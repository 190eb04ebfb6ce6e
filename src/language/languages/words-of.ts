/** A list of words written as running text, so that a language's file reads like a page and not like a program. */
export function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
