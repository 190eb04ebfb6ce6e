import type { ReportId } from "../article/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import type { SaidRuling } from "../store/index.ts"
import type { StoryRuling } from "../story/index.ts"
import type { DeskPage, RulingView, Viewer } from "../web/index.ts"
import { nameOf } from "./add-routes.ts"
import type { CurrentSite } from "./current-site.ts"
import type { DeskWork } from "./desk-work.ts"
import { htmlAnswer, type Route, seeOther } from "./route.ts"

const formBytesMax = 256 << 10
const ruledStoriesMax = 100

/** Splitting and merging stories by hand, and taking it back. */
export function rulingRoutes(desk: DeskWork, pages: CurrentSite): readonly Route[] {
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
      answer: async ({ context, viewer }) => {
        const found = await pages.story(context.req.param("story") ?? "")
        if (found)
          return htmlAnswer(found.site.deskPage({ page: "arrange", story: found.story, fault: null }, viewer))
        return page(viewer, { page: "notice", title: "Not here", words: "There is no such story now." }, 404)
      },
    },
    {
      method: "GET",
      path: "/rulings",
      least: "reader",
      rate: "read",
      answer: async ({ context, viewer }) => {
        const rulings = await rulingViews(pages, await desk.said())
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
        const ruling = await rulingOf(pages, form)
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
async function rulingOf(pages: CurrentSite, form: URLSearchParams): Promise<Result<StoryRuling, string>> {
  const gone = "The record has changed in the meantime. Look at the story again."
  const slugs = [...new Set(form.getAll("story"))]
  if (slugs.length === 0) return fail("Choose stories.")
  if (slugs.length > ruledStoriesMax) return fail("Those are too many stories at once.")
  const found = (await Promise.all(slugs.map((slug) => pages.story(slug)))).flatMap((one) => one ?? [])
  if (found.length < slugs.length) return fail(gone)
  const kind = form.get("kind")
  if (kind === "same") {
    if (found.length < 2) return fail("Choose at least two stories.")
    const reports = [...new Set(found.flatMap(({ story }) => story.reports))] as ReportId[]
    return ok({ kind: "same-story", reports })
  }
  const {
    story,
    site: { view },
  } = found[0]!
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

async function rulingViews(pages: CurrentSite, said: readonly SaidRuling[]): Promise<readonly RulingView[]> {
  const idsOf = ({ ruling }: SaidRuling): readonly (readonly string[])[] =>
    ruling.kind === "other-story" ? [ruling.reports, ruling.others] : [ruling.reports, []]
  const ids = [...new Set(said.flatMap(idsOf).flat())]
  const byId = new Map((await pages.named(ids)).map((report) => [report.id, report]))
  return said.map((one) => {
    const { id, ruling, at, by } = one
    const [reports, others] = idsOf(one).map((side) => side.map((report) => byId.get(report)!))
    return { id, kind: ruling.kind, reports: reports!, others: others!, at, by }
  })
}
