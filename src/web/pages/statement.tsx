import type { ReportWire, StatementWire, StoryWire } from "../../api/index.ts"
import { CountLink } from "../components/counts.tsx"
import { Glyph, MarkLegend } from "../components/mark.tsx"
import { Sigla } from "../components/sigla.tsx"
import { isQuoted } from "../components/statement-card.tsx"
import { ReadingText, StatementText } from "../components/statement-text.tsx"
import { WordingGrid } from "../components/wording-grid.tsx"
import type { PageContent, Site } from "../site.ts"
import { type Backed, backReadings } from "../story-parts.ts"
import { type Variant, type VariationPoint, variationPoints, type Wording, wordingsOf } from "../variation.ts"
import { count } from "../words.ts"

interface BackedVariant {
  readonly variant: Variant
  readonly backed: Backed
}

interface Entry {
  readonly point: VariationPoint
  readonly variants: readonly BackedVariant[]
}

/** A statement as a critical edition sets it: the wording, the apparatus, then every reading in full. */
export function statementPage(site: Site, story: StoryWire, number: number): PageContent {
  const statement = story.statements[number - 1]!
  const points = variationPoints(statement)
  const entries = points.map((point, place) => ({
    point,
    variants: backVariants(site, story, statement, point, place + 1),
  }))
  const wordings = wordingsOf(statement).map((wording, index) => ({
    wording,
    backed: backReadings(site.view, story, statement, {
      id: `e-w${index + 1}`,
      title: `Wording ${index + 1} of statement ${number}`,
      backTo: `w${index + 1}`,
      reports: wording.readings.map((reading) => reading.report),
    }),
  }))
  const counted = points.filter((point) => point.number !== null)
  const marks = [...new Set(entries.flatMap((entry) => entry.variants.map(({ variant }) => variant.mark)))]
  return {
    title: `Statement ${number}`,
    address: { page: "statement", story, number },
    story,
    drawers: [
      ...entries.flatMap((entry) => entry.variants.map(({ backed }) => backed.drawer)),
      ...wordings.map(({ backed }) => backed.drawer),
    ],
    body: (
      <article class="statement-page">
        <StatementHead site={site} story={story} statement={statement} number={number} points={points} />
        <ApparatusSection site={site} story={story} entries={entries} />
        <section aria-labelledby="readings">
          <h2 id="readings">
            In full <span class="quiet">{count(statement.readings.length, "reading")}</span>
          </h2>
          <ol class="wordings">
            {wordings.map(({ wording, backed }, index) => (
              <WordingEntry site={site} story={story} wording={wording} backed={backed} place={index + 1} />
            ))}
          </ol>
          <MarkLegend marks={marks} />
        </section>
        {counted.length > 0 && wordings.length > 1 ? (
          <WordingGrid site={site} story={story} statement={statement} points={counted} />
        ) : null}
        <WhyThisWording statement={statement} />
      </article>
    ),
  }
}

function ApparatusSection({
  site,
  story,
  entries,
}: {
  site: Site
  story: StoryWire
  entries: readonly Entry[]
}) {
  const counted = entries.filter((entry) => entry.point.number !== null)
  const trivial = entries.filter((entry) => entry.point.number === null)
  return (
    <section aria-labelledby="apparatus">
      <h2 id="apparatus">Where the readings part</h2>
      {counted.length === 0 ? (
        <p class="quiet">Every reading has the same words.</p>
      ) : (
        <ol class="apparatus">
          {counted.map((entry) => (
            <ApparatusEntry site={site} story={story} entry={entry} />
          ))}
        </ol>
      )}
      {trivial.length > 0 ? (
        <details class="trivial">
          <summary>
            {count(trivial.length, "trivial difference")} of space, case, quotation marks or punctuation
          </summary>
          <ol class="apparatus">
            {trivial.map((entry) => (
              <ApparatusEntry site={site} story={story} entry={entry} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  )
}

function StatementHead(props: {
  site: Site
  story: StoryWire
  statement: StatementWire
  number: number
  points: readonly VariationPoint[]
}) {
  const { site, story, statement, number } = props
  const to = (step: number) =>
    story.statements[number - 1 + step] ? site.to({ page: "statement", story, number: number + step }) : null
  const [before, after] = [to(-1), to(1)]
  return (
    <>
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
      <blockquote class={isQuoted(statement) ? "statement-full quoted" : "statement-full"} dir="auto">
        <StatementText statement={statement} points={props.points} />
      </blockquote>
      <Speakers site={site} story={story} statement={statement} />
    </>
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

function ApparatusEntry({ site, story, entry }: { site: Site; story: StoryWire; entry: Entry }) {
  const { point, variants } = entry
  return (
    <li
      class="apparatus-entry"
      id={point.number === null ? undefined : `v${point.number}`}
      data-row=""
      data-difference=""
      tabIndex={-1}
    >
      <span class="entry-number">{point.number ?? ""}</span>
      <div class="entry-body">
        <span class="lemma" dir="auto">
          {point.lemma.trim() === "" ? <span class="quiet">nothing</span> : shorten(point.lemma)}
        </span>
        <span class="lemma-bracket" aria-hidden="true">
          ]
        </span>
        <ul class="variants">
          {variants.map(({ variant, backed }) => (
            <li class="variant">
              <Glyph mark={variant.mark} />{" "}
              {variant.words.trim() === "" ? (
                <em class="omitted">left out</em>
              ) : (
                <span class={`mark mark-${variant.mark}`} dir="auto">
                  {shorten(variant.words)}
                </span>
              )}{" "}
              <Sigla site={site} reports={inOrder(site, story, variant.reports)} />{" "}
              <a class="read" href={`#${backed.drawer.id}`} data-drawer="">
                read<span class="sr"> the sentences</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </li>
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
  story: StoryWire
  wording: Wording
  backed: Backed
  place: number
}) {
  const { site, story, wording, backed, place } = props
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
        <Sigla
          site={site}
          reports={inOrder(
            site,
            story,
            wording.readings.map((reading) => reading.report),
          )}
        />
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

function backVariants(
  site: Site,
  story: StoryWire,
  statement: StatementWire,
  point: VariationPoint,
  place: number,
) {
  return point.variants.map((variant, index) => ({
    variant,
    backed: backReadings(site.view, story, statement, {
      id: `e-v${place}-${index + 1}`,
      title:
        variant.words.trim() === ""
          ? `Left out: ${shorten(point.lemma)}`
          : `Reading: ${shorten(variant.words)}`,
      backTo: point.number === null ? "apparatus" : `v${point.number}`,
      reports: variant.reports,
    }),
  }))
}

function inOrder(site: Site, story: StoryWire, ids: readonly string[]): readonly ReportWire[] {
  const wanted = new Set(ids)
  return site.view.reportsOf(story).filter((report) => wanted.has(report.id))
}

const lemmaWordsMax = 9

/** A lemma as editions print it: without the punctuation around it, a long one by its first and last words. */
function shorten(words: string): string {
  const bare = words.replace(/^[\s,;:.]+|[\s,;:]+$/g, "")
  if (bare === "") return words.trim()
  const parts = bare.split(/\s+/)
  if (parts.length <= lemmaWordsMax) return bare.length > 160 ? `${bare.slice(0, 150)}…` : bare
  return `${parts.slice(0, 4).join(" ")} … ${parts.slice(-3).join(" ")}`
}
