import type { CitationWire, StoryWire } from "../../api/index.ts"
import type { Drawer } from "../evidence.ts"
import type { Site } from "../site.ts"
import { type Backed, backCitations } from "../story-parts.ts"
import { count } from "../words.ts"
import { CountLink } from "./counts.tsx"
import { Siglum } from "./sigla.tsx"

/** A report's own sentence, and the sentences that tell the same. */
export interface SummaryRow {
  readonly sentence: CitationWire
  readonly words: string
  readonly backed: Backed
  /** Distinct texts that were looked at. */
  readonly texts: number
}

export interface SummaryRows {
  readonly agreed: readonly SummaryRow[]
  readonly single: readonly SummaryRow[]
}

/**
 * What the reports agree on and what only one tells, in their own sentences. What differs has its own rows. It takes
 * whole texts: where some was left out there is none.
 */
export function summaryRows(site: Site, story: StoryWire): SummaryRows {
  if (site.dossier !== null && site.dossier.text !== "full") return { agreed: [], single: [] }
  const { agreed, single } = site.view.summaryOf(story)
  const row = (
    sentence: CitationWire,
    evidence: readonly CitationWire[],
    id: string,
    texts: number,
  ): SummaryRow => {
    const words = wordsOf(site, sentence)
    const backed = backCitations(site.view, story, evidence, { id: `e-${id}`, title: words, backTo: id })
    return { sentence, words, backed, texts }
  }
  return {
    agreed: agreed.map(({ sentence, evidence, texts }, at) => row(sentence, evidence, `g${at + 1}`, texts)),
    single: single.map((sentence, at) => row(sentence, [sentence], `o${at + 1}`, 1)),
  }
}

export function summaryDrawers({ agreed, single }: SummaryRows): readonly Drawer[] {
  return [...agreed, ...single].map(({ backed }) => backed.drawer)
}

export function SummarySections({ site, rows }: { site: Site; rows: SummaryRows }) {
  return (
    <>
      {rows.agreed.length > 0 ? (
        <section aria-labelledby="agreed">
          <h2 id="agreed">What the reports agree on</h2>
          <ul class="aside-list">
            {rows.agreed.map(({ sentence, words, backed, texts }) => (
              <li id={backed.drawer.backTo} tabIndex={-1}>
                <p>
                  <bdi>{words}</bdi>
                </p>
                <p class="statement-facts">
                  <Named site={site} sentence={sentence} />
                  <CountLink
                    href={`#${backed.drawer.id}`}
                    reports={backed.reports}
                    texts={backed.texts}
                    about={words}
                  />
                  <span class="quiet">of {count(texts, "distinct text")}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {rows.single.length > 0 ? (
        <section aria-labelledby="single">
          <h2 id="single">What only one tells</h2>
          <ul class="aside-list">
            {rows.single.map(({ sentence, words, backed }) => (
              <li id={backed.drawer.backTo} tabIndex={-1}>
                <p>
                  <bdi>{words}</bdi>
                </p>
                <p class="statement-facts">
                  <Named site={site} sentence={sentence} />
                  <a class="read" href={`#${backed.drawer.id}`} data-drawer="">
                    read<span class="sr"> it in its place</span>
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Named({ site, sentence }: { site: Site; sentence: CitationWire }) {
  const report = site.view.report(sentence.report)
  return report ? <Siglum site={site} report={report} /> : null
}

function wordsOf(site: Site, { report, start, end }: CitationWire): string {
  return (site.view.report(report)?.text ?? "").slice(start, end).replace(/\s+/g, " ")
}
