import { readSetting, writeSetting } from "./settings.ts"

/** Beside each difference a box to tick it off; the browser keeps it, by the story's address and the row. */
export function startViewed(): void {
  const place = location.pathname.replace(/\/(?:figures(?:\.html)?|index\.html)?$/, "")
  for (const row of document.querySelectorAll<HTMLElement>(".difference[id]")) {
    const name = `viewed.${place}#${row.id}`
    const label = document.createElement("label")
    label.className = "viewed"
    const box = document.createElement("input")
    box.type = "checkbox"
    box.checked = readSetting(name) === "on"
    const tell = () => row.toggleAttribute("data-viewed", box.checked)
    box.addEventListener("change", () => {
      writeSetting(name, box.checked ? "on" : "off")
      tell()
    })
    label.append(box, " Viewed")
    row.querySelector(".difference-about")?.append(label)
    tell()
  }
}
