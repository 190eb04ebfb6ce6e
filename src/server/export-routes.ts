import type { DossierFile } from "../web/index.ts"
import type { CurrentSite } from "./current-site.ts"
import { failureAnswer } from "./record-routes.ts"
import type { Route } from "./route.ts"

/** Hands out a story as a file to keep. Made anew for each request: it is large, and seldom asked for. */
export function exportRoute(pages: CurrentSite, assets: readonly DossierFile[]): Route {
  const styles = assets.find(({ path }) => path === "site.css")?.content ?? ""
  return {
    method: "GET",
    path: "/s/:story/export/:name",
    least: "reader",
    rate: "read",
    answer: async (asked) => {
      const { context } = asked
      const [slug, name] = [context.req.param("story") ?? "", context.req.param("name") ?? ""]
      const reply = await pages.export(slug, name, styles)
      if (reply.kind === "nothing") return context.text("Nothing in this record has that address.\n", 404)
      if (reply.kind !== "file") return failureAnswer(pages, asked, reply)
      return context.body(reply.file.content, 200, {
        "content-type": reply.file.mediaType,
        "content-disposition": `attachment; filename="${reply.file.name}"`,
        "cache-control": "private, no-cache",
      })
    },
  }
}
