import type { ReportWire, StatementWire, StoryWire } from "../../api/index.ts"
import type { Site } from "../site.ts"
import { type Backed, backReadings } from "../story-parts.ts"
import type { Variant, VariationPoint } from "../variation.ts"
import { count } from "../words.ts"
import { Glyph } from "./mark.tsx"
import { Sigla } from "./sigla.tsx"

export interface ApparatusEntry {
  readonly point: VariationPoint
  readonly variants: readonly { readonly variant: Variant; readonly backed: Backed }[]
}

/** The entries of an apparatus, each variant with the drawer of its sentences, closed back to `backTo`. */
export function apparatusEntries(
  site: Site,
  story: StoryWire,
  statement: StatementWire,
  points: readonly VariationPoint[],
): readonly ApparatusEntry[] {
  return points.map((point, place) => ({
    point,
    variants: point.variants.map((variant, index) => ({
      variant,
      backed: backReadings(site.view, story, statement, {
        id: `e-v${place + 1}-${index + 1}`,
        title:
          variant.words.trim() === ""
            ? `Left out: ${shorten(point.lemma)}`
            : `Reading: ${shorten(variant.words)}`,
        backTo: point.number === null ? "apparatus" : `v${point.number}`,
        reports: variant.reports,
      }),
    })),
  }))
}

/** Where the readings part, as an edition prints it: lemma, bracket, readings with their sigla. */
export function Apparatus(props: { site: Site; story: StoryWire; entries: readonly ApparatusEntry[] }) {
  const { site, story, entries } = props
  const counted = entries.filter((entry) => entry.point.number !== null)
  const trivial = entries.filter((entry) => entry.point.number === null)
  return (
    <section aria-labelledby="apparatus">
      <div class="head-line">
        <h2 id="apparatus">Where the readings part</h2>
        <span class="stepper" data-stepper="" hidden />
      </div>
      {counted.length === 0 ? (
        <p class="quiet">Every reading has the same words.</p>
      ) : (
        <ol class="apparatus">
          {counted.map((entry) => (
            <Entry site={site} story={story} entry={entry} />
          ))}
        </ol>
      )}
      {trivial.length > 0 ? (
        <details class="trivial">
          <summary>
            {count(trivial.length, "trivial difference")} hidden
            <span class="quiet"> of space, case, quotation marks or punctuation</span>
          </summary>
          <ol class="apparatus">
            {trivial.map((entry) => (
              <Entry site={site} story={story} entry={entry} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  )
}

function Entry({ site, story, entry }: { site: Site; story: StoryWire; entry: ApparatusEntry }) {
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

/** The reports of `ids`, earliest first. */
export function inOrder(site: Site, story: StoryWire, ids: Iterable<string>): readonly ReportWire[] {
  const wanted = new Set(ids)
  return site.view.reportsOf(story).filter((report) => wanted.has(report.id))
}

const lemmaWordsMax = 9

/** A lemma as editions print it: without the punctuation around it, a long one by its first and last words. */
export function shorten(words: string): string {
  const bare = words.replace(/^[\s,;:.]+|[\s,;:]+$/g, "")
  if (bare === "") return words.trim()
  const parts = bare.split(/\s+/)
  if (parts.length <= lemmaWordsMax) return bare.length > 160 ? `${bare.slice(0, 150)}…` : bare
  return `${parts.slice(0, 4).join(" ")} … ${parts.slice(-3).join(" ")}`
}
