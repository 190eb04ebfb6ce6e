import type { RecordDocument } from "../api/index.ts"
import {
  type DossierFile,
  iconSvg,
  type ServedSite,
  type SiteAnswer,
  servedSite,
  sightOf,
  type Viewer,
} from "../web/index.ts"
import type { Route } from "./route.ts"

/** Where the record comes from. `current` gives the same object as long as nothing has changed. */
export interface DocumentSource {
  current(): RecordDocument
  /** Counts the records there have been, where there may be another; absent where the record is fixed. */
  version?(): number
}

/** A record that does not change. */
export function fixedSource(document: RecordDocument): DocumentSource {
  return { current: () => document }
}

/** The pages of the record that stands now. */
export interface CurrentSite {
  site(): ServedSite
  /** A site of no record, for those who may not see any of it. */
  closedSite(): ServedSite
  answer(path: string, query: URLSearchParams, viewer: Viewer | null): HeldPage | null
}

/** A page as it is sent. */
interface HeldPage {
  readonly type: SiteAnswer["type"]
  readonly bytes: Uint8Array<ArrayBuffer>
}

const heldBytesMax = 128 << 20

/** Pages are made once for each state of the record, and held up to a limit: the least lately made goes first. */
export function currentSite(source: DocumentSource): CurrentSite {
  let document: RecordDocument | null = null
  let site: ServedSite | null = null
  let held = new Map<string, HeldPage>()
  let heldBytes = 0
  const current = (): ServedSite => {
    if (site !== null && source.current() === document) return site
    document = source.current()
    site = servedSite(document, { version: source.version?.() ?? null })
    held = new Map()
    heldBytes = 0
    return site
  }
  const { made, format } = source.current()
  const nothing: RecordDocument = {
    format,
    made: { ...made, inputs: [] },
    reports: [],
    stories: [],
    gaps: [],
  }
  const closed = servedSite(nothing, { version: null })
  return {
    site: current,
    closedSite: () => closed,
    answer: (path, query, viewer) => {
      const served = current()
      const key = `${sightOf(viewer)} ${path}?${query}`
      const known = held.get(key)
      if (known) return known
      const answer = served.answer(path, query, viewer)
      if (answer === null) return null
      const page = { type: answer.type, bytes: new TextEncoder().encode(answer.content) }
      if (page.bytes.length > heldBytesMax / 4 || path.startsWith("/search")) return page
      held.set(key, page)
      heldBytes += page.bytes.length
      for (const [oldest, one] of held) {
        if (heldBytes <= heldBytesMax) break
        held.delete(oldest)
        heldBytes -= one.bytes.length
      }
      return page
    },
  }
}

const mediaTypes = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
} as const

const assetTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
}

/** What the pages are made with: the same for everybody, and nothing of the record. */
export function openRoutes(given: readonly DossierFile[]): readonly Route[] {
  const assets = new Map(
    [...given, { path: "icon.svg", content: iconSvg }].map((one) => [one.path, one.content]),
  )
  return [
    {
      method: "GET",
      path: "/assets/:name",
      least: null,
      rate: "read",
      answer: ({ context }) => {
        const name = context.req.param("name") ?? ""
        const content = assets.get(name)
        if (content === undefined) return context.text("Not found.\n", 404)
        return context.body(content, 200, {
          "content-type": assetTypes[name.split(".").at(-1)!] ?? "application/octet-stream",
          "cache-control": "no-cache",
        })
      },
    },
    {
      method: "GET",
      path: "/healthz",
      least: null,
      rate: "read",
      answer: ({ context }) => context.text("ok\n"),
    },
  ]
}

/** Every page of the record; stands behind all other routes. */
export function recordRoute(pages: CurrentSite): Route {
  return {
    method: "GET",
    path: "*",
    least: "reader",
    rate: "read",
    answer: ({ context, viewer }) => {
      const url = new URL(context.req.url)
      const answer = pages.answer(decodePath(url.pathname), url.searchParams, viewer)
      if (answer === null) return context.text("Nothing in this record has that address.\n", 404)
      return context.body(answer.bytes, 200, {
        "content-type": mediaTypes[answer.type],
        "cache-control": "private, no-cache",
      })
    },
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
