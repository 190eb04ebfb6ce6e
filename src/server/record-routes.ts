import type { RecordDocument, StoryWire } from "../api/index.ts"
import {
  type DossierFile,
  iconSvg,
  type RuledReport,
  type ServedSite,
  servedSite,
  sightOf,
  type Viewer,
} from "../web/index.ts"
import { type HeldPage, HeldPages, heldPage, pageResponse } from "./held-pages.ts"
import { type Route, seeOther } from "./route.ts"

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
  /** A page, the address to go to instead, or null where there is nothing. */
  answer(path: string, query: URLSearchParams, viewer: Viewer | null): Promise<HeldPage | string | null>
  /** The story of that name in addresses, and the site that shows it. */
  story(slug: string): Promise<{ readonly site: ServedSite; readonly story: StoryWire } | null>
  /** What reports are called and where they are, in the order of `ids`. */
  named(ids: readonly string[]): Promise<readonly RuledReport[]>
  /** Another version each time that what stands at `path` may be another; and how many reports that is made of. */
  standing(path: string): Promise<{ readonly version: number | string; readonly reports: number }>
}

/** Pages are made once for each state of the record, and held up to a limit. */
export function currentSite(source: DocumentSource): CurrentSite {
  let document: RecordDocument | null = null
  let site: ServedSite | null = null
  const held = new HeldPages()
  const current = (): ServedSite => {
    if (site !== null && source.current() === document) return site
    document = source.current()
    site = servedSite(document, { version: source.version?.() ?? null })
    held.clear()
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
    answer: async (path, query, viewer) => {
      const served = current()
      const key = `${sightOf(viewer)} ${path}?${query}`
      const known = held.get(key)
      if (known) return known
      const answer = served.answer(path, query, viewer)
      if (answer === null) return null
      const page = heldPage(answer.type, new TextEncoder().encode(answer.content))
      if (!path.startsWith("/search")) held.set(key, page)
      return page
    },
    story: async (slug) => {
      const served = current()
      const story = served.view.storyBySlug(slug)
      return story === null ? null : { site: served, story }
    },
    named: async (ids) => {
      const { view } = current()
      return ids.map((id) => ({ id, siglum: view.report(id)?.siglum ?? null }))
    },
    standing: async () => ({
      version: source.version?.() ?? 0,
      reports: source.current().reports.filter((report) => report.versionOf === null).length,
    }),
  }
}

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
    answer: async ({ context, viewer }) => {
      const url = new URL(context.req.url)
      const answer = await pages.answer(decodePath(url.pathname), url.searchParams, viewer)
      if (answer === null) return context.text("Nothing in this record has that address.\n", 404)
      return typeof answer === "string" ? seeOther(answer) : pageResponse(answer, context.req.raw.headers)
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
