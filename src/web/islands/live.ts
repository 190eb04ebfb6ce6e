interface Change {
  readonly version: number | string
  readonly reports: number
  /** What is being added, in a line; null when nothing is. */
  readonly adding: { readonly line: string; readonly href: string } | null
}

/** Says when the record has changed since the page was made. The page itself stays as it is until the reader asks. */
export function startLive(): void {
  const { live, reports } = document.body.dataset
  if (live === undefined || reports === undefined) return
  const bar = document.createElement("div")
  bar.className = "live"
  bar.setAttribute("role", "status")
  document.querySelector("main")?.before(bar)
  const events = new EventSource(`/changes?at=${encodeURIComponent(location.pathname)}`)
  events.addEventListener("change", (event) => {
    const change = JSON.parse((event as MessageEvent<string>).data) as Change
    if (String(change.version) !== live) showNew(bar, change.reports - Number(reports))
    else showAdding(bar, change.adding)
  })
  addEventListener("pagehide", () => events.close())
}

function showNew(bar: HTMLElement, fresh: number): void {
  const words = fresh > 0 ? `${fresh} new` : "The record has changed"
  if (bar.firstChild?.textContent === `${words} `) return
  const button = document.createElement("button")
  button.type = "button"
  button.className = "button"
  button.textContent = "Show"
  button.addEventListener("click", () => location.reload())
  bar.replaceChildren(`${words} `, button)
}

function showAdding(bar: HTMLElement, adding: Change["adding"]): void {
  const link = bar.querySelector("a")
  if (adding === null) bar.replaceChildren()
  else if (link?.getAttribute("href") === adding.href) link.textContent = adding.line
  else {
    const fresh = document.createElement("a")
    fresh.href = adding.href
    fresh.textContent = adding.line
    bar.replaceChildren("Adding: ", fresh)
  }
}
