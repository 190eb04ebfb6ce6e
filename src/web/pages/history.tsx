import type { EditWire, ReportWire, StoryWire } from "../../api/index.ts"
import type { VersionPair } from "../address.ts"
import { Comparison } from "../components/comparison.tsx"
import { CountLink } from "../components/counts.tsx"
import { PageLink } from "../components/page-link.tsx"
import { PageName } from "../components/page-name.tsx"
import { Siglum } from "../components/sigla.tsx"
import { SpreadSection } from "../desk/spread-section.tsx"
import { type PageVersions, pageVersions, versionsId } from "../page-versions.ts"
import { outletName, type PageContent, type Site } from "../site.ts"
import { type Backed, backCitations } from "../story-parts.ts"
import { readableRange, readableTime } from "../words.ts"

interface EditRow {
  readonly edit: EditWire
  readonly number: number
  readonly backed: Backed
}

/** Changes to pages after they were published; the time of an edit is an interval between captures. */
export function historyPage(site: Site, story: StoryWire, pair?: VersionPair): PageContent {
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
    address: { page: "history", story, pair },
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
          <Versions
            site={site}
            story={story}
            versions={one}
            pair={pair?.page === one.page.siglum ? pair : undefined}
          />
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

interface VersionsProps {
  readonly site: Site
  readonly story: StoryWire
  readonly versions: PageVersions
  /** Absent: each capture beside the one before it. */
  readonly pair: VersionPair | undefined
}

/** The captures of a page, and what changed from one to another. */
function Versions({ site, story, versions: { page, versions }, pair }: VersionsProps) {
  const slug = site.view.slugs.report(page.siglum)
  const isWhole = site.dossier === null || site.dossier.text === "full"
  const pairs = pair ? [pair] : versions.slice(1).map((_, at) => ({ from: at + 1, to: at + 2 }))
  return (
    <section class="page-versions" aria-labelledby={versionsId(site, page)}>
      <h2 id={versionsId(site, page)}>
        <Siglum site={site} report={page} /> <bdi>{outletName(page)}</bdi>
      </h2>
      <ol class="captures">
        {versions.map((version, index) => (
          <li>
            <PageLink site={site} to={{ page: "report", siglum: version.siglum }}>
              Version {index + 1}
            </PageLink>{" "}
            <span class="quiet">{captureWords(version)}</span>
          </li>
        ))}
      </ol>
      {site.isServed && versions.length > 2 ? (
        <PairChoice site={site} story={story} page={page} count={versions.length} pair={pair} />
      ) : null}
      {isWhole ? null : <p class="quiet">A dossier of full text sets the versions side by side.</p>}
      {(isWhole ? pairs : []).map(({ from, to }, at) => (
        <div class="version-pair" id={`${slug}-v${from}`} data-version="" tabIndex={-1}>
          <div class="head-line">
            <h3>
              Version {from} to version {to}
            </h3>
            <span class="pager-links">
              {at > 0 ? (
                <a class="button" href={`#${slug}-v${pairs[at - 1]!.from}`}>
                  Previous
                </a>
              ) : null}
              {at + 1 < pairs.length ? (
                <a class="button" href={`#${slug}-v${pairs[at + 1]!.from}`}>
                  Next
                </a>
              ) : null}
            </span>
          </div>
          <Comparison
            site={site}
            reports={[versions[from - 1]!, versions[to - 1]!]}
            prefix={`${slug}-${from}-`}
            names={[`version ${from}`, `version ${to}`]}
            isStateless
          />
        </div>
      ))}
    </section>
  )
}

/** Any two captures side by side: a form, so that it needs no script and the choice stands in the address. */
function PairChoice(props: {
  site: Site
  story: StoryWire
  page: ReportWire
  count: number
  pair: VersionPair | undefined
}) {
  const { site, story, page, pair } = props
  const chosen = { from: pair?.from ?? 1, to: pair?.to ?? props.count }
  const action = (site.to({ page: "history", story }) ?? "").split("?")[0]
  return (
    <form class="chooser" method="get" action={action} aria-label={`Versions of ${page.siglum}`}>
      <input type="hidden" name="page" value={site.view.slugs.report(page.siglum)} />
      {(["from", "to"] as const).map((name) => (
        <label class="field field-short">
          <span>{name === "from" ? "From" : "To"}</span>
          <select name={name}>
            {Array.from({ length: props.count }, (_, at) => (
              <option value={String(at + 1)} selected={chosen[name] === at + 1}>
                Version {at + 1}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" class="button">
        Compare
      </button>
      {pair ? (
        <PageLink class="button" site={site} to={{ page: "history", story }}>
          One by one
        </PageLink>
      ) : null}
    </form>
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
