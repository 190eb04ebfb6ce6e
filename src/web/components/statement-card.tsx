import type { StatementWire, StoryWire } from "../../api/index.ts"
import type { Site } from "../site.ts"
import { type Backed, backReadings } from "../story-parts.ts"
import { variationPoints, wordingsOf } from "../variation.ts"
import { count } from "../words.ts"
import { CountLink } from "./counts.tsx"
import { PageLink } from "./page-link.tsx"

export interface StatementRow {
  readonly number: number
  readonly statement: StatementWire
  readonly readings: Backed
}

export function statementRow(site: Site, story: StoryWire, number: number): StatementRow {
  const statement = story.statements[number - 1]!
  return {
    number,
    statement,
    readings: backReadings(site.view, story, statement, {
      id: `e-q${number}`,
      title: `Statement ${number}`,
      backTo: `q${number}`,
      all: { page: "statement", story, number },
      reports: statement.readings.map((reading) => reading.report),
    }),
  }
}

/** Printed by some report with quotation marks or set apart, so that it may be shown in them. */
export function isQuoted(statement: StatementWire): boolean {
  return statement.readings.some((reading) => reading.form !== "indirect" && reading.form !== "unmarked")
}

/** The numbers of statements with most to compare first: most wordings, then most reports; of equals in story order. */
export function statementsByVariation(story: StoryWire): readonly number[] {
  return story.statements
    .map((statement, index) => ({
      number: index + 1,
      wordings: wordingsOf(statement).length,
      readings: statement.readings.length,
    }))
    .sort((a, b) => b.wordings - a.wordings || b.readings - a.readings || a.number - b.number)
    .map((row) => row.number)
}

/** A statement in a list: its words, who said it, and how far its readings part. */
export function StatementCard({ site, story, row }: { site: Site; story: StoryWire; row: StatementRow }) {
  const { statement, number } = row
  const points = variationPoints(statement).filter((point) => point.number !== null).length
  const speakers = statement.speakers.map((speaker) => speaker.name)
  return (
    <li class="statement-card" id={`q${number}`} data-row="" tabIndex={-1}>
      <p class={isQuoted(statement) ? "statement-words quoted" : "statement-words"} dir="auto">
        <PageLink class="title-link" site={site} to={{ page: "statement", story, number }}>
          {statement.text}
        </PageLink>
      </p>
      <p class="statement-speaker">
        {speakers.length === 0 ? (
          "No report names the speaker"
        ) : (
          <>
            {speakers.map((name, index) => (
              <>
                {index > 0 ? <span class="or"> or </span> : null}
                <bdi>{name}</bdi>
              </>
            ))}
            {speakers.length > 1 ? <span class="quiet"> (the reports disagree)</span> : null}
          </>
        )}
      </p>
      <p class="statement-facts">
        <CountLink
          href={`#e-q${number}`}
          reports={row.readings.reports}
          texts={row.readings.texts}
          about={`statement ${number}`}
        />
        <span class="quiet">
          {points === 0 ? "one wording" : count(points, "point of variation", "points of variation")}
        </span>
      </p>
    </li>
  )
}
