import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../src/base/index.ts"

/** One labelled attribution. */
export interface GoldAttribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

export interface GoldArticle {
  readonly name: string
  readonly text: string
  readonly published: string | null
  readonly attributions: readonly GoldAttribution[]
  /** Set aside before any rule was written: four in ten, by the hash of the name. */
  readonly blind: boolean
}

/** The articles of a PolNeAR part; of several annotators the first by name is the reference. */
export function* readPolnear(folder: string): Generator<GoldArticle> {
  const dates = publicationDates(join(folder, "..", "metadata.tsv"))
  const annotations = readdirSync(join(folder, "attributions")).sort()
  for (const file of readdirSync(join(folder, "text")).sort()) {
    const name = file.replace(/\.txt$/, "")
    const labels = annotations.find((candidate) => candidate.startsWith(`${name}_`))
    if (!file.endsWith(".txt") || labels === undefined) continue
    yield {
      name,
      text: readFileSync(join(folder, "text", file), "utf8"),
      published: dates.get(name) ?? null,
      attributions: readStandoff(readFileSync(join(folder, "attributions", labels), "utf8")),
      blind: (hashOf(name) >>> 8) % 10 >= 6,
    }
  }
}

/** FNV-1a of the UTF-8 bytes. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(name, "utf8")) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}

function publicationDates(path: string): ReadonlyMap<string, string> {
  if (!existsSync(path)) return new Map()
  const [head, ...rows] = readFileSync(path, "utf8").split("\n")
  const columns = head!.split("\t")
  const file = columns.indexOf("filename")
  const date = columns.indexOf("publication_date")
  return new Map(
    rows.map((row) => row.split("\t")).map((row) => [(row[file] ?? "").replace(".txt", ""), row[date] ?? ""]),
  )
}

/** Brat standoff: spans by their names, and events that tie them. */
function readStandoff(standoff: string): readonly GoldAttribution[] {
  const spans = new Map<string, readonly Span[]>()
  const events: (readonly string[])[] = []
  for (const line of standoff.split("\n")) {
    const fields = line.replace(/\r$/, "").split("\t")
    if (line.startsWith("T") && fields.length >= 3) {
      const offsets = fields[1]!.slice(fields[1]!.indexOf(" ") + 1).split(";")
      spans.set(
        fields[0]!,
        offsets.map((offset) => ({ start: Number(offset.split(" ")[0]), end: Number(offset.split(" ")[1]) })),
      )
    } else if (line.startsWith("E")) events.push(fields[1]!.trim().split(/\s+/))
  }
  return events
    .map((event) => attributionOf(event, spans))
    .filter((attribution) => attribution.content.length > 0)
    .sort((a, b) => a.content[0]!.start - b.content[0]!.start || a.content[0]!.end - b.content[0]!.end)
}

function attributionOf(
  event: readonly string[],
  spans: ReadonlyMap<string, readonly Span[]>,
): GoldAttribution {
  const roles: Record<"source" | "cue" | "content", Span[]> = { source: [], cue: [], content: [] }
  for (const argument of event) {
    const [role, target] = argument.split(":")
    const key = role!.replace(/\d+$/, "").toLowerCase()
    if (key === "source" || key === "cue" || key === "content")
      roles[key].push(...(spans.get(target!) ?? []).filter(({ start, end }) => end > start))
  }
  const inOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end
  return {
    source: roles.source.sort(inOrder),
    cue: roles.cue.sort(inOrder),
    content: roles.content.sort(inOrder),
  }
}
