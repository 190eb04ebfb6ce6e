import type { ComponentChildren } from "preact"
import {
  type ComparedWords,
  type ComparisonCell,
  type ComparisonRow,
  type ComparisonWire,
  compareReports,
  type ReportWire,
} from "../../api/index.ts"
import type { Span } from "../../base/index.ts"
import type { CompareAddress } from "../address.ts"
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
  /** Of the page's address; absent on a page that has no such states. */
  readonly shown?: Pick<CompareAddress, "isWhole" | "isTrivialShown">
  /** The page's address says nothing of the switches, which then need a script. */
  readonly isStateless?: boolean
}

/** The form whose states the switches of a comparison are, where a server answers it. */
export const comparisonForm = "compared"

/** Reports in columns, sentence beside sentence; the rows that match are folded away. */
export function Comparison({ site, reports, prefix, names, shown = {}, isStateless }: ComparisonProps) {
  const comparison = compareReports(reports)
  return (
    <div class={`comparison of-${reports.length}`} data-comparison="">
      <ComparisonFacts comparison={comparison} isServed={site.isServed && !isStateless} shown={shown} />
      <OverviewBar rows={comparison.rows} prefix={prefix} />
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
            <Row site={site} reports={reports} row={row} prefix={prefix} number={number} />
          ))
        ) : (
          <Folded group={group} shown={shown}>
            {group.rows.map(({ row, number }) => (
              <Row site={site} reports={reports} row={row} prefix={prefix} number={number} />
            ))}
          </Folded>
        ),
      )}
      <MarkLegend marks={["added", "dropped", "changed", "figure", "moved"]} />
    </div>
  )
}

interface FactsProps {
  readonly comparison: ComparisonWire
  readonly isServed: boolean
  readonly shown: NonNullable<ComparisonProps["shown"]>
}

/** How many rows differ, and the switches of what else is shown; their states stand in a served page's address. */
function ComparisonFacts({ comparison: { rows, isCut }, isServed, shown }: FactsProps) {
  const differing = rows.filter((row) => row.kind !== "same").length
  const trivial = rows.reduce((sum, row) => sum + row.trivial, 0)
  const form = isServed ? comparisonForm : undefined
  return (
    <div class="comparison-facts">
      <p>
        {differing === 0
          ? `No row differs in ${count(rows.length, "row")}.`
          : `${count(differing, "differing row")} of ${rows.length}.`}
        {isCut ? " The reports are long: their last sentences are left out." : ""}
      </p>
      <span class="stepper" data-stepper="" hidden />
      {trivial === 0 ? null : (
        <label class="switch">
          <input
            type="checkbox"
            name="trivial"
            value="shown"
            form={form}
            data-shows="trivial"
            checked={shown.isTrivialShown}
          />{" "}
          {count(trivial, "trivial difference")}
          <span class="quiet"> of space, case or marks</span>
        </label>
      )}
      {differing === rows.length ? null : (
        <label class="switch" data-scripted={isServed ? undefined : ""} hidden={!isServed}>
          <input
            type="checkbox"
            name="rows"
            value="all"
            form={form}
            data-shows="rows"
            checked={shown.isWhole}
          />{" "}
          Matching rows
        </label>
      )}
    </div>
  )
}

/** Rows that match, behind one line; open where what they hold is asked for. */
function Folded(props: {
  group: RowGroup
  shown: NonNullable<ComparisonProps["shown"]>
  children: ComponentChildren
}) {
  const { group, shown } = props
  const trivial = group.rows.filter(({ row }) => row.trivial > 0).length
  return (
    <details
      class={trivial > 0 ? "folded has-trivial" : "folded"}
      open={shown.isWhole || (shown.isTrivialShown && trivial > 0)}
    >
      <summary>
        {count(group.rows.length, "matching row")}
        {trivial > 0 ? `, ${trivial === group.rows.length ? "" : `${trivial} `}with trivial differences` : ""}
      </summary>
      {props.children}
    </details>
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

/** The whole comparison at a glance: a stroke for each row, high where the row differs; a mouse may jump by it. */
function OverviewBar({ rows, prefix }: { rows: readonly ComparisonRow[]; prefix: string }) {
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
        <a href={`#${prefix}row${index + 1}`} tabIndex={-1}>
          <rect class="bar-reach" x={index * 4} y={0} width={4} height={16} />
          <rect
            class={`bar-${row.kind}`}
            x={index * 4}
            y={16 - heights[row.kind]}
            width={3}
            height={heights[row.kind]}
          />
        </a>
      ))}
    </svg>
  )
}

interface RowProps {
  readonly site: Site
  readonly reports: readonly ReportWire[]
  readonly row: ComparisonRow
  readonly prefix: string
  readonly number: number
}

function Row({ site, reports, row, prefix, number }: RowProps) {
  return (
    <div
      class={`compared-row row-${row.kind}`}
      id={`${prefix}row${number}`}
      data-row=""
      data-difference={row.kind === "same" ? undefined : ""}
      data-trivial={row.kind === "same" && row.trivial > 0 ? "" : undefined}
      tabIndex={-1}
    >
      {row.cells.map((cell, index) =>
        cell === null ? (
          <div class="cell no-cell">
            <span class="cell-siglum">{reports[index]!.siglum}</span>
            <span class="quiet">no counterpart</span>
          </div>
        ) : (
          <Cell site={site} report={reports[index]!} cell={cell} prefix={prefix} />
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

function Cell(props: { site: Site; report: ReportWire; cell: ComparisonCell; prefix: string }) {
  const { site, report, cell, prefix } = props
  const layers: readonly (Span & { readonly kind: ComparedWords["kind"] | "trivial" })[] = [
    ...cell.differences,
    ...cell.trivial.map(({ start, end }) => ({ start, end, kind: "trivial" as const })),
  ]
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
      {cell.movedFrom === null ? null : <Moved from={cell.movedFrom} prefix={prefix} />}
      <p lang={languageOf(report)} dir="auto">
        {cutLayers(cell, layers).map((run) => {
          const words = report.text.slice(run.start, run.end)
          const layer = run.layers[0]
          if (layer === undefined) return words
          if (layer.kind === "trivial") return <span class="mark-trivial">{words}</span>
          return <Marked mark={markOfWords[layer.kind]}>{words}</Marked>
        })}
      </p>
    </div>
  )
}

/** Where a moved sentence stands in its own report: after which row. */
function Moved({ from, prefix }: { from: number; prefix: string }) {
  return (
    <span class="moved-from">
      <span class="glyph glyph-moved" aria-hidden="true">
        ⇄
      </span>{" "}
      {from === 0 ? (
        "from the beginning"
      ) : (
        <>
          from after <a href={`#${prefix}row${from}`}>row {from}</a>
        </>
      )}
    </span>
  )
}
