import type { StoryWire } from "../../api/index.ts"
import { DifferenceRows, differenceRows, Explained, ValueList } from "../components/difference-rows.tsx"
import { EvidenceEntry } from "../components/drawer.tsx"
import { Glyph } from "../components/mark.tsx"
import { markOfDisagreement } from "../marks.ts"
import type { PageContent, Site } from "../site.ts"
import { backDisagreement, claimItemsMax } from "../story-parts.ts"
import { count, countReports } from "../words.ts"

export function figuresPage(site: Site, story: StoryWire): PageContent {
  const rows = differenceRows(site, story)
  return {
    title: "Figures and dates",
    address: { page: "figures", story },
    story,
    drawers: rows.flatMap((row) => row.values.map((value) => value.drawer)),
    body: (
      <>
        <div class="page-head">
          <h1>Figures, dates, names and speakers</h1>
          <p class="lede">Where the reports print different things. None is called the right one.</p>
        </div>
        {rows.length === 0 ? (
          <div class="empty">
            <p>No differences found in {count(story.reports.length, "report")}.</p>
          </div>
        ) : (
          <DifferenceRows site={site} story={story} rows={rows} headingLevel={2} />
        )}
      </>
    ),
  }
}

/** One disagreement with all of its evidence on the page. */
export function figurePage(site: Site, story: StoryWire, number: number): PageContent {
  const disagreement = story.disagreements[number - 1]!
  const values = backDisagreement(site.view, disagreement, number, {
    backTo: "values",
    all: null,
    itemsMax: claimItemsMax,
  })
  return {
    title: disagreement.about,
    address: { page: "figure", story, number },
    story,
    drawers: [],
    body: (
      <article class="figure-page">
        <header class="page-head">
          <p class="eyebrow">
            <Glyph mark={markOfDisagreement(disagreement.kind)} /> {disagreement.kind}
          </p>
          <h1>
            <bdi>{disagreement.about}</bdi>
          </h1>
          <Explained disagreement={disagreement} />
        </header>
        <section id="values" aria-label="Values" tabIndex={-1}>
          <ValueList values={values} />
        </section>
        {values.map((value) => (
          <section
            class="value-evidence"
            id={value.drawer.id}
            aria-labelledby={`${value.drawer.id}-t`}
            tabIndex={-1}
          >
            <h2 id={`${value.drawer.id}-t`}>
              <bdi>{value.value}</bdi> <span class="quiet">{countReports(value.reports, value.texts)}</span>
            </h2>
            <ol class="evidence-list">
              {value.drawer.items.map((item) => (
                <li class="evidence">
                  <EvidenceEntry site={site} item={item} />
                </li>
              ))}
            </ol>
            {value.drawer.total > value.drawer.items.length ? (
              <p class="quiet">
                {count(value.drawer.total - value.drawer.items.length, "more passage")} in the JSON.
              </p>
            ) : null}
          </section>
        ))}
      </article>
    ),
  }
}
