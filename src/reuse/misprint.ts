const lettersMin = 5
const editsMax = 1

/**
 * True when `odd` is `right` with one letter dropped, doubled, changed or two neighbours exchanged, inside the word:
 * another ending is grammar. Numbers and short words are never misprints of each other: they have other meanings.
 */
export function isMisprint(odd: string, right: string): boolean {
  const [x, y] = [odd.toLowerCase(), right.toLowerCase()]
  if (x === y || Math.min(x.length, y.length) < lettersMin || /\d/.test(x + y)) return false
  if (Math.abs(x.length - y.length) > editsMax) return false
  if (x[0] !== y[0] || x.at(-1) !== y.at(-1)) return false
  let head = 0
  while (head < Math.min(x.length, y.length) && x[head] === y[head]) head++
  let tail = 0
  while (tail < Math.min(x.length, y.length) - head && x.at(-1 - tail) === y.at(-1 - tail)) tail++
  const [restX, restY] = [x.slice(head, x.length - tail), y.slice(head, y.length - tail)]
  if (Math.max(restX.length, restY.length) <= 1) return true
  return restX.length === 2 && restY === `${restX[1]}${restX[0]}`
}
