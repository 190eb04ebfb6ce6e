/**
 * The switches of a comparison act at once, and the address tells what is shown, so that it can be kept and sent. What
 * is trivial is marked by the style sheet as soon as its box is ticked; this opens the rows that hold it.
 */
export function startSwitches(): void {
  for (const comparison of document.querySelectorAll<HTMLElement>("[data-comparison]")) {
    for (const box of comparison.querySelectorAll<HTMLInputElement>("input[data-shows]")) {
      box.closest<HTMLElement>("[data-scripted]")?.removeAttribute("hidden")
      box.addEventListener("change", () => {
        const kind = box.dataset.shows === "rows" ? "details.folded" : "details.folded.has-trivial"
        for (const details of comparison.querySelectorAll<HTMLDetailsElement>(kind))
          details.open = box.checked
        if (box.form) keepInAddress(box)
      })
    }
  }
}

function keepInAddress(box: HTMLInputElement): void {
  const address = new URL(location.href)
  if (box.checked) address.searchParams.set(box.name, box.value)
  else address.searchParams.delete(box.name)
  history.replaceState(history.state, "", address)
}
