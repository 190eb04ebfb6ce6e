import { type PageAddress, serverPath, storySections } from "./address.ts"
import type { RecordView } from "./record-view.ts"

const pathsMax = 1_000

/**
 * The addresses that readers of a record are likely to ask for, first the lists of its stories, then the pages of their
 * claims and reports, largest stories first. Of very large records only the beginning.
 */
export function likelyPaths(view: RecordView): readonly string[] {
  const paths: string[] = []
  const add = (address: PageAddress): void => {
    if (paths.length < pathsMax) paths.push(serverPath(address, view.slugs))
  }
  add({ page: "library" })
  const stories = [...view.document.stories]
    .sort((a, b) => b.reports.length - a.reports.length)
    .slice(0, pathsMax)
  for (const story of stories) for (const page of storySections) add({ page, story })
  for (const story of stories) {
    for (const at of story.statements.keys()) add({ page: "statement", story, number: at + 1 })
    for (const at of story.disagreements.keys()) add({ page: "figure", story, number: at + 1 })
    for (const { siglum } of view.reportsOf(story)) add({ page: "report", siglum })
  }
  return paths
}
