import type { StoryWire } from "../../api/index.ts"
import type { PageAddress, StorySection } from "../address.ts"
import { storySections } from "../address.ts"
import { TrailBar } from "../desk/archive-search.tsx"
import { pageVersions } from "../page-versions.ts"
import { type PageContent, type Site, storyTitle } from "../site.ts"
import { gapsOf } from "../story-parts.ts"
import { count, countReports, readableDays } from "../words.ts"
import { EvidenceDrawer } from "./drawer.tsx"
import { PageLink } from "./page-link.tsx"

/** The frame around every page: masthead, the story's contents, the page, its evidence, the foot. */
export function Frame({ site, content }: { site: Site; content: PageContent }) {
  const { story } = content
  return (
    <html lang="en" data-running-head={runningHead(content)}>
      <Head site={site} content={content} />
      <body
        data-page={content.address?.page}
        data-live={content.address ? site.live?.version : undefined}
        data-reports={site.live?.reports}
      >
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="masthead">
          <PageLink class="wordmark" site={site} to={{ page: "library" }}>
            Variorum
          </PageLink>
          <div class="masthead-tools">
            <DeskLinks site={site} />
            {content.isBare ? null : <Search site={site} />}
          </div>
        </header>
        {site.trail ? <TrailBar trail={site.trail} /> : null}
        {story ? <StoryHead site={site} story={story} address={content.address} /> : null}
        <main id="main" tabIndex={-1}>
          {content.body}
        </main>
        <div class="drawers">
          {content.drawers.length > 0 ? <h2 class="notes-title">Evidence notes</h2> : null}
          {content.drawers.map((drawer) => (
            <EvidenceDrawer site={site} drawer={drawer} />
          ))}
        </div>
        {content.isBare ? null : <Foot site={site} />}
      </body>
    </html>
  )
}

/** What stands on every page of paper. */
function runningHead({ title, story }: PageContent): string {
  const of = story === null || storyTitle(story) === title ? "" : ` · ${storyTitle(story).slice(0, 70)}`
  return `Variorum${of} · ${title.slice(0, 70)}`
}

function Foot({ site }: { site: Site }) {
  const { made } = site.view.document
  return (
    <footer class="foot">
      <p>
        Made by {made.tool}
        {made.inputs.length > 0 ? ` from ${count(made.inputs.length, "input")}` : null}. No verdicts: what
        reports print, and where.
      </p>
      <p class="foot-links">
        <PageLink site={site} to={{ page: "about" }}>
          How to read this record
        </PageLink>
        {site.forms.map((form) => (
          <>
            {" · "}
            <a href={form.href}>{form.name}</a>
          </>
        ))}
      </p>
    </footer>
  )
}

function Head({ site, content }: { site: Site; content: PageContent }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content={describe(content)} />
      {site.isServed ? null : (
        <>
          <meta name="referrer" content="no-referrer" />
          <meta http-equiv="Content-Security-Policy" content={dossierPolicy} />
        </>
      )}
      {content.refreshSeconds ? (
        <noscript>
          <meta http-equiv="refresh" content={String(content.refreshSeconds)} />
        </noscript>
      ) : null}
      <title>{`${content.title} · Variorum`}</title>
      <link rel="stylesheet" href={site.asset("site.css")} />
      <link rel="icon" href={site.asset("icon.svg")} type="image/svg+xml" />
      {content.address?.page === "search" && !site.isServed ? (
        <script defer src={site.asset("search-data.js")} />
      ) : null}
      <script defer src={site.asset("site.js")} />
    </head>
  )
}

function describe({ title, story }: PageContent): string {
  if (story === null) return `${title}: what reports print, in every wording, and where.`
  const range = readableDays(story.from, story.to)
  const facts = countReports(story.reports.length, story.texts.length)
  return `${title}: ${storyTitle(story)}. ${facts}${range === null ? "" : `, ${range}`}.`
}

/** A dossier's pages carry their own policy, since no server sends one: nothing but the dossier's own files. */
export const dossierPolicy =
  "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'self' file:"

function DeskLinks({ site }: { site: Site }) {
  if (site.viewer === null) return null
  return (
    <nav class="desk-links" aria-label="This server">
      {site.canAdd ? <a href="/add">Add</a> : null}
      {site.live ? <a href="/rulings">Said by hand</a> : null}
      {site.viewer.account === null ? null : <a href="/account">Account</a>}
    </nav>
  )
}

function Search({ site }: { site: Site }) {
  const action = site.to({ page: "search" })
  if (action === null) return null
  return (
    <search class="search">
      <form action={action} method="get">
        <label class="sr" for="search">
          Search every report
        </label>
        <input
          value={site.query}
          id="search"
          name="q"
          type="search"
          placeholder="Search all reports"
          autocomplete="off"
          maxLength={200}
        />
        <button type="submit" class="button">
          Search
        </button>
      </form>
    </search>
  )
}

export const sectionNames: Readonly<Record<StorySection, string>> = {
  overview: "Overview",
  statements: "Statements",
  figures: "Figures & dates",
  reports: "Reports",
  lineage: "Lineage",
  timeline: "Timeline",
  history: "Page history",
  asks: "Asks",
  gaps: "Gaps",
}

interface InStory {
  readonly site: Site
  readonly story: StoryWire
  readonly address: PageAddress | null
}

function StoryHead({ site, story, address }: InStory) {
  const range = readableDays(story.from, story.to)
  const isOverview = address?.page === "overview"
  const gaps = gapsOf(site.view, story).length
  const title = (
    <bdi>
      {isOverview ? (
        storyTitle(story)
      ) : (
        <PageLink class="title-link" site={site} to={{ page: "overview", story }}>
          {storyTitle(story)}
        </PageLink>
      )}
    </bdi>
  )
  return (
    <section class="story-head" aria-label="Story">
      <div class="story-line">
        {isOverview ? <h1 class="story-title">{title}</h1> : <p class="story-title">{title}</p>}
        <p class="head-actions">
          <PageLink
            class="button"
            keyName="export"
            site={site}
            to={{ page: "export", story }}
            isCurrent={address?.page === "export"}
          >
            Export
          </PageLink>
        </p>
      </div>
      <p class="story-facts">
        {[
          countReports(story.reports.length, story.texts.length),
          ...(story.edits.length > 0 ? [count(story.edits.length, "later edit")] : []),
          ...(gaps > 0 ? [count(gaps, "gap")] : []),
          ...(range ? [range] : []),
        ].join(" · ")}
      </p>
      <Sections site={site} story={story} address={address} />
    </section>
  )
}

function Sections({ site, story, address }: InStory) {
  return (
    <nav aria-label="This story">
      <ul class="sections">
        {storySections.map((section) => {
          const number = sectionCount(site, story, section)
          if (number === 0 && section === "history") return null
          return (
            <li data-section={section}>
              <PageLink site={site} to={{ page: section, story }} isCurrent={sectionOf(address) === section}>
                {sectionNames[section]}
                {number === null ? null : <span class="section-count"> {number}</span>}
              </PageLink>
            </li>
          )
        })}
        {site.to({ page: "compare", story, sigla: [] }) === null ? null : (
          <li data-section="compare">
            <PageLink
              site={site}
              to={{ page: "compare", story, sigla: [] }}
              isCurrent={address?.page === "compare"}
            >
              Compare
            </PageLink>
          </li>
        )}
      </ul>
    </nav>
  )
}

function sectionOf(address: PageAddress | null): StorySection | null {
  switch (address?.page) {
    case "statement":
      return "statements"
    case "figure":
      return "figures"
    case "report":
      return "reports"
    case "library":
    case "about":
    case "search":
    case "compare":
    case "export":
      return null
    default:
      return address?.page ?? null
  }
}

function sectionCount(site: Site, story: StoryWire, section: StorySection): number | null {
  switch (section) {
    case "statements":
      return story.statements.length
    case "figures":
      return story.disagreements.length
    case "reports":
      return story.reports.length
    case "timeline":
      return story.timeline.length
    case "history":
      return story.edits.length + pageVersions(site.view, story).length
    case "asks":
      return story.demands.length
    case "gaps":
      return gapsOf(site.view, story).length
    default:
      return null
  }
}
