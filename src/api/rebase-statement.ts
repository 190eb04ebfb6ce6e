import { applyDifferences, differencesBetween, jointsOf } from "../collation/index.ts"
import type { ReadingWire, StatementWire } from "./record-wire.ts"

/**
 * The statement told against the words of the report `base` instead of the best supported wording: its text, and every
 * reading's differences from it. Of several readings of that report the longest is taken, of equals the first. Null
 * when the report has no reading. Undoing the differences gives each reading as before; what speaks for the best
 * supported wording (`basis`) is of another text and is left empty.
 */
export function rebaseStatement(statement: StatementWire, base: string): StatementWire | null {
  const wordsOf = (reading: ReadingWire): string => applyDifferences(statement.text, reading.differences)
  const text = statement.readings
    .filter((reading) => reading.report === base)
    .map(wordsOf)
    .reduce<string | null>((best, one) => (best === null || one.length > best.length ? one : best), null)
  if (text === null) return null
  const known = new Map<string, ReadingWire["differences"]>()
  return {
    ...statement,
    text,
    basis: { rule: `the words of ${base}`, support: [], rivals: [] },
    readings: statement.readings.map((reading) => {
      const words = wordsOf(reading)
      const joints = jointsOf(reading.parts)
      const key = `${words}\n${joints.join(" ")}`
      const differences = known.get(key) ?? differencesBetween(text, words, joints)
      known.set(key, differences)
      return { ...reading, differences }
    }),
  }
}
