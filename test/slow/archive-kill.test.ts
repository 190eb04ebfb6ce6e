import { spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Random, randomOf, sha256Hex } from "../../src/base/index.ts"
import { toolName } from "../../src/cli/archive-record.ts"
import {
  type Archive,
  catchUp,
  readCaptures,
  rebuild,
  standingRecord,
  verifyArchive,
} from "../../src/store/index.ts"
import { openStageWorkers } from "../../src/workers/index.ts"
import { hasPostgres, postgresCluster } from "../postgres-cluster.ts"
import { openedArchive } from "../stores.ts"

/** Kills of each command on each store. `KILLS=200` for the figures of the documents. */
const kills = Number(process.env.KILLS ?? 20)
/** Of so many kills on PostgreSQL one is of the server, and our process has to live on. */
const serverKillEvery = 10
const pagesPerRun = 60

/** `record` is `add` that also brings the record up to date, as `watch` does. */
type Killed = "add" | "watch" | "record"

const folder = mkdtempSync(join(tmpdir(), "variorum-kill-"))
/** Apart: the server runs as another user, who may not enter the folder. */
const serverFolder = mkdtempSync(join(tmpdir(), "variorum-kill-postgres-"))
const cluster = postgresCluster(serverFolder, true)
let server: Server

beforeAll(async () => {
  if (hasPostgres()) await cluster.start()
  server = createServer((request, response) => {
    const found = request.url !== "/robots.txt"
    response.writeHead(found ? 200 : 404, { "content-type": "text/html" })
    response.end(page(`${request.headers.host}${request.url}`, 3))
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
}, 60_000)
afterAll(async () => {
  server.close()
  await cluster.stop("SIGINT")
  for (const path of [folder, serverFolder]) rmSync(path, { recursive: true, force: true })
})

/** A page that shares nothing with the others: what is tried here is the keeping of captures. */
const page = (name: string, times: number): string => {
  const words = sha256Hex(name).match(/.{6}/g)!.join(" ")
  return `<article><h1>${words.slice(0, 13)}</h1><p>${`${words}. `.repeat(times)}</p></article>`
}

interface Ran {
  readonly status: number | null
  readonly lines: readonly string[]
  readonly tookMs: number
}

/** Runs a command; `at` is called once, `afterMs` after it began, if it runs for so long. */
function run(words: readonly string[], afterMs: number, at: "kill" | (() => Promise<void>)): Promise<Ran> {
  return new Promise((resolve) => {
    const beganMs = performance.now()
    const script = join(import.meta.dirname, "one-command.ts")
    const running = spawn(process.execPath, [script, ...words], { stdio: ["ignore", "pipe", "inherit"] })
    let done: Promise<void> | null = null
    const timer = setTimeout(() => {
      if (at === "kill") running.kill("SIGKILL")
      else done = at()
    }, afterMs)
    let out = ""
    running.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString("utf8")
    })
    running.on("close", async (status) => {
      clearTimeout(timer)
      await done
      // What follows the last line break was cut off, and acknowledges nothing.
      resolve({ status, lines: out.split("\n").slice(0, -1), tookMs: performance.now() - beganMs })
    })
  })
}

/** The words of the n-th run, whose captures no other run has. */
function wordsOf(command: Killed, location: string, n: number, random: Random): readonly string[] {
  if (command !== "watch") {
    const reports = join(folder, `${location.length}-${command}-${n}`)
    mkdirSync(reports, { recursive: true })
    const files = command === "add" ? pagesPerRun * 4 : pagesPerRun
    for (let file = 0; file < files; file++)
      writeFileSync(join(reports, `${file}.html`), page(`${n}/${file}`, 1 + random.below(100)))
    const words = ["add", reports, "--archive", location, "--json"]
    return command === "add" ? [...words, "--captures-only"] : words
  }
  const { port } = server.address() as AddressInfo
  // Each a host of its own, so that they are asked at once.
  const addresses = Array.from(
    { length: pagesPerRun },
    (_, host) => `http://127.0.1.${host + 1}:${port}/${n}`,
  )
  return ["watch", ...addresses, "--archive", location, "--once", "--verbose"]
}

/** Where a line says that something was kept: the name of the capture. */
function acknowledged(line: string): string {
  const told = JSON.parse(line) as { readonly name?: string; readonly address?: string }
  return told.name ?? told.address ?? ""
}

for (const store of ["SQLite", "PostgreSQL"] as const)
  describe.skipIf(store === "PostgreSQL" && !hasPostgres())(store, () => {
    for (const command of ["add", "watch", "record"] as const)
      test(
        `${command}, killed over and over, loses nothing that it acknowledged`,
        { timeout: 3_600_000 },
        () => killOver(store, command),
      )
  })

async function killOver(store: "SQLite" | "PostgreSQL", command: Killed): Promise<void> {
  const random = randomOf(20310304)
  const location = store === "SQLite" ? join(folder, command) : await cluster.addressOf(command)
  const names = new Set<string>()
  const first = await run(wordsOf(command, location, 0, random), 3_600_000, "kill")
  expect(first.status).toBe(0)
  for (const line of first.lines) names.add(acknowledged(line))
  let [cut, servers] = [0, 0]
  for (let n = 1; n <= kills; n++) {
    const afterMs = random.below(Math.round(first.tookMs))
    const killsServer = store === "PostgreSQL" && n % serverKillEvery === 0
    const ran = await run(wordsOf(command, location, n, random), afterMs, killsServer ? restart : "kill")
    for (const line of ran.lines) names.add(acknowledged(line))
    if (killsServer) {
      servers++
      expect(ran.status, "our process outlives a killed server").toBe(0)
    } else if (ran.status !== 0) cut++
  }
  // What was begun is finished by running it again, with nothing to repair.
  const last = await run(wordsOf(command, location, kills, random), 3_600_000, "kill")
  expect(last.status).toBe(0)
  for (const line of last.lines) names.add(acknowledged(line))
  const archive = await openedArchive(location)
  const { captures, faults } = await verifyArchive(archive, null)
  expect(faults).toEqual([])
  const kept = new Set<string>()
  for await (const { capture } of readCaptures(archive)) kept.add(capture.name)
  if (command === "record") await checkRecord(archive)
  await archive.close()
  expect([...names].filter((name) => !kept.has(name))).toEqual([])
  expect(names.size).toBeGreaterThanOrEqual(pagesPerRun)
  console.log(
    `${store}, ${command}: ${cut} killed in mid-run, ${servers} servers killed, ${names.size} acknowledged, ${captures} kept, none lost`,
  )
}

/** The record holds every capture once, and is the one that is made of all of them anew. */
async function checkRecord(archive: Archive): Promise<void> {
  const work = openStageWorkers(availableParallelism())
  const options = { tool: toolName(), work }
  expect(await catchUp(archive, options), "what was begun was finished").toEqual({ captures: 0, stories: 0 })
  const digest = async () => sha256Hex(JSON.stringify(await standingRecord(archive)))
  const stood = await digest()
  const { captures } = await rebuild(archive, options)
  await work.close()
  expect(await digest()).toBe(stood)
  expect(captures).toBe((await verifyArchive(archive, null)).captures)
}

async function restart(): Promise<void> {
  await cluster.stop("SIGKILL")
  await cluster.start()
}
