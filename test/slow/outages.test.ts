import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer as createHttpServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { PoliteFetcher } from "../../src/net/index.ts"
import { ArchiveDesk, createServer, listen } from "../../src/server/index.ts"
import { readCaptures, verifyArchive } from "../../src/store/index.ts"
import { hasPostgres, postgresCluster } from "../postgres-cluster.ts"
import { runCommand } from "../run-command.ts"
import { openedArchive } from "../stores.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-outages-"))
// The database's server runs as another user, and has to get to its file system below it.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

const noticeOf = (name: string): string =>
  `Notice ${name}. Quay ${name.length * 7919} is closed until Friday.`

/** Whether a file system of a given size can be made here: only by root, where mounting is allowed. */
const mayMount = ((): boolean => {
  const place = join(folder, "tried")
  mkdirSync(place)
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", place]).status === 0
  if (mounted) spawnSync("umount", [place])
  return mounted
})()

/** Runs `work` in a file system of that size, and gives it a way to make it larger. */
async function onDisk(size: string, work: (place: string, grow: (to: string) => void) => Promise<void>) {
  const place = mkdtempSync(join(folder, "disk-"))
  const mounted = (...words: string[]): void => {
    const { status, stderr } = spawnSync("mount", [...words, place], { encoding: "utf8" })
    if (status !== 0) throw new Error(stderr)
  }
  mounted("-t", "tmpfs", "-o", `size=${size}`, "tmpfs")
  try {
    await work(place, (to) => mounted("-o", `remount,size=${to}`))
  } finally {
    spawnSync("umount", ["-l", place])
  }
}

/** Pages that nothing makes smaller, each a notice and, beside it, so many bytes of noise. */
function noisyFiles(name: string, count: number, bytes: number): string {
  const place = join(folder, name)
  mkdirSync(place)
  for (let n = 0; n < count; n++) {
    const noise = randomBytes(bytes).toString("base64")
    writeFileSync(join(place, `${n}.html`), `<p>${noticeOf(`${name}${n}`)}</p><!--${noise}-->`)
  }
  return place
}

const namesIn = async (location: string): Promise<ReadonlySet<string>> => {
  const archive = await openedArchive(location)
  expect((await verifyArchive(archive, null)).faults).toEqual([])
  const names = new Set<string>()
  for await (const { capture } of readCaptures(archive)) names.add(capture.name)
  await archive.close()
  return names
}
const namesSaid = (out: string): readonly string[] =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).name)

const full =
  /^variorum( \w+)?: .*the disk( of the database)? is full; make room and run it again, what was kept is safe/m

/** Adds to a full disk, makes room, and goes on. */
async function fillAndGoOn(
  location: string,
  reports: string,
  captures: number,
  grow: () => void,
): Promise<void> {
  const words = ["add", reports, "--archive", location, "--json", "--captures-only"]
  const stopped = await runCommand(words)
  expect([stopped.status, stopped.err]).toEqual([1, expect.stringMatching(full)])
  const kept = await namesIn(location)
  expect(namesSaid(stopped.out).filter((name) => !kept.has(name))).toEqual([])
  grow()
  expect((await runCommand(words)).status).toBe(0)
  expect((await namesIn(location)).size).toBe(captures)
  expect((await runCommand(["build", "--archive", location, "--check", "--quiet"])).status).toBe(0)
}

describe.skipIf(!mayMount)("a full disk, of a real file system", () => {
  test("during add", { timeout: 120_000 }, () =>
    onDisk("14m", (place, grow) =>
      fillAndGoOn(join(place, "kept"), noisyFiles("added", 60, 300_000), 60, () => grow("200m")),
    ),
  )

  test("while the record catches up", { timeout: 120_000 }, () =>
    onDisk("200m", async (place) => {
      const kept = join(place, "kept")
      const reports = noisyFiles("read", 60, 10)
      await runCommand(["add", reports, "--archive", kept, "--captures-only"])
      const free = Number(spawnSync("df", ["--output=avail", "-B1", place]).stdout.toString().split("\n")[1])
      writeFileSync(join(place, "filler"), new Uint8Array(free - 100_000))
      const stopped = await runCommand(["build", "--archive", kept, "--quiet"])
      expect([stopped.status, stopped.err]).toEqual([1, expect.stringMatching(full)])
      expect((await namesIn(kept)).size).toBe(60)
      rmSync(join(place, "filler"))
      expect((await runCommand(["build", "--archive", kept, "--check", "--quiet"])).status).toBe(0)
    }),
  )

  test.skipIf(!hasPostgres())("of the database", { timeout: 180_000 }, () =>
    onDisk("400m", async (place) => {
      const cluster = postgresCluster(place, true)
      await cluster.start()
      try {
        const location = await cluster.addressOf("full")
        await runCommand(["add", noisyFiles("first", 1, 10), "--archive", location])
        const free = Number(
          spawnSync("df", ["--output=avail", "-B1", place]).stdout.toString().split("\n")[1],
        )
        const filler = join(place, "filler")
        writeFileSync(filler, new Uint8Array(free - 4_000_000))
        const reports = noisyFiles("more", 120, 30_000)
        await fillAndGoOn(location, reports, 121, () => rmSync(filler))
      } finally {
        await cluster.stop("SIGINT")
      }
    }),
  )
})

describe.skipIf(!hasPostgres())("the database is killed and comes back", () => {
  const serverFolder = mkdtempSync(join(tmpdir(), "variorum-outages-postgres-"))
  const cluster = postgresCluster(serverFolder, true)
  let pages: Server
  let origin = ""
  beforeAll(async () => {
    await cluster.start()
    pages = createHttpServer(async ({ url = "" }, response) => {
      await sleep(30)
      if (url === "/robots.txt") response.writeHead(404).end()
      else response.writeHead(200, { "content-type": "text/plain" }).end(noticeOf(url))
    })
    await new Promise<void>((resolve) => pages.listen(0, resolve))
    origin = `:${(pages.address() as AddressInfo).port}`
  }, 60_000)
  afterAll(async () => {
    pages.close()
    await cluster.stop("SIGINT")
    rmSync(serverFolder, { recursive: true, force: true })
  }, 60_000)

  const addressesOf = (name: string): readonly string[] =>
    Array.from({ length: 40 }, (_, n) => `http://127.0.2.${(n % 20) + 1}${origin}/${name}${n}`)
  const restart = async (): Promise<void> => {
    await cluster.stop("SIGKILL")
    await sleep(500)
    await cluster.start()
  }

  /** A command that does not end by itself; `lines` grows as it prints. */
  function started(words: readonly string[]): { readonly running: ChildProcess; readonly lines: string[] } {
    const running = spawn(process.execPath, [join(import.meta.dirname, "one-command.ts"), ...words], {
      stdio: ["ignore", "pipe", "inherit", "pipe"],
    })
    const lines: string[] = []
    running.stdout?.on("data", (chunk: Buffer) =>
      lines.push(...chunk.toString("utf8").split("\n").filter(Boolean)),
    )
    return { running, lines }
  }
  async function until(holds: () => boolean | Promise<boolean>, running: ChildProcess): Promise<void> {
    while (!(await holds())) {
      expect(running.exitCode, "it runs on").toBeNull()
      await sleep(100)
    }
  }

  for (const command of ["watch", "work"] as const)
    test(`while ${command} runs`, { timeout: 180_000 }, async () => {
      const location = await cluster.addressOf(command)
      const addresses = addressesOf(command)
      if (command === "work") await runCommand(["add", ...addresses, "--later", "--archive", location])
      const words = command === "watch" ? [command, ...addresses] : [command, "--jobs", "4"]
      const { running, lines } = started([...words, "--archive", location])
      try {
        for (const share of [0.1, 0.5]) {
          await until(() => lines.length >= addresses.length * share, running)
          await restart()
        }
        await until(async () => (await namesIn(location)).size === addresses.length, running)
        expect(running.exitCode).toBeNull()
      } finally {
        running.kill("SIGKILL")
      }
      expect(await namesIn(location)).toEqual(new Set(addresses))
      expect((await runCommand(["build", "--archive", location, "--check", "--quiet"])).status).toBe(0)
    })

  test("while serve serves", { timeout: 180_000 }, async () => {
    const location = await cluster.addressOf("served")
    await runCommand(["add", noisyFiles("served", 2, 10), "--archive", location])
    const opened = await ArchiveDesk.open({
      ...{ location, tool: "variorum 1", fetcher: new PoliteFetcher() },
      ...{ isLive: true, isThreaded: false },
    })
    if (!opened.ok) throw new Error(opened.error)
    const desk = opened.value
    const listening = await listen(createServer(desk.pages, { assets: [], desk }), {
      port: 0,
      host: "127.0.0.1",
    })
    const list = async (): Promise<readonly [number, string]> => {
      const answer = await fetch(new URL("/index.json", listening.url))
      return [answer.status, await answer.text()]
    }
    const before = await list()
    expect(before).toEqual([200, expect.stringContaining('"id"')])
    await cluster.stop("SIGKILL")
    const during = list()
    const late = {
      kind: "text",
      name: "late.txt",
      text: noticeOf("late"),
      title: null,
      address: null,
    } as const
    const added = desk.add([late], "ada", () => {})
    await sleep(500)
    await cluster.start()
    expect(await during).toEqual(before)
    await desk.settled()
    expect(added.ok).toBe(true)
    expect(await list()).toEqual([200, expect.stringContaining("Notice late")])
    expect((await namesIn(location)).size).toBe(3)
    await listening.close()
    await desk.close()
  })
})
