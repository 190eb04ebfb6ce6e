import { renderToString } from "preact-render-to-string"
import { sha256Hex } from "../base/index.ts"
import { dossierPath, type PageAddress } from "./address.ts"
import { EvidenceDrawer } from "./components/drawer.tsx"
import type { Drawer } from "./evidence.ts"
import { numberNotes } from "./number-notes.ts"
import type { RecordView } from "./record-view.ts"
import { pageContent } from "./render.tsx"
import { type DossierTelling, type Site, storyTitle } from "./site.ts"

interface OneFileOptions {
  readonly addresses: readonly PageAddress[]
  /** The style sheet, set into the file. */
  readonly styles: string
}

/**
 * All pages of a dossier as one HTML file: no script, nothing beside it, each link an anchor. Every page is a section
 * whose ids begin with its name, the evidence of all of them stands at the end, numbered, as notes for print.
 */
export function renderOneFile(view: RecordView, telling: DossierTelling, options: OneFileOptions): string {
  const addresses = options.addresses.filter(({ page }) => page !== "search" && page !== "export")
  const names = new Map(addresses.map((address) => [dossierPath(address, view.slugs), nameOf(address, view)]))
  const site = oneFileSite(view, { ...telling, isOneFile: true }, names)
  const title = telling.of === null ? "Record" : storyTitle(telling.of)
  const bodies: string[] = []
  const notes: string[] = []
  const firstNotes = new Map<string, string>()
  const sameNotes = new Map<string, string>()
  for (const address of addresses) {
    const content = pageContent(site, address)
    if (content === null) continue
    const name = nameOf(address, view)
    const body = lowerHeadings(
      withNames(renderToString(<div>{content.body}</div>), name),
      address.page === "library" ? 0 : 1,
    )
    bodies.push(`<section class="part" id="${name}">${body}</section>`)
    for (const drawer of content.drawers) {
      const key = evidenceKey(drawer)
      const known = firstNotes.get(key)
      if (known !== undefined) sameNotes.set(`${name}.${drawer.id}`, known)
      else {
        firstNotes.set(key, `${name}.${drawer.id}`)
        notes.push(withNames(renderToString(<EvidenceDrawer site={site} drawer={drawer} />), name))
      }
    }
  }
  const styles = `${options.styles}\n@page{@top-left{content:${cssString(title)}}}`
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <meta http-equiv="Content-Security-Policy" content={policyFor(styles)} />
      <title>{`${title} · Variorum`}</title>
    </head>,
  )
  const drawers =
    notes.length === 0
      ? ""
      : `<div class="drawers"><h2 class="notes-title">Evidence notes</h2>${notes.join("")}</div>`
  return `<!doctype html>
<html lang="en">${head.replace("</head>", () => `<style>${styles}</style></head>`)}
<body class="one-file"><main id="main">${numberNotes(`${withOneNote(bodies.join("\n"), sameNotes)}</main>${drawers}`)}</body></html>
`
}

/** Drawers of two pages with the same title and the same passages are one note. */
function evidenceKey({ title, items, total }: Drawer): string {
  const places = items.map(({ report, place }) => [report.id, place?.cited ?? null])
  return JSON.stringify([title, total, places])
}

/** Leads to the one note of what several pages show. */
function withOneNote(html: string, same: ReadonlyMap<string, string>): string {
  return html.replace(/ href="#([^"]*)" data-drawer/g, (link, id: string) =>
    same.has(id) ? ` href="#${same.get(id)}" data-drawer` : link,
  )
}

/** Of links that `Site.to` gives, so that they are told from the anchors within a page. */
const across = "#~"

function oneFileSite(view: RecordView, telling: DossierTelling, names: ReadonlyMap<string, string>): Site {
  return {
    view,
    to: (address, fragment) => {
      const name = names.get(dossierPath(address, view.slugs))
      return name === undefined ? null : `${across}${name}${fragment === undefined ? "" : `.${fragment}`}`
    },
    asset: (name) => name,
    forms: [],
    query: "",
    trail: null,
    spread: null,
    dossier: telling,
    isServed: false,
    canAdd: false,
    viewer: null,
    live: null,
  }
}

function nameOf(address: PageAddress, view: RecordView): string {
  return address.page === "library"
    ? "cover"
    : dossierPath(address, view.slugs)
        .replace(/\.html$/, "")
        .replace(/^s\/[^/]*\//, "")
        .replaceAll("/", ".")
}

/** Ids of a page, and what points at them, with the page's name before them; links to other pages lose their mark. */
function withNames(html: string, name: string): string {
  return html
    .replace(/ (id|for|aria-labelledby|aria-describedby)="([^"]*)"/g, (_, attribute: string, ids: string) => {
      const named = ids.split(" ").map((id) => `${name}.${id}`)
      return ` ${attribute}="${named.join(" ")}"`
    })
    .replace(/="url\(#([^")]*)\)"/g, (_, id: string) => `="url(#${name}.${id})"`)
    .replace(/ href="#([^"]*)"/g, (_, target: string) =>
      target.startsWith("~") ? ` href="#${target.slice(1)}"` : ` href="#${name}.${target}"`,
    )
}

function lowerHeadings(html: string, by: number): string {
  return html.replace(
    /(<\/?h)([1-5])(?=[\s>])/g,
    (_, tag: string, level: string) => `${tag}${Number(level) + by}`,
  )
}

function cssString(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N} .,:;!?()–’-]/gu, " ").slice(0, 90)
  return `"${plain}"`
}

/** Nothing may load, and no style but this one may stand in the file. */
function policyFor(styles: string): string {
  const hash = Buffer.from(sha256Hex(styles), "hex").toString("base64")
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}
