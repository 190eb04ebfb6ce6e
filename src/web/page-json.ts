import { compareReports } from "../api/index.ts"
import type { PageAddress } from "./address.ts"
import type { RecordView } from "./record-view.ts"
import { gapsOf } from "./story-parts.ts"
import { toldAgainst } from "./told-against.ts"

/** What a page shows, as JSON for programs, in the words of the record's own document. Null when there is none. */
export function pageJson(view: RecordView, address: PageAddress): object | null {
  switch (address.page) {
    case "library": {
      const stories = view.document.stories.map((story) => ({
        id: story.id,
        title: story.title,
        reports: story.reports.length,
        texts: story.texts.length,
        statements: story.statements.length,
        disagreements: story.disagreements.length,
        from: story.from,
        to: story.to,
      }))
      return { stories, gaps: view.document.gaps }
    }
    case "about":
      return { format: view.document.format, made: view.document.made }
    case "search":
    case "export":
      return null
    case "report":
      return view.document.reports.find((report) => report.siglum === address.siglum) ?? null
    case "overview":
      return address.story
    case "statements":
      return { story: address.story.id, statements: address.story.statements }
    case "figures":
      return { story: address.story.id, disagreements: address.story.disagreements }
    case "reports":
      return { story: address.story.id, reports: view.reportsOf(address.story) }
    case "lineage": {
      const { texts, links, rewrites } = address.story
      return { story: address.story.id, texts, links, rewrites }
    }
    case "timeline":
      return { story: address.story.id, timeline: address.story.timeline }
    case "history":
      return { story: address.story.id, edits: address.story.edits }
    case "asks":
      return { story: address.story.id, demands: address.story.demands }
    case "gaps":
      return { story: address.story.id, gaps: gapsOf(view, address.story) }
    case "statement":
      return toldAgainst(view, address)
    case "figure":
      return address.story.disagreements[address.number - 1] ?? null
    case "compare": {
      const reports = address.sigla.flatMap(
        (siglum) => view.document.reports.find((one) => one.siglum === siglum) ?? [],
      )
      const compared = reports.length < 2 ? { reports: [], rows: [], isCut: false } : compareReports(reports)
      return { story: address.story.id, ...compared }
    }
  }
}
