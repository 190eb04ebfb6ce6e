import type { ReportWire } from "../../api/index.ts"
import { PageLink } from "../components/page-link.tsx"
import { Siglum } from "../components/sigla.tsx"
import { type FoundSentence, findSentences } from "../find-sentences.ts"
import { cutLayers } from "../layers.ts"
import { languageOf, outletName, type PageContent, type Site, storyTitle } from "../site.ts"
import { count } from "../words.ts"

/**
 * Every sentence that holds the words asked for, each leading to its place in the stored text. A page on a disk cannot
 * know what was asked: there a script finds the sentences.
 */
export function searchPage(site: Site): PageContent {
  const { hits, total } = findSentences(site.view.document.reports, site.query)
  return {
    title: site.query === "" ? "Search" : `Search: ${site.query}`,
    address: { page: "search" },
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Search</h1>
          <p class="lede" id="search-said" aria-live="polite">
            {site.query.trim() === ""
              ? searchHelp
              : `${count(total, "sentence")} with ${site.query}${total > hits.length ? `, the first ${hits.length} shown` : ""}.`}
          </p>
          {site.isServed ? null : (
            <noscript>
              <p class="quiet">Searching a dossier on a disk needs a script; finding on a page does not.</p>
            </noscript>
          )}
        </div>
        <ol class="hits" id="hits">
          {hits.map((hit) => (
            <Hit site={site} hit={hit} />
          ))}
        </ol>
      </>
    ),
  }
}

const searchHelp =
  "Finds sentences that hold all of your words; put words in quotation marks to find them together."

function Hit({ site, hit }: { site: Site; hit: FoundSentence<ReportWire> }) {
  const report = hit.in
  const story = site.view.storyOf(report.id)
  return (
    <li class="hit" data-row="" tabIndex={-1}>
      <p class="evidence-source">
        <Siglum site={site} report={report} /> <bdi>{outletName(report)}</bdi>
        {story ? (
          <span class="quiet">
            {" · "}
            <bdi>{storyTitle(story)}</bdi>
          </span>
        ) : null}
      </p>
      <p class="hit-words" lang={languageOf(report)} dir="auto">
        <PageLink
          class="title-link"
          site={site}
          to={{ page: "report", siglum: report.siglum }}
          fragment={`s${hit.number}`}
        >
          {cutLayers(hit.sentence, hit.found).map((run) => {
            const words = report.text.slice(run.start, run.end)
            return run.layers.length > 0 ? <mark class="cited">{words}</mark> : words
          })}
        </PageLink>
      </p>
    </li>
  )
}
