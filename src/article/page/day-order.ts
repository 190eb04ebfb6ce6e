import type { DayOrder } from "../parse-date.ts"
import type { PageBlock } from "./page-blocks.ts"
import { metaValue } from "./page-sources.ts"
import type { PageTree } from "./page-tree.ts"

const shortBlockCharactersMax = 80

/**
 * Which of two numbers is the day on this page: by its language and country, by the country of its address, or by
 * its own dates that can be read in one way only. Null where none of them says, or they differ.
 */
export function dayOrderOf(tree: PageTree, blocks: readonly PageBlock[], address: string | null): DayOrder {
  const declared = tree.language ?? metaValue(tree, "og:locale", "content-language", "dc.language") ?? ""
  return byLanguage(declared.trim().toLowerCase().replace("_", "-")) ?? byCountry(address) ?? byDates(blocks)
}

function byLanguage(language: string): DayOrder {
  if (/^(?:en-us|en-ph|es-us|fil)/.test(language)) return "month-first"
  return /^(?:en-(?:gb|au|nz|ie|in|za|sg|ng|ke|hk)|de|fr|es|it|pt|nl|sv|da|nb|nn|no|fi|pl|cs|sk|sl|hr|sr|bg|ro|tr|ru|uk|be|el|id|ms|vi|ar|he|th|hi|ca|et|lv)(?:-|$)/.test(
    language,
  )
    ? "day-first"
    : null
}

function byCountry(address: string | null): DayOrder {
  const host = /^https?:\/\/([^/?#:]+)/i.exec(address ?? "")?.[1]?.toLowerCase() ?? ""
  if (/\.(?:us|gov|mil|edu)$/.test(host)) return "month-first"
  return /\.(?:uk|ie|au|nz|in|za|ng|ke|sg|my|de|at|ch|fr|be|es|it|pt|br|mx|ar|cl|co|pe|nl|se|dk|no|fi|pl|cz|sk|ro|bg|gr|tr|ru|ua|il|ae|eg|pk|lk|vn|id|th|eu)$/.test(
    host,
  )
    ? "day-first"
    : null
}

function byDates(blocks: readonly PageBlock[]): DayOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const { text } of blocks) {
    if (text.length > shortBlockCharactersMax || !text.includes("/")) continue
    const match = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:20)?\d{2}(?![\d/])/.exec(text)
    if (!match) continue
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (first > 12 && first <= 31 && second <= 12) dayFirst++
    else if (second > 12 && second <= 31 && first <= 12) monthFirst++
  }
  if (dayFirst > 0 === monthFirst > 0) return null
  return dayFirst > 0 ? "day-first" : "month-first"
}
