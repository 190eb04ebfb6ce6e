import { spawn } from "node:child_process"
import { join } from "node:path"

export interface Ran {
  /** Null where it was killed. */
  readonly status: number | null
  /** What it printed, line by line; a line that was cut off acknowledges nothing, and is left out. */
  readonly lines: readonly string[]
  /** From when the command began: loading the program touches no archive. */
  readonly tookMs: number
}

/**
 * Runs a command of the archive in a process of its own; `at` is called once, `afterMs` after the command began, if it
 * runs for so long; null for never. `compiled` is a folder in which the engine keeps what it made of our sources: a run
 * that ended writes it, and the others load the sooner.
 */
export function runAndKill(
  words: readonly string[],
  compiled: string,
  afterMs: number | null,
  at: "kill" | (() => Promise<void>),
): Promise<Ran> {
  return new Promise((resolve) => {
    let beganMs = performance.now()
    const running = spawn(process.execPath, [join(import.meta.dirname, "one-command.ts"), ...words], {
      stdio: ["ignore", "pipe", "inherit", "pipe"],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    })
    let done: Promise<void> | null = null
    const interrupt = (): void => {
      if (at === "kill") running.kill("SIGKILL")
      else done = at()
    }
    let timer: NodeJS.Timeout | undefined
    running.stdio[3]?.once("data", () => {
      beganMs = performance.now()
      if (afterMs !== null) timer = setTimeout(interrupt, afterMs)
    })
    let out = ""
    running.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString("utf8")
    })
    running.on("close", async (status) => {
      clearTimeout(timer)
      await done
      resolve({ status, lines: out.split("\n").slice(0, -1), tookMs: performance.now() - beganMs })
    })
  })
}
