import { getConnInfo } from "@hono/node-server/conninfo"
import { type Context, Hono } from "hono"
import type { DossierFile, Viewer } from "../web/index.ts"
import { addRoutes } from "./add-routes.ts"
import type { CurrentSite } from "./current-site.ts"
import type { DeskWork } from "./desk-work.ts"
import { exportRoute } from "./export-routes.ts"
import { isLocalHost, isSameOrigin, pagePolicy } from "./guards.ts"
import { RateLimits } from "./rate-limits.ts"
import { openRoutes, recordRoute } from "./record-routes.ts"
import { currentSite, type DocumentSource } from "./record-site.ts"
import { mayAsk, type Route } from "./route.ts"
import { rulingRoutes } from "./ruling-routes.ts"

export interface ServerOptions {
  readonly assets: readonly DossierFile[]
  /** Where reports are added and stories ruled on; absent: the record is only read. */
  readonly desk?: DeskWork
  /** Who may do what; absent: whoever reaches the server may do all that it can. */
  readonly access?: Access
  /**
   * What browsers call the server, as `https://record.example`; absent: it answers this machine's own names alone. A
   * page elsewhere could otherwise point a name of its own at this machine and read the record through the reader's
   * browser.
   */
  readonly origin?: URL
  /** Ends what would stay open as long as somebody listens; absent: nothing does. */
  readonly stopping?: AbortSignal
  /** Requests come through one proxy of the operator's, which says whom they come from. */
  readonly isBehindProxy?: boolean
}

/** How people sign in. */
export interface Access {
  /** Who sends the request, or null. */
  viewerOf(headers: Headers): Viewer | null
  routes(pages: CurrentSite): readonly Route[]
}

/** Everything that the server answers, in the order in which it is tried. */
export function serverRoutes(pages: CurrentSite, options: ServerOptions): readonly Route[] {
  return [
    ...openRoutes(options.assets),
    ...(options.access?.routes(pages) ?? []),
    ...(options.desk
      ? [...addRoutes(options.desk, pages, options.stopping ?? never), ...rulingRoutes(options.desk, pages)]
      : []),
    exportRoute(pages, options.assets),
    recordRoute(pages),
  ]
}

const never = new AbortController().signal

/** The application that answers for a record; `listen` puts it on a port. */
export function createServer(source: DocumentSource | CurrentSite, options: ServerOptions): Hono {
  const pages = "site" in source ? source : currentSite(source)
  const app = new Hono()
  const limits = new RateLimits()
  const hosts = options.origin ? [options.origin.hostname] : []
  app.use(async (context, next) => {
    if (isLocalHost(context.req.header("host"), hosts)) await next()
    else context.res = context.text("No such host here.\n", 421)
    for (const [name, value] of Object.entries(pagePolicy)) context.res.headers.set(name, value)
    if (options.origin?.protocol === "https:")
      context.res.headers.set("strict-transport-security", "max-age=31536000")
  })
  for (const route of serverRoutes(pages, options))
    app.on(route.method, route.path, (context) => answerGuarded(context, route, options, limits))
  app.all("*", (context) =>
    context.text("This server does nothing of the kind here.\n", 405, { allow: "GET, HEAD" }),
  )
  app.onError((_error, context) => context.text("Something in the server broke. Nothing was changed.\n", 500))
  return app
}

async function answerGuarded(
  context: Context,
  route: Route,
  options: ServerOptions,
  limits: RateLimits,
): Promise<Response> {
  const { headers } = context.req.raw
  const { access } = options
  const isLimited = access !== undefined
  const nowMs = Date.now()
  const byAddress = isLimited ? limits.take(route.rate, senderOf(context, options), nowMs) : null
  if (byAddress !== null) return tooMany(byAddress)
  if (route.method !== "GET" && !isSameOrigin(headers, originOf(context, options)))
    return context.text("Only a page of this server may ask for that.\n", 403)
  const viewer = access ? access.viewerOf(headers) : whoeverIsHere(options)
  if (access && !mayAsk(viewer, route.least)) return refusal(context, viewer)
  const byAccount = isLimited && viewer?.account ? limits.take(route.rate, viewer.account, nowMs) : null
  if (byAccount !== null) return tooMany(byAccount)
  return route.answer({ context, viewer })
}

/** Without sign-in, the server answers this machine alone, and whoever sits there may do what can be done. */
function whoeverIsHere(options: ServerOptions): Viewer | null {
  return options.desk ? { account: null, role: "editor" } : null
}

function refusal(context: Context, viewer: Viewer | null): Response {
  if (viewer !== null) return context.text("Your role does not allow that.\n", 403)
  const isPage = context.req.method === "GET" && (context.req.header("accept") ?? "").includes("text/html")
  return isPage ? context.redirect("/sign-in", 303) : context.text("Sign in first.\n", 401)
}

function tooMany(seconds: number): Response {
  const headers = { "retry-after": String(seconds), "content-type": "text/plain; charset=utf-8" }
  return new Response("Too many requests. Try again later.\n", { status: 429, headers })
}

function originOf(context: Context, { origin }: ServerOptions): string {
  const host = context.req.header("host")
  return origin && host === origin.host ? origin.origin : `http://${host}`
}

/** The address that a request comes from; of many before a proxy, the one that the proxy itself saw. */
function senderOf(context: Context, { isBehindProxy }: ServerOptions): string {
  const forwarded = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()
  if (isBehindProxy && forwarded) return forwarded
  try {
    return getConnInfo(context).remote.address ?? "unknown"
  } catch {
    return "unknown"
  }
}
