import type { LinkWire, ReportWire, StoryWire } from "../api/index.ts"
import { compareTimes, type RecordView } from "./record-view.ts"
import { percent } from "./words.ts"

const thirdsMax = 2

/**
 * What else would explain that two reports share text, in words: a third report of the story that shares at least as
 * much with both and is not later than both, the other way round where only a time speaks for this one, and always a
 * text that is not in this set.
 */
export function rivalExplanations(view: RecordView, story: StoryWire, link: LinkWire): readonly string[] {
  const [a, b] = [view.report(link.a), view.report(link.b)]
  if (a === null || b === null) return []
  const rivals = thirdTexts(view, story, link).map(({ third, inA, inB }) => {
    const shares = `${percent(inA)} of ${a.siglum} and ${percent(inB)} of ${b.siglum} stand in it`
    return `both took it from ${third.siglum}, or one by way of it (${shares})`
  })
  if (link.direction === null)
    rivals.push(`${a.siglum} took it from ${b.siglum}, or ${b.siglum} from ${a.siglum}`)
  else if (isTimeAlone(link)) {
    const [source, target] = link.direction === "a>b" ? [a, b] : [b, a]
    rivals.push(`${source.siglum} took it from ${target.siglum}, if a time given is that of a later update`)
  }
  rivals.push("both took it from a text that is not in this set")
  return rivals
}

interface ThirdText {
  readonly third: ReportWire
  readonly inA: number
  readonly inB: number
}

/** Of each distinct text one report, the most shared with both first. */
function thirdTexts(view: RecordView, story: StoryWire, link: LinkWire): readonly ThirdText[] {
  const shares = (of: string): ReadonlyMap<string, number> =>
    new Map(
      story.links.flatMap((one): readonly (readonly [string, number])[] =>
        one.a === of ? [[one.b, one.aShare]] : one.b === of ? [[one.a, one.bShare]] : [],
      ),
    )
  const [ofA, ofB] = [shares(link.a), shares(link.b)]
  const [a, b] = [view.report(link.a)!, view.report(link.b)!]
  const later = compareTimes(a.published, b.published) <= 0 ? b : a
  const textOf = new Map(story.texts.flatMap(({ members }, at) => members.map((id) => [id, at] as const)))
  const seen = new Set([textOf.get(link.a), textOf.get(link.b)])
  return view
    .reportsOf(story)
    .flatMap((third): readonly ThirdText[] => {
      const [inA, inB] = [ofA.get(third.id) ?? 0, ofB.get(third.id) ?? 0]
      const isLate =
        third.published !== null &&
        later.published !== null &&
        compareTimes(third.published, later.published) > 0
      return inA < link.aShare || inB < link.bShare || isLate ? [] : [{ third, inA, inB }]
    })
    .sort((x, y) => Math.min(y.inA, y.inB) - Math.min(x.inA, x.inB))
    .filter(({ third }) => {
      const text = textOf.get(third.id)
      if (seen.has(text)) return false
      seen.add(text)
      return true
    })
    .slice(0, thirdsMax)
}

/** Nothing in the texts speaks for the direction: no credit, no cut, no change carried on. */
function isTimeAlone({ reasons }: LinkWire): boolean {
  const isOfTexts = /credits|lacks|leaves out|carries|machine|put together|by way of/
  return (
    reasons.some((reason) => reason.includes("dated earlier")) && !reasons.some((one) => isOfTexts.test(one))
  )
}

/** A reason of a link with sigla for the ids of reports that it names. */
export function reasonWords(view: RecordView, reason: string): string {
  return reason.replace(/[\w-]+/g, (word) => view.report(word)?.siglum ?? word)
}
