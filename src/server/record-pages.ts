import { exportedFile, likelyPaths, type ServedSite, type SiteAnswer, servedSite } from "../web/index.ts"
import { tagOf } from "./held-pages.ts"
import type { PageAnswer, RecordTask } from "./page-messages.ts"

/** Makes the pages of a record document. */
export class RecordPages {
  private site: ServedSite | null = null

  async answer(task: RecordTask): Promise<PageAnswer> {
    if (task.kind === "show") {
      this.site = servedSite(task.document, { version: task.version })
      return { kind: "shown", likely: likelyPaths(this.site.view) }
    }
    if (this.site === null) return { kind: "nothing" }
    if (task.kind === "export") return exportAnswer(this.site, task)
    return pageAnswer(this.site.answer(task.path, new URLSearchParams(task.query), task.viewer))
  }
}

export function pageAnswer(answer: SiteAnswer | null): PageAnswer {
  if (answer === null) return { kind: "nothing" }
  const bytes = new TextEncoder().encode(answer.content)
  return { kind: "page", type: answer.type, bytes, tag: tagOf(bytes), headers: answer.headers ?? {} }
}

export function exportAnswer(
  { view }: ServedSite,
  { story: slug, name, styles }: { readonly story: string; readonly name: string; readonly styles: string },
): PageAnswer {
  const story = view.storyBySlug(slug)
  const file = story && exportedFile(view, story, { name, styles })
  return file ? { kind: "file", file } : { kind: "nothing" }
}
