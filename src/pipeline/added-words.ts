import { type Article, wholeVersions } from "../article/index.ts"
import { diffTexts } from "../collation/index.ts"
import type { AddedWords } from "../language/index.ts"

/**
 * The words of the last version that stand in no earlier one, each with the day by which they were written: that of
 * the version's own change, or of its capture where the one before was captured within the week, since a weekday says
 * no more. Else the day is null. Words changed in place belong to the day of what they correct. `captured` are a
 * page's, the earliest first. Cost: one comparison of two texts a version.
 */
export function addedWords(captured: readonly Article[]): readonly AddedWords[] {
  const versions = wholeVersions(captured)
  const last = versions.at(-1)
  if (last === undefined) return []
  const added: AddedWords[] = []
  // Compared with each earlier version: the latest that lacks the words comes last, and its change is theirs.
  for (let i = 0; i < versions.length - 1; i++) {
    const day = dayOfChange(versions[i]!, versions[i + 1]!)
    for (const { kind, after } of diffTexts(versions[i]!.text, last.text))
      if (kind === "added") added.push({ ...after, day })
  }
  return added
}

const dayMs = 86_400_000

function dayOfChange(before: Article, after: Article): string | null {
  const from = dayOf(before.source.capturedAt)
  const to = dayOf(after.source.capturedAt)
  // A page that names the same change as before has not dated this one.
  const modified = after.modified === before.modified ? null : dayOf(after.modified)
  if (modified !== null && (from === null || modified >= from) && (to === null || modified <= to))
    return modified
  if (from === null || to === null) return null
  return Date.parse(to) - Date.parse(from) < 7 * dayMs ? to : null
}

function dayOf(iso: string | null): string | null {
  return iso !== null && /^\d{4}-\d{2}-\d{2}/.test(iso) ? iso.slice(0, 10) : null
}
