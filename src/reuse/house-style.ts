/**
 * True when `to` is another spelling of `from` rather than another wording: case and marks, numbers in figures or
 * letters, signs for words, initials, British and American spelling, a name longer or shorter, a word's other form.
 * A desk changes these in every copy; that is no rewriting.
 */
export function isHouseStyle(from: string, to: string): boolean {
  const [a, b] = [bare(from), bare(to)]
  if (a === b || /\d/.test(a) || /\d/.test(b) || a === "" || b === "") return true
  if (initialsOf(from) === b || initialsOf(to) === a) return true
  if (sharesStem(from, to)) return true
  return numerals.has(from) && numerals.has(to)
}

const numerals: ReadonlySet<string> = new Set(
  "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion percent cent dollars pounds euros".split(
    " ",
  ),
)

function bare(phrase: string): string {
  return phrase.replace(/[^\p{L}\p{N}]/gu, "")
}

function initialsOf(phrase: string): string {
  const words = phrase.split(/[\s.-]+/).filter((word) => word !== "")
  return words.length > 1 ? words.map((word) => word[0]!).join("") : ""
}

/** Words that differ in a letter or two of many, or only in their endings: "colour" and "color", "sign" and "signed". */
function sharesStem(from: string, to: string): boolean {
  if (from.includes(" ") || to.includes(" ")) {
    const [short, long] = from.length < to.length ? [from, to] : [to, from]
    return short.includes(" ") && editDistanceAtMost(bare(short), bare(long), 2)
  }
  const shorter = Math.min(from.length, to.length)
  let common = 0
  while (common < shorter && from[common] === to[common]) common++
  if (shorter >= 4 && common >= Math.max(3, shorter - 2) && common * 2 > Math.max(from.length, to.length))
    return true
  return shorter >= 5 && editDistanceAtMost(from, to, 2)
}

/** Levenshtein's distance, given up as soon as it passes `most`; long words are taken as unlike. */
function editDistanceAtMost(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most || a.length > 40) return false
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]! <= most
}
