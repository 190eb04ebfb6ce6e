import type { StatementWire, StoryWire } from "../../api/index.ts"
import type { Site } from "../site.ts"
import type { VariationPoint } from "../variation.ts"
import { shorten } from "./apparatus.tsx"
import { Sigla } from "./sigla.tsx"

interface WordingGridProps {
  readonly site: Site
  readonly story: StoryWire
  readonly statement: StatementWire
  /** Those that are counted. */
  readonly points: readonly VariationPoint[]
  /** Nothing else on the page tells of the points, so that their numbers lead here. */
  readonly isOnly: boolean
}

/** The readings as rows and the points of variation as columns; a cell that says what the lemma says is quiet. */
export function WordingGrid({ site, story, statement, points, isOnly }: WordingGridProps) {
  const rows = gridRows(statement, points)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table-frame grid-view" tabIndex={0} aria-label="Grid of the readings">
      <table class="wording-grid">
        <thead>
          <tr>
            <th scope="col">Reports</th>
            {points.map((point) => (
              <th
                scope="col"
                dir="auto"
                id={isOnly ? `v${point.number}` : undefined}
                data-difference=""
                tabIndex={-1}
              >
                {point.number}. {point.lemma.trim() === "" ? <em>nothing</em> : shorten(point.lemma)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reports, cells }) => (
            <tr data-row="" tabIndex={-1}>
              <th scope="row">
                <Sigla site={site} reports={site.view.reportsOf(story).filter(({ id }) => reports.has(id))} />
              </th>
              {cells.map((words) => (
                <td dir="auto" class={words === null ? "quiet" : undefined}>
                  {words === null ? "same" : words.trim() === "" ? <em>left out</em> : words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Reports that part from the statement at the same points in the same words are one row, most reports first. */
export function gridRows(
  statement: StatementWire,
  points: readonly VariationPoint[],
): readonly { readonly reports: ReadonlySet<string>; readonly cells: readonly (string | null)[] }[] {
  const rows = new Map<string, { reports: Set<string>; cells: readonly (string | null)[] }>()
  for (const id of new Set(statement.readings.map(({ report }) => report))) {
    const cells = points.map(
      ({ variants }) => variants.find(({ reports }) => reports.includes(id))?.words ?? null,
    )
    const key = JSON.stringify(cells)
    const known = rows.get(key) ?? { reports: new Set<string>(), cells }
    known.reports.add(id)
    rows.set(key, known)
  }
  return [...rows.values()].sort((a, b) => b.reports.size - a.reports.size)
}
