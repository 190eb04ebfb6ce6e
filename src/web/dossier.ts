import { atTextLevel, oneStory, type RecordDocument, type StoryWire, type TextLevel } from "../api/index.ts"
import { dossierPath, type PageAddress, relativePath, storySections } from "./address.ts"
import { pairsToCompare } from "./compared-pairs.ts"
import { iconSvg } from "./icon.ts"
import { renderOneFile } from "./one-file.tsx"
import { isList, pageCsv } from "./page-csv.ts"
import { type RecordView, viewRecord } from "./record-view.ts"
import { renderPage } from "./render.tsx"
import { searchDataScript } from "./search-data.ts"
import { type DossierTelling, oneFileName, type Site } from "./site.ts"

export interface DossierFile {
  /** With `/`, from the dossier's root. */
  readonly path: string
  readonly content: string
}

export interface DossierOptions {
  /** The style sheet and the script, as `site.css` and `site.js`; the pages read without them. */
  readonly assets: readonly DossierFile[]
  /** How much of the reports' own words it holds; absent: all. */
  readonly text?: TextLevel
  /** Only this story of the record, with a cover, and all pages once more in one file; absent: every story. */
  readonly story?: StoryWire
}

/** The record that a dossier holds: of the one story, with the text that its level allows. */
export function dossierDocument(
  document: RecordDocument,
  options: Omit<DossierOptions, "assets">,
): RecordDocument {
  const { story, text = "full" } = options
  return atTextLevel(story === undefined ? document : oneStory(document, story), text)
}

/**
 * The record as static pages that open from a disk: no server, no network, every link relative. The same document
 * gives the same files, byte for byte, sorted by path. No manifest: whoever writes the files adds it.
 */
export function renderDossier(whole: RecordDocument, options: DossierOptions): readonly DossierFile[] {
  const document = dossierDocument(whole, options)
  const view = viewRecord(document)
  const telling = {
    text: options.text ?? "full",
    of: options.story === undefined ? null : document.stories[0]!,
    isOneFile: false,
  }
  const addresses = dossierAddresses(view, telling)
  const paths = new Set(addresses.map((address) => dossierPath(address, view.slugs)))
  const files: DossierFile[] = [
    ...options.assets.map((asset) => ({ ...asset, path: `assets/${asset.path}` })),
    { path: "assets/icon.svg", content: iconSvg },
    {
      path: "assets/search-data.js",
      content: searchDataScript(view, (siglum) => dossierPath({ page: "report", siglum }, view.slugs)),
    },
    { path: "record.json", content: `${JSON.stringify(document)}\n` },
  ]
  for (const address of addresses) {
    const path = dossierPath(address, view.slugs)
    const content = renderPage(dossierSite(view, telling, { path, paths, address }), address)
    if (content !== null) files.push({ path, content })
    const table = pageCsv(view, address)
    if (table !== null) files.push({ path: path.replace(/html$/, "csv"), content: table })
  }
  if (options.story !== undefined) {
    const styles = options.assets.find(({ path }) => path === "site.css")?.content ?? ""
    files.push({ path: oneFileName, content: renderOneFile(view, telling, { addresses, styles }) })
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The story as one file that needs no other, for whoever has no use for a folder. */
export function renderStoryFile(
  whole: RecordDocument,
  options: DossierOptions & { readonly story: StoryWire },
): string {
  const view = viewRecord(dossierDocument(whole, options))
  const telling = { text: options.text ?? "full", of: view.document.stories[0]!, isOneFile: true }
  const styles = options.assets.find(({ path }) => path === "site.css")?.content ?? ""
  return renderOneFile(view, telling, { addresses: dossierAddresses(view, telling), styles })
}

/** Reports are set side by side only where their texts are whole. */
function dossierAddresses(view: RecordView, { text }: DossierTelling): readonly PageAddress[] {
  const addresses: PageAddress[] = [{ page: "library" }, { page: "search" }]
  for (const story of view.document.stories) {
    for (const page of storySections) addresses.push({ page, story })
    addresses.push({ page: "export", story })
    if (text === "full") addresses.push({ page: "compare", story, sigla: [] })
    for (const { first, second } of text === "full" ? pairsToCompare(view, story) : [])
      addresses.push({ page: "compare", story, sigla: [first.siglum, second.siglum] })
    for (let number = 1; number <= story.statements.length; number++)
      addresses.push({ page: "statement", story, number })
    for (let number = 1; number <= story.disagreements.length; number++)
      addresses.push({ page: "figure", story, number })
  }
  for (const report of view.document.reports) addresses.push({ page: "report", siglum: report.siglum })
  addresses.push({ page: "about" })
  return addresses
}

function dossierSite(
  view: RecordView,
  telling: DossierTelling,
  { path, paths, address }: { path: string; paths: ReadonlySet<string>; address: PageAddress },
): Site {
  return {
    view,
    to: (address, fragment) => {
      const target = dossierPath(address, view.slugs)
      if (!paths.has(target)) return null
      return `${relativePath(path, target)}${fragment === undefined ? "" : `#${fragment}`}`
    },
    asset: (name) => relativePath(path, `assets/${name}`),
    forms: [
      { name: "JSON", href: relativePath(path, "record.json") },
      ...(isList(address) ? [{ name: "CSV", href: relativePath(path, path.replace(/html$/, "csv")) }] : []),
    ],
    query: "",
    dossier: telling,
    isServed: false,
    canAdd: false,
    viewer: null,
    live: null,
    trail: null,
    spread: null,
  }
}
