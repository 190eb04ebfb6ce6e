import type { LinkWire, StoryWire } from "../api/index.ts"
import type { LineageShown } from "./address.ts"
import type { RecordView } from "./record-view.ts"

/** The texts of a story as they are shown: each with its copies, or every report by itself. */
export function textGroups(story: StoryWire, { isUnfolded }: LineageShown): StoryWire["texts"] {
  if (!isUnfolded) return story.texts
  return story.texts.flatMap(({ members }) => members.map((id) => ({ members: [id], origin: null })))
}

export function linksShown(story: StoryWire, { shareMin = 0 }: LineageShown): readonly LinkWire[] {
  return story.links.filter((link) => 100 * strongestShare(link) >= shareMin)
}

/** For each pair of texts its strongest link, the most shared first: copies of one text say nothing new. */
export function linksOfTexts(story: StoryWire, shown: LineageShown = {}): readonly LinkWire[] {
  const texts = new Map(
    textGroups(story, shown).flatMap((text, at) => text.members.map((id) => [id, at] as const)),
  )
  const strongest = new Map<string, LinkWire>()
  for (const link of linksShown(story, shown)) {
    const pair = [texts.get(link.a) ?? -1, texts.get(link.b) ?? -1].sort((a, b) => a - b)
    if (pair[0] === pair[1]) continue
    const known = strongest.get(pair.join(" "))
    if (!known || strongestShare(link) > strongestShare(known)) strongest.set(pair.join(" "), link)
  }
  return [...strongest.values()].sort((a, b) => strongestShare(b) - strongestShare(a))
}

/** The larger of the two shares: what links a short text to a long one that holds it. */
export function strongestShare(link: LinkWire): number {
  return Math.max(link.aShare, link.bShare)
}

/** The drawer of what two reports share, on the page of the lineage; null where there is no passage to show. */
export function linkDrawerId(view: RecordView, link: LinkWire): string | null {
  const [a, b] = [view.report(link.a), view.report(link.b)]
  if (!a || !b || link.passages.length === 0) return null
  return `e-l-${view.slugs.report(a.siglum)}-${view.slugs.report(b.siglum)}`
}
