import { inputStates, isOver, type JobView, jobLine } from "../desk/job-view.ts"

/** Follows a job while it runs. What is said stays in its place; nothing that can be pressed moves before the end. */
export function startJob(): void {
  const job = document.querySelector<HTMLElement>(".job[data-job]")
  if (!job) return
  const events = new EventSource(job.dataset.job ?? "")
  events.addEventListener("job", (event) => {
    const view = JSON.parse((event as MessageEvent<string>).data) as JobView
    show(job, view)
    if (!isOver(view)) return
    events.close()
    void showEnd(job)
  })
}

function show(job: HTMLElement, view: JobView): void {
  setText(job.querySelector(".job-line"), jobLine(view))
  const progress = job.querySelector("progress")
  if (progress) {
    if (view.of > 0) {
      progress.max = view.of
      progress.value = view.done
    } else progress.removeAttribute("value")
  }
  const rows = job.querySelectorAll(".job-input")
  for (const [place, input] of view.inputs.entries()) {
    const row = rows[place]
    if (!row) continue
    row.className = `job-input job-input-${input.state}`
    const reports = input.reports > 1 ? `, ${input.reports} reports` : ""
    setText(row.querySelector(".job-state"), inputStates[input.state] + reports)
  }
}

/** A screen reader says again what is set again, so only what differs is set. */
function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}

/** The end as the server tells it, with what can be done now; the line that was spoken stays. */
async function showEnd(job: HTMLElement): Promise<void> {
  const answer = await fetch(location.href)
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  for (const part of [".job-inputs", ".job-after"]) {
    const [old, fresh] = [job.querySelector(part), page.querySelector(part)]
    if (old && fresh) old.replaceWith(document.adoptNode(fresh))
  }
  job.querySelector("progress")?.remove()
}
