import { PageName } from "../components/page-name.tsx"
import { readableTime } from "../words.ts"
import type { SpreadRow } from "./archive-views.ts"

/** Old words of the story's pages, and the reports of the whole archive that still print them. */
export function SpreadSection({ spread }: { spread: readonly SpreadRow[] }) {
  if (spread.length === 0) return null
  return (
    <section class="page-edits" aria-labelledby="spread">
      <h2 id="spread">Old words</h2>
      <p class="quiet">
        What a page printed before it was changed, and who still prints it as last captured. That says nothing
        of who had it from whom.
      </p>
      <ol class="edits">
        {spread.map((row) => (
          <li class="edit" data-row="" tabIndex={-1}>
            <p class="when">{whenWords(row.when)}</p>
            <div class="event-body">
              <p class="event-words">
                <PageName page={row.page} /> no longer prints <q dir="auto">{row.words}</q>
              </p>
              {row.still.length === 0 ? (
                <p class="quiet">No other report here still prints it.</p>
              ) : (
                <ul class="plain-list">
                  {row.still.map(({ href, name, words }) => (
                    <li>
                      still printed by{" "}
                      <a href={href}>
                        <bdi>{name}</bdi>
                      </a>
                      : <q dir="auto">{words}</q>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whenWords({ from, to }: SpreadRow["when"]): string {
  if (from === null || to === null) return "time not known"
  return `changed between ${readableTime(from)} and ${readableTime(to)}`
}
