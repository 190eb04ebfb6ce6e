import type { LinkWire } from "../../api/index.ts"
import type { LineageEdge, LineageGraph, LineageNode } from "../lineage-graph.ts"
import { headline, outletName, type Site } from "../site.ts"
import { linkDrawerId } from "../text-links.ts"
import { count, percent, readableTime } from "../words.ts"

const width = 140
const height = 50
const columnStep = 253
const laneStep = 84
const edge = 12

/** Lines by kind of link: told apart by their dashes, not their colour. */
const lineWords: Readonly<Record<LinkWire["kind"], string>> = {
  identical: "same text",
  near: "near-verbatim",
  extract: "extract",
  edited: "edited",
  rewritten: "reworded",
  shares: "shares",
}

/** Who shares whose text, drawn; the tables below hold the same. Time runs from left to right in every language. */
export function LineageDrawing({ site, graph }: { site: Site; graph: LineageGraph }) {
  if (graph.nodes.length === 0) return null
  const [w, h] = [
    graph.columns * columnStep - (columnStep - width) + 2 * edge,
    graph.lanes * laneStep - 20 + 2 * edge,
  ]
  return (
    <figure class="lineage" dir="ltr">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="graph-frame" tabIndex={0} aria-label="Graph of the texts">
        <svg class="graph" data-graph="" width={w} height={h} viewBox={`0 0 ${w} ${h}`}>
          <title>{`${count(graph.nodes.length, "text")} that share wording; the tables below hold the same`}</title>
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerUnits="userSpaceOnUse"
              markerWidth="11"
              markerHeight="11"
              orient="auto"
            >
              <path class="arrow-head" d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {graph.edges.map((one) => (
            <EdgeLine site={site} graph={graph} edge={one} />
          ))}
          {graph.nodes.map((node) => (
            <NodeCard site={site} node={node} />
          ))}
        </svg>
      </section>
      <figcaption class="quiet">
        Left to right by first publication. An arrow stands only where the direction has evidence. A line
        leads to its passages and to what else would explain it.
        {graph.undrawn > 0 ? ` ${count(graph.undrawn, "weaker link")} not drawn.` : ""}
        {graph.omitted > 0 ? ` ${count(graph.omitted, "text")} not drawn.` : ""}
      </figcaption>
    </figure>
  )
}

function placeOf(node: LineageNode): { readonly x: number; readonly y: number } {
  return { x: edge + node.column * columnStep, y: edge + node.lane * laneStep }
}

function EdgeLine(props: { site: Site; graph: LineageGraph; edge: LineageEdge }) {
  const { site, graph } = props
  const { link, isForward, share } = props.edge
  const [from, to] = [graph.nodes[props.edge.from]!, graph.nodes[props.edge.to]!]
  const [a, b] = [placeOf(from), placeOf(to)]
  const [x1, y1, x2, y2] = [a.x + width, a.y + height / 2, b.x, b.y + height / 2]
  const bend = 10
  const path =
    y1 === y2
      ? `M${x1} ${y1}H${x2}`
      : `M${x1} ${y1}h4q${bend} 0 ${bend} ${bend}V${y2 - bend}q0 ${bend} ${bend} ${bend}H${x2}`
  const drawer = linkDrawerId(site.view, link)
  const words = `${lineWords[link.kind]} ${percent(share)}`
  const drawing = (
    <>
      <path class="edge-reach" d={path} />
      <path
        class={`edge edge-${link.kind}`}
        d={path}
        marker-end={isForward === true ? "url(#arrow)" : undefined}
        marker-start={isForward === false ? "url(#arrow)" : undefined}
      />
      <text class="edge-words" x={x2 - 6} y={y2 - 7} text-anchor="end">
        {words}
      </text>
    </>
  )
  const name = `${from.report.siglum} and ${to.report.siglum}: ${words} of ${to.report.siglum}`
  return drawer === null ? (
    <g>{drawing}</g>
  ) : (
    <a href={`#${drawer}`} data-drawer="" aria-label={`Passages of ${name}`}>
      {drawing}
    </a>
  )
}

function NodeCard({ site, node }: { site: Site; node: LineageNode }) {
  const { x, y } = placeOf(node)
  const { report, copies } = node
  const href = site.to({ page: "report", siglum: report.siglum })
  const when = report.published ? readableTime(report.published).split(" (")[0]! : "time not known"
  const card = (
    <>
      {copies > 0 ? (
        <rect class="node-copy" x={x + 6} y={y + 6} width={width} height={height} rx="3" />
      ) : null}
      <rect class="node" x={x} y={y} width={width} height={height} rx="3" />
      <text class="node-siglum" x={x + 10} y={y + 20}>
        {report.siglum}
        {copies > 0 ? (
          <tspan class="node-copies" dx="6">{`+ ${count(copies, "copy", "copies")}`}</tspan>
        ) : null}
      </text>
      <text class="node-when" x={x + 10} y={y + 38}>
        {when.replace(/ \d{4},/, ",")}
      </text>
      <title>{`${report.siglum}, ${outletName(report)}: ${headline(report)}`}</title>
    </>
  )
  return href === null ? <g>{card}</g> : <a href={href}>{card}</a>
}
