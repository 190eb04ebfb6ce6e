import { readFileSync } from "node:fs"
import { join } from "node:path"
import { articleOfRequest } from "../src/api/index.ts"
import { type Span, sha256Hex } from "../src/base/index.ts"
import { readReport } from "../src/language/index.ts"
import { root } from "../tools/source-tree.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"

/** Fictional sentences with what is asked, promised and answered in them; see the head of `fixtures/demands.txt`. */
interface Passage {
  readonly group: string
  readonly text: string
  readonly wanted: readonly Wanted[]
  readonly blind: boolean
}

interface Wanted extends Told {
  readonly isOptional: boolean
}

/** A demand or a response in words; null where the text names nobody or nothing. */
interface Told {
  readonly sort: "demand" | "response"
  readonly kind: string
  readonly by: string | null
  readonly of: string | null
  readonly what: string | null
}

/** Demands and answers in own fictional sentences, more than a third of them hard negatives. Half are blind. */
export const demandsMeasure: EvalMeasure = {
  name: "language/demands",
  needs: [],
  run: async () => {
    const parts = { blind: new DemandScore(), tune: new DemandScore() }
    for (const passage of readPassages(readFileSync(join(root, "eval/fixtures/demands.txt"), "utf8")))
      parts[passage.blind ? "blind" : "tune"].add(passage)
    const named = (part: "blind" | "tune"): [string, number][] =>
      Object.entries(parts[part].figures()).map(([name, figure]) => [`${part}: ${name}`, figure])
    return Object.fromEntries([...named("blind"), ...named("tune")])
  },
}

/** What is wrong in the passages that are not blind, drawn for a reader. */
export function demandFaultsOf(file: string): readonly string[] {
  const faults: string[] = []
  for (const passage of readPassages(file))
    if (!passage.blind) new DemandScore((fault) => faults.push(`${passage.group}: ${fault}`)).add(passage)
  return faults
}

function toldIn(text: string): readonly Told[] {
  const request = { id: null, text, url: null, title: null, published: null, outlet: null, language: "en" }
  const { demands, responses } = readReport(articleOfRequest(request), { explain: false })
  const cut = (span: Span | null): string | null => (span === null ? null : text.slice(span.start, span.end))
  return [
    ...demands.map(({ kind, by, of, what }) => ({
      sort: "demand" as const,
      kind,
      by: cut(by),
      of: cut(of),
      what: cut(what),
    })),
    ...responses.map(({ kind, by, about }) => ({
      sort: "response" as const,
      kind,
      by: cut(by),
      of: null,
      what: cut(about),
    })),
  ]
}

class DemandScore {
  private readonly counts = new Map<string, number>()
  private readonly report: (fault: string) => void

  constructor(report: (fault: string) => void = () => undefined) {
    this.report = report
  }

  add({ text, wanted }: Passage): void {
    const tally = (name: string): void => void this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    const left = [...toldIn(text)]
    for (const want of [...wanted].sort((a, b) => Number(a.isOptional) - Number(b.isOptional))) {
      const place = left.findIndex((told) => told.sort === want.sort && areOfOneThing(told, want))
      const [found] = place < 0 ? [] : left.splice(place, 1)
      if (want.isOptional) continue
      tally(`${want.sort}s wanted`)
      if (!found) {
        this.report(`missed: ${drawn(want)}\n      in ${text}`)
        continue
      }
      tally(`${want.sort}s found`)
      tally(`${want.sort}s right`)
      const isRight = (part: "kind" | "by" | "of" | "what"): boolean => bare(found[part]) === bare(want[part])
      for (const part of ["kind", "by", "of", "what"] as const)
        if (isRight(part)) tally(`${want.sort}: ${part}`)
      if (!(["kind", "by", "of", "what"] as const).every(isRight))
        this.report(`wanted: ${drawn(want)}\n      got: ${drawn(found)}`)
    }
    for (const made of left) {
      tally(`${made.sort}s found`)
      this.report(`made up: ${drawn(made)}\n      in ${text}`)
    }
  }

  figures(): Figures {
    const count = (name: string): number => this.counts.get(name) ?? 0
    const of = (
      sort: Told["sort"],
      parts: readonly ("kind" | "by" | "of" | "what")[],
    ): [string, number][] => {
      const { precision, recall } = f1Of(
        count(`${sort}s right`),
        count(`${sort}s found`),
        count(`${sort}s wanted`),
      )
      const right = parts.map((part): [string, number] => [
        `${sort}s, ${part} right`,
        count(`${sort}: ${part}`) / Math.max(1, count(`${sort}s right`)),
      ])
      return [
        [`${sort}s`, count(`${sort}s wanted`)],
        [`${sort}s, precision`, precision],
        [`${sort}s, recall`, recall],
        ...right,
      ]
    }
    return Object.fromEntries([
      ...of("demand", ["kind", "by", "of", "what"]),
      ...of("response", ["kind", "by", "what"]),
    ])
  }
}

/** Their words about the thing share more than small words, or neither says what it is about. */
function areOfOneThing(a: Told, b: Told): boolean {
  if (a.what === null || b.what === null) return a.what === b.what || (a.sort === "response" && a.by === b.by)
  const small = new Set(["the", "a", "an", "of", "to", "for", "that", "in", "on", "and", "it", "its"])
  const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const others = new Set(words(b.what).filter((word) => !small.has(word)))
  return words(a.what).some((word) => others.has(word))
}

/** Without an article before it and marks at its ends. */
function bare(words: string | null): string {
  return (words ?? "")
    .toLowerCase()
    .replace(/^[“”"‘’']+|[“”"‘’'.,?!]+$/g, "")
    .replace(/^(?:the|an?) /, "")
}

function drawn({ kind, by, of, what }: Told): string {
  return [kind, by ?? "-", of ?? "-", what ?? "-"].join(" | ")
}

function readPassages(file: string): readonly Passage[] {
  const passages: { group: string; text: string; wanted: Wanted[]; blind: boolean }[] = []
  for (const line of file.split("\n")) {
    const head = /^\[([^\]]+)\]$/.exec(line)
    const last = passages.at(-1)
    const label = /^([-=?]) (.*)$/.exec(line)
    if (head) passages.push({ group: head[1]!, text: "", wanted: [], blind: false })
    else if (line === "" || line.startsWith("#") || !last) continue
    else if (label) last.wanted.push(wantedOf(label[1]!, label[2]!))
    else {
      last.text = line.replaceAll("¶", "\n\n")
      last.blind = Number.parseInt(sha256Hex(last.text).slice(0, 4), 16) % 2 === 1
    }
  }
  return passages
}

function wantedOf(sign: string, line: string): Wanted {
  const fields = line.split(" | ").map((field) => (field === "-" ? null : field))
  const isOptional = sign === "?"
  if (sign === "=")
    return { sort: "response", kind: fields[0]!, by: fields[1]!, of: null, what: fields[2]!, isOptional }
  return { sort: "demand", kind: fields[0]!, by: fields[1]!, of: fields[2]!, what: fields[3]!, isOptional }
}
