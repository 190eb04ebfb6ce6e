import type { DemandWire, StoryWire } from "../../api/index.ts"
import { CountLink } from "../components/counts.tsx"
import type { PageContent, Site } from "../site.ts"
import { answers, type Backed, backCitations } from "../story-parts.ts"
import { count } from "../words.ts"

/** What was done, alone and towards somebody. */
const kindWords: Readonly<Record<string, readonly [alone: string, towards: string]>> = {
  demand: ["demanded", "demanded of"],
  call: ["called for", "called on"],
  question: ["asked", "asked"],
  promise: ["promised", "promised"],
  refusal: ["refused", "refused"],
}

interface AskRow {
  readonly demand: DemandWire
  readonly asked: Backed
  readonly answered: Backed
}

/** Who asked what of whom, and what the reports print in response. */
export function asksPage(site: Site, story: StoryWire): PageContent {
  const rows: readonly AskRow[] = story.demands.map((demand, index) => ({
    demand,
    asked: backCitations(site.view, story, demand.evidence, {
      id: `e-a${index + 1}`,
      title: `Asked: ${demand.what}`,
      backTo: `a${index + 1}`,
    }),
    answered: backCitations(site.view, story, demand.answerEvidence, {
      id: `e-r${index + 1}`,
      title: `Response to: ${demand.what}`,
      backTo: `a${index + 1}`,
    }),
  }))
  return {
    title: "Asks",
    address: { page: "asks", story },
    story,
    drawers: rows.flatMap((row) => [
      row.asked.drawer,
      ...(row.answered.reports > 0 ? [row.answered.drawer] : []),
    ]),
    body: (
      <>
        <div class="page-head">
          <h1>Asks</h1>
          <p class="lede">
            Demands, calls, questions, promises and refusals, with the response that the reports print. No
            response found means: in {count(story.reports.length, "report")}, not in the world.
          </p>
        </div>
        {rows.length === 0 ? (
          <div class="empty">
            <p>No demand or question was found in these reports.</p>
          </div>
        ) : (
          <ol class="asks">
            {rows.map((row, index) => (
              <AskItem row={row} place={index + 1} />
            ))}
          </ol>
        )}
      </>
    ),
  }
}

function AskItem({ row, place }: { row: AskRow; place: number }) {
  const { demand, asked, answered } = row
  return (
    <li class="ask" id={`a${place}`} data-row="" tabIndex={-1}>
      <p class="ask-who">
        <bdi>{demand.by ?? "Somebody not named"}</bdi>{" "}
        {kindWords[demand.kind]?.[demand.of === null ? 0 : 1] ?? demand.kind}{" "}
        {demand.of === null ? null : <bdi>{demand.of}</bdi>}
      </p>
      <p class="ask-what" dir="auto">
        {demand.what}
      </p>
      <p class="statement-facts">
        <CountLink
          href={`#${asked.drawer.id}`}
          reports={asked.reports}
          texts={asked.texts}
          about={demand.what}
        />
      </p>
      <p class="answer-row">
        <span class="answer">{answers[demand.answer]}</span>
        {answered.reports > 0 ? (
          <CountLink
            href={`#${answered.drawer.id}`}
            reports={answered.reports}
            texts={answered.texts}
            about={`the response to ${demand.what}`}
          />
        ) : null}
      </p>
    </li>
  )
}
