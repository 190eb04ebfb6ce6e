import { type FoundSentence, findSentences } from "../find-sentences.ts"
import { cutLayers } from "../layers.ts"
import { type SearchedReport, searchDataName } from "../searched-report.ts"
import { count } from "../words.ts"

/** Searches a dossier on a disk, where no server can: the texts come as a script beside the page. */
export function startSearch(): void {
  const data = (globalThis as unknown as Record<string, unknown>)[searchDataName]
  const [said, list] = [document.querySelector("#search-said"), document.querySelector("#hits")]
  const query = new URLSearchParams(location.search).get("q") ?? ""
  if (!Array.isArray(data) || !said || !list || query.trim() === "") return
  const input = document.querySelector<HTMLInputElement>("#search")
  if (input) input.value = query
  const { hits, total } = findSentences(data as SearchedReport[], query)
  said.textContent = `${count(total, "sentence")} with ${query}${total > hits.length ? `, the first ${hits.length} shown` : ""}.`
  list.replaceChildren(...hits.map(hitRow))
}

function hitRow(hit: FoundSentence<SearchedReport>): HTMLElement {
  const report = hit.in
  const row = made("li", "hit")
  row.dataset.row = ""
  const source = made("p", "evidence-source")
  const siglum = made("bdi", "siglum")
  siglum.textContent = report.siglum
  source.append(siglum, ` ${report.outlet ?? "Outlet not known"}`)
  const words = made("p", "hit-words")
  words.dir = "auto"
  const link = document.createElement("a")
  link.className = "title-link"
  link.href = `${report.path}#s${hit.number}`
  for (const run of cutLayers(hit.sentence, hit.found)) {
    const text = report.text.slice(run.start, run.end)
    if (run.layers.length === 0) link.append(text)
    else {
      const mark = made("mark", "cited")
      mark.textContent = text
      link.append(mark)
    }
  }
  words.append(link)
  row.append(source, words)
  return row
}

function made(name: string, className: string): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  return element
}
