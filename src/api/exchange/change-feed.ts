import type { EditWire, RecordDocument, ReportWire, StoryWire } from "../record-wire.ts"
import { escapedXml } from "../xml-names.ts"
import { reportsById } from "./claims.ts"
import { uuidOf } from "./web-annotation.ts"

const entriesMax = 200
const wordsMax = 400

/**
 * The edits of a story's pages as a feed (Atom, RFC 4287), the newest first: of each what it changed, and nothing else
 * of the page. An edit without any known time stands in no feed, which has to name one.
 */
export function encodeChangeFeed(document: RecordDocument, story: StoryWire): string {
  const reports = reportsById(document)
  const entries = story.edits
    .flatMap((edit, place) => {
      const at = momentOf(edit, reports)
      return at === null ? [] : [{ edit, place, at }]
    })
    .sort((a, b) => b.at - a.at || a.place - b.place)
    .slice(0, entriesMax)
  const updated = new Date(entries[0]?.at ?? 0).toISOString()
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${uuidOf(`${story.id} changes`)}</id>
  <title>${line(`Changes: ${story.title ?? "a story without a title"}`)}</title>
  <updated>${updated}</updated>
  <author><name>${line(document.made.tool)}</name></author>
${entries.map(({ edit, at }) => entryOf(story, edit, at, reports)).join("")}</feed>
`
}

function entryOf(
  story: StoryWire,
  edit: EditWire,
  at: number,
  reports: ReadonlyMap<string, ReportWire>,
): string {
  const { page, what, when, seen, evidence } = edit
  const updated = new Date(at).toISOString()
  const id = uuidOf(JSON.stringify([story.id, page, what, when, evidence]))
  const link = /^https?:\/\//i.test(page) ? `    <link rel="related" href="${line(page)}"/>\n` : ""
  const words = evidence.slice(0, 2).flatMap(({ report, start, end }) => {
    const known = reports.get(report)
    if (known === undefined) return []
    const captured = known.source.capturedAt === null ? "" : `, captured ${known.source.capturedAt}`
    return [
      `${known.siglum}${captured}: “${known.text.slice(start, Math.min(end, start + wordsMax)).trim()}”`,
    ]
  })
  const span = `Between ${when.from ?? "an unknown time"} and ${when.to ?? "an unknown time"}, ${seen === "captured" ? "seen in captures" : "as the page itself says"}.`
  return `  <entry>
    <id>${id}</id>
    <title>${line(what)}</title>
    <updated>${updated}</updated>
${link}    <content type="text">${[span, ...words].map(line).join("\n")}</content>
  </entry>
`
}

/** When the edit was there at the latest, else when its page was captured or says that it was changed. */
function momentOf({ when, evidence }: EditWire, reports: ReadonlyMap<string, ReportWire>): number | null {
  const told = evidence.flatMap(({ report }) => {
    const known = reports.get(report)
    return known ? [known.source.capturedAt, known.modified, known.published] : []
  })
  for (const time of [when.to, when.from, ...told]) {
    const moment = time === null ? Number.NaN : Date.parse(time)
    if (!Number.isNaN(moment)) return moment
  }
  return null
}

/** One line, without what XML cannot hold. */
function line(text: string): string {
  return escapedXml(text.replace(/\s+/g, " ").trim())
}
