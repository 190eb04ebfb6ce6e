import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Random, randomOf, sha256Hex } from "../../src/base/index.ts"
import { toolName } from "../../src/cli/archive-record.ts"
import {
  type Archive,
  catchUp,
  dueAddresses,
  openArchive,
  readCaptures,
  rebuild,
  standingRecord,
  verifyArchive,
  workHere,
} from "../../src/store/index.ts"
import { hasPostgres, postgresCluster } from "../postgres-cluster.ts"
import { runAndKill } from "./run-and-kill.ts"

/** Kills of each command on each store. `KILLS=200` for the figures of the documents. */
const kills = Number(process.env.KILLS ?? 8)
/** Of so many kills on PostgreSQL one is of the server, and our process has to live on. */
const serverKillEvery = 8
/** After so many kills what was begun is finished, its record held against one made anew, and a new archive begun. */
const killsPerArchive = 20
/** So few that the command reads them itself: starting its threads would take most of a run. */
const pagesPerRun = 40
/** Some kills come too late: a run over what the last one left may take longer than the one that was measured. */
const latest = 1.15

/** `record` is `add` that also brings the record up to date, as `watch` does. */
const killedCommands = ["add", "watch", "record"] as const
type Killed = (typeof killedCommands)[number]
const stores = ["SQLite", "PostgreSQL"] as const
type StoreName = (typeof stores)[number]

const folder = mkdtempSync(join(tmpdir(), "variorum-kill-"))
/** Apart: the server runs as another user, who may not enter the folder. */
const serverFolder = mkdtempSync(join(tmpdir(), "variorum-kill-postgres-"))
const cluster = postgresCluster(serverFolder, true)
const compiled = join(folder, "compiled")
let server: Server

beforeAll(async () => {
  if (hasPostgres()) await cluster.start()
  server = createServer(({ url = "", headers: { host = "" } }, response) => {
    const found = url !== "/robots.txt"
    response.writeHead(found ? 200 : 404, { "content-type": "text/html" })
    const place = Number(/^127\.0\.1\.(\d+)/.exec(host)?.[1])
    response.end(page(Number(url.slice(1)), place, 3))
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
}, 60_000)
afterAll(async () => {
  server.close()
  await cluster.stop("SIGINT")
  for (const path of [folder, serverFolder]) rmSync(path, { recursive: true, force: true })
}, 60_000)

/** Every third page of a run says what its like of the runs before said, so that stories grow over the kills. */
function page(run: number, place: number, times: number): string {
  const words = (name: string): string => sha256Hex(name).match(/.{6}/g)!.join(" ")
  const own = words(`${run}/${place}`)
  const told = place % 3 === 0 ? words(`${Math.floor(run / 5)}/${place}`) : own
  return `<article><h1>${own.slice(0, 13)}</h1><p>${`${told}. `.repeat(times)}</p><p>${own}.</p></article>`
}

/** The words of the n-th run, whose captures no other run has. */
function wordsOf(command: Killed, location: string, n: number, random: Random): readonly string[] {
  if (command !== "watch") {
    const reports = join(folder, `reports-${location.length}-${command}-${n}`)
    mkdirSync(reports, { recursive: true })
    for (let file = 0; file < capturesOf(command); file++)
      writeFileSync(join(reports, `${file}.html`), page(n, file, 1 + random.below(30)))
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

/** Captures of one run: `add` keeps them in batches of a hundred. */
function capturesOf(command: Killed): number {
  return command === "add" ? pagesPerRun * 6 : pagesPerRun
}

/** Where a line says that something was kept: the name of the capture. */
function acknowledged(line: string): string {
  const told = JSON.parse(line) as { readonly name?: string; readonly address?: string }
  return told.name ?? told.address ?? ""
}

for (const store of stores)
  describe.skipIf(store === "PostgreSQL" && !hasPostgres())(store, () => {
    for (const command of killedCommands)
      test(
        `${command}, killed over and over, loses nothing that it acknowledged`,
        { timeout: 3_600_000 },
        () => killOver(store, command),
      )
  })

/** Where the kills fell, of the program and of the server, and what came of it. */
interface Tally {
  beforeFirst: number
  amongAcknowledged: number
  afterLast: number
  tooLate: number
  servers: number
  acknowledged: number
  kept: number
  archives: number
}

async function killOver(store: StoreName, command: Killed): Promise<void> {
  const random = randomOf(20310304)
  const locationOf = (archive: string): string | Promise<string> =>
    store === "SQLite" ? join(folder, `${command}-${archive}`) : cluster.addressOf(`${command}_${archive}`)
  let expectedMs = 0
  // The first writes what the engine compiled, the second is as fast as those to come.
  for (const whole of ["whole", "whole_too"]) {
    const words = wordsOf(command, await locationOf(whole), 0, random)
    const { status, tookMs } = await runAndKill(words, compiled, null, "kill")
    expect(status).toBe(0)
    expectedMs = tookMs
  }
  const tally: Tally = {
    beforeFirst: 0,
    amongAcknowledged: 0,
    afterLast: 0,
    tooLate: 0,
    servers: 0,
    acknowledged: 0,
    kept: 0,
    archives: 0,
  }
  for (let from = 0; from < kills; from += killsPerArchive) {
    const to = Math.min(kills, from + killsPerArchive)
    const location = await locationOf(String(from))
    await killInOne(store, command, { location, from: from + 1, to, expectedMs }, tally, random)
    console.log(`${store}, ${command}, ${to} kills: ${JSON.stringify(tally)}, none lost`)
  }
}

interface KilledArchive {
  readonly location: string
  /** Numbers of the first and the last kill. */
  readonly from: number
  readonly to: number
  /** What a whole run takes. */
  readonly expectedMs: number
}

/** Kills over one archive, from before it is made to a record that is whole. */
async function killInOne(
  store: StoreName,
  command: Killed,
  { location, from, to, expectedMs }: KilledArchive,
  tally: Tally,
  random: Random,
): Promise<void> {
  const names = new Set<string>()
  for (let n = from; n <= to; n++) {
    const afterMs = random.below(Math.round(expectedMs * latest))
    const killsServer = store === "PostgreSQL" && n % serverKillEvery === 0
    const words = wordsOf(command, location, n, random)
    const ran = await runAndKill(words, compiled, afterMs, killsServer ? restart : "kill")
    for (const line of ran.lines) names.add(acknowledged(line))
    if (killsServer) {
      tally.servers++
      expect(ran.status, "our process outlives a killed server").toBe(0)
    } else if (ran.status !== null) tally.tooLate++
    else if (ran.lines.length === 0) tally.beforeFirst++
    else if (ran.lines.length < capturesOf(command)) tally.amongAcknowledged++
    else tally.afterLast++
    await checkKept(store, location, names, null)
  }
  // What was begun is finished by running it again, with nothing to repair.
  const last = await runAndKill(wordsOf(command, location, to, random), compiled, null, "kill")
  expect(last.status).toBe(0)
  for (const line of last.lines) names.add(acknowledged(line))
  tally.kept += await checkKept(store, location, names, command === "add" ? null : checkWhole)
  tally.acknowledged += names.size
  tally.archives++
}

/**
 * Everything acknowledged is there, and every hash holds. Looked at in a copy where the store is a folder, so that it is
 * the next run, and not the look, that takes up what the killed one left. Gives the number of captures.
 */
async function checkKept(
  store: StoreName,
  location: string,
  names: ReadonlySet<string>,
  also: ((archive: Archive) => Promise<void>) | null,
): Promise<number> {
  const looked = store === "SQLite" ? join(folder, "looked-at") : location
  if (store === "SQLite") {
    rmSync(looked, { recursive: true, force: true })
    if (existsSync(location)) cpSync(location, looked, { recursive: true })
  }
  const archive = await openArchive(looked, false)
  if (!archive.ok) {
    expect([archive.error, names.size], "killed before it made the archive").toEqual([
      expect.stringContaining("there is no archive"),
      0,
    ])
    return 0
  }
  const { captures, faults } = await verifyArchive(archive.value, null)
  expect(faults).toEqual([])
  const kept = new Set<string>()
  for await (const { capture } of readCaptures(archive.value)) kept.add(capture.name)
  expect([...names].filter((name) => !kept.has(name))).toEqual([])
  await also?.(archive.value)
  await archive.value.close()
  return captures
}

/** The record holds every capture once, and is the one that is made of all of them anew; no page was forgotten. */
async function checkWhole(archive: Archive): Promise<void> {
  const options = { tool: toolName(), work: workHere }
  expect(await catchUp(archive, options), "what was begun was finished").toEqual({ captures: 0, stories: 0 })
  const digest = async () => sha256Hex(JSON.stringify(await standingRecord(archive)))
  const stood = await digest()
  const { captures } = await rebuild(archive, options)
  expect(await digest()).toBe(stood)
  expect(captures).toBe((await verifyArchive(archive, null)).captures)
  expect(await dueAddresses(archive, Date.now(), 1)).toEqual([])
}

async function restart(): Promise<void> {
  await cluster.stop("SIGKILL")
  await cluster.start()
}
