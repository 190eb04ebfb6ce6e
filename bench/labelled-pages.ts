import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { root } from "../tools/source-tree.ts"

/** A page to be read, and its article by its label; null on a page written here. */
export interface BenchPage {
  readonly html: string
  readonly article: string | null
}

/** The labelled set beside the checkout where it is there, in the order of its ids, else pages written here. */
export function labelledPages(): readonly BenchPage[] {
  const folder = join(process.env.VARIORUM_SHARED ?? join(root, "..", "shared"), "data/extract-aeb")
  if (!existsSync(folder))
    return Array.from({ length: 200 }, (_, n) => ({ html: writtenPage(n), article: null }))
  const truth: Record<string, { articleBody: string }> = JSON.parse(
    readFileSync(join(folder, "ground-truth.json"), "utf8"),
  )
  return Object.keys(truth)
    .sort()
    .map((id) => ({
      html: gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8"),
      article: truth[id]!.articleBody,
    }))
}

function writtenPage(n: number): string {
  const paragraph = `<p>The ferry of line ${n} stopped in the sound on Tuesday evening, and its passengers, who had been told nothing, spent the night aboard.</p>`
  const links = Array.from(
    { length: 60 },
    (_, i) => `<li><a class="nav-item" href="/${i}">News of the harbour ${i}</a></li>`,
  )
  return `<!doctype html><html lang="en"><head><title>Ferry ${n} adrift</title></head><body><nav><ul>${links.join("")}</ul></nav><article><h1>Ferry ${n} adrift</h1><p class="byline">By Mia Holm</p>${paragraph.repeat(20)}</article><footer>© The Sound Gazette</footer></body></html>`
}
