import type { VNode } from "preact"
import type { StatementWire, StoryWire } from "../../api/index.ts"
import { type StatementAddress, type StatementView, statementViews } from "../address.ts"
import { Apparatus, apparatusEntries, inOrder } from "../components/apparatus.tsx"
import { CountLink } from "../components/counts.tsx"
import { Glyph, MarkLegend } from "../components/mark.tsx"
import { PageLink } from "../components/page-link.tsx"
import { Sigla } from "../components/sigla.tsx"
import { isQuoted } from "../components/statement-card.tsx"
import { defaultView, StatementChoices } from "../components/statement-choices.tsx"
import { ReadingText, StatementText } from "../components/statement-text.tsx"
import { VariantDrawing } from "../components/variant-graph.tsx"
import { WordingGrid } from "../components/wording-grid.tsx"
import type { Mark } from "../marks.ts"
import type { PageContent, Site } from "../site.ts"
import { type Backed, backReadings } from "../story-parts.ts"
import { toldAgainst } from "../told-against.ts"
import { layOutVariants } from "../variant-graph.ts"
import { variationPoints, type Wording, wordingsOf } from "../variation.ts"
import { count, readableTime } from "../words.ts"

/** A statement as a critical edition sets it: the wording, where the readings part, then every reading in full. */
export function statementPage(site: Site, address: StatementAddress): PageContent {
  const { story, number } = address
  const statement = toldAgainst(site.view, address)!
  const points = variationPoints(statement)
  const counted = points.filter((point) => point.number !== null)
  const entries = apparatusEntries(site, story, statement, points)
  const wordings = backedWordings(site, story, statement, number)
  const view = address.view ?? defaultView(counted.length)
  const shown: ReadonlySet<StatementView> = new Set(site.isServed ? [view] : statementViews)
  const marks = [...new Set(entries.flatMap(({ variants }) => variants.map(({ variant }) => variant.mark)))]
  const grid =
    counted.length > 0 ? (
      <WordingGrid
        site={site}
        story={story}
        statement={statement}
        points={counted}
        isOnly={!shown.has("apparatus")}
      />
    ) : null
  const graph =
    counted.length > 0 && shown.has("graph") ? (
      <VariantDrawing site={site} story={story} graph={layOutVariants(statement)} entries={entries} />
    ) : null
  return {
    title: `Statement ${number}`,
    address,
    story,
    drawers: [
      ...(shown.has("apparatus") || shown.has("graph")
        ? entries.flatMap((entry) => entry.variants.map(({ backed }) => backed.drawer))
        : []),
      ...wordings.map(({ backed }) => backed.drawer),
    ],
    body: (
      <article class="statement-page">
        <StatementHead site={site} address={address} />
        <blockquote class={isQuoted(statement) ? "statement-full quoted" : "statement-full"} dir="auto">
          <StatementText
            statement={statement}
            points={points}
            isLinked={!shown.has("list") || shown.size > 1}
          />
        </blockquote>
        <Speakers site={site} story={story} statement={statement} />
        <StatementChoices site={site} address={address} view={view} points={counted.length} />
        {shown.has("apparatus") ? <Apparatus site={site} story={story} entries={entries} /> : null}
        {site.isServed ? <SetOut view={view} grid={grid} graph={graph} /> : null}
        <InFull site={site} address={address} wordings={wordings} marks={marks} />
        {site.isServed ? null : <FoldedViews grid={grid} graph={graph} />}
        {address.base === undefined ? <WhyThisWording statement={statement} /> : null}
      </article>
    ),
  }
}

type BackedWordings = ReturnType<typeof backedWordings>

/** Every reading with its words, most reports first. */
function InFull(props: {
  site: Site
  address: StatementAddress
  wordings: BackedWordings
  marks: readonly Mark[]
}) {
  const { site, address, wordings, marks } = props
  const readings = wordings.reduce((sum, { wording }) => sum + wording.readings.length, 0)
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">
        In full <span class="quiet">{count(readings, "reading")}</span>
      </h2>
      <ol class="wordings">
        {wordings.map(({ wording, backed }, index) => (
          <WordingEntry site={site} address={address} wording={wording} backed={backed} place={index + 1} />
        ))}
      </ol>
      <MarkLegend marks={marks} />
    </section>
  )
}

function backedWordings(site: Site, story: StoryWire, statement: StatementWire, number: number) {
  return wordingsOf(statement).map((wording, index) => ({
    wording,
    backed: backReadings(site.view, story, statement, {
      id: `e-w${index + 1}`,
      title: `Wording ${index + 1} of statement ${number}`,
      backTo: `w${index + 1}`,
      reports: wording.readings.map((reading) => reading.report),
    }),
  }))
}

interface Views {
  readonly grid: VNode | null
  readonly graph: VNode | null
}

/** The view that was chosen, of a page that is served; a graph has the grid under it, which holds the same. */
function SetOut({ view, grid, graph }: Views & { view: StatementView }) {
  if (view !== "grid" && view !== "graph") return null
  return (
    <section class="set-out" aria-labelledby={view}>
      <h2 id={view}>{view === "grid" ? "The readings as a grid" : "The readings as a graph"}</h2>
      {grid === null ? <p class="quiet">Every reading has the same words.</p> : null}
      {graph}
      {graph === null ? null : <h3 id="grid">The same as a grid</h3>}
      {grid}
    </section>
  )
}

/** What stands on a page that nobody serves, which holds every view. */
function FoldedViews({ grid, graph }: Views) {
  return (
    <>
      {grid === null ? null : (
        <details class="view-folded">
          <summary id="as-grid">As a grid</summary>
          <div id="grid">{grid}</div>
        </details>
      )}
      {graph === null ? null : (
        <details class="view-folded">
          <summary>As a graph</summary>
          <div id="graph">{graph}</div>
        </details>
      )}
    </>
  )
}

function StatementHead({ site, address }: { site: Site; address: StatementAddress }) {
  const { story, number } = address
  const to = (step: number) =>
    story.statements[number - 1 + step] ? site.to({ page: "statement", story, number: number + step }) : null
  const [before, after] = [to(-1), to(1)]
  return (
    <div class="pager">
      <h1 class="eyebrow">
        Statement {number} of {story.statements.length}
      </h1>
      <span class="pager-links">
        {before ? (
          <a class="button" rel="prev" href={before}>
            Previous
          </a>
        ) : null}
        {after ? (
          <a class="button" rel="next" href={after}>
            Next
          </a>
        ) : null}
      </span>
    </div>
  )
}

function Speakers({ site, story, statement }: { site: Site; story: StoryWire; statement: StatementWire }) {
  if (statement.speakers.length === 0) return <p class="speakers">No report names the speaker.</p>
  const isDisputed = statement.speakers.length > 1
  return (
    <div class="speakers">
      {isDisputed ? (
        <p>
          <Glyph mark="attribution" /> The reports name different speakers:
        </p>
      ) : null}
      <ul class="plain-list">
        {statement.speakers.map((speaker) => (
          <li>
            <bdi class="speaker-name">{speaker.name}</bdi>{" "}
            {isDisputed || statement.speakers[0]!.reports.length < statement.readings.length ? (
              <>
                <span class="quiet">according to</span>{" "}
                <Sigla site={site} reports={inOrder(site, story, speaker.reports)} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

const formWords = {
  direct: "quoted",
  partial: "quoted in part",
  block: "set apart as a quotation",
  indirect: "told in indirect speech",
  unmarked: "printed without quotation marks",
} as const

function WordingEntry(props: {
  site: Site
  address: StatementAddress
  wording: Wording
  backed: Backed
  place: number
}) {
  const { site, address, wording, backed, place } = props
  const reports = inOrder(
    site,
    address.story,
    wording.readings.map((reading) => reading.report),
  )
  const first = reports[0]
  const via = [...new Set(wording.readings.flatMap((reading) => reading.via ?? []))]
  return (
    <li class="wording" id={`w${place}`} data-row="" tabIndex={-1}>
      <p class="wording-words" dir="auto">
        <ReadingText runs={wording.runs} />
      </p>
      <p class="wording-facts">
        <span>{formWords[wording.form]}</span>
        {via.length > 0 ? <span>via {via.join(", ")}</span> : null}
        <CountLink
          href={`#${backed.drawer.id}`}
          reports={backed.reports}
          texts={backed.texts}
          about={`wording ${place}`}
        />
        <Sigla site={site} reports={reports} />
        {first?.published ? <span>first seen {readableTime(first.published)}</span> : null}
        {first && site.isServed && !reports.some(({ siglum }) => siglum === address.base) ? (
          <PageLink class="read" keyName="base" site={site} to={{ ...address, base: first.siglum }}>
            make it the base
          </PageLink>
        ) : null}
      </p>
    </li>
  )
}

function WhyThisWording({ statement }: { statement: StatementWire }) {
  const { basis } = statement
  return (
    <section aria-labelledby="why">
      <h2 id="why">Why this wording stands on top</h2>
      <p>
        It is the wording with most support among distinct texts, not the true one. Rule:{" "}
        <code>{basis.rule}</code>.
      </p>
      {basis.rivals.length > 0 ? (
        <>
          <p>As well supported:</p>
          <ul class="plain-list">
            {basis.rivals.map((rival) => (
              <li class="rival" dir="auto">
                {rival}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {basis.support.length > 0 ? (
        <details>
          <summary>Support, word by word</summary>
          <div class="table-frame">
            <table class="support">
              <thead>
                <tr>
                  <th scope="col">Words</th>
                  <th scope="col" class="number">
                    Readings
                  </th>
                  <th scope="col" class="number">
                    Distinct texts
                  </th>
                </tr>
              </thead>
              <tbody>
                {basis.support.map((support) => (
                  <tr>
                    <td dir="auto">{statement.text.slice(support.start, support.end)}</td>
                    <td class="number">{support.witnesses}</td>
                    <td class="number">{support.distinct}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ) : null}
    </section>
  )
}
