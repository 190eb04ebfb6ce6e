import {
  type ComparedWords,
  type ComparisonCell,
  type ComparisonRow,
  compareReports,
  type ReportWire,
  type StoryWire,
} from "../../api/index.ts"
import { pairsToCompare } from "../compared-pairs.ts"
import { Marked, MarkLegend } from "../components/mark.tsx"
import { PageLink } from "../components/page-link.tsx"
import { Siglum } from "../components/sigla.tsx"
import { cutLayers } from "../layers.ts"
import type { Mark } from "../marks.ts"
import { comparedMax } from "../parse-address.ts"
import { headline, outletName, type PageContent, type Site } from "../site.ts"
import { count, percent } from "../words.ts"

/** Two to four reports side by side, opened on the rows that differ. With fewer than two, the choice of them. */
export function comparePage(site: Site, story: StoryWire, sigla: readonly string[]): PageContent {
  const reports = sigla.flatMap(
    (siglum) => site.view.reportsOf(story).find((report) => report.siglum === siglum) ?? [],
  )
  const isChosen = reports.length >= 2
  return {
    title: isChosen ? `Compare ${sigla.join(", ")}` : "Compare",
    address: { page: "compare", story, sigla },
    story,
    drawers: [],
    body: (
      <>
        <div class="page-head">
          <h1>Compare</h1>
          <p class="lede">
            {isChosen
              ? "Sentence beside sentence. The first report is the base: a choice, never the correct one."
              : "Choose two to four reports to read sentence beside sentence."}
          </p>
        </div>
        {site.isServed ? <Chooser site={site} story={story} reports={reports} /> : null}
        {isChosen ? (
          <Comparison site={site} story={story} reports={reports} />
        ) : (
          <Pairs site={site} story={story} />
        )}
      </>
    ),
  }
}

function Chooser({ site, story, reports }: { site: Site; story: StoryWire; reports: readonly ReportWire[] }) {
  const all = site.view.reportsOf(story)
  const fields = ["base", "with", "add", "add"].slice(
    0,
    Math.min(comparedMax, Math.max(3, reports.length + 1)),
  )
  const names = ["Base", "With", "And", "And"]
  return (
    <form
      class="chooser"
      method="get"
      action={(site.to({ page: "compare", story, sigla: [] }) ?? "").split("?")[0]}
    >
      {fields.map((name, index) => (
        <label class="field">
          <span>{names[index]}</span>
          <select name={name}>
            {index > 1 ? <option value="">none</option> : null}
            {all.map((report) => (
              <option
                value={site.view.slugs.report(report.siglum)}
                selected={report === (reports[index] ?? (index < 2 ? all[index] : undefined))}
              >
                {`${report.siglum} · ${outletName(report)}`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" class="button">
        Compare
      </button>
    </form>
  )
}

/** Reports that share most text, to begin with. */
function Pairs({ site, story }: { site: Site; story: StoryWire }) {
  const pairs = pairsToCompare(site.view, story)
  if (pairs.length === 0) return <p class="quiet">There is only one report in this story.</p>
  return (
    <ul class="pairs">
      {pairs.map(({ first, second, link }) => (
        <li data-row="">
          <PageLink site={site} to={{ page: "compare", story, sigla: [first.siglum, second.siglum] }}>
            <bdi>{first.siglum}</bdi> and <bdi>{second.siglum}</bdi>
          </PageLink>{" "}
          <span class="quiet">
            {outletName(first)}, {outletName(second)}
            {link ? ` · share ${percent(Math.max(link.aShare, link.bShare))}` : " · no shared text found"}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface RowGroup {
  readonly kind: "shown" | "folded"
  readonly rows: readonly { readonly row: ComparisonRow; readonly number: number }[]
}

function Comparison({
  site,
  story,
  reports,
}: {
  site: Site
  story: StoryWire
  reports: readonly ReportWire[]
}) {
  const comparison = compareReports(reports)
  const differing = comparison.rows.filter((row) => row.kind !== "same").length
  return (
    <section class={`comparison of-${reports.length}`} aria-label="Comparison">
      <p class="comparison-facts">
        {differing === 0
          ? `No row differs in ${count(comparison.rows.length, "row")}.`
          : `${count(differing, "differing row")} of ${comparison.rows.length}.`}
        {comparison.isCut ? " The reports are long: their last sentences are left out." : ""}
      </p>
      <OverviewBar rows={comparison.rows} />
      <div class="compared-heads">
        {reports.map((report, index) => (
          <div class="compared-head">
            <p class="evidence-source">
              <Siglum site={site} report={report} /> <bdi>{outletName(report)}</bdi>
              {index === 0 ? <span class="quiet"> · base</span> : null}
            </p>
            <p class="compared-title" lang={report.language ?? ""} dir="auto">
              {headline(report)}
            </p>
          </div>
        ))}
      </div>
      {groupRows(comparison.rows).map((group) =>
        group.kind === "shown" ? (
          group.rows.map(({ row, number }) => (
            <Row site={site} story={story} reports={reports} row={row} number={number} />
          ))
        ) : (
          <details class="folded">
            <summary>{count(group.rows.length, "matching row")}</summary>
            {group.rows.map(({ row, number }) => (
              <Row site={site} story={story} reports={reports} row={row} number={number} />
            ))}
          </details>
        ),
      )}
      <MarkLegend marks={["added", "dropped", "changed", "figure", "moved"]} />
    </section>
  )
}

function groupRows(rows: readonly ComparisonRow[]): readonly RowGroup[] {
  const groups: { kind: RowGroup["kind"]; rows: { row: ComparisonRow; number: number }[] }[] = []
  for (const [index, row] of rows.entries()) {
    const kind = row.kind === "same" ? "folded" : "shown"
    const last = groups.at(-1)
    if (last?.kind === kind) last.rows.push({ row, number: index + 1 })
    else groups.push({ kind, rows: [{ row, number: index + 1 }] })
  }
  return groups
}

/** The whole comparison at a glance: a stroke for each row, high where the row differs. */
function OverviewBar({ rows }: { rows: readonly ComparisonRow[] }) {
  const heights = { same: 3, differs: 14, alone: 9 } as const
  return (
    <svg
      class="overview-bar"
      width={rows.length * 14}
      height="16"
      viewBox={`0 0 ${rows.length * 4} 16`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {rows.map((row, index) => (
        <rect
          class={`bar-${row.kind}`}
          x={index * 4}
          y={16 - heights[row.kind]}
          width={3}
          height={heights[row.kind]}
        />
      ))}
    </svg>
  )
}

function Row(props: {
  site: Site
  story: StoryWire
  reports: readonly ReportWire[]
  row: ComparisonRow
  number: number
}) {
  const { site, reports, row, number } = props
  const isDifference = row.kind !== "same"
  return (
    <div
      class={`compared-row row-${row.kind}`}
      id={`row${number}`}
      data-row=""
      data-difference={isDifference ? "" : undefined}
      tabIndex={-1}
    >
      {row.cells.map((cell, index) =>
        cell === null ? (
          <div class="cell no-cell">
            <span class="cell-siglum">{reports[index]!.siglum}</span>
            <span class="quiet">no counterpart</span>
          </div>
        ) : (
          <Cell site={site} report={reports[index]!} cell={cell} />
        ),
      )}
    </div>
  )
}

const markOfWords: Readonly<Record<ComparedWords["kind"], Mark>> = {
  added: "added",
  dropped: "dropped",
  changed: "changed",
  figure: "figure",
}

function Cell({ site, report, cell }: { site: Site; report: ReportWire; cell: ComparisonCell }) {
  return (
    <div class="cell">
      <PageLink
        class="cell-siglum"
        site={site}
        to={{ page: "report", siglum: report.siglum }}
        fragment={`s${cell.sentence}`}
      >
        {report.siglum} <span class="sr">sentence </span>
        {cell.sentence}
      </PageLink>
      <p lang={report.language ?? ""} dir="auto">
        {cell.isMoved ? <span class="glyph glyph-moved">⇄ </span> : null}
        {cutLayers(cell, cell.differences).map((run) => {
          const words = report.text.slice(run.start, run.end)
          const layer = run.layers[0]
          return layer ? <Marked mark={markOfWords[layer.kind]}>{words}</Marked> : words
        })}
      </p>
    </div>
  )
}
