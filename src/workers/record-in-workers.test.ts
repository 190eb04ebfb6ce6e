import { expect, test } from "vitest"
import { generateStories } from "../../bench/generated-stories.ts"
import type { SourceDocument } from "../intake/index.ts"
import { makeRecord } from "../pipeline/index.ts"
import { recordInWorkers } from "./record-in-workers.ts"

test("law: neither the number of threads nor the order of documents changes a byte", async () => {
  const documents = Array.from(
    generateStories({ stories: 4, reportsPerStory: 5, seed: 7 }),
    ({ id, title, text }): SourceDocument => ({
      id,
      source: { kind: "file", name: id, member: null, sha256: id, capturedAt: null },
      content: { kind: "text", text: `${title}\n\n${text.slice(0, 700)}`, markdown: false },
    }),
  )
  const expected = JSON.stringify(makeRecord(documents, []))
  const stages: string[] = []
  const onProgress = ({ stage }: { readonly stage: string }): void => void stages.push(stage)
  const made = await recordInWorkers([...documents].reverse(), [], {
    threads: 2,
    documentsMin: 0,
    onProgress,
  })
  expect(JSON.stringify(made)).toBe(expected)
  expect(new Set(stages).size).toBe(3)
})
