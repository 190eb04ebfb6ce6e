import type { Demand, Quotation } from "../analysis.ts"
import { firstTokenFrom } from "../tokens.ts"
import type { PartyPage } from "./parties.ts"

/** “Why were we not told?” asked Anna Tarn: direct words that end with a question mark, given with a verb of asking. */
export function askedInMarks(source: PartyPage): readonly Demand[] {
  const { page, tables } = source
  const found: Demand[] = []
  const seen = new Set<Quotation>()
  for (const { quotation } of source.quoted) {
    const { cue, speaker, parts, form } = quotation
    if (cue === null || speaker === null || form !== "direct") continue
    const what = parts.find(({ end }) => page.text[end - 1] === "?")
    if (what === undefined || seen.has(quotation)) continue
    seen.add(quotation)
    const verb = firstTokenFrom(page.tokens, cue.start)
    const entry = tables.verbs.get(page.tokens.hashes[verb] ?? 0)
    if (!entry?.takes.includes("question")) continue
    found.push({
      start: Math.min(what.start, speaker.start),
      end: Math.max(what.end, speaker.end),
      kind: "question",
      by: { start: speaker.start, end: speaker.end, name: speaker.name },
      of: null,
      what,
    })
  }
  return found
}
