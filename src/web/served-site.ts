import type { RecordDocument } from "../api/index.ts"
import { type PageAddress, serverPath } from "./address.ts"
import { isList, pageCsv } from "./page-csv.ts"
import { pageJson } from "./page-json.ts"
import { parseAddress } from "./parse-address.ts"
import { viewRecord } from "./record-view.ts"
import { renderPage } from "./render.tsx"
import type { Site } from "./site.ts"

/** What a server answers for a path; null where there is nothing. */
export interface SiteAnswer {
  readonly type: "html" | "json" | "csv"
  readonly content: string
}

export interface ServedSite {
  answer(path: string, query: URLSearchParams): SiteAnswer | null
}

export interface ServedSiteOptions {
  /** Reports may be added to the record through the pages. */
  readonly canAdd: boolean
}

/** The pages of a record as a server gives them: `/s/x` the page, `/s/x.json` and `/s/x.csv` the same for programs. */
export function servedSite(document: RecordDocument, options: ServedSiteOptions): ServedSite {
  const view = viewRecord(document)
  const siteFor = (address: PageAddress, query: URLSearchParams): Site => ({
    view,
    to: (target, fragment) =>
      `${serverPath(target, view.slugs)}${fragment === undefined ? "" : `#${fragment}`}`,
    asset: (name) => `/assets/${name}`,
    forms: formsOf(address).map((form) => ({
      name: form.toUpperCase(),
      href: formPath(serverPath(address, view.slugs), form),
    })),
    query: query.get("q") ?? "",
    isServed: true,
    canAdd: options.canAdd,
  })
  return {
    answer: (path, query) => {
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
      const html = renderPage(siteFor(address, query), address)
      return html === null ? null : { type: "html", content: html }
    },
  }
}

function formsOf(address: PageAddress): readonly ("json" | "csv")[] {
  if (address.page === "search") return []
  return isList(address) ? ["json", "csv"] : ["json"]
}

/** Where a reader begins: in a record of one story on that story, else in the library. */
export function startPath(document: RecordDocument): string {
  const [story, ...others] = document.stories
  if (story === undefined || others.length > 0) return "/"
  return serverPath({ page: "overview", story }, viewRecord(document).slugs)
}

/** The address of a page's other form: before the query, after the path. */
function formPath(path: string, form: string): string {
  const [bare, query] = path.split("?") as [string, string | undefined]
  return `${bare === "/" ? "/index" : bare}.${form}${query === undefined ? "" : `?${query}`}`
}
