import { openDrawer } from "./drawers.ts"

/** Differences of every page; trivial ones where these are asked for. */
export const differenceRows =
  '[data-difference], .difference, .comparison:has([data-shows="trivial"]:checked) [data-trivial]'

export function shownRows(selector: string, within: ParentNode = document): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)].filter((row) => row.checkVisibility())
}

/** Moves to the next row that is shown; inside an open drawer nothing below it is stepped through. */
export function stepTo(selector: string, by: 1 | -1, within: ParentNode = document): void {
  if (openDrawer()) return
  const rows = shownRows(selector, within)
  const here = rows.findIndex((row) => row.contains(document.activeElement))
  const at = here >= 0 ? here + by : by > 0 ? 0 : rows.length - 1
  const row = rows[Math.min(rows.length - 1, Math.max(0, at))]
  if (!row) return
  row.tabIndex = -1
  row.focus()
  row.scrollIntoView({ block: row.offsetHeight > innerHeight ? "start" : "nearest" })
}
