/**
 * A graph is one stop of the Tab key: its arrows go to the nearest link that way, Home and End to the first and the
 * last. Without this every link is a stop of its own. The link whose sentences are open is marked.
 */
export function startGraphs(): void {
  for (const graph of document.querySelectorAll<SVGElement>("svg[data-graph]")) {
    const links = [...graph.querySelectorAll<SVGAElement>("a")]
    if (links.length < 2) continue
    const rove = (to: SVGAElement): void => {
      for (const link of links) link.setAttribute("tabindex", link === to ? "0" : "-1")
    }
    rove(links[0]!)
    const tell = (): void => {
      for (const link of links)
        link.toggleAttribute(
          "data-selected",
          location.hash !== "" && link.getAttribute("href") === location.hash,
        )
    }
    addEventListener("hashchange", tell)
    tell()
    graph.addEventListener("focusin", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null
      if (link instanceof SVGAElement) rove(link)
    })
    graph.addEventListener("keydown", (event) => {
      const here = links.find((link) => link === document.activeElement)
      const next =
        here &&
        (event.key === "Home"
          ? links[0]
          : event.key === "End"
            ? links.at(-1)
            : nextTo(here, links, event.key))
      if (!next) return
      event.preventDefault()
      next.focus()
      next.scrollIntoView({ block: "nearest", inline: "nearest" })
    })
  }
}

const ways: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The link that lies that way and nearest, what lies beside the way counting twice. */
function nextTo(here: SVGAElement, links: readonly SVGAElement[], key: string): SVGAElement | null {
  const way = ways[key]
  if (!way) return null
  const from = middleOf(here)
  let best: SVGAElement | null = null
  let least = Number.POSITIVE_INFINITY
  for (const link of links) {
    const to = middleOf(link)
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const along = dx * way[0] + dy * way[1]
    if (link === here || along <= 1) continue
    const far = along + 2 * Math.abs(dx * way[1] + dy * way[0])
    if (far < least) [best, least] = [link, far]
  }
  return best
}

function middleOf(link: SVGAElement): { readonly x: number; readonly y: number } {
  const box = link.getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}
