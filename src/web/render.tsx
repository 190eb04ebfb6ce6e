import { renderToString } from "preact-render-to-string"
import type { PageAddress } from "./address.ts"
import { Frame } from "./components/frame.tsx"
import { deskContent } from "./desk/desk-content.tsx"
import type { DeskPage } from "./desk/desk-page.ts"
import { numberNotes } from "./number-notes.ts"
import { aboutPage } from "./pages/about.tsx"
import { asksPage } from "./pages/asks.tsx"
import { comparePage } from "./pages/compare.tsx"
import { coverPage } from "./pages/cover.tsx"
import { exportPage } from "./pages/export.tsx"
import { figurePage, figuresPage } from "./pages/figures.tsx"
import { gapsPage } from "./pages/gaps.tsx"
import { historyPage } from "./pages/history.tsx"
import { libraryPage } from "./pages/library.tsx"
import { lineagePage } from "./pages/lineage.tsx"
import { overviewPage } from "./pages/overview.tsx"
import { reportPage } from "./pages/report.tsx"
import { reportsPage } from "./pages/reports.tsx"
import { searchPage } from "./pages/search.tsx"
import { statementPage } from "./pages/statement.tsx"
import { statementsPage } from "./pages/statements.tsx"
import { timelinePage } from "./pages/timeline.tsx"
import type { PageContent, Site } from "./site.ts"

/** The HTML of one of the server's own pages. */
export function renderDeskPage(site: Site, desk: DeskPage): string {
  return wholePage(site, deskContent(site, desk))
}

/** The HTML of one page, whole. Null when the record holds nothing at that address. */
export function renderPage(site: Site, address: PageAddress): string | null {
  const content = pageContent(site, address)
  return content === null ? null : wholePage(site, content)
}

function wholePage(site: Site, content: PageContent): string {
  return `<!doctype html>\n${numberNotes(renderToString(<Frame site={site} content={content} />))}\n`
}

/** A page before it gets its frame. Null when the record holds nothing at that address. */
export function pageContent(site: Site, address: PageAddress): PageContent | null {
  switch (address.page) {
    case "library":
      return site.dossier?.of ? coverPage(site, site.dossier.of) : libraryPage(site)
    case "about":
      return aboutPage(site)
    case "search":
      return searchPage(site)
    case "export":
      return exportPage(site, address.story)
    case "overview":
      return overviewPage(site, address.story)
    case "statements":
      return statementsPage(site, address.story)
    case "figures":
      return figuresPage(site, address.story)
    case "reports":
      return reportsPage(site, address.story)
    case "lineage":
      return lineagePage(site, address.story, address.shown)
    case "compare":
      return comparePage(site, address)
    case "timeline":
      return timelinePage(site, address.story)
    case "history":
      return historyPage(site, address.story, address.pair)
    case "asks":
      return asksPage(site, address.story)
    case "gaps":
      return gapsPage(site, address.story)
    case "statement":
      return address.story.statements[address.number - 1] ? statementPage(site, address) : null
    case "figure":
      return address.story.disagreements[address.number - 1]
        ? figurePage(site, address.story, address.number)
        : null
    case "report": {
      const report = site.view.document.reports.find((one) => one.siglum === address.siglum)
      return report ? reportPage(site, report) : null
    }
  }
}
