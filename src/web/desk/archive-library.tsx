import { StoryTable } from "../components/story-table.tsx"
import type { PageContent, Site } from "../site.ts"
import { storyName } from "../site.ts"
import { count, groupDigits, readableDays } from "../words.ts"
import { AddForm, NoStory } from "./add-form.tsx"
import type { StoryList, StoryRow } from "./archive-views.ts"

/** The stories of an archive, page by page: however many there are, only those shown are read. */
export function archiveLibraryPage(site: Site, list: StoryList): PageContent {
  const { counts, gaps } = list
  return {
    title: list.from === 0 ? "Library" : `Library from story ${groupDigits(list.from + 1)}`,
    address: { page: "library" },
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Library</h1>
          <p class="lede">
            {count(counts.stories, "story", "stories")} in {count(counts.reports, "report")}
            {counts.gaps > 0 ? `, ${count(counts.gaps, "gap")}` : ""}.
          </p>
          {list.readOnly ? (
            <p class="quiet">
              This archive may only be read here
              {list.isBehind ? ": captures that its stories do not tell of yet are left out" : null}.
            </p>
          ) : list.isBehind ? (
            <p class="quiet" role="status">
              New captures are being taken in. What stands so far is shown.
            </p>
          ) : null}
        </div>
        {site.canAdd && list.from === 0 ? <AddForm address={null} isWhole={counts.stories === 0} /> : null}
        {list.stories.length === 0 ? (
          list.from > 0 ? (
            <div class="empty">
              <p>The list is shorter than that.</p>
            </div>
          ) : (
            <NoStory site={site} />
          )
        ) : site.canAdd && list.stories.length > 1 ? (
          <form method="post" action="/rulings" class="merge">
            <ListedStories rows={list.stories} isChoice />
            <p class="add-actions">
              <button type="submit" name="kind" value="same" class="button">
                The chosen tell one story
              </button>
            </p>
          </form>
        ) : (
          <ListedStories rows={list.stories} isChoice={false} />
        )}
        <Pages list={list} />
        {gaps.length > 0 ? (
          <section aria-labelledby="gaps">
            <h2 id="gaps">Missing</h2>
            {counts.gaps > gaps.length ? (
              <p class="quiet">
                The first {groupDigits(gaps.length)} of {groupDigits(counts.gaps)}.
              </p>
            ) : null}
            <ul class="plain-list">
              {gaps.map((gap) => (
                <li>
                  <bdi>{gap}</bdi>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </>
    ),
  }
}

function ListedStories({ rows, isChoice }: { rows: readonly StoryRow[]; isChoice: boolean }) {
  const stories = rows.map(({ id, title, reports, texts, disagreements, from, to }) => ({
    id,
    name: storyName(title),
    heading: (
      <a href={`/s/${id}`}>
        <bdi>{storyName(title)}</bdi>
      </a>
    ),
    counts: [reports, texts, disagreements],
    days: readableDays(from, to),
  }))
  return (
    <StoryTable
      stories={stories}
      counted={["Reports", "Distinct texts", "Differences"]}
      isChoice={isChoice}
    />
  )
}

function Pages({ list: { from, perPage, counts } }: { list: StoryList }) {
  const before = from > 0 ? Math.max(0, from - perPage) : null
  const after = from + perPage < counts.stories ? from + perPage : null
  if (before === null && after === null) return null
  const to = (place: number): string => (place === 0 ? "/" : `/?from=${place}`)
  return (
    <nav class="steps" aria-label="Pages of the list">
      <p>
        {before === null ? null : (
          <a rel="prev" href={to(before)}>
            Newer stories
          </a>
        )}{" "}
        <span class="quiet">
          {groupDigits(from + 1)} to {groupDigits(Math.min(from + perPage, counts.stories))} of{" "}
          {groupDigits(counts.stories)}
        </span>{" "}
        {after === null ? null : (
          <a rel="next" href={to(after)}>
            Older stories
          </a>
        )}
      </p>
    </nav>
  )
}
