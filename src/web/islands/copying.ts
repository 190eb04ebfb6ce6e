/** Shows the copy buttons, which only a script can serve, and copies their citation when they are pressed. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]"))
    button.hidden = false
  document.addEventListener("click", (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-copy]") : null
    if (button) void copy(button)
  })
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const words = button.textContent
  try {
    await navigator.clipboard.writeText(button.dataset.copy ?? "")
    button.textContent = "Copied"
  } catch {
    button.textContent = "Could not copy"
  }
  setTimeout(() => {
    button.textContent = words
  }, 2000)
}
