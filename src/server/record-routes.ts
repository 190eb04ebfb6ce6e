import { type DossierFile, iconSvg } from "../web/index.ts"
import type { CurrentSite } from "./current-site.ts"
import { type HeldPage, heldPage, pageResponse } from "./held-pages.ts"
import type { PageFailure } from "./page-messages.ts"
import { type Asked, htmlAnswer, type Route, seeOther } from "./route.ts"

const assetTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
}

/** What the pages are made with: the same for everybody, and nothing of the record. */
export function openRoutes(given: readonly DossierFile[]): readonly Route[] {
  const assets = new Map(
    [...given, { path: "icon.svg", content: iconSvg }].map(({ path, content }): [string, HeldPage] => {
      const mediaType = assetTypes[path.split(".").at(-1)!] ?? "application/octet-stream"
      return [path, heldPage(mediaType, new TextEncoder().encode(content))]
    }),
  )
  return [
    {
      method: "GET",
      path: "/assets/:name",
      least: null,
      rate: "read",
      answer: ({ context }) => {
        const asset = assets.get(context.req.param("name") ?? "")
        if (asset === undefined) return context.text("Not found.\n", 404)
        return pageResponse(asset, context.req.raw.headers, "no-cache")
      },
    },
    {
      method: "GET",
      path: "/openapi.json",
      least: null,
      rate: "read",
      answer: async ({ context }) => {
        // Seldom asked for, and made of many schemas.
        const { openApiDocument } = await import("./describe-api.ts")
        return context.json(openApiDocument())
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
    answer: async (asked) => {
      const { context, viewer } = asked
      const url = new URL(context.req.url)
      const reply = await pages.answer(decodePath(url.pathname), url.searchParams, viewer)
      switch (reply.kind) {
        case "held":
          return pageResponse(reply.page, context.req.raw.headers, "private, no-cache")
        case "elsewhere":
          return seeOther(reply.path)
        case "nothing":
          return context.text("Nothing in this record has that address.\n", 404)
        default:
          return failureAnswer(pages, asked, reply)
      }
    },
  }
}

const retrySeconds = 5

/** Says why there is no page, as a page where a reader asks. */
export function failureAnswer(
  pages: CurrentSite,
  { context, viewer }: Asked,
  failure: PageFailure,
): Response {
  const isBusy = failure.kind === "busy"
  const status = isBusy ? 503 : 500
  const title = isBusy ? "Too many pages at once" : "This page could not be made"
  const words = isBusy
    ? "Too many pages are being made. Ask again in a few seconds."
    : "It took too long, too much memory, or broke off. Nothing was changed, and every other page is there as before."
  const isPage = (context.req.header("accept") ?? "").includes("text/html")
  const answer = isPage
    ? htmlAnswer(pages.closedSite().deskPage({ page: "notice", title, words }, viewer), status)
    : context.text(`${title}. ${words}\n`, status)
  if (isBusy) answer.headers.set("retry-after", String(retrySeconds))
  return answer
}

/** The path with its escapes undone; as it stands where they are broken. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
