import type { StoryWire } from "../../api/index.ts"
import { CountLink } from "../components/counts.tsx"
import { languageOf, type PageContent, type Site } from "../site.ts"
import { backCitations } from "../story-parts.ts"
import { countReports, readableRange } from "../words.ts"

const wordsMax = 3

/** What happened when, as far as the reports date it: each entry in the words of those who print it. */
export function timelinePage(site: Site, story: StoryWire): PageContent {
  const entries = story.timeline.map((event, index) => ({
    event,
    when: readableRange(event.from, event.to) ?? "Not dated",
    backed: backCitations(site.view, story, event.what, {
      id: `e-t${index + 1}`,
      title: readableRange(event.from, event.to) ?? "Not dated",
      backTo: `t${index + 1}`,
    }),
  }))
  return {
    title: "Timeline",
    address: { page: "timeline", story },
    story,
    drawers: entries.map((entry) => entry.backed.drawer),
    body: (
      <>
        <div class="page-head">
          <h1>Timeline</h1>
          <p class="lede">What the reports give a time to, in the order of those times.</p>
        </div>
        {entries.length === 0 ? (
          <div class="empty">
            <p>No dated event was found in these reports.</p>
          </div>
        ) : (
          <ol class="timeline">
            {entries.map(({ event, when, backed }, index) => (
              <li class="event" id={`t${index + 1}`} data-row="" tabIndex={-1}>
                <p class={index > 0 && entries[index - 1]!.when === when ? "when again" : "when"}>
                  {event.from ? <time dateTime={event.from}>{when}</time> : when}
                </p>
                <div class="event-body">
                  <EventWords site={site} citations={backed.drawer.items} />
                  <CountLink
                    href={`#${backed.drawer.id}`}
                    reports={backed.reports}
                    texts={backed.texts}
                    about={when}
                  />
                </div>
              </li>
            ))}
          </ol>
        )}
      </>
    ),
  }
}

/** The sentences of an entry, each wording once. */
function EventWords({
  site,
  citations,
}: {
  site: Site
  citations: ReturnType<typeof backCitations>["drawer"]["items"]
}) {
  const seen = new Map<string, { language: string; reports: Set<string> }>()
  for (const { report, place } of citations) {
    if (place === null) continue
    const words = report.text.slice(place.sentences.start, place.sentences.end).trim()
    const known = seen.get(words) ?? { language: languageOf(report), reports: new Set<string>() }
    known.reports.add(report.id)
    seen.set(words, known)
  }
  const shown = [...seen].slice(0, wordsMax)
  return (
    <>
      {shown.map(([words, { language, reports }]) => {
        const story = site.view.storyOf([...reports][0]!)
        return (
          <p class="event-words" lang={language} dir="auto">
            {words}
            {reports.size > 1 && story ? (
              <span class="sr"> {countReports(reports.size, site.view.distinctTexts(story, reports))}</span>
            ) : null}
          </p>
        )
      })}
      {seen.size > wordsMax ? <p class="quiet">and {seen.size - wordsMax} other wordings</p> : null}
    </>
  )
}
