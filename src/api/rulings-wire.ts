import type { ReportId } from "../article/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import type { StoryRuling } from "../story/index.ts"

/** Reports named by one ruling, and rulings in one list, at most. */
const reportsMax = 100_000
const rulingsMax = 100_000
const idLengthMax = 1_000

/**
 * One line of a file of rulings: `{kind: "same-story", reports}`, or `{kind: "other-story", reports, others}` with two
 * sets that share no report. Other fields are passed over, so that whoever keeps rulings may note when and whose.
 */
export function decodeRuling(json: unknown): Result<StoryRuling, string> {
  if (typeof json !== "object" || json === null) return fail("it is not an object")
  const { kind, reports, others } = json as Readonly<Record<string, unknown>>
  if (kind !== "same-story" && kind !== "other-story")
    return fail('kind is neither "same-story" nor "other-story"')
  if (!isIds(reports)) return fail("reports is not a list of report ids")
  if (kind === "same-story")
    return reports.length < 2 ? fail("reports names fewer than two") : ok({ kind, reports: [...reports] })
  if (!isIds(others)) return fail("others is not a list of report ids")
  if (reports.length === 0 || others.length === 0) return fail("one side names no report")
  const apart = new Set<string>(reports)
  const both = others.find((id) => apart.has(id))
  if (both !== undefined) return fail(`report ${both} is on both sides`)
  return ok({ kind, reports: [...reports], others: [...others] })
}

/** A file of rulings, JSON Lines, the earliest first. Blank lines say nothing; of the first bad one, what is wrong. */
export function decodeRulings(text: string): Result<readonly StoryRuling[], string> {
  const rulings: StoryRuling[] = []
  for (const [at, line] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue
    if (rulings.length === rulingsMax) return fail(`there are more than ${rulingsMax} rulings`)
    let json: unknown
    try {
      json = JSON.parse(line)
    } catch {
      return fail(`line ${at + 1}: it is not JSON`)
    }
    const ruling = decodeRuling(json)
    if (!ruling.ok) return fail(`line ${at + 1}: ${ruling.error}`)
    rulings.push(ruling.value)
  }
  return ok(rulings)
}

function isIds(json: unknown): json is readonly ReportId[] {
  return (
    Array.isArray(json) &&
    json.length <= reportsMax &&
    json.every((id) => typeof id === "string" && id !== "" && id.length <= idLengthMax)
  )
}
