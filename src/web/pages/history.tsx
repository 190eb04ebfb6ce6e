import type { EditWire, ReportWire, StoryWire } from "../../api/index.ts"
import { Comparison } from "../components/comparison.tsx"
import { CountLink } from "../components/counts.tsx"
import { PageLink } from "../components/page-link.tsx"
import { PageName } from "../components/page-name.tsx"
import { Siglum } from "../components/sigla.tsx"
import { SpreadSection } from "../desk/spread-section.tsx"
import { type PageVersions, pageVersions } from "../page-versions.ts"
import { outletName, type PageContent, type Site } from "../site.ts"
import { type Backed, backCitations } from "../story-parts.ts"
import { readableRange, readableTime } from "../words.ts"

interface EditRow {
  readonly edit: EditWire
  readonly number: number
  readonly backed: Backed
}

/** Changes to pages after they were published; the time of an edit is an interval between captures. */
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
  const pages = new Map<string, EditRow[]>()
  for (const row of rows) pages.set(row.edit.page, [...(pages.get(row.edit.page) ?? []), row])
  const versions = pageVersions(site.view, story)
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
        {rows.length + versions.length === 0 ? (
          <div class="empty">
            <p>No edit was seen or told of.</p>
          </div>
        ) : null}
        {[...pages].map(([page, edits]) => (
          <EditedPage page={page} edits={edits} />
        ))}
        {site.spread ? <SpreadSection spread={site.spread} /> : null}
        {versions.map((one) => (
          <Versions site={site} versions={one} />
        ))}
      </>
    ),
  }
}

function EditedPage({ page, edits }: { page: string; edits: readonly EditRow[] }) {
  return (
    <section class="page-edits">
      <h2>
        <PageName page={page} />
      </h2>
      <ol class="edits">
        {edits.map(({ edit, number, backed }) => (
          <li class="edit" id={`h${number}`} data-row="" tabIndex={-1}>
            <p class="when">{whenWords(edit)}</p>
            <div class="event-body">
              <p class="event-words">
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
                  {edit.seen === "captured" ? "seen in captures" : "told by the reports"}
                </span>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Each capture beside the one before it. */
function Versions({ site, versions: { page, versions } }: { site: Site; versions: PageVersions }) {
  const slug = site.view.slugs.report(page.siglum)
  const isMoved = new Set(versions.map(({ source }) => source.address)).size > 1
  return (
    <section class="page-versions" aria-labelledby={`versions-${slug}`}>
      <h2 id={`versions-${slug}`}>
        <Siglum site={site} report={page} /> <bdi>{outletName(page)}</bdi>
      </h2>
      <ol class="captures">
        {versions.map((version, index) => (
          <li>
            <PageLink site={site} to={{ page: "report", siglum: version.siglum }}>
              Version {index + 1}
            </PageLink>{" "}
            <span class="quiet">
              {captureWords(version)}
              {isMoved && version.source.address !== null ? (
                <>
                  {" "}
                  at <bdi>{version.source.address}</bdi>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {site.dossier !== null && site.dossier.text !== "full" ? (
        <p class="quiet">A dossier of full text sets the versions side by side.</p>
      ) : null}
      {(site.dossier === null || site.dossier.text === "full" ? versions.slice(1) : []).map(
        (version, index) => (
          <div class="version-pair">
            <h3>
              Version {index + 1} to version {index + 2}
            </h3>
            <Comparison
              site={site}
              reports={[versions[index]!, version]}
              prefix={`${slug}-${index + 1}-`}
              names={[`version ${index + 1}`, `version ${index + 2}`]}
            />
          </div>
        ),
      )}
    </section>
  )
}

function captureWords(version: ReportWire): string {
  const { capturedAt } = version.source
  return capturedAt === null ? "time of capture not known" : `captured ${readableTime(capturedAt)}`
}

function whenWords(edit: EditWire): string {
  const { from, to } = edit.when
  if (from !== null && to !== null && from !== to)
    return `unseen between ${readableTime(from)} and ${readableTime(to)}`
  return readableRange(from, to) ?? "time not known"
}
