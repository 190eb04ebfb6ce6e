import type { DisagreementWire, StoryWire } from "../../api/index.ts"
import { markOfDisagreement } from "../marks.ts"
import type { Site } from "../site.ts"
import { type BackedValue, backDisagreement, explanations } from "../story-parts.ts"
import { CountLink } from "./counts.tsx"
import { Glyph } from "./mark.tsx"
import { PageLink } from "./page-link.tsx"

export interface DifferenceRow {
  readonly number: number
  readonly disagreement: DisagreementWire
  readonly values: readonly BackedValue[]
}

/** One row a disagreement, with the evidence of each value. */
export function differenceRows(
  site: Site,
  story: StoryWire,
  rowsMax = Number.POSITIVE_INFINITY,
): readonly DifferenceRow[] {
  return story.disagreements.slice(0, rowsMax).map((disagreement, index) => ({
    number: index + 1,
    disagreement,
    values: backDisagreement(site.view, disagreement, index + 1, {
      backTo: `d${index + 1}`,
      all: { page: "figure", story, number: index + 1 },
    }),
  }))
}

interface DifferenceRowsProps {
  readonly site: Site
  readonly story: StoryWire
  readonly rows: readonly DifferenceRow[]
  /** One below the heading they stand under. */
  readonly headingLevel: 2 | 3
}

/** What the reports print differently: the subject on the left, each value with those who print it on the right. */
export function DifferenceRows({ site, story, rows, headingLevel }: DifferenceRowsProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3"
  return (
    <ol class="differences">
      {rows.map(({ number, disagreement, values }) => (
        <li class="difference" id={`d${number}`} data-row="" data-kind={disagreement.kind} tabIndex={-1}>
          <div class="difference-about">
            <Glyph mark={markOfDisagreement(disagreement.kind)} />
            <Heading class="difference-name">
              <PageLink class="title-link" site={site} to={{ page: "figure", story, number }}>
                <bdi>{disagreement.about}</bdi>
              </PageLink>
            </Heading>
            <p class="kind">{disagreement.kind}</p>
          </div>
          <ValueList values={values} />
          <Explained disagreement={disagreement} />
        </li>
      ))}
    </ol>
  )
}

export function ValueList({ values }: { values: readonly BackedValue[] }) {
  return (
    <ul class="values">
      {values.map((value) => (
        <li class="value">
          <bdi class="value-words">{value.value}</bdi>
          <CountLink
            href={`#${value.drawer.id}`}
            reports={value.reports}
            texts={value.texts}
            about={value.drawer.title}
          />
        </li>
      ))}
    </ul>
  )
}

export function Explained({ disagreement }: { disagreement: DisagreementWire }) {
  if (disagreement.explained === null && disagreement.note === null) return null
  return <p class="explained">{disagreement.note ?? `${explanations[disagreement.explained!]}.`}</p>
}
