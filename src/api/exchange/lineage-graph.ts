import { dotLabel, graphmlData } from "../graph-text.ts"
import type { LinkWire, RecordDocument, ReportWire, StoryWire } from "../record-wire.ts"
import { escapedXml } from "../xml-names.ts"
import { reportsOfStory } from "./claims.ts"

interface LineageGraph {
  readonly reports: readonly ReportWire[]
  /** `from` and `to` are places in `reports`; without a known direction they stand as the link has them. */
  readonly edges: readonly {
    readonly from: number
    readonly to: number
    readonly link: LinkWire
    readonly fromShare: number
    readonly toShare: number
  }[]
}

/** Who shares text with whom: reports are nodes, links edges, and only a direction with reasons is an arrow. */
function lineageGraph(document: RecordDocument, story: StoryWire): LineageGraph {
  const reports = reportsOfStory(document, story)
  const places = new Map(reports.map((report, place) => [report.id, place]))
  const edges = story.links.flatMap((link) => {
    const [a, b] = [places.get(link.a), places.get(link.b)]
    if (a === undefined || b === undefined) return []
    return link.direction === "b>a"
      ? { from: b, to: a, link, fromShare: link.bShare, toShare: link.aShare }
      : { from: a, to: b, link, fromShare: link.aShare, toShare: link.bShare }
  })
  return { reports, edges }
}

/** GraphML 1.0, for yEd, Gephi and networkx. */
export function encodeLineageGraphml(document: RecordDocument, story: StoryWire): string {
  const { reports, edges } = lineageGraph(document, story)
  const nodes = reports.map(
    ({ siglum, title, outlet, published }, at) =>
      `<node id="n${at}">${graphmlData({ siglum, title, outlet, published })}</node>`,
  )
  const lines = edges.map(
    ({ from, to, link, fromShare, toShare }, at) =>
      `<edge id="e${at}" source="n${from}" target="n${to}" directed="${link.direction !== null}">` +
      `${graphmlData({ kind: link.kind, fromShare, toShare })}</edge>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="siglum" for="node" attr.name="siglum" attr.type="string"/>
<key id="title" for="node" attr.name="title" attr.type="string"/>
<key id="outlet" for="node" attr.name="outlet" attr.type="string"/>
<key id="published" for="node" attr.name="published" attr.type="string"/>
<key id="kind" for="edge" attr.name="kind" attr.type="string"/>
<key id="fromShare" for="edge" attr.name="share of the source's words" attr.type="double"/>
<key id="toShare" for="edge" attr.name="share of the target's words" attr.type="double"/>
<graph id="lineage" edgedefault="undirected">
${[...nodes, ...lines].join("\n")}
</graph>
</graphml>
`
}

/** GEXF 1.3, for Gephi. The weight of an edge is the larger of its two shares. */
export function encodeGexf(document: RecordDocument, story: StoryWire): string {
  const { reports, edges } = lineageGraph(document, story)
  const values = (known: readonly (string | number | null)[]): string =>
    known
      .map((value, at) =>
        value === null ? "" : `<attvalue for="${at}" value="${escapedXml(String(value))}"/>`,
      )
      .join("")
  const nodes = reports.map(
    ({ siglum, title, outlet, published }, at) =>
      `<node id="${at}" label="${escapedXml(siglum)}"><attvalues>${values([title, outlet, published])}</attvalues></node>`,
  )
  const lines = edges.map(
    ({ from, to, link, fromShare, toShare }, at) =>
      `<edge id="${at}" source="${from}" target="${to}" type="${link.direction === null ? "undirected" : "directed"}" ` +
      `weight="${Math.max(fromShare, toShare)}"><attvalues>${values([link.kind, fromShare, toShare])}</attvalues></edge>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="undirected">
<attributes class="node">
<attribute id="0" title="title" type="string"/>
<attribute id="1" title="outlet" type="string"/>
<attribute id="2" title="published" type="string"/>
</attributes>
<attributes class="edge">
<attribute id="0" title="kind" type="string"/>
<attribute id="1" title="share of the source's words" type="double"/>
<attribute id="2" title="share of the target's words" type="double"/>
</attributes>
<nodes>
${nodes.join("\n")}
</nodes>
<edges>
${lines.join("\n")}
</edges>
</graph>
</gexf>
`
}

/** For Graphviz. */
export function encodeLineageDot(document: RecordDocument, story: StoryWire): string {
  const { reports, edges } = lineageGraph(document, story)
  const percent = (share: number): string => `${Math.round(share * 100)}%`
  const lines = [
    ...reports.map(
      ({ siglum, outlet }, at) =>
        `  n${at} [label = ${dotLabel(outlet === null ? siglum : `${siglum} ${outlet}`)}];`,
    ),
    ...edges.map(
      ({ from, to, link, fromShare, toShare }) =>
        `  n${from} -> n${to} [label = ${dotLabel(`${link.kind} ${percent(Math.max(fromShare, toShare))}`)}` +
        `${link.direction === null ? ", dir = none" : ""}];`,
    ),
  ]
  return `digraph lineage {\n  rankdir = LR;\n  node [shape = box];\n${lines.join("\n")}\n}\n`
}
