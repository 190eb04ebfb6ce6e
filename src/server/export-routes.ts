import { type DossierFile, exportedFile } from "../web/index.ts"
import type { CurrentSite } from "./record-routes.ts"
import type { Route } from "./route.ts"

/** Hands out a story as a file to keep. Made anew for each request: it is large, and seldom asked for. */
export function exportRoute(pages: CurrentSite, assets: readonly DossierFile[]): Route {
  const styles = assets.find(({ path }) => path === "site.css")?.content ?? ""
  return {
    method: "GET",
    path: "/s/:story/export/:name",
    least: "reader",
    rate: "read",
    answer: async ({ context }) => {
      const [slug, name] = [context.req.param("story") ?? "", context.req.param("name") ?? ""]
      const found = await pages.story(slug)
      const file = found && exportedFile(found.site.view, found.story, { name, styles })
      if (!file) return context.text("Nothing in this record has that address.\n", 404)
      return context.body(file.content, 200, {
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename="${file.name}"`,
        "cache-control": "private, no-cache",
      })
    },
  }
}
