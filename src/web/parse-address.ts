import { type PageAddress, storySections } from "./address.ts"
import type { RecordView } from "./record-view.ts"

export const comparedMax = 4

/** The page that a server's path means, the inverse of `serverPath`; null when the record has none there. */
export function parseAddress(view: RecordView, path: string, query: URLSearchParams): PageAddress | null {
  const parts = path.split("/").filter((part) => part !== "")
  const [kind, slug, section, number] = parts
  if (kind === undefined) return { page: "library" }
  if (parts.length === 1) return kind === "about" || kind === "search" ? { page: kind } : null
  if (kind === "r" && parts.length === 2) {
    const report = view.reportBySlug(slug!)
    return report ? { page: "report", siglum: report.siglum } : null
  }
  const story = kind === "s" ? view.storyBySlug(slug!) : null
  if (!story || parts.length > 4) return null
  if (section === undefined) return { page: "overview", story }
  if (parts.length === 4) {
    if (!/^[1-9]\d{0,6}$/.test(number!)) return null
    const page = section === "q" ? "statement" : section === "f" ? "figure" : null
    return page === null ? null : { page, story, number: Number(number) }
  }
  if (section === "compare") {
    const slugs = [query.get("base") ?? "", ...(query.get("with") ?? "").split(","), ...query.getAll("add")]
    const sigla = slugs.flatMap((one) => view.reportBySlug(one)?.siglum ?? [])
    return { page: "compare", story, sigla: [...new Set(sigla)].slice(0, comparedMax) }
  }
  if (section === "export") return { page: "export", story }
  const page = storySections.find((one) => one === section && one !== "overview")
  return page === undefined ? null : { page, story }
}
