import { readFileSync } from "node:fs"
import { join } from "node:path"
import { articleOfRequest } from "../src/api/index.ts"
import { type Span, sha256Hex } from "../src/base/index.ts"
import { type Name, type NameKind, readReport } from "../src/language/index.ts"
import { root } from "../tools/source-tree.ts"
import { type EvalMeasure, type Figures, f1Of } from "./measure.ts"

/** A passage with every name in it marked by hand; the notation stands at the head of `fixtures/names.txt`. */
interface Passage {
  readonly group: string
  readonly text: string
  readonly mentions: readonly GoldMention[]
  /** Null: any kind, or none. */
  readonly kinds: ReadonlyMap<string, NameKind | null>
  readonly blind: boolean
}

interface GoldMention extends Span {
  readonly entity: string
  /** `nominal`: by a noun ("the agency"). `optional`: a title, bill or event, which may be listed or not. */
  readonly sort: "name" | "nominal" | "optional"
}

/** Names in own fictional passages: mentions found, entities put together, kinds. Half of the passages are blind. */
export const namesMeasure: EvalMeasure = {
  name: "language/names",
  needs: [],
  run: async () => {
    const parts = { blind: new NameScore(), tune: new NameScore() }
    for (const passage of readPassages(readFileSync(join(root, "eval/fixtures/names.txt"), "utf8")))
      parts[passage.blind ? "blind" : "tune"].add(passage, namesOf(passage.text))
    const named = (part: "blind" | "tune"): [string, number][] =>
      Object.entries(parts[part].figures()).map(([name, figure]) => [`${part}: ${name}`, figure])
    return Object.fromEntries([...named("blind"), ...named("tune")])
  },
}

function namesOf(text: string): readonly Name[] {
  const request = { id: null, text, url: null, title: null, published: null, outlet: null, language: "en" }
  return readReport(articleOfRequest(request), { explain: false }).names
}

/** What is wrong in the passages that are not blind, drawn for a reader. */
export function nameFaultsOf(file: string): readonly string[] {
  const faults: string[] = []
  for (const passage of readPassages(file)) {
    if (passage.blind) continue
    const score = new NameScore((fault) => faults.push(`${passage.group}: ${fault}`))
    score.add(passage, namesOf(passage.text))
  }
  return faults
}

class NameScore {
  private readonly counts = new Map<string, number>()
  private readonly report: (fault: string) => void
  private precisionSum = 0
  private recallSum = 0

  constructor(report: (fault: string) => void = () => undefined) {
    this.report = report
  }

  private tally(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }

  add(passage: Passage, names: readonly Name[]): void {
    const { text } = passage
    const byPlace = new Map(passage.mentions.map((mention) => [`${mention.start}-${mention.end}`, mention]))
    const found = new Map<string, number>()
    names.forEach((name, i) => {
      for (const mention of name.mentions) {
        const { start } = mention
        const end = text[mention.end - 1] === "." ? mention.end - 1 : mention.end
        const place = `${start}-${end}`
        const gold = byPlace.get(place)
        if (gold?.sort === "optional" || (!gold && this.isOptional(passage, { start, end }, name))) {
          if (gold && isAnothersKind(name.kind)) this.fault("work as body", `${name.name} is a ${name.kind}`)
          continue
        }
        const sort = gold?.sort ?? (/^\p{Ll}/u.test(text.slice(start, end)) ? "nominal" : "name")
        this.tally(`found ${sort}`)
        if (gold) found.set(place, i)
        else this.report(`${sort} made up: ${text.slice(start, end)} (${name.name}, ${name.kind})`)
      }
    })
    for (const mention of passage.mentions) {
      if (mention.sort === "optional") continue
      this.tally(`wanted ${mention.sort}`)
      const entity = found.get(`${mention.start}-${mention.end}`)
      if (entity === undefined)
        this.report(`${mention.sort} missed: ${text.slice(mention.start, mention.end)}`)
      else this.right(passage, mention, names[entity]!)
    }
    this.addClusters(passage, names, found)
  }

  private right({ text, kinds }: Passage, mention: GoldMention, name: Name): void {
    this.tally(`right ${mention.sort}`)
    const kind = kinds.get(mention.entity)
    if (kind === null || kind === undefined || mention.sort !== "name") return
    this.tally("kinds")
    if (name.kind === kind) this.tally("kind right")
    else if (name.kind === null) this.fault("kind null", `${text.slice(mention.start, mention.end)}, ${kind}`)
    else this.fault("kind wrong", `${text.slice(mention.start, mention.end)}, ${kind}: ${name.kind}`)
  }

  private fault(kind: string, words: string): void {
    this.tally(kind)
    this.report(`${kind}: ${words}`)
  }

  /** A mention inside or around an optional one is as optional. */
  private isOptional({ mentions }: Passage, span: Span, name: Name): boolean {
    const around = mentions.find(
      ({ sort, start, end }) => sort === "optional" && start < span.end && span.start < end,
    )
    if (around && isAnothersKind(name.kind)) this.fault("work as body", `${name.name} is a ${name.kind}`)
    return around !== undefined
  }

  /** BCubed over name mentions (Bagga and Baldwin 1998); a mention not found, or made up, counts 0 on its side. */
  private addClusters(
    { mentions }: Passage,
    names: readonly Name[],
    found: ReadonlyMap<string, number>,
  ): void {
    const gold = mentions.filter(({ sort }) => sort === "name")
    const entityAt = gold.map(({ start, end }) => found.get(`${start}-${end}`) ?? -1)
    gold.forEach((mention, i) => {
      const entity = entityAt[i]!
      if (entity < 0) return
      const both = gold.filter((other, j) => other.entity === mention.entity && entityAt[j] === entity).length
      const one = gold.filter((other) => other.entity === mention.entity).length
      const all = entityAt.filter((other) => other === entity).length
      this.precisionSum += both / all
      this.recallSum += both / one
      if (both < one || both < all)
        this.report(`parted or mixed: ${mention.entity} in ${names[entity]!.name}`)
    })
  }

  figures(): Figures {
    const count = (name: string): number => this.counts.get(name) ?? 0
    const names = f1Of(count("right name"), count("found name"), count("wanted name"))
    const nominals = f1Of(count("right nominal"), count("found nominal"), count("wanted nominal"))
    const clusters = f1Of(1, count("found name") / this.precisionSum, count("wanted name") / this.recallSum)
    return {
      "name mentions": count("wanted name"),
      "mention precision": names.precision,
      "mention recall": names.recall,
      "mention F1": names.f1,
      "entity BCubed F1": clusters.f1,
      "kind right": count("kind right") / Math.max(1, count("kinds")),
      "kind wrong": count("kind wrong") / Math.max(1, count("kinds")),
      "works taken for somebody": count("work as body"),
      "noun mentions, precision": nominals.precision,
      "noun mentions, recall": nominals.recall,
    }
  }
}

function isAnothersKind(kind: NameKind | null): boolean {
  return kind === "person" || kind === "place" || kind === "organisation"
}

const kindLetters: Readonly<Record<string, NameKind | null>> = {
  p: "person",
  o: "organisation",
  l: "place",
  d: "document",
  g: "group",
  n: null,
}

export function readPassages(file: string): readonly Passage[] {
  const passages: Passage[] = []
  const lines = file.split("\n").filter((line) => line !== "" && !line.startsWith("#"))
  for (let at = 0; at < lines.length; ) {
    const group = lines[at++]!.slice(1, -1)
    const { text, mentions } = readMarked(lines[at++]!)
    const list = at < lines.length && !lines[at]!.startsWith("[") ? lines[at++]! : ""
    const kinds = new Map(
      list.split(", ").flatMap((pair): [string, NameKind | null][] => {
        const [entity, letter] = pair.split(" ")
        return letter === undefined ? [] : [[entity!, kindLetters[letter] ?? null]]
      }),
    )
    passages.push({
      group,
      text,
      mentions,
      kinds,
      blind: Number.parseInt(sha256Hex(text).slice(0, 4), 16) % 2 === 1,
    })
  }
  return passages
}

function readMarked(line: string): Pick<Passage, "text" | "mentions"> {
  const mentions: GoldMention[] = []
  let text = ""
  for (const piece of line.replaceAll("¶", "\n\n").split(/(\{\d+[?~]? [^}]+\})/)) {
    const [, entity, mark, words] = /^\{(\d+)([?~]?) ([^}]+)\}$/.exec(piece) ?? []
    if (entity === undefined || words === undefined) {
      text += piece
      continue
    }
    const sort = mark === "~" ? "nominal" : mark === "?" ? "optional" : "name"
    mentions.push({ start: text.length, end: text.length + words.length, entity, sort })
    text += words
  }
  return { text, mentions }
}
