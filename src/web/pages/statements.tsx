import type { StoryWire } from "../../api/index.ts"
import { StatementCard, statementRow } from "../components/statement-card.tsx"
import type { PageContent, Site } from "../site.ts"

export function statementsPage(site: Site, story: StoryWire): PageContent {
  const rows = story.statements.map((_, index) => statementRow(site, story, index + 1))
  return {
    title: "Statements",
    address: { page: "statements", story },
    story,
    drawers: rows.map((row) => row.readings.drawer),
    body: (
      <>
        <div class="page-head">
          <h1>Statements</h1>
          <p class="lede">
            One entry for each utterance, however many reports print it and in whatever words.
          </p>
        </div>
        {rows.length === 0 ? (
          <div class="empty">
            <p>No quotation was found in these reports.</p>
          </div>
        ) : (
          <ol class="statement-list">
            {rows.map((row) => (
              <StatementCard site={site} story={story} row={row} />
            ))}
          </ol>
        )}
      </>
    ),
  }
}
