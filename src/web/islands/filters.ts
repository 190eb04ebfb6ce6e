const groups: readonly (readonly [string, readonly string[]])[] = [
  ["All", []],
  ["Numbers and dates", ["figure", "date"]],
  ["Wording", ["wording", "name"]],
  ["Who said it", ["speaker", "attribution"]],
]

/** Above a list of differences, buttons that leave only one kind of them on the page. */
export function startFilters(): void {
  for (const list of document.querySelectorAll<HTMLElement>("ol.differences")) {
    const rows = [...list.querySelectorAll<HTMLElement>("[data-kind]")]
    const useful = groups.filter(
      ([, kinds]) => kinds.length === 0 || rows.some((row) => kinds.includes(row.dataset.kind ?? "")),
    )
    if (useful.length <= 2) continue
    const bar = document.createElement("div")
    bar.className = "filters"
    bar.setAttribute("role", "group")
    bar.setAttribute("aria-label", "Show differences in")
    for (const [name, kinds] of useful) bar.append(filterButton(bar, rows, name, kinds))
    list.before(bar)
  }
}

function filterButton(
  bar: HTMLElement,
  rows: readonly HTMLElement[],
  name: string,
  kinds: readonly string[],
) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "button"
  button.textContent = name
  button.setAttribute("aria-pressed", String(kinds.length === 0))
  button.addEventListener("click", () => {
    for (const other of bar.children) other.setAttribute("aria-pressed", String(other === button))
    for (const row of rows) row.hidden = kinds.length > 0 && !kinds.includes(row.dataset.kind ?? "")
  })
  return button
}
