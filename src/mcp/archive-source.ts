import type { Span } from "../base/index.ts"
import { storyDocument } from "../server/index.ts"
import {
  type Archive,
  type SearchHit,
  searchArchive,
  standingCounts,
  standingStories,
  standingVersion,
  storiesOfReports,
  storyVersion,
} from "../store/index.ts"
import { digestOf } from "../story/index.ts"
import { serverPath, viewRecord } from "../web/index.ts"
import type { FoundHit, RecordSource } from "./record-source.ts"
import type { ToldStory } from "./told-story.ts"

/** So many stories are held ready, the last asked for. */
const heldMax = 16

/** Tells of an archive; addresses are those of `variorum serve --archive`, after `origin`. Closes the archive. */
export function archiveSource(archive: Archive, tool: string, origin: string): RecordSource {
  const held = new Map<string, ToldStory>()
  const story = async (id: string): Promise<ToldStory | null> => {
    const now = await storyVersion(archive, id)
    const known = held.get(id)
    held.delete(id)
    if (now === null) return null
    const told =
      known?.version === now.version ? known : await readStory(archive, id, now.version, tool, origin)
    if (told === null) return null
    held.set(id, told)
    const oldest = held.keys().next().value
    if (held.size > heldMax && oldest !== undefined) held.delete(oldest)
    return told
  }
  return {
    version: async () => (await standingVersion(archive, tool)).version,
    stories: async (from, count) => {
      const rows = await standingStories(archive, { from, count })
      const { stories: of } = await standingCounts(archive)
      return { of, rows: rows.map((row) => ({ ...row, address: `${origin}/s/${row.id}` })) }
    },
    story,
    report: async (digest) => {
      const place = (await storiesOfReports(archive, [digest])).get(digest)
      const told = place ? await story(place.story) : null
      const report = place && told ? told.view.report(place.report) : null
      return told && report ? { told, report } : null
    },
    search: async (query, from, count) => {
      const hits = await searchArchive(archive, query, { within: "reports", count: from + count + 1 })
      return {
        hits: hits.slice(from, from + count).map((hit) => foundHit(hit, origin)),
        hasMore: hits.length > from + count,
      }
    },
    document: (id) => storyDocument(archive, id, tool),
    close: () => archive.close(),
  }
}

function foundHit(hit: SearchHit, origin: string): FoundHit {
  const { report: reportId, outlet, title, published, story } = hit
  const passage: (Span & { text: string }) | null = hit.passage
  const address = `${origin}/r/${digestOf(reportId)}${passage === null ? "" : `?at=${passage.start}`}`
  return { reportId, outlet, title, published, story, passage, address }
}

async function readStory(
  archive: Archive,
  id: string,
  version: string,
  tool: string,
  origin: string,
): Promise<ToldStory | null> {
  const document = await storyDocument(archive, id, tool)
  const story = document?.stories[0]
  if (!document || !story) return null
  const view = viewRecord(document)
  return {
    view,
    story,
    version,
    pathOf: (address) =>
      `${origin}${address.page === "report" ? `/s/${id}` : ""}${serverPath(address, view.slugs)}`,
    reportPath: (report, at) =>
      `${origin}/r/${digestOf(report.id as Parameters<typeof digestOf>[0])}${at === null ? "" : `?at=${at}`}`,
  }
}
