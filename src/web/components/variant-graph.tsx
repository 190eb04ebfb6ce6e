import type { StoryWire } from "../../api/index.ts"
import { markGlyphs, markWords } from "../marks.ts"
import type { Site } from "../site.ts"
import type { Backed } from "../story-parts.ts"
import type { VariantEdge, VariantGraph, VariantNode } from "../variant-graph.ts"
import { count, countReports } from "../words.ts"
import { type ApparatusEntry, inOrder } from "./apparatus.tsx"

const baseWidth = 268
const variantWidth = 184
const height = 48
const rankStep = 84
const laneGap = 34
const margin = 14
const siglaMax = 3

interface GraphProps {
  readonly site: Site
  readonly story: StoryWire
  readonly graph: VariantGraph
  readonly entries: readonly ApparatusEntry[]
}

/**
 * The readings as ways through one text, from the top down: what the base prints in the first column, what stands
 * instead of it beside. A box leads to its sentences; the grid below holds the same.
 */
export function VariantDrawing({ site, story, graph, entries }: GraphProps) {
  const w = laneStart(graph.lanes - 1) + (graph.lanes > 1 ? variantWidth : baseWidth) + margin
  const h = (graph.ranks - 1) * rankStep + height + 2 * margin
  const drawers = new Map(
    entries.flatMap(({ variants }) => variants.map(({ variant, backed }) => [variant, backed] as const)),
  )
  return (
    <figure class="variants-drawn" dir="ltr">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="graph-frame" tabIndex={0} aria-label="Graph of the readings">
        <svg class="graph" data-graph="" width={w} height={h} viewBox={`0 0 ${w} ${h}`}>
          <title>{`The readings as a graph of ${count(graph.nodes.length, "run")} of words; the grid below holds the same`}</title>
          {graph.edges.map((edge) => (
            <EdgeLine graph={graph} edge={edge} />
          ))}
          {graph.nodes.map((node) => (
            <NodeCard
              site={site}
              story={story}
              node={node}
              backed={node.variant === null ? undefined : drawers.get(node.variant)}
            />
          ))}
        </svg>
      </section>
      <figcaption class="quiet">
        Top to bottom as the base runs; each reading is one way down. A line is as thick as reports take it.
        {graph.omitted > 0 ? ` ${count(graph.omitted, "point")} not drawn.` : ""}
      </figcaption>
    </figure>
  )
}

function laneStart(lane: number): number {
  return margin + (lane === 0 ? 0 : baseWidth + laneGap + (lane - 1) * (variantWidth + laneGap))
}

function placeOf({ rank, lane }: VariantNode): {
  readonly x: number
  readonly y: number
  readonly w: number
} {
  return { x: laneStart(lane), y: margin + rank * rankStep, w: lane === 0 ? baseWidth : variantWidth }
}

/** A line keeps to the lane of the variant it comes from or leads to, so that it passes behind no box. */
function EdgeLine({ graph, edge }: { graph: VariantGraph; edge: VariantEdge }) {
  const [from, to] = [graph.nodes[edge.from]!, graph.nodes[edge.to]!]
  const [a, b] = [placeOf(from), placeOf(to)]
  const [x1, y1, x2, y2] = [a.x + a.w / 2, a.y + height, b.x + b.w / 2, b.y]
  const gap = rankStep - height
  const curve = (fromX: number, fromY: number, toX: number): string =>
    `C${fromX} ${fromY + gap * 0.6} ${toX} ${fromY + gap * 0.4} ${toX} ${fromY + gap}`
  const path =
    to.lane === 0
      ? `M${x1} ${y1}V${y2 - gap}${curve(x1, y2 - gap, x2)}`
      : `M${x1} ${y1}${curve(x1, y1, x2)}V${y2}`
  return (
    <path
      class={edge.reports === 0 ? "way way-unread" : "way"}
      d={path}
      stroke-width={Math.min(5, 1 + edge.reports / 3)}
    />
  )
}

interface CardProps {
  readonly site: Site
  readonly story: StoryWire
  readonly node: VariantNode
  /** The sentences that print it; absent for words of the base. */
  readonly backed: Backed | undefined
}

/** The words of a box are its link; who prints them stands below, and in the link's name. */
function NodeCard({ site, story, node, backed }: CardProps) {
  const { x, y, w } = placeOf(node)
  const isOmission = node.words.trim() === ""
  const sigla = inOrder(site, story, node.reports).map((report) => report.siglum)
  const mark = node.variant === null ? "" : ` ${markGlyphs[node.variant.mark]}`
  const place = node.point === null ? "" : `${node.point}${mark} `
  const words = isOmission ? "left out" : fitted(node.words, w - 34)
  const box = (
    <>
      <rect
        class={node.variant === null ? "run" : `run run-${node.variant.mark}`}
        x={x}
        y={y}
        width={w}
        height={height}
        rx="3"
      />
      <text
        class={isOmission ? "run-words run-omitted" : "run-words"}
        x={x + w / 2}
        y={y + 20}
        text-anchor="middle"
      >
        {place === "" ? null : <tspan class="run-mark">{place}</tspan>}
        {words}
      </text>
    </>
  )
  return (
    <>
      {backed === undefined || node.variant === null ? (
        <g>
          {box}
          <title>{node.words.trim()}</title>
        </g>
      ) : (
        <a
          href={`#${backed.drawer.id}`}
          data-drawer=""
          aria-label={`${place}${words}: ${markWords[node.variant.mark]}, ${countReports(backed.reports, backed.texts)}`}
        >
          {box}
        </a>
      )}
      <text class="run-who" x={x + w / 2} y={y + 38} text-anchor="middle">
        {whoPrints(node, sigla)}
      </text>
    </>
  )
}

function whoPrints(node: VariantNode, sigla: readonly string[]): string {
  if (sigla.length === 0) return "no reading by itself"
  if (node.variant === null) return count(sigla.length, "report")
  if (sigla.length <= siglaMax + 1) return sigla.join(" ")
  return [...sigla.slice(0, siglaMax), `+${sigla.length - siglaMax}`].join(" ")
}

const narrowPx = 7
const widePx = 14.5
const wideLetter =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{RI}|\p{Extended_Pictographic}/u
const letters = new Intl.Segmenter("en")

/** Words cut in their middle to about `px`, between words where there are any; an East Asian letter takes double room. */
export function fitted(words: string, px: number): string {
  const plain = words.replace(/\s+/g, " ").trim()
  const parts = plain.includes(" ")
    ? plain.split(/(?= )/)
    : [...letters.segment(plain)].map(({ segment }) => segment)
  const widths = parts.map(widthOf)
  if (widths.reduce((sum, one) => sum + one, 0) <= px) return plain
  let [head, tail, used] = [0, parts.length, 2 * widePx]
  for (let isHead = true; head < tail; isHead = !isHead) {
    used += isHead ? widths[head]! : widths[tail - 1]!
    if (used > px) break
    if (isHead) head++
    else tail--
  }
  if (head === 0) return `${plain.slice(0, Math.floor(px / narrowPx) - 2)}…`
  return `${parts.slice(0, head).join("").trimEnd()} … ${parts.slice(tail).join("").trimStart()}`.trimEnd()
}

function widthOf(part: string): number {
  let width = 0
  for (const { segment } of letters.segment(part)) width += wideLetter.test(segment) ? widePx : narrowPx
  return width
}
