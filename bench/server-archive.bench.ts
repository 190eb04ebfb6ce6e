/**
 * `variorum serve --archive` on many stories: the pages of stories that nobody has asked for, the same again, and what
 * stands beside them. `STORIES` of twenty reports each; `ARCHIVE` names a folder to keep the archive in between runs.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { benchRate, startServer } from "./request-rate.ts"
import { fillWithStories } from "./stories-archive.ts"

const wanted = Number(process.env.STORIES ?? 200)
const folder = process.env.ARCHIVE ?? mkdtempSync(join(tmpdir(), "variorum-bench-"))
const list = join(folder, "bench-stories.json")
const kept = join(folder, "archive")
if (!existsSync(list)) writeFileSync(list, JSON.stringify(await fillWithStories(kept, wanted, 20)))
const stories = (JSON.parse(readFileSync(list, "utf8")) as { id: string; reports: number }[]).slice(0, wanted)
const reports = stories.reduce((sum, one) => sum + one.reports, 0)
console.log(`${stories.length} stories of ${(reports / stories.length).toFixed(1)} reports`)

const server = await startServer("--archive", kept)
const pagesOf = (tail: string): readonly string[] => stories.map(({ id }) => `s/${id}${tail}`)
await benchRate("  stories nobody has opened, each once", server, pagesOf(""), { rounds: 1 })
await benchRate("  the same again", server, pagesOf(""), { rounds: 4 })
const further = ["/statements", "/lineage", "/reports", "/figures"].flatMap(pagesOf)
await benchRate("  their lists, nobody has opened, each once", server, further, { rounds: 1 })
await benchRate("  the same again", server, further, { rounds: 1 })
await benchRate("  .json of each story", server, pagesOf(".json"), { rounds: 1 })
await benchRate("  the library", server, ["", "?from=50", "?from=100"])
await benchRate(
  "  search, each its own",
  server,
  stories.map((_, i) => `search?q=harbour+${"abcdefghij"[i % 10]}`),
  { rounds: 1 },
)
server.child.kill()
if (process.env.ARCHIVE === undefined) rmSync(folder, { recursive: true })
