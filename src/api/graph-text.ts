import { escapedXml } from "./xml-names.ts"

/** A label for Graphviz: in marks, on one line. */
export function dotLabel(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ")}"`
}

/** What a node or an edge of GraphML holds, by key; nothing for null. */
export function graphmlData(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .map(([key, value]) => (value === null ? "" : `<data key="${key}">${escapedXml(String(value))}</data>`))
    .join("")
}
