import { spawn } from "node:child_process"
import { closeSync, openSync } from "node:fs"

/** What a child process says that it took. */
export interface Taken {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMiB: number
  /** Lines that it printed. */
  readonly lines: number
}

/** Runs a program on a file; the last line of its standard error is a `Taken` in JSON. */
export function runOnFile(command: string, words: readonly string[], file: string): Promise<Taken> {
  const input = openSync(file, "r")
  const child = spawn(command, words, { stdio: [input, "pipe", "pipe"] })
  let [lines, said] = [0, ""]
  child.stdout!.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines++
  })
  child.stderr!.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000)
  })
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (status) => {
      closeSync(input)
      if (status !== 0) reject(new Error(`${command} ended with ${status}: ${said}`))
      else resolve({ ...(JSON.parse(said.trim().split("\n").at(-1)!) as Omit<Taken, "lines">), lines })
    })
  })
}
