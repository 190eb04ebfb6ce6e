import type { StoryWire } from "../api/index.ts"
import { type PageAddress, statementViews, storySections, type VersionPair } from "./address.ts"
import { pageVersions } from "./page-versions.ts"
import type { RecordView } from "./record-view.ts"

export const comparedMax = 4

/** The fields of a query that the page at `path` depends on; of others the page is the same. */
export function queryNames(path: string): readonly string[] {
  const bare = path.replace(/\.(?:json|csv)$/, "")
  if (bare === "/search") return ["q"]
  if (/\/q\/\d+$/.test(bare)) return ["base", "view"]
  return queryNamesBySection[bare.split("/").at(-1)!] ?? []
}

const queryNamesBySection: Readonly<Record<string, readonly string[]>> = {
  compare: ["base", "with", "add", "rows", "trivial"],
  lineage: ["min", "copies"],
  history: ["page", "from", "to"],
}

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
    if (section === "f") return { page: "figure", story, number: Number(number) }
    return section === "q" ? statementAddress(view, story, Number(number), query) : null
  }
  if (section === "compare") {
    const slugs = [query.get("base") ?? "", ...(query.get("with") ?? "").split(","), ...query.getAll("add")]
    const sigla = slugs.flatMap((one) => view.reportBySlug(one)?.siglum ?? [])
    return {
      page: "compare",
      story,
      sigla: [...new Set(sigla)].slice(0, comparedMax),
      isWhole: query.get("rows") === "all",
      isTrivialShown: query.get("trivial") === "shown",
    }
  }
  if (section === "history") return { page: "history", story, pair: versionPair(view, story, query) }
  if (section === "lineage") {
    const least = /^[1-9]\d?$|^100$/.exec(query.get("min") ?? "")?.[0]
    const shareMin = least === undefined ? undefined : Number(least)
    return { page: "lineage", story, shown: { shareMin, isUnfolded: query.get("copies") === "shown" } }
  }
  if (section === "export") return { page: "export", story }
  const page = storySections.find((one) => one === section && one !== "overview")
  return page === undefined ? null : { page, story }
}

/** What a query asks for that does not exist is as if it were not asked for. */
function statementAddress(
  view: RecordView,
  story: StoryWire,
  number: number,
  query: URLSearchParams,
): PageAddress {
  const base = view.reportBySlug(query.get("base") ?? "")
  return {
    page: "statement",
    story,
    number,
    view: statementViews.find((one) => one === query.get("view")),
    base: base !== null && story.reports.includes(base.id) ? base.siglum : undefined,
  }
}

function versionPair(view: RecordView, story: StoryWire, query: URLSearchParams): VersionPair | undefined {
  const page = view.reportBySlug(query.get("page") ?? "")
  const versions = pageVersions(view, story).find((one) => one.page === page)?.versions.length ?? 0
  const [from, to] = ["from", "to"].map((name) => {
    const number = Number(/^[1-9]\d{0,4}$/.exec(query.get(name) ?? "")?.[0] ?? "0")
    return number <= versions ? number : 0
  }) as [number, number]
  if (page === null || from === 0 || to === 0 || from === to) return undefined
  return { page: page.siglum, from: Math.min(from, to), to: Math.max(from, to) }
}
