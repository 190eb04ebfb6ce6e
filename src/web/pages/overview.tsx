import type { StoryWire } from "../../api/index.ts"
import { CountLink } from "../components/counts.tsx"
import { DifferenceRows, differenceRows } from "../components/difference-rows.tsx"
import { PageLink } from "../components/page-link.tsx"
import { PageName } from "../components/page-name.tsx"
import { Siglum } from "../components/sigla.tsx"
import { StatementCard, statementRow, statementsByVariation } from "../components/statement-card.tsx"
import { SummarySections, summaryDrawers, summaryRows } from "../components/summary-sections.tsx"
import type { Drawer } from "../evidence.ts"
import type { PageContent, Site } from "../site.ts"
import { storyTitle } from "../site.ts"
import { answers, backCitations, gapsOf } from "../story-parts.ts"
import { linksOfTexts } from "../text-links.ts"
import { wordingsOf } from "../variation.ts"
import { count, percent, readableDays } from "../words.ts"

const differencesMax = 12
const statementsMax = 5
const asideMax = 5

/** The story opens on what its reports print differently; their full text is one step away. */
export function overviewPage(site: Site, story: StoryWire): PageContent {
  const rows = differenceRows(site, story, differencesMax)
  const statements = statementsByVariation(story)
    .slice(0, statementsMax)
    .map((number) => statementRow(site, story, number))
  const asks = askRows(site, story)
  const edits = editRows(site, story)
  const summary = summaryRows(site, story)
  const drawers: readonly Drawer[] = [
    ...rows.flatMap((row) => row.values.map((value) => value.drawer)),
    ...statements.map((row) => row.readings.drawer),
    ...asks.map((ask) => ask.backed.drawer),
    ...edits.map((edit) => edit.backed.drawer),
    ...summaryDrawers(summary),
  ]
  return {
    title: storyTitle(story),
    address: { page: "overview", story },
    story,
    drawers,
    body: (
      <div class="overview">
        <div class="overview-main">
          <p class="hint" data-hint="overview">
            Click any count to see the sentences behind it.
          </p>
          <section aria-labelledby="differ">
            <h2 id="differ">Where the reports differ</h2>
            {rows.length > 0 ? (
              <DifferenceRows site={site} story={story} rows={rows} headingLevel={3} />
            ) : (
              <NothingDiffers story={story} />
            )}
            <MoreLink
              href={site.to({ page: "figures", story })}
              shown={rows.length}
              all={story.disagreements.length}
              what="difference"
            />
          </section>
          <SummarySections site={site} rows={summary} />
          <section aria-labelledby="said">
            <h2 id="said">What was said, in every wording</h2>
            {statements.length > 0 ? (
              <ol class="statement-list">
                {statements.map((row) => (
                  <StatementCard site={site} story={story} row={row} />
                ))}
              </ol>
            ) : (
              <p class="quiet">No quotation was found in these reports.</p>
            )}
            <MoreLink
              href={site.to({ page: "statements", story })}
              shown={statements.length}
              all={story.statements.length}
              what="statement"
            />
          </section>
        </div>
        <div class="overview-aside">
          <SharedText site={site} story={story} />
          <AskList site={site} story={story} rows={asks} />
          <EditList site={site} story={story} rows={edits} />
          <Missing site={site} story={story} />
        </div>
      </div>
    ),
  }
}

function NothingDiffers({ story }: { story: StoryWire }) {
  if (story.reports.length === 1)
    return (
      <div class="empty">
        <p>There is one report. Add a second report to compare.</p>
      </div>
    )
  const varied = story.statements.filter((statement) => wordingsOf(statement).length > 1).length
  return (
    <div class="empty">
      <p>
        No differences of figures, dates, names or speakers found in {count(story.reports.length, "report")}.
      </p>
      <p class="quiet">
        {varied === 0
          ? `${count(story.statements.length, "statement")} compared, each in one wording.`
          : `${count(varied, "statement")} of ${story.statements.length} stand in more than one wording, below.`}
      </p>
    </div>
  )
}

function MoreLink(props: { href: string | null; shown: number; all: number; what: string }) {
  if (props.shown >= props.all || props.href === null) return null
  return (
    <p class="more">
      <a href={props.href}>All {count(props.all, props.what)}</a>
    </p>
  )
}

/** Each distinct text that more than one report prints or shares. */
function SharedText({ site, story }: { site: Site; story: StoryWire }) {
  const copied = story.texts.filter((text) => text.members.length > 1).slice(0, asideMax)
  const links = linksOfTexts(story).slice(0, asideMax)
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">Shared text</h2>
      {copied.length + links.length === 0 ? (
        <p class="quiet">No two reports were found to share their text.</p>
      ) : (
        <ul class="aside-list">
          {copied.map((text) => {
            const members = site.view.reportsAmong(text.members)
            const first = members.find((report) => report.id === text.origin) ?? members[0]
            return (
              <li>
                {first ? <Siglum site={site} report={first} /> : null} is one text in{" "}
                {count(text.members.length, "report")}
              </li>
            )
          })}
          {links.map((link) => {
            const [a, b] = [site.view.report(link.a), site.view.report(link.b)]
            if (!a || !b) return null
            return (
              <li>
                <Siglum site={site} report={a} /> shares text with <Siglum site={site} report={b} />{" "}
                <span class="quiet">
                  ({percent(link.aShare)} of the one, {percent(link.bShare)} of the other)
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <p class="more">
        <PageLink site={site} to={{ page: "lineage", story }}>
          Who shares whose text
        </PageLink>
      </p>
    </section>
  )
}

function askRows(site: Site, story: StoryWire) {
  const asked = story.demands.filter(({ kind }) => kind !== "promise" && kind !== "refusal")
  return asked.slice(0, asideMax).map((demand, index) => ({
    demand,
    backed: backCitations(site.view, story, demand.evidence, {
      id: `e-a${index + 1}`,
      title: `Asked: ${demand.what}`,
      backTo: `a${index + 1}`,
      all: { page: "asks", story },
    }),
  }))
}

function AskList(props: { site: Site; story: StoryWire; rows: ReturnType<typeof askRows> }) {
  if (props.rows.length === 0) return null
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">Asked</h2>
      <ul class="aside-list">
        {props.rows.map(({ demand, backed }, index) => (
          <li id={`a${index + 1}`} tabIndex={-1}>
            <p>
              <bdi>{demand.what}</bdi>
            </p>
            <p class="statement-facts">
              <CountLink
                href={`#${backed.drawer.id}`}
                reports={backed.reports}
                texts={backed.texts}
                about={demand.what}
              />
              <span class="answer">{answers[demand.answer]}</span>
            </p>
          </li>
        ))}
      </ul>
      <p class="more">
        <PageLink site={props.site} to={{ page: "asks", story: props.story }}>
          All asks and responses
        </PageLink>
      </p>
    </section>
  )
}

function editRows(site: Site, story: StoryWire) {
  return story.edits.slice(0, asideMax).map((edit, index) => ({
    edit,
    backed: backCitations(site.view, story, edit.evidence, {
      id: `e-h${index + 1}`,
      title: edit.what,
      backTo: `h${index + 1}`,
      all: { page: "history", story },
    }),
  }))
}

function EditList(props: { site: Site; story: StoryWire; rows: ReturnType<typeof editRows> }) {
  if (props.rows.length === 0) return null
  const pages = Map.groupBy(props.rows, (row) => row.edit.page)
  return (
    <section aria-labelledby="edited">
      <h2 id="edited">Edits after publishing</h2>
      <ul class="aside-list">
        {[...pages].map(([page, rows]) => (
          <li>
            <p>
              <PageName page={page} />
            </p>
            <ul class="edit-lines">
              {rows.map(({ edit, backed }) => (
                <li id={backed.drawer.backTo} tabIndex={-1}>
                  {edit.what}{" "}
                  <a class="read" href={`#${backed.drawer.id}`} data-drawer="">
                    read<span class="sr"> the sentences</span>
                  </a>
                  <span class="quiet edit-when">
                    {readableDays(edit.when.from, edit.when.to) ?? "time not known"}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p class="more">
        <PageLink site={props.site} to={{ page: "history", story: props.story }}>
          Page history
        </PageLink>
      </p>
    </section>
  )
}

function Missing({ site, story }: { site: Site; story: StoryWire }) {
  const gaps = gapsOf(site.view, story)
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">Missing</h2>
      {gaps.length === 0 ? (
        <p class="quiet">Every input was read whole.</p>
      ) : (
        <p>
          <PageLink site={site} to={{ page: "gaps", story }}>
            {count(gaps.length, "gap")}
          </PageLink>{" "}
          in what was read.
        </p>
      )}
    </section>
  )
}
