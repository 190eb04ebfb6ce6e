import { Hono } from "hono"
import type { RecordDocument } from "../api/index.ts"
import { type DossierFile, iconSvg, type ServedSite, type SiteAnswer, servedSite } from "../web/index.ts"
import { isLocalHost, pagePolicy } from "./guards.ts"

/** Where the record comes from. `current` gives the same object as long as nothing has changed. */
export interface DocumentSource {
  current(): RecordDocument
}

export interface ServerOptions {
  readonly assets: readonly DossierFile[]
  /**
   * Hosts, besides this machine's own names, that a request may ask for. A page elsewhere could otherwise point a name
   * of its own at this machine and read the record through the reader's browser.
   */
  readonly hosts?: readonly string[]
}

/** A record that does not change. */
export function fixedSource(document: RecordDocument): DocumentSource {
  return { current: () => document }
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

/** The application that answers for a record; `listen` puts it on a port. */
export function createServer(source: DocumentSource, options: ServerOptions): Hono {
  const app = new Hono()
  const assets = new Map(
    [...options.assets, { path: "icon.svg", content: iconSvg }].map((one) => [one.path, one.content]),
  )
  const pages = cachedPages(source)
  app.use(async (context, next) => {
    if (!isLocalHost(context.req.header("host"), options.hosts ?? []))
      return context.text("No such host here.\n", 421)
    await next()
    for (const [name, value] of Object.entries(pagePolicy)) context.res.headers.set(name, value)
  })
  app.get("/assets/:name", (context) => {
    const name = context.req.param("name")
    const content = assets.get(name)
    if (content === undefined) return context.text("Not found.\n", 404)
    return context.body(content, 200, {
      "content-type": assetTypes[name.split(".").at(-1)!] ?? "application/octet-stream",
      "cache-control": "no-cache",
    })
  })
  app.get("/healthz", (context) => context.text("ok\n"))
  app.get("*", (context) => {
    const url = new URL(context.req.url)
    const answer = pages(decodePath(url.pathname), url.searchParams)
    if (answer === null) return context.text("Nothing in this record has that address.\n", 404)
    return context.body(answer.content, 200, {
      "content-type": mediaTypes[answer.type],
      "cache-control": "no-cache",
    })
  })
  app.all("*", (context) => context.text("This server only reads.\n", 405, { allow: "GET, HEAD" }))
  return app
}

const cachedCharsMax = 64 << 20

/** Pages are made once for each state of the record, and held up to a limit: the least lately made goes first. */
function cachedPages(source: DocumentSource): (path: string, query: URLSearchParams) => SiteAnswer | null {
  let document: RecordDocument | null = null
  let site: ServedSite | null = null
  let held = new Map<string, SiteAnswer>()
  let heldChars = 0
  return (path, query) => {
    if (site === null || source.current() !== document) {
      document = source.current()
      site = servedSite(document, { canAdd: false })
      held = new Map()
      heldChars = 0
    }
    const key = `${path}?${query}`
    const known = held.get(key)
    if (known) return known
    const answer = site.answer(path, query)
    if (answer === null || answer.content.length > cachedCharsMax / 4 || path.startsWith("/search"))
      return answer
    held.set(key, answer)
    heldChars += answer.content.length
    for (const [oldest, one] of held) {
      if (heldChars <= cachedCharsMax) break
      held.delete(oldest)
      heldChars -= one.content.length
    }
    return answer
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
