import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Article, type ReportId, readArticle } from "../src/article/index.ts"
import { root } from "../tools/source-tree.ts"
import type { EvalMeasure, Figures } from "./measure.ts"

/** One printed line and whose it is. */
interface Line {
  readonly kind: string
  readonly words: string
}

interface Layout {
  readonly name: string
  readonly language: string
  readonly lines: readonly Line[]
}

/** What became of a layout: the lines that were taken for something else. */
interface LayoutScore {
  readonly leaked: readonly string[]
  readonly lost: readonly string[]
  readonly furniture: number
  readonly written: number
}

const writtenKinds = new Set(["t", "p", "h"])

/**
 * Own plain texts in the layouts that pages leave behind, each read with single and with double line breaks. `blind`:
 * the half, by a digest of the name, whose faults were not read while the rules were mended.
 */
export const plainLayouts: EvalMeasure = {
  name: "article/plain-layouts",
  needs: [],
  run: async () => {
    const layouts = readLayouts(readFileSync(join(root, "eval/fixtures/plain-layouts.txt"), "utf8"))
    return { ...figuresOf("", layouts), ...figuresOf("blind ", layouts.filter(isBlind)) }
  },
}

function figuresOf(prefix: string, layouts: readonly Layout[]): Figures {
  let hold = 0
  const sums = { leaked: 0, lost: 0, furniture: 0, written: 0 }
  for (const layout of layouts) {
    const scores = ["\n", "\n\n"].map((gap) => scoreLayout(layout, gap))
    if (scores.every(({ leaked, lost }) => leaked.length + lost.length === 0)) hold++
    for (const { leaked, lost, furniture, written } of scores) {
      sums.leaked += leaked.length
      sums.lost += lost.length
      sums.furniture += furniture
      sums.written += written
    }
  }
  return {
    [`${prefix}layouts`]: layouts.length,
    [`${prefix}layouts that hold`]: hold / layouts.length,
    [`${prefix}furniture lines left in`]: sums.leaked / sums.furniture,
    [`${prefix}written lines set aside`]: sums.lost / sums.written,
  }
}

export function isBlind({ name, language }: Layout): boolean {
  return (createHash("sha256").update(`${language} ${name}`).digest()[0]! & 1) === 1
}

/** A dateline's words are set aside inside a paragraph that is the reporter's all the same. */
export function scoreLayout({ lines }: Layout, gap: string): LayoutScore {
  const text = lines.map(({ words }) => words).join(gap)
  const { furniture } = articleOf(text)
  const leaked: string[] = []
  const lost: string[] = []
  let written = 0
  let start = 0
  for (const { kind, words } of lines) {
    const end = start + words.length
    const covering = furniture.filter((span) => span.start < end && span.end > start)
    const letters = /[\p{L}\p{N}]/u
    let at = start
    let left = ""
    for (const span of covering) {
      left += text.slice(at, Math.max(at, span.start))
      at = Math.max(at, Math.min(span.end, end))
    }
    left += text.slice(at, end)
    if (kind === "e") written++
    else if (writtenKinds.has(kind)) {
      written++
      if (covering.some((span) => span.kind !== "dateline")) lost.push(words)
    } else if (letters.test(left)) leaked.push(words)
    start = end + gap.length
  }
  return { leaked, lost, furniture: lines.length - written, written }
}

function articleOf(text: string): Article {
  const source = { kind: "stdin", name: "-", member: null, sha256: "", capturedAt: null } as const
  return readArticle(
    { id: "1", source, content: { kind: "text", text, markdown: false } },
    { id: "1" as ReportId, explain: false },
  )
}

export function readLayouts(file: string): readonly Layout[] {
  const pool = new Map<string, string>()
  const layouts: { name: string; language: string; lines: Line[] }[] = []
  for (const line of file.split("\n")) {
    const named = /^@(\w+) (.+)$/.exec(line)
    const begun = /^=== (.+) \| (\w+)$/.exec(line)
    const marked = /^([tphyclskbe]) (.+)$/.exec(line)
    if (named) pool.set(named[1]!, named[2]!)
    else if (begun) layouts.push({ name: begun[1]!, language: begun[2]!, lines: [] })
    else if (marked && layouts.length > 0) {
      const words = marked[2]!.startsWith("$") ? pool.get(marked[2]!.slice(1)) : marked[2]!
      if (words === undefined) throw new Error(`no paragraph is named ${marked[2]}`)
      layouts.at(-1)!.lines.push({ kind: marked[1]!, words })
    } else if (line !== "" && !line.startsWith("#")) throw new Error(`not understood: ${line}`)
  }
  return layouts
}
