import { cutLayers } from "../layers.ts"
import type { PageContent } from "../site.ts"
import { count, readableTime } from "../words.ts"
import type { FoundList, FoundPassage, SearchTrail } from "./archive-views.ts"

/** Passages of an archive that hold the words asked for, the newest report first; each leads to its sentence. */
export function archiveSearchPage({ query, hits, isCut }: FoundList): PageContent {
  return {
    title: query === "" ? "Search" : `Search: ${query}`,
    address: { page: "search" },
    story: null,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Search</h1>
          <p class="lede" id="search-said" aria-live="polite">
            {query.trim() === ""
              ? "Finds reports that hold all of your words; a word that ends in * is the beginning of words."
              : `${isCut ? "The newest " : ""}${count(hits.length, "report")} with ${query}.`}
          </p>
        </div>
        <ol class="hits" id="hits">
          {hits.map((hit) => (
            <Hit hit={hit} />
          ))}
        </ol>
      </>
    ),
  }
}

function Hit({ hit }: { hit: FoundPassage }) {
  const { passage, found } = hit
  return (
    <li class="hit" data-row="" tabIndex={-1}>
      <p class="evidence-source">
        <bdi>{hit.outlet ?? "Outlet not known"}</bdi>
        <span class="quiet">
          {" · "}
          {hit.published === null ? "time not known" : readableTime(hit.published)}
          {hit.title === null ? null : (
            <>
              {" · "}
              <bdi>{hit.title}</bdi>
            </>
          )}
        </span>
      </p>
      <p class="hit-words" dir="auto">
        <a class="title-link" href={hit.href}>
          {passage === null
            ? "In the headline alone"
            : cutLayers(passage, found).map((run) => {
                const words = passage.text.slice(run.start - passage.start, run.end - passage.start)
                return run.layers.length > 0 ? <mark class="cited">{words}</mark> : words
              })}
        </a>
      </p>
    </li>
  )
}

/** Above a report that was come to from a search: the way on through what was found. */
export function TrailBar({ trail }: { trail: SearchTrail }) {
  return (
    <nav class="trail" aria-label="Search results">
      <p>
        <strong>
          {trail.number} of {trail.of}
          {trail.isCut ? " newest" : ""}
        </strong>{" "}
        with <bdi>{trail.query}</bdi>{" "}
        {trail.previous === null ? null : (
          <a rel="prev" href={trail.previous}>
            Previous result
          </a>
        )}{" "}
        {trail.next === null ? null : (
          <a rel="next" href={trail.next}>
            Next result
          </a>
        )}{" "}
        <a href={trail.all}>All results</a>
      </p>
    </nav>
  )
}
