import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { articleOfRequest } from "../src/api/index.ts"
import type { Span } from "../src/base/index.ts"
import { type Figure, readReport, type TimeExpression } from "../src/language/index.ts"
import { root } from "../tools/source-tree.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"

/**
 * Figures and times in sentences of our own in the manner of news, read as `variorum read` reads them. Half of the
 * sentences, by the hash of their text, were never looked at while the rules were written.
 */
export const figuresNewsMeasure: EvalMeasure = {
  name: "language/figures-news",
  needs: [],
  run: async () => measureNews(readNewsCases()),
}

export interface NewsCase {
  readonly language: string
  readonly published: string
  readonly text: string
  readonly figures: readonly WantedFigure[]
  readonly times: readonly WantedTime[]
  readonly blind: boolean
}

/** Undefined: not asked for. */
interface WantedFigure extends Span {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null | undefined
  readonly qualifier: string | null | undefined
  readonly of: string | null | undefined
}

/** `ends` null: not asked for. */
interface WantedTime extends Span {
  readonly ends: { readonly from: string | null; readonly to: string | null } | null
}

export function readNewsCases(): readonly NewsCase[] {
  return readFileSync(join(root, "eval/fixtures/figures-news.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(caseOf)
}

function caseOf(line: string): NewsCase {
  const [, language, published, marked] = /^(\w\w) (\S+) (.*)$/.exec(line) as unknown as string[]
  const figures: WantedFigure[] = []
  const times: WantedTime[] = []
  let text = ""
  let at = 0
  for (const label of marked!.matchAll(/\{([^|}]*)\|([^}]*)\}/g)) {
    text += marked!.slice(at, label.index)
    const span = { start: text.length, end: text.length + label[1]!.length }
    text += label[1]!
    at = label.index + label[0].length
    if (label[2]!.startsWith("T ")) times.push({ ...span, ends: endsOf(label[2]!.slice(2)) })
    else figures.push({ ...span, ...figureOf(label[2]!.split(";").map((part) => part.trim())) })
  }
  text += marked!.slice(at)
  const blind = Number.parseInt(createHash("sha256").update(text).digest("hex").slice(0, 8), 16) % 2 === 1
  return { language: language!, published: published!, text, figures, times, blind }
}

function endsOf(label: string): WantedTime["ends"] {
  if (label.includes("?")) return null
  const [from, to] = label.includes("..") ? label.split("..") : [label, label]
  return { from: from || null, to: to || null }
}

function figureOf(parts: readonly string[]): Omit<WantedFigure, "start" | "end"> {
  const number = (text: string): number | null => (text === "" || text === "-" ? null : Number(text))
  const word = (text: string | undefined): string | null | undefined =>
    text === "?" ? undefined : text === undefined || text === "-" ? null : text
  const value = number(parts[0]!)
  const [low, high] = parts[1] ? parts[1].split("..").map(number) : [value, value]
  const of = parts[4] === undefined ? undefined : parts[4] === "*" ? null : parts[4]
  return { value, low: low!, high: high!, unit: word(parts[2]), qualifier: word(parts[3]), of }
}

type Count = (name: string, by?: number) => void

function measureNews(cases: readonly NewsCase[]): Figures {
  const totals = new Map<string, number>()
  for (const one of cases) {
    const groups = [one.blind ? "blind" : "tune", `${one.language} ${one.blind ? "blind" : "tune"}`]
    scoreNewsCase(one, (name, by = 1) => {
      for (const group of groups) totals.set(`${group}|${name}`, (totals.get(`${group}|${name}`) ?? 0) + by)
    })
  }
  const groups = [...new Set([...totals.keys()].map((key) => key.split("|")[0]!))].sort()
  return Object.fromEntries(groups.flatMap((group) => [...figuresOf(group, totals)]))
}

function* figuresOf(group: string, totals: ReadonlyMap<string, number>): Generator<[string, number]> {
  const total = (name: string): number => totals.get(`${group}|${name}`) ?? 0
  const share = (name: string): number =>
    total(`${name} asked`) === 0 ? 1 : total(name) / total(`${name} asked`)
  yield [`${group}: span F1`, f1Of(total("right"), total("found"), total("wanted")).f1]
  yield [`${group}: value right`, share("value")]
  if (group !== "blind" && group !== "tune") return
  for (const kind of ["figure", "time"])
    yield [
      `${group} ${kind}s: span F1`,
      f1Of(total(`${kind} right`), total(`${kind} found`), total(`${kind} wanted`)).f1,
    ]
  for (const name of ["unit", "qualifier", "of"]) yield [`${group}: ${name} right`, share(name)]
}

/** Counts what is right, and reports every fault, drawn for a reader. */
export function scoreNewsCase(
  one: NewsCase,
  count: Count,
  report: (fault: string) => void = () => undefined,
): void {
  const request = { id: null, url: null, title: null, outlet: null, ...one }
  const { figures, times } = readReport(articleOfRequest(request), { explain: false })
  const cut = ({ start, end }: Span): string => one.text.slice(start, end)
  const pair = <Wanted extends Span, Found extends Span>(
    kind: string,
    wanted: readonly Wanted[],
    found: readonly Found[],
    compare: (want: Wanted, got: Found) => void,
  ): void => {
    const same = (a: Span) => (b: Span) => a.start === b.start && a.end === b.end
    for (const prefix of ["", `${kind} `]) {
      count(`${prefix}wanted`, wanted.length)
      count(`${prefix}found`, found.length)
      count(`${prefix}right`, wanted.filter((want) => found.some(same(want))).length)
    }
    for (const want of wanted) {
      const got = found.find(same(want))
      if (got) compare(want, got)
      else report(`- ${kind} ${cut(want)}`)
    }
    for (const got of found) if (!wanted.some(same(got))) report(`+ ${kind} ${cut(got)}`)
  }
  const hold = (name: string, holds: boolean, want: Span, got: Span): void => {
    count(`${name} asked`)
    if (holds) count(name)
    else report(`~ ${name} of ${cut(want)}: ${JSON.stringify(want)} got ${JSON.stringify(got)}`)
  }
  pair("figure", one.figures, figures, (want, got) => {
    hold("value", isSameFigure(want, got), want, got)
    if (want.unit !== undefined) hold("unit", want.unit === got.unit, want, got)
    if (want.qualifier !== undefined) hold("qualifier", want.qualifier === got.qualifier, want, got)
    if (want.of !== undefined) hold("of", want.of === got.of, want, got)
  })
  pair("time", one.times, times, (want, got) => {
    if (want.ends !== null) hold("value", isSameTime(want.ends, got), want, got)
  })
}

function isSameFigure(want: WantedFigure, got: Figure): boolean {
  return (["value", "low", "high"] as const).every((field) => isSameNumber(want[field], got[field]))
}

function isSameNumber(want: number | null, got: number | null): boolean {
  if (want === null || got === null) return want === got
  return Math.abs(want - got) <= 1e-4 * Math.max(Math.abs(want), Math.abs(got))
}

/** A label to the day holds for a time told to the minute of that day. */
function isSameTime(ends: NonNullable<WantedTime["ends"]>, got: TimeExpression): boolean {
  const same = (want: string | null, told: string | null): boolean =>
    want === null || told === null ? want === told : told === want || told.startsWith(`${want}T`)
  return same(ends.from, got.from) && same(ends.to, got.to)
}
