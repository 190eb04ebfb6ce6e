import {
  type ComparedWords,
  type ComparisonCell,
  type ComparisonRow,
  compareReports,
  type ReportWire,
} from "../../api/index.ts"
import { cutLayers } from "../layers.ts"
import type { Mark } from "../marks.ts"
import { headline, languageOf, type Site } from "../site.ts"
import { count } from "../words.ts"
import { Marked, MarkLegend } from "./mark.tsx"
import { PageLink } from "./page-link.tsx"
import { Siglum } from "./sigla.tsx"

interface RowGroup {
  readonly kind: "shown" | "folded"
  readonly rows: readonly { readonly row: ComparisonRow; readonly number: number }[]
}

interface ComparisonProps {
  readonly site: Site
  /** The base first. */
  readonly reports: readonly ReportWire[]
  /** In front of the rows' ids, so that a page may hold several comparisons. */
  readonly prefix: string
  /** What to call each report in its column. */
  readonly names: readonly string[]
}

/** Reports in columns, sentence beside sentence; the rows that match are folded away. */
export function Comparison({ site, reports, prefix, names }: ComparisonProps) {
  const comparison = compareReports(reports)
  const differing = comparison.rows.filter((row) => row.kind !== "same").length
  return (
    <div class={`comparison of-${reports.length}`}>
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
              <Siglum site={site} report={report} /> <bdi>{names[index]}</bdi>
            </p>
            <p class="compared-title" lang={languageOf(report)} dir="auto">
              {headline(report)}
            </p>
          </div>
        ))}
      </div>
      {groupRows(comparison.rows).map((group) =>
        group.kind === "shown" ? (
          group.rows.map(({ row, number }) => (
            <Row site={site} reports={reports} row={row} id={`${prefix}row${number}`} />
          ))
        ) : (
          <details class="folded">
            <summary>{count(group.rows.length, "matching row")}</summary>
            {group.rows.map(({ row, number }) => (
              <Row site={site} reports={reports} row={row} id={`${prefix}row${number}`} />
            ))}
          </details>
        ),
      )}
      <MarkLegend marks={["added", "dropped", "changed", "figure", "moved"]} />
    </div>
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

function Row(props: { site: Site; reports: readonly ReportWire[]; row: ComparisonRow; id: string }) {
  const { site, reports, row, id } = props
  const isDifference = row.kind !== "same"
  return (
    <div
      class={`compared-row row-${row.kind}`}
      id={id}
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
      <p lang={languageOf(report)} dir="auto">
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
