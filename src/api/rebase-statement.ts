import { applyDifferences, differencesBetween, jointsOf } from "../collation/index.ts"
import type { DifferenceWire, ReadingWire, StatementWire } from "./record-wire.ts"

/**
 * The statement told against the words of the report `base` instead of the best supported wording: its text, and every
 * reading's differences from it. Of several readings of that report the longest is taken, of equals the first. Null
 * when the report has no reading. Undoing the differences gives each reading as before; what speaks for the best
 * supported wording (`basis`) is of another text and is left empty.
 */
export function rebaseStatement(statement: StatementWire, base: string): StatementWire | null {
  const wordsOf = (reading: ReadingWire): string => applyDifferences(statement.text, reading.differences)
  const chosen = statement.readings
    .filter((reading) => reading.report === base)
    .reduce<ReadingWire | null>(
      (best, one) => (best === null || wordsOf(one).length > wordsOf(best).length ? one : best),
      null,
    )
  if (chosen === null) return null
  const text = wordsOf(chosen)
  const known = new Map<string, ReadingWire["differences"]>()
  return {
    ...statement,
    text,
    basis: { rule: `the words of ${base}`, support: [], rivals: [] },
    readings: statement.readings.map((reading) => {
      const words = wordsOf(reading)
      const joints = jointsOf(reading.parts)
      const key = `${words}\n${joints.join(" ")}`
      const differences =
        known.get(key) ??
        (words !== text && areApart(statement.text, chosen, reading)
          ? [wholly(text, words)]
          : differencesBetween(text, words, joints))
      known.set(key, differences)
      return { ...reading, differences }
    }),
  }
}

/**
 * True where the two print no word of the statement in common, as two cuts from its two ends: that both print "the"
 * then aligns nothing.
 */
function areApart(text: string, a: ReadingWire, b: ReadingWire): boolean {
  let rest = text
  for (const { at } of [...a.differences, ...b.differences])
    rest = rest.slice(0, at.start) + " ".repeat(at.end - at.start) + rest.slice(at.end)
  return !/[\p{L}\p{N}]/u.test(rest)
}

function wholly(text: string, reading: string): DifferenceWire {
  return { at: { start: 0, end: text.length }, reading, kind: "changed", class: "wording" }
}
