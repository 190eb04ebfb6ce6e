import { readFileSync } from "node:fs"
import { join } from "node:path"
import { articleOfRequest } from "../src/api/index.ts"
import { type Quotation, readReport } from "../src/language/index.ts"
import { root } from "../tools/source-tree.ts"
import type { EvalMeasure } from "./measure.ts"

interface Case {
  readonly language: string
  readonly group: string
  readonly text: string
  readonly wanted: readonly Wanted[]
  /** Marked words that are nobody's speech. */
  readonly scare: readonly string[]
}

interface Wanted {
  readonly parts: readonly string[]
  /** Null: no speaker may be claimed. */
  readonly speaker: string | null
  readonly name: string | null
}

/** Own fictional reports of what PolNeAR lacks: British marks, business, agency copy, press releases, languages. */
export const fixturesMeasure: EvalMeasure = {
  name: "language/quotation-fixtures",
  needs: [],
  run: async () => {
    const cases = readCases(readFileSync(join(root, "eval/fixtures/quotations.txt"), "utf8"))
    const total = new Map<string, number>()
    const tally = (name: string, by = 1): void => void total.set(name, (total.get(name) ?? 0) + by)
    for (const one of cases) {
      const part = partOf(one)
      scoreCase(one, (name) => tally(part + name))
    }
    const share = (a: string, b: string): number => (total.get(a) ?? 0) / Math.max(1, total.get(b) ?? 0)
    const partOfGroup = new Map(cases.map((one) => [one.group, partOf(one)]))
    const groups = [...partOfGroup.keys()].sort()
    const ofPart = (part: string): [string, number][] => [
      [`${part}quotations`, total.get(`${part}wanted`) ?? 0],
      [`${part}words right`, share(`${part}words`, `${part}wanted`)],
      [`${part}speaker right`, share(`${part}speaker`, `${part}with speaker`)],
      [`${part}speaker wrong`, share(`${part}speaker wrong`, `${part}with speaker`)],
      [`${part}name right`, share(`${part}name`, `${part}with name`)],
      [`${part}speech not made up`, 1 - share(`${part}scare kept`, `${part}scare`)],
    ]
    return {
      ...Object.fromEntries(parts.flatMap((part) => ofPart(part))),
      "he and she resolved": share("name he and she", "with name he and she"),
      "role nouns resolved": share("name role nouns", "with name role nouns"),
      ...Object.fromEntries(
        groups.map((group) => [
          `${group}: words and speaker right`,
          share(`${partOfGroup.get(group)}both ${group}`, `${partOfGroup.get(group)}wanted ${group}`),
        ]),
      ),
    }
  },
}

/** Labelled in three rounds; each was new to the reader when it was first scored. */
const parts = ["", "third part: ", "further languages: "] as const

function partOf({ language, group }: Case): (typeof parts)[number] {
  if (language === "it" || language === "pt" || language === "nl") return "further languages: "
  return group.endsWith("third part") ? "third part: " : ""
}

/** The cases on which something is wrong, drawn for a reader. */
export function faultsOf(file: string): readonly string[] {
  const faults: string[] = []
  for (const one of readCases(file))
    scoreCase(
      one,
      () => undefined,
      (fault) => faults.push(`${one.group}: ${fault}`),
    )
  return faults
}

function scoreCase(
  one: Case,
  tally: (name: string) => void,
  report: (fault: string) => void = () => undefined,
): void {
  const { text, language, group } = one
  const request = { id: null, text, url: null, title: null, published: null, outlet: null, language }
  const { quotations } = readReport(articleOfRequest(request), { explain: false })
  const said = quotations.filter(({ speech }) => speech)
  const words = (quotation: Quotation): string =>
    quotation.parts.map(({ start, end }) => bare(text.slice(start, end))).join(" … ")
  for (const wanted of one.wanted) {
    const want = wanted.parts.map(bare).join(" … ")
    const found =
      said.find((quotation) => words(quotation) === want) ??
      said.find((quotation) => words(quotation).includes(bare(wanted.parts[0]!)))
    const isExact = found !== undefined && words(found) === want
    const mention = found?.speaker ? text.slice(found.speaker.start, found.speaker.end) : null
    const isRight =
      wanted.speaker === null ? mention === null : mention !== null && sharesWords(mention, wanted.speaker)
    tally("wanted")
    tally(`wanted ${group}`)
    if (isExact) tally("words")
    if (isExact && isRight) tally(`both ${group}`)
    if (wanted.speaker !== null) {
      tally("with speaker")
      if (isRight) tally("speaker")
      else if (mention !== null) tally("speaker wrong")
    }
    const isNamed =
      wanted.name === null || (found?.speaker?.name != null && sameName(found.speaker.name, wanted.name))
    if (wanted.name !== null) {
      tally("with name")
      tally(`with name ${group}`)
      if (isNamed) tally("name")
      if (isNamed) tally(`name ${group}`)
    }
    if (!isExact || !isRight || !isNamed)
      report(
        `${want} | ${wanted.speaker} | ${wanted.name}\n    got ${found ? words(found) : "nothing"} | ${mention} | ${found?.speaker?.name}`,
      )
  }
  for (const scare of one.scare) {
    tally("scare")
    if (
      !said.some(({ marked }) =>
        marked.some(({ start, end }) => bare(text.slice(start, end)) === bare(scare)),
      )
    )
      continue
    tally("scare kept")
    report(`made up: ${scare}`)
  }
}

/** Without marks and stops at the ends, which never decide. */
function bare(words: string): string {
  return words.replace(/^[\s“”"‘’'«»„,.;:]+|[\s“”"‘’'«»„,.;:?!。]+$/g, "")
}

function sharesWords(a: string, b: string): boolean {
  const of = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const small = new Set(["the", "a", "an", "of", "for", "die", "der", "la", "le", "el", "un"])
  const other = new Set(of(b).filter((word) => !small.has(word)))
  return a === b || of(a).some((word) => other.has(word))
}

function sameName(found: string, wanted: string): boolean {
  return found === wanted || found.replace(/^The /, "") === wanted
}

function readCases(file: string): readonly Case[] {
  const cases: { language: string; group: string; text: string; wanted: Wanted[]; scare: string[] }[] = []
  for (const line of file.split("\n")) {
    const head = /^\[(\w+)\] (.+)$/.exec(line)
    const last = cases.at(-1)
    if (head) cases.push({ language: head[1]!, group: head[2]!, text: "", wanted: [], scare: [] })
    else if (line.startsWith("#") || line === "" || !last) continue
    else if (line.startsWith("- ")) last.wanted.push(wantedOf(line.slice(2)))
    else if (line.startsWith("! ")) last.scare.push(line.slice(2))
    else last.text += line.replaceAll("¶", "\n\n")
  }
  return cases
}

function wantedOf(line: string): Wanted {
  const [words, speaker, name] = line.split(" | ")
  const known = (field: string | undefined): string | null =>
    field === undefined || field === "-" ? null : field
  return { parts: words!.split(" … "), speaker: known(speaker), name: known(name) }
}
