import { openDrawer } from "./drawers.ts"
import { differenceRows, stepTo } from "./rows.ts"
import { readSetting, writeSetting } from "./settings.ts"

interface Key {
  readonly keys: string
  readonly does: string
  readonly act: () => void
}

const sections: Readonly<Record<string, string>> = {
  o: "overview",
  s: "statements",
  f: "figures",
  r: "reports",
  c: "compare",
  l: "lineage",
  t: "timeline",
  h: "history",
  a: "asks",
  x: "gaps",
}

/** Single keys for what also has a visible control. They rest while something is being typed, and can be switched off. */
export function startKeys(): void {
  let isGoing = false
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === "?") return act(event, toggleHelp)
    if (readSetting("keys") === "off") return
    if (isGoing) {
      isGoing = false
      const link = document.querySelector<HTMLAnchorElement>(
        `.sections [data-section="${sections[event.key]}"] a`,
      )
      if (link) act(event, () => link.click())
      return
    }
    if (event.key === "g") {
      isGoing = true
      return
    }
    const key = keys.find((one) => one.keys.split(" ").includes(event.key))
    if (key) act(event, key.act)
  })
  addHelpButton()
}

const keys: readonly Key[] = [
  { keys: "j", does: "next row", act: () => stepTo("[data-row]", 1) },
  { keys: "k", does: "previous row", act: () => stepTo("[data-row]", -1) },
  { keys: "n", does: "next difference", act: () => stepTo(differenceRows, 1) },
  { keys: "p", does: "previous difference", act: () => stepTo(differenceRows, -1) },
  { keys: "Enter", does: "open the evidence of the row", act: openEvidence },
  { keys: "]", does: "next version, or next page of its kind", act: () => turn("next", 1) },
  { keys: "[", does: "previous version, or previous page of its kind", act: () => turn("prev", -1) },
  { keys: "t", does: "show or hide trivial differences", act: toggleTrivial },
  {
    keys: "y",
    does: "copy the first citation shown",
    act: () => click("button[data-copy]", openDrawer() ?? document),
  },
  { keys: "b", does: "make it the base of a comparison", act: () => clickIn("base") },
  { keys: "c", does: "choose what to add to a comparison", act: addToComparison },
  { keys: "x", does: "swap the first two that are compared", act: () => clickIn("swap") },
  { keys: "v", does: "mark the row as viewed", act: toggleViewed },
  { keys: "e", does: "export the story", act: () => clickIn("export") },
  { keys: "/", does: "search", act: () => document.querySelector<HTMLElement>("#search")?.focus() },
]

function act(event: KeyboardEvent, what: () => void): void {
  if (event.key === "Enter" && document.activeElement?.matches("a, button, summary, select")) return
  event.preventDefault()
  what()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")
  )
}

function openEvidence(): void {
  const row = document.activeElement?.closest("[data-row]")
  row?.querySelector<HTMLElement>(row.querySelector("a[data-drawer]") ? "a[data-drawer]" : "a")?.click()
}

/** Where a page has a next one, to it; on a page of several versions to the next of them. */
function turn(rel: "next" | "prev", by: 1 | -1): void {
  if (document.querySelector("[data-version]")) stepTo("[data-version]", by)
  else click(`a[rel="${rel}"]`)
}

function click(selector: string, within: ParentNode = document): void {
  within.querySelector<HTMLElement>(selector)?.click()
}

/** The control of that name in the row that is focused, else the first of the page. */
function clickIn(name: string): void {
  const row = document.activeElement?.closest("[data-row]")
  const control = `[data-key="${name}"]`
  click(control, row?.querySelector(control) ? row : document)
}

/** To the first choice that is still open; from a report, to the comparison of it. */
function addToComparison(): void {
  const choices = [...document.querySelectorAll<HTMLSelectElement>(".chooser select")]
  const open = choices.find((choice) => choice.value === "") ?? choices[1]
  if (open) open.focus()
  else clickIn("base")
}

function toggleViewed(): void {
  document.activeElement?.closest("[data-row]")?.querySelector<HTMLElement>(".viewed input")?.click()
}

function toggleTrivial(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('input[data-shows="trivial"]')) box.click()
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details.trivial"))
    details.open = !details.open
}

function addHelpButton(): void {
  const foot = document.querySelector(".foot p:last-child")
  if (!foot) return
  const button = document.createElement("button")
  button.type = "button"
  button.className = "link-button"
  button.textContent = "Keys"
  button.addEventListener("click", toggleHelp)
  foot.append(" · ", button)
}

function toggleHelp(): void {
  const known = document.querySelector<HTMLDialogElement>("dialog.keys")
  if (known?.open) {
    known.close()
    return
  }
  const dialog = known ?? document.body.appendChild(helpDialog())
  dialog.showModal()
}

function helpDialog(): HTMLDialogElement {
  const dialog = document.createElement("dialog")
  dialog.className = "keys"
  dialog.setAttribute("aria-labelledby", "keys-title")
  const title = document.createElement("h2")
  title.id = "keys-title"
  title.textContent = "Keys"
  const list = document.createElement("dl")
  const rows: readonly (readonly [string, string])[] = [
    ...keys.map((key) => [key.keys, key.does] as const),
    ["Esc", "close the evidence, back to where it was opened"],
    [
      "g, then a letter",
      Object.entries(sections)
        .map(([letter, name]) => `${letter} ${name}`)
        .join(", "),
    ],
    ["?", "this list"],
  ]
  for (const [key, does] of rows) {
    const [term, words] = [document.createElement("dt"), document.createElement("dd")]
    const cap = document.createElement("kbd")
    cap.textContent = key
    term.append(cap)
    words.textContent = does
    list.append(term, words)
  }
  const choice = document.createElement("label")
  const box = document.createElement("input")
  box.type = "checkbox"
  box.checked = readSetting("keys") !== "off"
  box.addEventListener("change", () => writeSetting("keys", box.checked ? "on" : "off"))
  choice.append(box, " Single keys are on")
  const close = document.createElement("button")
  close.type = "button"
  close.className = "button"
  close.textContent = "Close"
  close.addEventListener("click", () => dialog.close())
  dialog.append(title, list, choice, close)
  return dialog
}
