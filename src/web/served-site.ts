import type { RecordDocument, StoryWire } from "../api/index.ts"
import { type PageAddress, serverPath } from "./address.ts"
import type { DeskPage, Viewer } from "./desk/desk-page.ts"
import { mementoHeaders } from "./memento.ts"
import { isList, pageCsv } from "./page-csv.ts"
import { pageJson } from "./page-json.ts"
import { parseAddress } from "./parse-address.ts"
import { type RecordView, viewRecord } from "./record-view.ts"
import { renderDeskPage, renderPage } from "./render.tsx"
import { type Site, storyTitle } from "./site.ts"

/** What a server answers for a path; null where there is nothing. */
export interface SiteAnswer {
  readonly type: "html" | "json" | "csv"
  readonly content: string
  /** To be sent with it, by their names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface ServedSite {
  /** The record's page at `path` as `viewer` sees it. */
  answer(
    path: string,
    query: URLSearchParams,
    viewer: Viewer | null,
    around?: Partial<Pick<Site, "trail" | "spread">>,
  ): SiteAnswer | null
  /** One of the server's own pages. */
  deskPage(desk: DeskPage, viewer: Viewer | null): string
  readonly view: RecordView
}

export interface ServedSiteOptions {
  /** The record may change while it is read, and this is the number of the one shown; null: it cannot. */
  readonly version: number | string | null
  /** The reports that the record has now, where the document holds but a part of it. */
  readonly reports?: number
  /** What stands before the addresses of reports, where their sigla are those of one story alone: `/s/story`. */
  readonly reportsUnder?: string
}

/** What a viewer's pages depend on besides the record: two viewers of one sight share their pages. */
export function sightOf(viewer: Viewer | null): string {
  return viewer === null ? "" : `${viewer.role}${viewer.account === null ? "" : ", signed in"}`
}

/** The pages of a record as a server gives them: `/s/x` the page, `/s/x.json` and `/s/x.csv` the same for programs. */
export function servedSite(document: RecordDocument, options: ServedSiteOptions): ServedSite {
  const view = viewRecord(document)
  const pathOf = (target: PageAddress): string =>
    `${target.page === "report" ? (options.reportsUnder ?? "") : ""}${serverPath(target, view.slugs)}`
  const plainSite = (viewer: Viewer | null): Site => ({
    view,
    to: (target, fragment) => `${pathOf(target)}${fragment === undefined ? "" : `#${fragment}`}`,
    asset: (name) => `/assets/${name}`,
    forms: [],
    query: "",
    dossier: null,
    isServed: true,
    canAdd: options.version !== null && viewer !== null && viewer.role !== "reader",
    viewer,
    live:
      options.version === null
        ? null
        : {
            version: options.version,
            reports: options.reports ?? document.reports.filter((report) => report.versionOf === null).length,
          },
    trail: null,
    spread: null,
  })
  const siteFor = (address: PageAddress, query: URLSearchParams, viewer: Viewer | null): Site => ({
    ...plainSite(viewer),
    forms: formsOf(address).map((form) => ({
      name: form.toUpperCase(),
      href: formPath(pathOf(address), form),
    })),
    query: query.get("q") ?? "",
  })
  const headersOf = (address: PageAddress): Readonly<Record<string, string>> => {
    const report = address.page === "report" ? view.reportBySlug(view.slugs.report(address.siglum)) : null
    if (report === null) return {}
    return mementoHeaders(view, report, (siglum) => pathOf({ page: "report", siglum }))
  }
  return {
    view,
    deskPage: (desk, viewer) =>
      renderDeskPage(
        { ...plainSite(viewer), query: desk.page === "archive-search" ? desk.list.query : "" },
        desk,
      ),
    answer: (path, query, viewer, around = {}) => {
      const form = /\.(json|csv)$/.exec(path)?.[1] ?? "html"
      const bare = form === "html" ? path : path.slice(0, -(form.length + 1))
      const address = parseAddress(view, bare === "/index" ? "/" : bare, query)
      if (address === null) return null
      if (form === "json") {
        const json = pageJson(view, address)
        return json === null ? null : { type: "json", content: `${JSON.stringify(json)}\n` }
      }
      if (form === "csv") {
        const csv = pageCsv(view, address)
        return csv === null ? null : { type: "csv", content: csv }
      }
      const html = renderPage({ ...siteFor(address, query, viewer), ...around }, address)
      return html === null ? null : { type: "html", content: html, headers: headersOf(address) }
    },
  }
}

function formsOf(address: PageAddress): readonly ("json" | "csv")[] {
  if (address.page === "search" || address.page === "export") return []
  return isList(address) ? ["json", "csv"] : ["json"]
}

/** Where a reader begins: in a record of one story on that story, else in the library. */
export function startPath(document: RecordDocument): string {
  const [story, ...others] = document.stories
  if (story === undefined || others.length > 0) return "/"
  return serverPath({ page: "overview", story }, viewRecord(document).slugs)
}

/** Addresses and titles of the stories that are `wanted`. */
export function storyPaths(
  document: RecordDocument,
  wanted: (story: StoryWire) => boolean,
): readonly { readonly href: string; readonly title: string }[] {
  const stories = document.stories.filter(wanted)
  if (stories.length === 0) return []
  const { slugs } = viewRecord(document)
  return stories.map((story) => ({
    href: serverPath({ page: "overview", story }, slugs),
    title: storyTitle(story),
  }))
}

/** The address of a page's other form: before the query, after the path. */
function formPath(path: string, form: string): string {
  const [bare, query] = path.split("?") as [string, string | undefined]
  return `${bare === "/" ? "/index" : bare}.${form}${query === undefined ? "" : `?${query}`}`
}
