import { type DeskPage, isOver, type Viewer } from "../web/index.ts"
import type { CurrentSite } from "./current-site.ts"
import type { DeskWork } from "./desk-work.ts"
import { eventStream } from "./event-stream.ts"
import { receiveUpload } from "./receive-upload.ts"
import { htmlAnswer, type Route, seeOther } from "./route.ts"

/** Who did something, as it is kept. */
export function nameOf(viewer: Viewer | null): string {
  return viewer?.account ?? "at this machine"
}

/** Adding reports, and following how they fare. */
export function addRoutes(desk: DeskWork, pages: CurrentSite, stopping: AbortSignal): readonly Route[] {
  const page = (viewer: Viewer | null, shown: DeskPage, status = 200): Response =>
    htmlAnswer(pages.site().deskPage(shown, viewer), status)
  return [
    {
      method: "GET",
      path: "/add",
      least: "editor",
      rate: "read",
      answer: ({ context, viewer }) => {
        const address = context.req.query("address") ?? null
        const isAddress = address !== null && /^https?:\/\/\S{1,2000}$/i.test(address)
        return page(viewer, { page: "add", address: isAddress ? address : null, fault: null })
      },
    },
    {
      method: "POST",
      path: "/add",
      least: "editor",
      rate: "write",
      answer: async ({ context, viewer }) => {
        const upload = await receiveUpload(context.req.raw)
        if (!upload.ok)
          return page(viewer, { page: "add", address: null, fault: upload.error.why }, upload.error.status)
        const job = desk.add(upload.value.inputs, nameOf(viewer), upload.value.release)
        if (!job.ok) return page(viewer, { page: "add", address: null, fault: job.error }, 503)
        return seeOther(`/add/${job.value.id}`)
      },
    },
    ...followRoutes(desk, pages, { page, stopping }),
  ]
}

type ShowPage = (viewer: Viewer | null, shown: DeskPage, status?: number) => Response

function followRoutes(
  desk: DeskWork,
  pages: CurrentSite,
  { page, stopping }: { readonly page: ShowPage; readonly stopping: AbortSignal },
): readonly Route[] {
  const streams = { open: 0, stopping }
  const noJob = (viewer: Viewer | null): Response =>
    page(viewer, { page: "notice", title: "Not here", words: "This was added long ago, or never." }, 404)
  return [
    {
      method: "GET",
      path: "/add/:job",
      least: "editor",
      rate: "read",
      answer: ({ context, viewer }) => {
        const job = desk.job(context.req.param("job") ?? "")
        return job === null ? noJob(viewer) : page(viewer, { page: "job", job: job.current() })
      },
    },
    {
      method: "POST",
      path: "/add/:job/cancel",
      least: "editor",
      rate: "write",
      answer: ({ context, viewer }) => {
        const job = desk.job(context.req.param("job") ?? "")
        if (job === null) return noJob(viewer)
        job.stop.abort()
        return seeOther(`/add/${job.id}`)
      },
    },
    {
      method: "GET",
      path: "/add/:job/events",
      least: "editor",
      rate: "read",
      answer: ({ context, viewer }) => {
        const job = desk.job(context.req.param("job") ?? "")
        if (job === null) return noJob(viewer)
        return eventStream(context, streams, {
          name: "job",
          read: () => JSON.stringify(job.current()),
          isLast: () => isOver(job.current()),
          listen: (hear) => [job.listen(hear)],
        })
      },
    },
    {
      method: "GET",
      path: "/changes",
      least: "reader",
      rate: "read",
      answer: ({ context, viewer }) => {
        const at = context.req.query("at") ?? "/"
        const told = async (): Promise<string> => JSON.stringify(await changeOf(desk, pages, viewer, at))
        return eventStream(context, streams, {
          name: "change",
          read: told,
          isLast: () => false,
          listen: (hear) => [desk.listen(hear), desk.listenToJobs(hear)],
        })
      },
    },
  ]
}

async function changeOf(
  desk: DeskWork,
  pages: CurrentSite,
  viewer: Viewer | null,
  path: string,
): Promise<object> {
  const job = viewer?.role === "reader" ? undefined : desk.openJobs()[0]
  return {
    ...(await pages.standing(path)),
    adding: job ? { line: job.line, href: `/add/${job.id}` } : null,
  }
}
