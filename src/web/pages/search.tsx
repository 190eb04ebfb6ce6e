import { PageLink } from "../components/page-link.tsx"
import { Siglum } from "../components/sigla.tsx"
import { cutLayers } from "../layers.ts"
import { searchRecord } from "../search-record.ts"
import { languageOf, outletName, type PageContent, type Site, storyTitle } from "../site.ts"
import { count } from "../words.ts"

/** Every sentence that holds the words asked for, each leading to its place in the stored text. */
export function searchPage(site: Site): PageContent {
  const { hits, total } = searchRecord(site.view, site.query)
  return {
    title: site.query === "" ? "Search" : `Search: ${site.query}`,
    address: { page: "search" },
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Search</h1>
          <p class="lede" aria-live="polite">
            {site.query.trim() === ""
              ? "Finds sentences that hold all of your words; put words in quotation marks to find them together."
              : `${count(total, "sentence")} with ${site.query}${total > hits.length ? `, the first ${hits.length} shown` : ""}.`}
          </p>
        </div>
        <ol class="hits">
          {hits.map((hit) => (
            <li class="hit" data-row="" tabIndex={-1}>
              <p class="evidence-source">
                <Siglum site={site} report={hit.report} /> <bdi>{outletName(hit.report)}</bdi>
                {hit.story ? (
                  <span class="quiet">
                    {" · "}
                    <bdi>{storyTitle(hit.story)}</bdi>
                  </span>
                ) : null}
              </p>
              <p class="hit-words" lang={languageOf(hit.report)} dir="auto">
                <PageLink
                  class="title-link"
                  site={site}
                  to={{ page: "report", siglum: hit.report.siglum }}
                  fragment={`s${hit.number}`}
                >
                  {cutLayers(hit.sentence, hit.found).map((run) => {
                    const words = hit.report.text.slice(run.start, run.end)
                    return run.layers.length > 0 ? <mark class="cited">{words}</mark> : words
                  })}
                </PageLink>
              </p>
            </li>
          ))}
        </ol>
      </>
    ),
  }
}
