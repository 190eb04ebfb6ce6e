import type { Collation } from "../collation/index.ts"
import { dotLabel, graphmlData } from "./graph-text.ts"

/** A collation as a graph: equal words of one row are one node, and each witness is a way through the nodes. */
interface VariantGraph {
  readonly nodes: readonly { readonly row: number; readonly text: string }[]
  /** By the numbers of the nodes. `witnesses` in the order of the collation. */
  readonly edges: readonly {
    readonly from: number
    readonly to: number
    readonly witnesses: readonly string[]
  }[]
}

/** Node 0 begins every way and the last ends it; both are empty. Nodes stand in the order of rows. */
function variantGraph({ rows, witnesses }: Collation): VariantGraph {
  const nodes = [{ row: 0, text: "" }]
  const edges = new Map<string, { from: number; to: number; witnesses: string[] }>()
  const last = witnesses.map(() => 0)
  const step = (w: number, to: number): void => {
    const key = `${last[w]} ${to}`
    const edge = edges.get(key) ?? { from: last[w]!, to, witnesses: [] }
    edges.set(key, edge)
    edge.witnesses.push(witnesses[w]!.id)
    last[w] = to
  }
  rows.forEach((row, at) => {
    const nodeOf = new Map<string, number>()
    row.forEach((text, w) => {
      if (text === null) return
      if (!nodeOf.has(text)) {
        nodeOf.set(text, nodes.length)
        nodes.push({ row: at + 1, text })
      }
      step(w, nodeOf.get(text)!)
    })
  })
  nodes.push({ row: rows.length + 1, text: "" })
  witnesses.forEach((_, w) => {
    step(w, nodes.length - 1)
  })
  return { nodes, edges: [...edges.values()].sort((a, b) => a.from - b.from || a.to - b.to) }
}

/** The variant graph for Graphviz, as CollateX draws it. */
export function encodeDot(collation: Collation): string {
  const { nodes, edges } = variantGraph(collation)
  const lines = [
    ...nodes.map(({ text }, at) => `  v${at} [label = ${dotLabel(text)}];`),
    ...edges.map(
      ({ from, to, witnesses }) => `  v${from} -> v${to} [label = ${dotLabel(witnesses.join(", "))}];`,
    ),
  ]
  return `digraph G {\n${lines.join("\n")}\n}\n`
}

/** The variant graph as GraphML, with the keys that CollateX gives it. */
export function encodeGraphml(collation: Collation): string {
  const { nodes, edges } = variantGraph(collation)
  const lines = [
    ...nodes.map(
      ({ row, text }, at) => `<node id="n${at}">${graphmlData({ d0: at, d2: row, d1: text })}</node>`,
    ),
    ...edges.map(
      ({ from, to, witnesses }, at) =>
        `<edge id="e${at}" source="n${from}" target="n${to}">` +
        `${graphmlData({ d3: at, d4: "path", d5: witnesses.join(", ") })}</edge>`,
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="number" attr.type="int"/>
<key id="d1" for="node" attr.name="tokens" attr.type="string"/>
<key id="d2" for="node" attr.name="rank" attr.type="int"/>
<key id="d3" for="edge" attr.name="number" attr.type="int"/>
<key id="d4" for="edge" attr.name="type" attr.type="string"/>
<key id="d5" for="edge" attr.name="witnesses" attr.type="string"/>
<graph id="g0" edgedefault="directed">
${lines.join("\n")}
</graph>
</graphml>
`
}
