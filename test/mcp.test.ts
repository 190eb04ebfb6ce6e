import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "@modelcontextprotocol/client"
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test } from "vitest"
import { ArchivePages } from "../src/server/archive-pages.ts"
import { createServer } from "../src/server/index.ts"
import { openArchive } from "../src/store/index.ts"
import { root } from "../tools/source-tree.ts"
import { ask } from "./mcp-client.ts"
import { runCommand } from "./run-command.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-mcp-"))
/** Beside the sources, where what it imports is found. */
const bundles = join(root, "out")
const program = join(bundles, `mcp-${process.pid}.mjs`)
const clients: Client[] = []

/** The real program, started as an assistant starts it. */
async function started(...words: string[]): Promise<Client> {
  const client = new Client({ name: "test", version: "0" })
  clients.push(client)
  const args = [program, "mcp", ...words]
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: "ignore" }))
  return client
}

beforeAll(async () => {
  mkdirSync(bundles, { recursive: true })
  await build({
    entryPoints: [join(root, "src/cli/main.ts")],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
  })
  await runCommand(["add", join(root, "examples/harbour-ferry/reports"), "--archive", join(folder, "kept")])
})

afterAll(async () => {
  for (const client of clients) await client.close()
  rmSync(program, { force: true })
  rmSync(folder, { recursive: true, force: true })
})

test("an assistant finds its way from a list of stories to a sentence to cite", async () => {
  const client = await started("--archive", join(folder, "kept"), "--origin", "http://127.0.0.1:9999/")
  const [story] = (await ask(client, "list_stories")).json!.items!
  expect(story).toMatchObject({ title: expect.stringContaining("14 hurt"), reports: 12, distinctTexts: 9 })
  const overview = (await ask(client, "story_overview", { story: story!.story, part: "differences" })).json!
  const [difference] = overview.items as readonly {
    values: readonly { distinctTexts: number; evidence: readonly { sentence: string; words: string }[] }[]
  }[]
  const { sentence, words } = difference!.values[0]!.evidence[0]!
  const told = (await ask(client, "get_sentence", { sentence })).json!
  expect(told).toMatchObject({ words, address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9999\/r\//) })
  await served(String(told.address).slice("http://127.0.0.1:9999".length), words)
  const history = (await ask(client, "get_history", { story: story!.story })).json!
  expect(history).toMatchObject({ pagesCapturedMoreThanOnce: 1, edits: 8 })
  const found = (await ask(client, "search_record", { query: "Marigold pupils" })).json!
  expect(found.items!.length).toBeGreaterThan(1)
  for (const { address, story: of } of found.items!) {
    expect(of).toBe(story!.story)
    await served(String(address).slice("http://127.0.0.1:9999".length), null)
  }
})

/** The archive's own pages answer the address with the words, after leading on to where they stand. */
async function served(path: string, words: string | null): Promise<void> {
  const opened = await openArchive(join(folder, "kept"), false)
  if (!opened.ok) throw new Error(opened.error)
  const made = { location: join(folder, "kept"), tool: "variorum 0.0.0", isLive: false, isThreaded: false }
  const server = createServer(new ArchivePages(opened.value, made), { assets: [] })
  const headers = { host: "localhost" }
  const first = await server.request(path, { headers })
  expect(first.status, path).toBe(303)
  const place = first.headers.get("location")!
  const page = await (await server.request(place.split("#")[0]!, { headers })).text()
  expect(page).toContain(`id="${place.split("#")[1]}"`)
  if (words !== null) expect(page.replace(/<[^>]*>/g, "")).toContain(words.slice(1, 40))
  await opened.value.close()
}

test("files are told of without an archive", async () => {
  const client = await started(join(root, "examples/harbour-ferry/reports/coastwire.html"))
  expect((await ask(client, "list_stories")).json).toMatchObject({ stories: 1, items: [{ reports: 1 }] })
})

test("what cannot be told of is said before anything is answered", async () => {
  const refused: readonly (readonly string[])[] = [
    [],
    ["-"],
    ["a.txt", "--archive", "kept"],
    ["a.json", "--origin", "x"],
  ]
  for (const words of refused)
    expect(await runCommand(["mcp", ...words])).toMatchObject({
      status: 2,
      out: "",
      err: expect.stringMatching(/^variorum mcp: [^\n]+\n$/),
    })
  expect(await runCommand(["mcp", "--archive", join(folder, "none")])).toMatchObject({ status: 1, out: "" })
})
