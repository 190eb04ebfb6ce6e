import type { StoryWire } from "../../api/index.ts"
import { Glyph } from "../components/mark.tsx"
import { PageLink } from "../components/page-link.tsx"
import { Siglum } from "../components/sigla.tsx"
import { StoryTable } from "../components/story-table.tsx"
import { AddForm, NoStory } from "../desk/add-form.tsx"
import { markOfDisagreement } from "../marks.ts"
import { headline, outletName, type PageContent, type Site, storyTitle } from "../site.ts"
import { gapWords } from "../story-parts.ts"
import { count, readableDays, readableTime } from "../words.ts"

export function libraryPage(site: Site): PageContent {
  const { document } = site.view
  const alone = document.reports.filter(
    (report) => report.versionOf === null && site.view.storyOf(report.id) === null,
  )
  return {
    title: "Library",
    address: { page: "library" },
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Library</h1>
          {document.reports.length + document.gaps.length === 0 ? null : (
            <p class="lede">
              {count(document.stories.length, "story", "stories")} in{" "}
              {count(document.reports.filter((report) => report.versionOf === null).length, "report")}
              {document.gaps.length > 0 ? `, ${count(document.gaps.length, "gap")}` : ""}.
            </p>
          )}
        </div>
        {site.canAdd ? <AddForm address={null} isWhole={document.stories.length === 0} /> : null}
        {document.stories.length === 0 ? (
          <NoStory site={site} />
        ) : site.canAdd && document.stories.length > 1 ? (
          <form method="post" action="/rulings" class="merge">
            <LibraryStories site={site} isChoice />
            <p class="add-actions">
              <button type="submit" name="kind" value="same" class="button">
                The chosen tell one story
              </button>
            </p>
          </form>
        ) : (
          <LibraryStories site={site} isChoice={false} />
        )}
        {alone.length > 0 ? (
          <section aria-labelledby="alone">
            <h2 id="alone">Reports in no story</h2>
            <p class="quiet">
              No other report of the same event was found beside these. Add a second report of an event to
              compare.
            </p>
            <ul class="plain-list">
              {alone.map((report) => (
                <li>
                  <Siglum site={site} report={report} /> <bdi>{headline(report)}</bdi>{" "}
                  <span class="quiet">
                    <bdi>{outletName(report)}</bdi>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {document.gaps.length > 0 ? <LibraryGaps site={site} /> : null}
      </>
    ),
  }
}

function LibraryStories({ site, isChoice }: { site: Site; isChoice: boolean }) {
  const stories = site.view.document.stories.map((story) => ({
    id: site.view.slugs.story(story),
    name: storyTitle(story),
    heading: (
      <>
        <PageLink site={site} to={{ page: "overview", story }}>
          <bdi>{storyTitle(story)}</bdi>
        </PageLink>
        <StoryGlimpse story={story} />
      </>
    ),
    counts: [story.reports, story.texts, story.statements, story.disagreements].map(({ length }) => length),
    days: readableDays(story.from, story.to),
  }))
  const counted = ["Reports", "Distinct texts", "Statements", "Differences"]
  return <StoryTable stories={stories} counted={counted} isChoice={isChoice} />
}

const glimpsesMax = 3

/** The first differences of a story, in a line. */
function StoryGlimpse({ story }: { story: StoryWire }) {
  const shown = story.disagreements.slice(0, glimpsesMax)
  if (shown.length === 0) return null
  return (
    <ul class="glimpse">
      {shown.map((one) => (
        <li>
          <Glyph mark={markOfDisagreement(one.kind)} /> <bdi>{one.about}</bdi>:{" "}
          <span class="glimpse-values">{one.values.map((value) => value.value).join(" / ")}</span>
        </li>
      ))}
    </ul>
  )
}

function LibraryGaps({ site }: { site: Site }) {
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">Missing</h2>
      <ul class="plain-list">
        {site.view.document.gaps.map((gap) => {
          const report = "report" in gap ? site.view.report(gap.report) : null
          return (
            <li>
              {report ? (
                <Siglum site={site} report={report} />
              ) : (
                <bdi class="source">{"input" in gap ? gap.input : gap.report}</bdi>
              )}{" "}
              <span>{gapWords(gap)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** When a report was published, in words. */
export function publishedWords(published: string | null): string {
  return published === null ? "time not known" : readableTime(published)
}
