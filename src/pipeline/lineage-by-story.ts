import type { ReportId } from "../article/index.ts"
import type { BackgroundPassage, Lineage, Link, Rewrite, TextGroup } from "../reuse/index.ts"
import type { Story } from "../story/index.ts"

/**
 * What of `lineage` lies within each of `stories`, in their order. A link across two stories is in neither; a text
 * printed in two stories is told in each, with its members there; an origin outside the story is null.
 * Cost: one pass over the lineage, however many stories there are.
 */
export function lineageByStory(lineage: Lineage, stories: readonly Story[]): readonly Lineage[] {
  const placeOf = new Map<ReportId, number>()
  stories.forEach((story, place) => {
    for (const report of story.reports) placeOf.set(report, place)
  })
  const parts = stories.map(() => ({
    links: [] as Link[],
    texts: [] as TextGroup[],
    rewrites: [] as Rewrite[],
    background: [] as BackgroundPassage[],
  }))
  for (const link of lineage.links) {
    const place = placeOf.get(link.a)
    if (place !== undefined && place === placeOf.get(link.b)) parts[place]!.links.push(link)
  }
  for (const text of lineage.texts) {
    const places = new Set(text.members.flatMap((member) => placeOf.get(member) ?? []))
    for (const place of places) {
      const within = (report: ReportId): boolean => placeOf.get(report) === place
      const origin = text.origin !== null && within(text.origin) ? text.origin : null
      parts[place]!.texts.push({ members: text.members.filter(within), origin })
    }
  }
  for (const rewrite of lineage.rewrites) {
    const place = placeOf.get(rewrite.report)
    if (place !== undefined) parts[place]!.rewrites.push(rewrite)
  }
  for (const passage of lineage.background) {
    const place = placeOf.get(passage.report)
    if (place !== undefined) parts[place]!.background.push(passage)
  }
  return parts
}
