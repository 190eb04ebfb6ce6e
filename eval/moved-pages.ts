import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Article, findPageVersions, movesOf } from "../src/article/index.ts"
import { compareStrings } from "../src/base/index.ts"
import { madeArticle } from "../test/made-article.ts"
import type { EvalMeasure } from "./measure.ts"

/**
 * Whether a redirect makes one page of two captures whose addresses tell nothing: of two versions that follow on each
 * other, as where a page moved, it should; of two articles on one event, or on two of one kind, as where readers are
 * led on to another article, it should not. The thresholds were chosen with these figures in view.
 */
export const movedPages: EvalMeasure = {
  name: "article/moved-pages",
  needs: ["data/revisions-wikipedia", "data/cluster-ecbplus"],
  run: async (sharedFolder) => {
    const { versions, sameEvent, otherEvent } = readPairs(sharedFolder)
    const figures: Record<string, number> = {}
    for (const [status, words] of [
      [301, "for good"],
      [302, "for now"],
    ] as const) {
      figures[`moved ${words}: joined`] = shareJoined(versions, status)
      figures[`led ${words} to an article on the event: joined`] = shareJoined(sameEvent, status)
      figures[`led ${words} to one on another event: joined`] = shareJoined(otherEvent, status)
    }
    return figures
  },
}

type Pair = readonly [before: string, after: string]

function readPairs(sharedFolder: string): Readonly<Record<"versions" | "sameEvent" | "otherEvent", Pair[]>> {
  const pairs = { versions: [] as Pair[], sameEvent: [] as Pair[], otherEvent: [] as Pair[] }
  const revisions = join(sharedFolder, "data/revisions-wikipedia")
  for (const entry of readdirSync(revisions, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const texts = readdirSync(join(revisions, entry.name))
      .filter((file) => /^\d+\.txt$/.test(file))
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
      .map((file) => readFileSync(join(revisions, entry.name, file), "utf8"))
    for (const [i, after] of texts.slice(1).entries()) pairs.versions.push([texts[i]!, after])
  }
  const events = join(sharedFolder, "data/cluster-ecbplus")
  const articles = readdirSync(events)
    .filter((file) => file.endsWith(".jsonl"))
    .sort(compareStrings)
    .flatMap((file) => readFileSync(join(events, file), "utf8").trim().split("\n"))
    .map(
      (line) => JSON.parse(line) as { readonly topic: number; readonly event: string; readonly text: string },
    )
  for (const [i, a] of articles.entries())
    for (const b of articles.slice(i + 1))
      if (a.topic === b.topic) pairs[a.event === b.event ? "sameEvent" : "otherEvent"].push([a.text, b.text])
  return pairs
}

function shareJoined(pairs: readonly Pair[], status: number): number {
  const [from, to] = ["https://gazette.example/a", "https://gazette.example/b"]
  const moves = movesOf([{ from, to, status }])
  const joined = pairs.filter(
    ([before, after]) =>
      findPageVersions([captured(from, "2031-03-04", before), captured(to, "2031-03-05", after)], moves)
        .length > 0,
  )
  return joined.length / pairs.length
}

function captured(url: string, capturedAt: string, text: string): Article {
  return madeArticle(url, text, {
    source: { kind: "url", name: url, member: null, sha256: url, capturedAt },
    url,
  })
}
