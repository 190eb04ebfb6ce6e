import { spawn } from "node:child_process"
import { root } from "./source-tree.ts"

export interface StepOutcome {
  /** Null when a signal ended it. */
  readonly status: number | null
  readonly output: string
}

/**
 * Runs a program without a shell, its output shown as it comes and kept too. The project's own tools come first on
 * the path, so that every step runs on the Node that the project asks for.
 */
export function runStep(
  program: string,
  words: readonly string[],
  options: { readonly folder?: string; readonly quiet?: boolean; readonly input?: string } = {},
): Promise<StepOutcome> {
  return new Promise((resolve) => {
    const child = spawn(program, [...words], {
      cwd: options.folder ?? root,
      stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH ?? ""}` },
    })
    let output = ""
    const keep = (chunk: Buffer): void => {
      output += chunk.toString("utf8")
      if (!options.quiet) process.stdout.write(chunk)
    }
    child.stdout?.on("data", keep)
    child.stderr?.on("data", keep)
    child.stdin?.end(options.input)
    child.on("error", (error) => resolve({ status: 127, output: `${output}${error.message}\n` }))
    child.on("close", (status) => resolve({ status, output }))
  })
}
