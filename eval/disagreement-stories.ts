import type { Random } from "../src/base/index.ts"

/** Why two values of one fact stand in the reports: as the record tells it; null where no reason can be seen. */
export type Cause = "later-update" | "scope" | "rounding" | "bound" | "copying-error" | null

/** One fact of a story and the ways to print it; `{v}` is the value. */
interface Fact {
  readonly kind: "figure" | "date" | "name"
  readonly ways: readonly string[]
  readonly value: string
  /** Other ways to print the same value, which are no disagreement. */
  readonly same: readonly string[]
  /** What some reports print instead, and why. A way of its own where the words differ as well. */
  readonly others: readonly { readonly value: string; readonly cause: Cause; readonly way?: string }[]
}

export interface Scenario {
  readonly title: string
  readonly openings: readonly string[]
  readonly facts: readonly Fact[]
  /** Sentences with figures and days of other things: none of them disagrees with anything. */
  readonly asides: readonly string[]
}

export interface DrawnReport {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: string
  /** Where each fact's sentence stands. */
  readonly places: readonly { readonly fact: number; readonly start: number; readonly end: number }[]
}

export interface DrawnStory {
  readonly reports: readonly DrawnReport[]
  /** The facts that reports print two values of, and why. */
  readonly disputed: readonly { readonly fact: number; readonly kind: Fact["kind"]; readonly cause: Cause }[]
}

const reportsPerStory = 7
const disputedMax = 3
const printedShare = 0.8
/** The report that is a copy of the first, where an error of copying is drawn. */
const copyPlace = 4

/** A story of `scenario`: seven reports of one day, up to three facts on which some of them differ. */
export function drawStory(scenario: Scenario, seed: number, random: Random): DrawnStory {
  const facts = scenario.facts.map((fact, index) => ({ fact, index }))
  const chosen = shuffled(facts, random).slice(0, 1 + random.below(disputedMax))
  const turns = chosen.map(
    ({ fact, index }): Turn => ({ index, kind: fact.kind, other: random.pick(fact.others) }),
  )
  const copied = turns.find(({ other }) => other.cause === "copying-error")
  const reports: DrawnReport[] = []
  const drafts: Draft[] = []
  for (let place = 0; place < reportsPerStory; place++) {
    const draft =
      copied !== undefined && place === copyPlace
        ? drafts[0]!.map((line) => (line.fact === copied.index ? misprinted(line, copied.other.value) : line))
        : draftReport(scenario, turns, place, random)
    drafts.push(draft)
    reports.push(reportOf(scenario, seed, place, draft))
  }
  return {
    reports,
    disputed: turns.map(({ index, kind, other }) => ({ fact: index, kind, cause: other.cause })),
  }
}

interface Turn {
  readonly index: number
  readonly kind: Fact["kind"]
  readonly other: Fact["others"][number]
}

/** The sentences of a report, each with the fact that it prints and in which words. */
type Draft = readonly Line[]

interface Line {
  readonly text: string
  readonly fact: number | null
  readonly value: string
}

function misprinted(line: Line, value: string): Line {
  return {
    ...line,
    text: line.text.replace(capitalised(line.value), value).replace(line.value, value),
    value,
  }
}

function draftReport(scenario: Scenario, turns: readonly Turn[], place: number, random: Random): Draft {
  const draft: Line[] = [{ text: random.pick(scenario.openings), fact: null, value: "" }]
  const facts = scenario.facts.map((fact, index) => ({ fact, index }))
  for (const { fact, index } of shuffled(facts, random)) {
    const turn = turns.find((one) => one.index === index)
    if (turn === undefined && random.next() >= printedShare) continue
    const other = turn !== undefined && printsOther(turn.other.cause, place) ? turn.other : null
    const value = other?.value ?? (place === 0 ? fact.value : random.pick([fact.value, ...fact.same]))
    const way = other?.way ?? random.pick(fact.ways)
    draft.push({ text: capitalised(way.replace("{v}", value)), fact: index, value })
  }
  for (const aside of scenario.asides)
    if (random.next() < 0.5) draft.push({ text: aside, fact: null, value: "" })
  return draft
}

/** An update stands in the later reports, an error of copying in the copy alone, any other value in every third. */
function printsOther(cause: Cause, place: number): boolean {
  if (cause === "copying-error") return false
  return cause === "later-update" ? place >= reportsPerStory / 2 : place % 3 === 1
}

function reportOf(scenario: Scenario, seed: number, place: number, sentences: Draft): DrawnReport {
  const places: { readonly fact: number; readonly start: number; readonly end: number }[] = []
  let text = ""
  sentences.forEach(({ text: sentence, fact }, at) => {
    text += at === 0 ? "" : at % 2 === 0 ? "\n\n" : " "
    if (fact !== null) places.push({ fact, start: text.length, end: text.length + sentence.length })
    text += sentence
  })
  const hour = String(6 + 2 * place).padStart(2, "0")
  return {
    id: `s${seed}-r${place}`,
    title: scenario.title,
    text,
    published: `2031-03-06T${hour}:00:00Z`,
    places,
  }
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const left = [...items]
  const drawn: Item[] = []
  while (left.length > 0) drawn.push(...left.splice(random.below(left.length), 1))
  return drawn
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
