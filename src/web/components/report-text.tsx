import { isLeftOut, type ReportWire, type StoryWire } from "../../api/index.ts"
import type { Span } from "../../base/index.ts"
import { cutLayers, type LayeredRun } from "../layers.ts"
import { markGlyphs } from "../marks.ts"
import { sentencesAround } from "../record-view.ts"
import { layersOver, paragraphsOf, type ReportLayer, sharersOf } from "../report-layers.ts"
import { languageOf, type Site } from "../site.ts"
import { count } from "../words.ts"
import { PageLink } from "./page-link.tsx"
import { Sigla } from "./sigla.tsx"

const sharersMax = 6

/** The stored text of a report, paragraph by paragraph, with what the record knows of it marked and in the margin. */
export function ReportText(props: {
  site: Site
  story: StoryWire | null
  report: ReportWire
  layers: readonly ReportLayer[]
}) {
  const { site, story, report, layers } = props
  const paragraphs = paragraphsOf(report.text)
  const sharers = story ? sharersOf(site.view, story, report, paragraphs) : []
  const layersByParagraph = layersOver(paragraphs, layers)
  return (
    <div class="report-text">
      {paragraphs.map((paragraph, index) => {
        const over = layersByParagraph[index]!
        if (isLeftOut(report, paragraph)) return <LeftOut report={report} paragraph={paragraph} />
        return (
          <div class="paragraph">
            <p lang={languageOf(report)} dir="auto" class={paragraphClass(paragraph, over)}>
              <ParagraphText site={site} story={story} report={report} paragraph={paragraph} layers={over} />
            </p>
            <Margin site={site} story={story} layers={over} sharers={sharers[index] ?? []} />
          </div>
        )
      })}
    </div>
  )
}

/** A paragraph that this record does not hold; its sentences keep their addresses. */
function LeftOut({ report, paragraph }: { report: ReportWire; paragraph: Span }) {
  const around = sentencesAround(report.sentences, paragraph)
  const numbers = around
    ? Array.from({ length: around.last - around.first + 1 }, (_, i) => around.first + i)
    : []
  return (
    <p class="not-held">
      {numbers
        .filter((number) => report.sentences[number]!.start >= paragraph.start)
        .map((number) => (
          <span id={`s${number + 1}`} />
        ))}
      {count(paragraph.end - paragraph.start, "character")} left out
    </p>
  )
}

function paragraphClass(paragraph: Span, layers: readonly ReportLayer[]): string | undefined {
  const covering = layers.find(
    (layer) =>
      (layer.kind === "furniture" || layer.kind === "stranger") &&
      layer.start <= paragraph.start + 1 &&
      layer.end >= paragraph.end - 1,
  )
  return covering ? `set-aside ${covering.kind}` : undefined
}

interface TextProps {
  readonly site: Site
  readonly story: StoryWire | null
  readonly report: ReportWire
  readonly paragraph: Span
  readonly layers: readonly ReportLayer[]
}

/** Each sentence is an element with its own address, `#s12`; a sentence that runs on keeps the first one's. */
function ParagraphText({ site, story, report, paragraph, layers }: TextProps) {
  const around = sentencesAround(report.sentences, paragraph)
  if (around === null)
    return <Runs site={site} story={story} text={report.text} within={paragraph} layers={layers} />
  const parts = []
  let from = paragraph.start
  for (let number = around.first; number <= around.last; number++) {
    const sentence = report.sentences[number]!
    const start = Math.max(sentence.start, from)
    const end = Math.min(sentence.end, paragraph.end)
    if (start > from)
      parts.push(
        <Runs
          site={site}
          story={story}
          text={report.text}
          within={{ start: from, end: start }}
          layers={layers}
        />,
      )
    parts.push(
      <span class="sentence" id={sentence.start >= paragraph.start ? `s${number + 1}` : undefined}>
        {isLeftOut(report, { start, end }) ? (
          <span class="not-held" title={`${count(end - start, "character")} left out`}>
            […]
          </span>
        ) : (
          <Runs site={site} story={story} text={report.text} within={{ start, end }} layers={layers} />
        )}
      </span>,
    )
    from = end
  }
  if (from < paragraph.end)
    parts.push(
      <Runs
        site={site}
        story={story}
        text={report.text}
        within={{ start: from, end: paragraph.end }}
        layers={layers}
      />,
    )
  return <>{parts}</>
}

function Runs(props: {
  site: Site
  story: StoryWire | null
  text: string
  within: Span
  layers: readonly ReportLayer[]
}) {
  return (
    <>
      {cutLayers(props.within, props.layers).map((run) => (
        <Run site={props.site} story={props.story} text={props.text} run={run} />
      ))}
    </>
  )
}

/** One run of text: of several layers the shortest gives the link, since the longer ones can be reached beside it. */
function Run(props: { site: Site; story: StoryWire | null; text: string; run: LayeredRun<ReportLayer> }) {
  const { site, story, run } = props
  const words = props.text.slice(run.start, run.end)
  if (run.layers.length === 0) return <>{words}</>
  const linked = run.layers
    .filter((layer) => layer.kind === "statement" || layer.kind === "figure")
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
  const className = [
    ...new Set(run.layers.map((layer) => `layer-${layer.kind === "figure" ? layer.mark : layer.kind}`)),
  ].join(" ")
  if (linked === undefined || story === null) return <span class={className}>{words}</span>
  return (
    <PageLink site={site} to={{ page: linked.kind, story, number: linked.number }} class={className}>
      {words}
    </PageLink>
  )
}

/** What the marks of a paragraph mean, in words, beside it. */
function Margin(props: {
  site: Site
  story: StoryWire | null
  layers: readonly ReportLayer[]
  sharers: readonly ReportWire[]
}) {
  const { site, story, layers, sharers } = props
  const statements = [...new Set(layers.flatMap((layer) => (layer.kind === "statement" ? layer.number : [])))]
  const figures = new Map(
    layers.flatMap((layer) => (layer.kind === "figure" ? [[layer.number, layer] as const] : [])),
  )
  const asides = new Set(
    layers.flatMap((layer) =>
      layer.kind === "furniture"
        ? `Set aside: ${layer.what}`
        : layer.kind === "stranger"
          ? `Another story: ${layer.what}`
          : [],
    ),
  )
  if (statements.length + figures.size + asides.size + sharers.length === 0 || story === null) return null
  return (
    <ul class="margin">
      {[...asides].map((words) => (
        <li class="quiet">{words}</li>
      ))}
      {statements.map((number) => (
        <li>
          <PageLink site={site} to={{ page: "statement", story, number }}>
            Statement {number}
          </PageLink>
        </li>
      ))}
      {[...figures.values()].map((layer) => (
        <li>
          <span aria-hidden="true">{markGlyphs[layer.mark]} </span>
          <PageLink site={site} to={{ page: "figure", story, number: layer.number }}>
            <bdi>{layer.about}</bdi>: <bdi>{layer.value}</bdi>
          </PageLink>
        </li>
      ))}
      {sharers.length > 0 ? (
        <li class="quiet">
          also in <Sigla site={site} reports={sharers.slice(0, sharersMax)} />
          {sharers.length > sharersMax ? ` and ${count(sharers.length - sharersMax, "more report")}` : ""}
        </li>
      ) : null}
    </ul>
  )
}
