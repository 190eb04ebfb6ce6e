import type { EditWire, StoryWire } from "../../api/index.ts"
import { CountLink } from "../components/counts.tsx"
import type { PageContent, Site } from "../site.ts"
import { backCitations } from "../story-parts.ts"
import { readableRange } from "../words.ts"

/** Changes to pages after they were published, page by page; the time of an edit is an interval between captures. */
export function historyPage(site: Site, story: StoryWire): PageContent {
  const rows = story.edits.map((edit, index) => ({
    edit,
    number: index + 1,
    backed: backCitations(site.view, story, edit.evidence, {
      id: `e-h${index + 1}`,
      title: edit.what,
      backTo: `h${index + 1}`,
    }),
  }))
  const pages = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) pages.set(row.edit.page, [...(pages.get(row.edit.page) ?? []), row])
  return {
    title: "Page history",
    address: { page: "history", story },
    story,
    drawers: rows.map((row) => row.backed.drawer),
    body: (
      <>
        <div class="page-head">
          <h1>Page history</h1>
          <p class="lede">
            Edits after publishing. Between two captures a page is unseen, so an edit has a span, not a
            minute.
          </p>
        </div>
        {rows.length === 0 ? (
          <div class="empty">
            <p>No edit was seen or told of.</p>
          </div>
        ) : (
          [...pages].map(([page, edits]) => (
            <section class="page-edits">
              <h2>
                <bdi class="source">{page}</bdi>
              </h2>
              <ol class="edits">
                {edits.map(({ edit, number, backed }) => (
                  <li class="edit" id={`h${number}`} data-row="" tabIndex={-1}>
                    <p class="when">{whenWords(edit)}</p>
                    <p>
                      <bdi>{edit.what}</bdi>
                    </p>
                    <p class="statement-facts">
                      <CountLink
                        href={`#${backed.drawer.id}`}
                        reports={backed.reports}
                        texts={backed.texts}
                        about={edit.what}
                      />
                      <span class="quiet">
                        {edit.seen === "captured" ? "seen in our captures" : "told by the reports"}
                      </span>
                    </p>
                  </li>
                ))}
              </ol>
            </section>
          ))
        )}
      </>
    ),
  }
}

function whenWords(edit: EditWire): string {
  const range = readableRange(edit.when.from, edit.when.to)
  if (range === null) return "time not known"
  return edit.when.from !== null && edit.when.to !== null && edit.when.from !== edit.when.to
    ? `unseen between ${range.replace(" – ", " and ")}`
    : range
}
