import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { Agent, get } from "node:http"
import { join } from "node:path"
import { root } from "../tools/source-tree.ts"
import { printRow } from "./timing.ts"

/** How many requests a second are due, whether the server keeps up or not, and for how long. */
export const perSecond = Number(process.env.RATE ?? 200)
export const seconds = Number(process.env.SECONDS ?? 10)

export interface RunningServer {
  readonly url: string
  readonly child: ChildProcess
}

/** `variorum serve` as it is started by hand, in a process of its own. */
export async function startServer(...operands: readonly string[]): Promise<RunningServer> {
  const main = join(root, "dist", "src", "cli", "main.js")
  const child = spawn(process.execPath, [main, "serve", ...operands], { stdio: ["ignore", "pipe", "ignore"] })
  process.once("exit", () => child.kill())
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.once("data", (line: Buffer) => resolve(line.toString().trim()))
    child.once("exit", () => reject(new Error("the server did not start")))
  })
  return { url, child }
}

/**
 * Asks for `paths` in turn at the fixed rate, packed as browsers ask, so that a wait counts from when the request was
 * due. Prints how many were answered a second, how long they waited, what was not answered by 200 or 304, and what the
 * server's process took of a core.
 */
export async function benchRate(
  name: string,
  { url, child }: RunningServer,
  paths: readonly string[],
  asks: { readonly rounds?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const headers = { "accept-encoding": "gzip, br", ...asks.headers }
  const total = asks.rounds === undefined ? perSecond * seconds : asks.rounds * paths.length
  const waits: number[] = []
  let [failed, bytes] = [0, 0]
  const cpuBefore = cpuSecondsOf(child)
  const started = performance.now()
  const asked: Promise<void>[] = []
  for (let i = 0; i < total; i++) {
    const due = started + (i * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    asked.push(
      ask(url + paths[i % paths.length], headers, agent).then((answer) => {
        waits.push(performance.now() - due)
        bytes += answer.bytes
        if (!answer.isOk) failed++
      }),
    )
  }
  await Promise.all(asked)
  const took = (performance.now() - started) / 1000
  agent.destroy()
  waits.sort((a, b) => a - b)
  const at = (share: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!
  printRow(name, {
    "a second": waits.length / took,
    "ms p50": at(0.5),
    "ms p95": at(0.95),
    "ms max": at(1),
    failed,
    "kB each": bytes / 1_000 / waits.length,
    "of a core": (cpuSecondsOf(child) - cpuBefore) / took,
    MiB: memoryMiBOf(child),
  })
}

export function ask(
  address: string,
  headers: Readonly<Record<string, string>>,
  agent: Agent,
): Promise<{ readonly isOk: boolean; readonly bytes: number; readonly tag: string }> {
  return new Promise((resolve) => {
    get(address, { agent, headers }, (answer) => {
      let bytes = 0
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length
      })
      const isOk = answer.statusCode === 200 || answer.statusCode === 304
      answer.once("end", () => resolve({ isOk, bytes, tag: answer.headers.etag ?? "" }))
      answer.once("error", () => resolve({ isOk: false, bytes, tag: "" }))
    }).once("error", () => resolve({ isOk: false, bytes: 0, tag: "" }))
  })
}

/** Seconds of CPU that a process has used, where the system tells (Linux); else not a number. */
export function cpuSecondsOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

/** What a process holds of the machine's memory now, where the system tells (Linux); else not a number. */
export function memoryMiBOf({ pid }: ChildProcess): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1_024
  } catch {
    return Number.NaN
  }
}
