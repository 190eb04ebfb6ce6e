/** Makes the whole page a place to drop files, addresses and text on, and to paste them, where it has a form to add. */
export function startDrop(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-drop]")
  const [text, files] = [
    form?.querySelector("textarea"),
    form?.querySelector<HTMLInputElement>("input[type=file]"),
  ]
  if (!form || !text || !files) return
  form.querySelector<HTMLElement>("[data-drop-hint]")?.removeAttribute("hidden")
  const take = (given: DataTransfer): boolean => {
    if (given.files.length > 0) {
      files.files = given.files
      return true
    }
    const words = given.getData("text/uri-list") || given.getData("text/plain")
    if (words.trim() === "") return false
    text.value = words
    return true
  }
  let depth = 0
  const over = (change: number): void => {
    depth = Math.max(0, depth + change)
    form.classList.toggle("is-over", depth > 0)
  }
  document.addEventListener("dragenter", () => over(1))
  document.addEventListener("dragleave", () => over(-1))
  document.addEventListener("dragover", (event) => event.preventDefault())
  document.addEventListener("drop", (event) => {
    event.preventDefault()
    over(-depth)
    if (event.dataTransfer && take(event.dataTransfer)) form.requestSubmit()
  })
  document.addEventListener("paste", (event) => {
    if (event.target instanceof HTMLElement && event.target.matches("input, textarea")) return
    if (!event.clipboardData || !take(event.clipboardData)) return
    event.preventDefault()
    form.querySelector<HTMLElement>("button[type=submit]")?.focus()
  })
  form.addEventListener("submit", (event) => {
    if (text.value.trim() !== "" || files.files?.length) return
    event.preventDefault()
    text.focus()
  })
}
