import type { Context } from "hono"
import type { Role, Viewer } from "../web/index.ts"

/** What every answer may depend on. */
export interface Asked {
  readonly context: Context
  /** Who asks; null where that is not known. */
  readonly viewer: Viewer | null
}

/** How often it may be asked for: see `rateLimits`. */
export type RateKind = "read" | "write" | "sign-in"

/** One thing the server answers, and who may ask for it. The table of all routes is the table of rights. */
export interface Route {
  readonly method: "GET" | "POST"
  readonly path: string
  /** The least role that may ask; null: everybody, also before signing in. */
  readonly least: Role | null
  readonly rate: RateKind
  answer(asked: Asked): Response | Promise<Response>
}

const ranks: Readonly<Record<Role, number>> = { reader: 0, editor: 1, owner: 2 }

export function mayAsk(viewer: Viewer | null, least: Role | null): boolean {
  return least === null || (viewer !== null && ranks[viewer.role] >= ranks[least])
}

/** After something was done: the browser asks for the page that shows it. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}

export function htmlAnswer(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  })
}
