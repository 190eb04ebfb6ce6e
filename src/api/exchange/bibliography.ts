import type { RecordDocument, ReportWire, StoryWire } from "../record-wire.ts"
import { iriOf, reportsOfStory } from "./claims.ts"

/** A person by parts, or a name that is to be kept as it is: a body's, or one that cannot be parted. */
type Author = { readonly family: string; readonly given: string } | { readonly literal: string }

/** CSL-JSON (schema 1.0.2): what Zotero and pandoc read. */
export function encodeCsl(document: RecordDocument, story: StoryWire): string {
  const items = reportsOfStory(document, story).map((report) => ({
    id: report.siglum,
    type: "article-newspaper",
    ...(report.title === null ? {} : { title: report.title }),
    author: authorsOf(report),
    ...(report.outlet === null ? {} : { "container-title": report.outlet }),
    ...dated("issued", report.published),
    ...dated("accessed", report.source.capturedAt),
    ...(webAddressOf(report) === null ? {} : { URL: webAddressOf(report) }),
    ...(report.language === null ? {} : { language: report.language }),
    note: `SHA-256 ${report.source.sha256}`,
  }))
  return `${JSON.stringify(items, null, 2)}\n`
}

/** RIS: one field a line, lines end in CR LF. A body's name has no comma, so readers keep it whole. */
export function encodeRis(document: RecordDocument, story: StoryWire): string {
  return reportsOfStory(document, story)
    .map((report) => {
      const [year, month, day] = dateParts(report.published)
      const captured = dateParts(report.source.capturedAt)
      const fields: readonly (readonly [string, string | null | undefined])[] = [
        ["TY", "NEWS"],
        ["ID", report.siglum],
        ["TI", report.title],
        ...authorsOf(report).map((author): [string, string] => [
          "AU",
          "literal" in author ? author.literal.replaceAll(",", " ") : `${author.family}, ${author.given}`,
        ]),
        ["T2", report.outlet],
        ["PY", year],
        ["DA", year === undefined ? null : `${year}/${month ?? ""}/${day ?? ""}/`],
        [
          "Y2",
          captured[0] === undefined ? null : `${captured[0]}/${captured[1] ?? ""}/${captured[2] ?? ""}/`,
        ],
        ["LA", report.language],
        ["UR", webAddressOf(report)],
        ["N1", `SHA-256 ${report.source.sha256}`],
      ]
      const lines = fields.flatMap(([tag, value]) => (value ? `${tag}  - ${oneLine(value)}\r\n` : []))
      return `${lines.join("")}ER  - \r\n`
    })
    .join("\r\n")
}

/** BibTeX. Titles and names of bodies are braced, so that no style changes their capitals or parts them. */
export function encodeBibtex(document: RecordDocument, story: StoryWire): string {
  const keys = new Set<string>()
  return reportsOfStory(document, story)
    .map((report) => {
      const [year, month, day] = dateParts(report.published)
      const authors = authorsOf(report).map((author) =>
        "literal" in author ? `{${tex(author.literal)}}` : `${tex(author.family)}, ${tex(author.given)}`,
      )
      const date = [year, month, day].filter((part) => part !== undefined).join("-")
      const address = webAddressOf(report)
      const fields: readonly (readonly [string, string | null])[] = [
        ["author", authors.join(" and ")],
        ["title", report.title === null ? null : `{${tex(report.title)}}`],
        ["journal", report.outlet === null ? null : `{${tex(report.outlet)}}`],
        ["year", year ?? null],
        ["date", date === "" ? null : date],
        ["url", address === null ? null : address.replace(/[{}\\]/g, encodeURIComponent)],
        ["note", `SHA-256 ${report.source.sha256}`],
      ]
      const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}}` : []))
      return `@article{${bibtexKey(report.siglum, keys)},\n${lines.join(",\n")}\n}\n`
    })
    .join("\n")
}

const bodyWords =
  /\b(?:agenc\w*|associated|bureau|correspondents?|desk|editors?|media|news|network|press|reporters?|service|staff|team|wire)\b/i

/** The people named; where none is, the outlet stands for them. Unknown is no author. */
function authorsOf(report: ReportWire): readonly Author[] {
  if (report.bylines.length === 0) return report.outlet === null ? [] : [{ literal: report.outlet }]
  return report.bylines.map((name) => authorOf(name, report))
}

function authorOf(name: string, report: ReportWire): Author {
  const parts = oneLine(name).split(" ")
  if (
    parts.length < 2 ||
    parts.length > 5 ||
    name === report.outlet ||
    bodyWords.test(name) ||
    /\d/.test(name)
  )
    return { literal: oneLine(name) }
  let from = parts.length - 1
  while (from > 1 && /^\p{Ll}/u.test(parts[from - 1]!)) from--
  return { family: parts.slice(from).join(" "), given: parts.slice(0, from).join(" ") }
}

function webAddressOf(report: ReportWire): string | null {
  const iri = iriOf(report)
  return iri.startsWith("http") ? iri : null
}

/** Year, month and day as far as they are known. */
function dateParts(iso: string | null): readonly string[] {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso ?? "")
  return parts ? parts.slice(1).filter((part) => part !== undefined) : []
}

function dated(name: "issued" | "accessed", iso: string | null): object {
  const parts = dateParts(iso)
  return parts.length === 0 ? {} : { [name]: { "date-parts": [parts.map(Number)] } }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}

const texSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
}

function tex(text: string): string {
  return oneLine(text).replace(/[\\{}~^$&#%_]/g, (sign) => texSigns[sign] ?? `\\${sign}`)
}

/** A key may hold no spaces, commas, braces or signs of TeX; two reports never share one. */
function bibtexKey(siglum: string, taken: Set<string>): string {
  const plain = siglum.replace(/[^A-Za-z0-9_:.-]/g, "") || "report"
  let key = plain
  for (let at = 2; taken.has(key); at++) key = `${plain}-${at}`
  taken.add(key)
  return key
}
