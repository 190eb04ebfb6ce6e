import { expect, test } from "vitest"
import { generateStories } from "../../bench/generated-stories.ts"
import { decodeReuseReport, lineageLines } from "../api/index.ts"
import { randomOf } from "../base/index.ts"
import { traceLineage } from "../reuse/index.ts"
import { lineageInWorkers } from "./lineage-in-workers.ts"

/** Reports of stories, exact copies among them, as lines. */
function linesOf(seed: number): readonly string[] {
  const reports = [...generateStories({ stories: 22, reportsPerStory: 6, seed })]
  return reports.map((report, i) =>
    JSON.stringify({
      ...report,
      text: i % 10 === 9 ? reports[i >> 1]!.text.slice(0, 900) : report.text.slice(0, 900),
      url: `https://${report.outlet.slice(4, 6)}.example/${i}`,
    }),
  )
}

function expectedOf(lines: readonly string[]): readonly object[] {
  const reports = lines.map((line) => {
    const decoded = decodeReuseReport(JSON.parse(line))
    if (!decoded.ok) throw new Error(decoded.error.message)
    return decoded.value
  })
  return [...lineageLines(traceLineage(reports))]
}

/** The bytes of `text`, in pieces of any size. */
async function* inPieces(text: string, seed: number): AsyncGenerator<Uint8Array> {
  const random = randomOf(seed)
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + random.below(20_000)
    yield bytes.subarray(at, at + size)
    at += size
  }
}

test("law: neither the number of threads, the order of lines nor the size of pieces changes a byte", async () => {
  const lines = linesOf(5)
  const { lineage, failures } = await lineageInWorkers(inPieces([...lines].reverse().join("\n"), 2), {
    threads: 2,
    batchBytesMin: 12_000,
  })
  expect(JSON.stringify([...lineageLines(lineage)]) === JSON.stringify(expectedOf(lines))).toBe(true)
  expect(failures).toEqual([])
})

test("lines that give no report change nothing but what is said of them", async () => {
  const lines = linesOf(6).slice(0, 110)
  const again = JSON.stringify({
    id: JSON.parse(lines[3]!).id,
    text: "quite another text with rare words zyx",
  })
  const given = [...lines.slice(0, 20), "{", "", ...lines.slice(20), again, '{"id":"x"}']
  const { lineage, failures } = await lineageInWorkers(inPieces(`${given.join("\n")}\n`, 2), {
    threads: 1,
    batchBytesMin: 12_000,
  })
  expect(JSON.stringify([...lineageLines(lineage)]) === JSON.stringify(expectedOf(lines))).toBe(true)
  expect(failures.map(({ number, error }) => `${number} ${error.kind}`)).toEqual([
    "21 bad-json",
    `${given.length - 1} duplicate-id`,
    `${given.length} bad-input`,
  ])
})
