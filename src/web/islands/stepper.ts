import { differenceRows, shownRows } from "./rows.ts"

/** Beside the count of differences: two buttons that step through them, and which of them is read. */
export function startSteppers(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-stepper]")) {
    const within = place.closest<HTMLElement>("[data-comparison], .statement-page")
    if (!within || shownRows(differenceRows, within).length < 2) continue
    const at = document.createElement("span")
    at.setAttribute("aria-live", "polite")
    let current = -1
    const tell = (): void => {
      const all = shownRows(differenceRows, within)
      at.textContent = current < 0 ? "" : `${current + 1} of ${all.length}`
    }
    const step = (by: 1 | -1): void => {
      const all = shownRows(differenceRows, within)
      const next =
        all[Math.min(all.length - 1, Math.max(0, current < 0 && by < 0 ? all.length - 1 : current + by))]
      if (!next) return
      next.tabIndex = -1
      next.focus({ preventScroll: true })
      next.scrollIntoView({ block: "center" })
    }
    within.addEventListener("focusin", (event) => {
      const found = shownRows(differenceRows, within).findIndex(
        (row) => event.target instanceof Node && row.contains(event.target),
      )
      if (found < 0) return
      current = found
      tell()
    })
    place.append(
      button("Previous difference", "\u2191", () => step(-1)),
      button("Next difference", "\u2193", () => step(1)),
      at,
    )
    tell()
    place.hidden = false
  }
}

function button(name: string, sign: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button")
  made.type = "button"
  made.className = "button"
  made.title = name
  made.setAttribute("aria-label", name)
  made.textContent = sign
  made.addEventListener("click", act)
  return made
}
