import type { StatementWire, StoryWire } from "../../api/index.ts"
import { spanContains } from "../../base/index.ts"
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
                <GridCell words={words} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What stands at one point: other words, the base's own, or nothing since a longer variant stands over it. */
type GridWords = string | null | { readonly within: number }

function GridCell({ words }: { words: GridWords }) {
  if (words === null) return <td class="quiet">same</td>
  if (typeof words !== "string") return <td class="quiet">in {words.within}</td>
  return <td dir="auto">{words.trim() === "" ? <em>left out</em> : words}</td>
}

/** Reports that part from the statement at the same points in the same words are one row, most reports first. */
export function gridRows(
  statement: StatementWire,
  points: readonly VariationPoint[],
): readonly { readonly reports: ReadonlySet<string>; readonly cells: readonly GridWords[] }[] {
  const rows = new Map<string, { reports: Set<string>; cells: readonly GridWords[] }>()
  for (const id of new Set(statement.readings.map(({ report }) => report))) {
    const cells = points.map((point) => cellOf(id, point, points, statement))
    const key = JSON.stringify(cells)
    const known = rows.get(key) ?? { reports: new Set<string>(), cells }
    known.reports.add(id)
    rows.set(key, known)
  }
  return [...rows.values()].sort((a, b) => b.reports.size - a.reports.size)
}

/** A report of two readings has what either of them has there. */
function cellOf(
  id: string,
  point: VariationPoint,
  points: readonly VariationPoint[],
  { readings }: StatementWire,
): GridWords {
  const variantOf = ({ variants }: VariationPoint) => variants.find(({ reports }) => reports.includes(id))
  const own = variantOf(point)
  if (own) return own.words
  const over = points.filter((one) => one !== point && spanContains(one.at, point.at) && variantOf(one))
  const number = readings.filter(({ report }) => report === id).length === 1 ? over[0]?.number : undefined
  return number === undefined || number === null ? null : { within: number }
}
