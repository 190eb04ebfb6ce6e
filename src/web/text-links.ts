import type { LinkWire, StoryWire } from "../api/index.ts"

/** For each pair of distinct texts its strongest link, the most shared first: copies of one text say nothing new. */
export function linksOfTexts(story: StoryWire): readonly LinkWire[] {
  const texts = new Map(story.texts.flatMap((text, at) => text.members.map((id) => [id, at] as const)))
  const strongest = new Map<string, LinkWire>()
  for (const link of story.links) {
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
