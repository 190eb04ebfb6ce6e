import type { ReportId } from "../article/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import type { SaidRuling } from "../store/index.ts"
import type { StoryRuling } from "../story/index.ts"
import type { DeskPage, RecordView, RulingView, Viewer } from "../web/index.ts"
import { nameOf } from "./add-routes.ts"
import type { Desk } from "./desk.ts"
import type { CurrentSite } from "./record-routes.ts"
import { htmlAnswer, type Route, seeOther } from "./route.ts"

const formBytesMax = 256 << 10

/** Splitting and merging stories by hand, and taking it back. */
export function rulingRoutes(desk: Desk, pages: CurrentSite): readonly Route[] {
  const page = (viewer: Viewer | null, shown: DeskPage, status = 200): Response =>
    htmlAnswer(pages.site().deskPage(shown, viewer), status)
  const fault = (viewer: Viewer | null, words: string): Response =>
    page(viewer, { page: "notice", title: "That could not be done", words }, 422)
  return [
    {
      method: "GET",
      path: "/s/:story/arrange",
      least: "editor",
      rate: "read",
      answer: ({ context, viewer }) => {
        const story = pages.site().view.storyBySlug(context.req.param("story") ?? "")
        if (story) return page(viewer, { page: "arrange", story, fault: null })
        return page(viewer, { page: "notice", title: "Not here", words: "There is no such story now." }, 404)
      },
    },
    {
      method: "GET",
      path: "/rulings",
      least: "reader",
      rate: "read",
      answer: ({ context, viewer }) => {
        const { view } = pages.site()
        const rulings = desk.said().map((said) => rulingView(view, said))
        return page(viewer, { page: "rulings", rulings, done: context.req.query("done") ?? null })
      },
    },
    {
      method: "POST",
      path: "/rulings",
      least: "editor",
      rate: "write",
      answer: async ({ context, viewer }) => {
        const form = await readForm(context.req.raw)
        if (form === null) return fault(viewer, "The form was too large or damaged.")
        const ruling = rulingOf(pages.site().view, form)
        if (!ruling.ok) return fault(viewer, ruling.error)
        const said = await desk.rule(ruling.value, nameOf(viewer))
        return said.ok
          ? seeOther(`/rulings?done=${said.value.id}#r-${said.value.id}`)
          : fault(viewer, said.error)
      },
    },
    {
      method: "POST",
      path: "/rulings/:id/withdraw",
      least: "editor",
      rate: "write",
      answer: async ({ context, viewer }) => {
        const taken = await desk.withdraw(context.req.param("id") ?? "")
        return taken.ok ? seeOther("/rulings") : fault(viewer, taken.error)
      },
    },
  ]
}

/** A small form's fields, or null. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return null
  const reader = request.body?.getReader()
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const chunk = await reader?.read().catch(() => null)
    if (!chunk) return null
    if (chunk.done) return new URLSearchParams(Buffer.concat(chunks).toString("utf8"))
    total += chunk.value.length
    if (total > formBytesMax) {
      await reader?.cancel()
      return null
    }
    chunks.push(chunk.value)
  }
}

/** What a form says of the record as it stands: the story or report may have gone meanwhile. */
function rulingOf(view: RecordView, form: URLSearchParams): Result<StoryRuling, string> {
  const gone = "The record has changed in the meantime. Look at the story again."
  const stories = [...new Set(form.getAll("story"))].map((slug) => view.storyBySlug(slug))
  if (stories.length === 0 || stories.includes(null))
    return fail(stories.length === 0 ? "Choose stories." : gone)
  const kind = form.get("kind")
  if (kind === "same") {
    if (stories.length < 2) return fail("Choose at least two stories.")
    const reports = [...new Set(stories.flatMap((story) => story!.reports))] as ReportId[]
    return ok({ kind: "same-story", reports })
  }
  const story = stories[0]!
  const chosen = [...new Set(form.getAll("report"))].map((slug) => view.reportBySlug(slug)?.id)
  if (chosen.some((id) => id === undefined || !story.reports.includes(id))) return fail(gone)
  const reports = chosen as ReportId[]
  if (kind === "apart") {
    const [one, other, ...more] = reports
    if (one === undefined || other === undefined || more.length > 0)
      return fail("Choose exactly two reports.")
    return ok({ kind: "other-story", reports: [one], others: [other] })
  }
  if (kind !== "split") return fail("It was not said what to do.")
  const others = (story.reports as ReportId[]).filter((id) => !reports.includes(id))
  if (reports.length === 0) return fail("Choose the reports that tell another story.")
  if (others.length === 0) return fail("All reports were chosen: some must stay.")
  return ok({ kind: "other-story", reports, others })
}

function rulingView(view: RecordView, { id, ruling, at, by }: SaidRuling): RulingView {
  const named = (ids: readonly string[]) =>
    ids.map((report) => ({ id: report, siglum: view.report(report)?.siglum ?? null }))
  const others = ruling.kind === "other-story" ? named(ruling.others) : []
  return { id, kind: ruling.kind, reports: named(ruling.reports), others, at, by }
}
