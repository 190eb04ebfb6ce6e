import { expect, test } from "vitest"
import { cutNote, decodeReuseReport, lineageLines } from "../api/index.ts"
import { randomOf } from "../base/index.ts"
import { type Lineage, pairLimits, traceLineage } from "../reuse/index.ts"
import { lineageInWorkers } from "./lineage-in-workers.ts"

/** Texts made to be costly, by what is wrong with them. */
const hostile: Readonly<Record<string, readonly string[]>> = {
  "one word without end": ["buffalo ".repeat(10_000), `${"buffalo ".repeat(10_000)}grazes`],
  "no gap at all": ["x".repeat(100_000), "x".repeat(100_000), `${"x".repeat(100_000)}y`],
  "marks and halves of characters": [
    "!?".repeat(20_000),
    "\ud800".repeat(5_000),
    "\udc00\ud800\u0000 ".repeat(5_000),
  ],
  "all the same": Array.from(
    { length: 120 },
    () => "The ferry to Oster was held back by fog until noon today.",
  ),
  "one phrase and a number": Array.from({ length: 160 }, (_, i) => `The count was over at noon ${i}`),
  "one paragraph in common": Array.from(
    { length: 30 },
    (_, i) => `${invented(0, 60)} ${invented(i + 1, 90)}`,
  ),
  "two words in every order": Array.from({ length: 6 }, (_, i) => twoWords(i, 1_000)),
}

function invented(seed: number, words: number): string {
  const random = randomOf(seed + 1)
  return Array.from({ length: words }, () => `w${random.below(9_000).toString(36)}`).join(" ")
}

function twoWords(seed: number, words: number): string {
  const random = randomOf(seed + 1)
  return Array.from({ length: words }, () => (random.next() < 0.5 ? "to" : "fro")).join(" ")
}

const lines = Object.values(hostile)
  .flat()
  .map((text, i) => JSON.stringify({ id: `h${1000 + i}`, text }))

function lineageOf(texts: readonly string[]): Lineage {
  return traceLineage(texts.map((text, i) => decoded(JSON.stringify({ id: `h${1000 + i}`, text }))))
}

function decoded(line: string): Parameters<typeof traceLineage>[0][number] {
  const report = decodeReuseReport(JSON.parse(line))
  if (!report.ok) throw new Error(report.error.message)
  return report.value
}

test("law: what costs much comes out of the threads as it does without them", async () => {
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode([...lines].reverse().join("\n"))
  }
  const { lineage, failures } = await lineageInWorkers(bytes(), { threads: 1, batchBytesMin: 50_000 })
  expect(failures).toEqual([])
  const expected = traceLineage(lines.map(decoded))
  expect(JSON.stringify([...lineageLines(lineage)]) === JSON.stringify([...lineageLines(expected)])).toBe(
    true,
  )
})

for (const [name, texts] of Object.entries(hostile))
  test(`every report is told of once: ${name}`, () => {
    const members = lineageOf(texts).texts.flatMap((group) => group.members)
    expect(members.sort()).toEqual(texts.map((_, i) => `h${1000 + i}`))
  })

test("copies without number are one text, each linked with the first", () => {
  const { links, texts, cut } = lineageOf(hostile["all the same"]!)
  expect({ links: links.length, texts: texts.length, cut }).toEqual({ links: 119, texts: 1, cut: undefined })
})

test("a phrase that stands everywhere brings only some together, and that is said", () => {
  const lineage = lineageOf(hostile["one phrase and a number"]!)
  expect(lineage.cut?.postings).toBeGreaterThan(0)
  expect(lineage.links.length).toBeLessThan((160 * 159) / 4)
  expect(cutNote(lineage)).toContain(`more than ${pairLimits.postingMax} texts`)
})
