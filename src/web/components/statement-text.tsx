import type { StatementWire } from "../../api/index.ts"
import { cutLayers } from "../layers.ts"
import { isTrivial, markOfDifference } from "../marks.ts"
import type { ReadingRun, VariationPoint } from "../variation.ts"
import { Marked } from "./mark.tsx"

interface PointLayer {
  readonly start: number
  readonly end: number
  readonly point: VariationPoint
}

/** The statement's wording with its counted points of variation underlined and numbered. */
export function StatementText({
  statement,
  points,
  isLinked,
}: {
  statement: StatementWire
  points: readonly VariationPoint[]
  /** The page tells of each point, at `#v1`. */
  isLinked: boolean
}) {
  const counted = points.filter((point) => point.number !== null)
  const layers: readonly PointLayer[] = counted.map((point) => ({ ...point.at, point }))
  const text = statement.text
  const empty = counted.filter((point) => point.at.start === point.at.end)
  const runs = cutLayers(
    { start: 0, end: text.length },
    layers,
    empty.map((point) => point.at.start),
  )
  const children = []
  for (const run of runs) {
    children.push(
      ...empty
        .filter((point) => point.at.start === run.start)
        .map((point) => <PointNumber point={point} isLinked={isLinked} />),
    )
    const words = text.slice(run.start, run.end)
    if (run.layers.length === 0) children.push(words)
    else {
      const isLeftOut = run.layers.every((layer) => layer.point.isOmission)
      children.push(<span class={isLeftOut ? "vary left-out" : "vary"}>{words}</span>)
    }
    children.push(
      ...run.layers
        .filter((layer) => layer.end === run.end)
        .map((layer) => <PointNumber point={layer.point} isLinked={isLinked} />),
    )
  }
  children.push(
    ...empty
      .filter((point) => point.at.start === text.length)
      .map((point) => <PointNumber point={point} isLinked={isLinked} />),
  )
  return <>{children}</>
}

function PointNumber({ point, isLinked }: { point: VariationPoint; isLinked: boolean }) {
  const name = (
    <>
      <span class="sr">variation </span>
      {point.number}
    </>
  )
  return <sup class="point-number">{isLinked ? <a href={`#v${point.number}`}>{name}</a> : name}</sup>
}

/** A reading with what it changes marked, and what it leaves out struck through. */
export function ReadingText({ runs }: { runs: readonly ReadingRun[] }) {
  return (
    <>
      {runs.map((run) => {
        if (run.difference === null) return run.words
        if (isTrivial(run.difference)) return run.kind === "omitted" ? null : run.words
        if (run.kind === "omitted") return <Marked mark="dropped">{run.words}</Marked>
        return <Marked mark={markOfDifference(run.difference)}>{run.words}</Marked>
      })}
    </>
  )
}
