import { readSetting, writeSetting } from "./settings.ts"

/** Lets a hint be dismissed for good. */
export function startHints(): void {
  for (const hint of document.querySelectorAll<HTMLElement>("[data-hint]")) {
    const name = `hint.${hint.dataset.hint}`
    if (readSetting(name) === "off") {
      hint.remove()
      continue
    }
    const button = document.createElement("button")
    button.type = "button"
    button.className = "button hint-close"
    button.textContent = "Got it"
    button.addEventListener("click", () => {
      writeSetting(name, "off")
      hint.remove()
    })
    hint.append(" ", button)
  }
}
