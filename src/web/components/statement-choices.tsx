import type { StatementWire } from "../../api/index.ts"
import { type StatementAddress, type StatementView, statementViews } from "../address.ts"
import type { Site } from "../site.ts"
import { wordingsOf } from "../variation.ts"
import { PageLink } from "./page-link.tsx"

/** With more points than this the grid comes first: an apparatus of many entries is hard to hold together. */
const apparatusPointsMax = 6

export function defaultView(points: number): StatementView {
  return points > apparatusPointsMax ? "grid" : "apparatus"
}

const viewNames: Readonly<Record<StatementView, string>> = {
  apparatus: "Apparatus",
  grid: "Grid",
  graph: "Graph",
  list: "List",
}

interface ChoicesProps {
  readonly site: Site
  readonly address: StatementAddress
  readonly view: StatementView
  readonly points: number
}

/** Against which words the readings are told, and how they are set out. Both stand in the address. */
export function StatementChoices({ site, address, view, points }: ChoicesProps) {
  return (
    <div class="choices">
      {site.isServed ? <BaseChoice site={site} address={address} /> : null}
      <nav class="views" aria-label="View">
        <ul>
          {statementViews.map((one) => (
            <li>
              {site.isServed ? (
                <PageLink
                  site={site}
                  to={{ ...address, view: one === defaultView(points) ? undefined : one }}
                  isCurrent={one === view}
                >
                  {viewNames[one]}
                </PageLink>
              ) : points > 0 || one === "apparatus" || one === "list" ? (
                <a href={`#${one === "list" ? "readings" : one}`}>{viewNames[one]}</a>
              ) : null}
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function BaseChoice({ site, address }: { site: Site; address: StatementAddress }) {
  const { story, number, base, view } = address
  const statement = story.statements[number - 1]!
  const bases = basesOf(site, address, statement)
  const chosen = bases.find(({ sigla }) => base !== undefined && sigla.includes(base))
  return (
    <form
      class="base-choice"
      method="get"
      action={(site.to({ page: "statement", story, number }) ?? "").split("?")[0]}
    >
      <label class="field">
        <span>Told against</span>
        <select name="base" data-key="base-select">
          <option value="">The best supported wording</option>
          {bases.map((one) => (
            <option value={site.view.slugs.report(one.sigla[0]!)} selected={one === chosen}>
              {`${one.sigla[0]}${one.sigla.length > 1 ? ` and ${one.sigla.length - 1} more` : ""}${one.isEarliest ? " · earliest" : ""}`}
            </option>
          ))}
        </select>
      </label>
      {view === undefined ? null : <input type="hidden" name="view" value={view} />}
      <button type="submit" class="button">
        Tell
      </button>
      <p class="quiet base-note">
        {chosen === undefined
          ? "The base is a choice, never the correct one."
          : `Told against ${base}, by choice: no base is the correct one.`}
      </p>
    </form>
  )
}

interface Base {
  /** The reports that print these words, earliest first. */
  readonly sigla: readonly string[]
  readonly isEarliest: boolean
}

/** The wordings to choose from, one for each that is printed, by the earliest report that prints it. */
function basesOf(site: Site, { story }: StatementAddress, statement: StatementWire): readonly Base[] {
  const order = site.view.reportsOf(story)
  const found = new Map<string, Set<string>>()
  for (const { runs, readings } of wordingsOf(statement)) {
    const words = runs.map((run) => (run.kind === "omitted" ? "" : run.words)).join("")
    const reports = found.get(words) ?? new Set()
    found.set(words, reports)
    for (const { report } of readings) reports.add(report)
  }
  return [...found.values()]
    .map((reports) => order.filter(({ id }) => reports.has(id)))
    .filter((reports) => reports.length > 0)
    .sort((a, b) => order.indexOf(a[0]!) - order.indexOf(b[0]!))
    .map((reports, at) => ({
      sigla: reports.map(({ siglum }) => siglum),
      isEarliest: at === 0 && reports[0]!.published !== null,
    }))
}
