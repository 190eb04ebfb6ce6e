import { availableParallelism } from "node:os"
import { randomOf } from "../src/base/index.ts"
import { toolName } from "../src/cli/archive-record.ts"
import type { Capture } from "../src/intake/index.ts"
import { addCaptures, catchUp, openArchive, standingStories } from "../src/store/index.ts"
import { openStageWorkers } from "../src/workers/index.ts"
import { generateStories } from "./generated-stories.ts"

const capturesAtOnce = 1_000

/**
 * Fills the archive at `location` with stories of so many reports, each of which prints at least half of one agency's
 * text, and gives the ids of its stories, the largest first.
 */
export async function fillWithStories(
  location: string,
  stories: number,
  reportsPerStory: number,
): Promise<readonly { readonly id: string; readonly reports: number }[]> {
  const opened = await openArchive(location, true)
  if (!opened.ok) throw new Error(opened.error)
  const work = openStageWorkers(availableParallelism())
  const captures = [...capturesOf(stories, reportsPerStory)]
  for (let at = 0; at < captures.length; at += capturesAtOnce) {
    await addCaptures(opened.value, captures.slice(at, at + capturesAtOnce), "2031-03-04T00:00:00.000Z")
    await catchUp(opened.value, { tool: toolName(), work })
  }
  const made = await standingStories(opened.value, { from: 0, count: 10 * stories })
  await work.close()
  await opened.value.close()
  return [...made].sort((a, b) => b.reports - a.reports).map(({ id, reports }) => ({ id, reports }))
}

function* capturesOf(stories: number, reportsPerStory: number): Generator<Capture> {
  const random = randomOf(3)
  let agency: readonly string[] = []
  for (const { id, text, ...known } of generateStories({ stories, reportsPerStory, seed: 7 })) {
    const own = text.split("\n\n")
    if (id.endsWith("r0")) agency = own
    const printed = agency.map((paragraph, i) => (random.next() < 0.6 ? paragraph : (own[i] ?? paragraph)))
    yield {
      kind: "file",
      name: `${id}.jsonl`,
      bytes: Buffer.from(`${JSON.stringify({ id, text: printed.join("\n\n"), ...known })}\n`),
      mediaType: "application/jsonl",
      charset: null,
      capturedAt: null,
    }
  }
}
