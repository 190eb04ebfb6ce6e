import { availableParallelism } from "node:os"
import { performance } from "node:perf_hooks"
import type { Capture } from "../src/intake/index.ts"
import { type Archive, addCaptures, catchUp, openArchive } from "../src/store/index.ts"
import { openStageWorkers, type StageWorkers } from "../src/workers/index.ts"
import { generateStories } from "./generated-stories.ts"
import { peakMemoryMiB, printRow } from "./timing.ts"

export const tool = "bench"
export const addedAt = "2031-03-04T00:00:00.000Z"
const reportsPerStory = 5
const charactersMax = 350
const capturesAtOnce = 1_000

/**
 * The archive at `location` with that many seeded reports and a record of them, which the program itself makes. Where it
 * is there it is taken as it is; one that was being made is made on.
 */
export async function openLargeArchive(location: string, reports: number): Promise<Archive> {
  const opened = await openArchive(location, true)
  if (!opened.ok) throw new Error(opened.error)
  const archive = opened.value
  const [last] = await archive.database.query("SELECT max(seq) AS seq FROM capture")
  let some: Capture[] = []
  const keep = async (): Promise<void> => {
    await addCaptures(archive, some, addedAt)
    some = []
  }
  const kept = Number(last?.seq ?? 0)
  const before = performance.now()
  // Kept by whole stories, so that what is there is not made again.
  for (const capture of reportsFrom(
    Math.floor(kept / reportsPerStory),
    reports / reportsPerStory,
    reportsPerStory,
  )) {
    some.push(capture)
    if (some.length === capturesAtOnce) await keep()
  }
  await keep()
  printRow(`${reports} captures kept`, { s: (performance.now() - before) / 1000 })
  const work = openStageWorkers(availableParallelism())
  try {
    await makeRecord(archive, work)
  } finally {
    await work.close()
  }
  return archive
}

async function makeRecord(archive: Archive, work: StageWorkers): Promise<void> {
  const [before, cpu] = [performance.now(), process.cpuUsage()]
  let [lap, told] = [before, 0]
  const caughtUp = await catchUp(archive, {
    tool,
    work,
    onProgress(done, of) {
      if (done < told + of / 10 && done < of) return
      printRow(`  ${done} of ${of}`, { s: (performance.now() - lap) / 1000 })
      ;[lap, told] = [performance.now(), done]
    },
  })
  const used = process.cpuUsage(cpu)
  printRow(`record of ${caughtUp.captures} captures`, {
    stories: caughtUp.stories,
    s: (performance.now() - before) / 1000,
    "CPU ms each": (used.user + used.system) / 1000 / Math.max(1, caughtUp.captures),
    "MiB at most": peakMemoryMiB(),
  })
}

/**
 * Reports that come later, one more to each of some stories that are there; after so many that came before, so that an
 * archive that is measured again is given others.
 */
export function lateReports(count: number, reports: number, cameBefore: number): readonly Capture[] {
  const stories = reports / reportsPerStory
  const late: Capture[] = []
  for (let n = cameBefore; n < cameBefore + count; n++) {
    const story = (n * storyStep) % stories
    late.push([...reportsFrom(story, story + 1, reportsPerStory + 1)].at(-1)!)
  }
  return late
}

/** A prime, which leads to every story once. */
const storyStep = 7919

function* reportsFrom(story: number, end: number, perStory: number): Generator<Capture> {
  const seeded = {
    stories: end,
    reportsPerStory: perStory,
    seed: 11,
    charactersMin: charactersMax,
    from: story,
  }
  for (const { id, text, ...known } of generateStories(seeded))
    yield {
      kind: "file",
      name: `${id}.jsonl`,
      bytes: Buffer.from(`${JSON.stringify({ id, text: text.slice(0, charactersMax), ...known })}\n`),
      mediaType: "application/jsonl",
      charset: null,
      capturedAt: null,
    }
}
