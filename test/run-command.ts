import { runProgram } from "../src/cli/program.ts"

/** What a command printed and how it ended. */
export interface CommandOutcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs the program in this process on streams of its own: no terminal, no environment. */
export async function runCommand(
  words: readonly string[],
  given: { readonly input?: string | Uint8Array; readonly folder?: string; readonly terminal?: boolean } = {},
): Promise<CommandOutcome> {
  let out = ""
  let err = ""
  const status = await runProgram(
    words,
    {
      input: inputOf(given.input ?? ""),
      writeOut: async (text) => {
        out += text
        return true
      },
      writeErr: (text) => {
        err += text
      },
      outIsTerminal: given.terminal ?? false,
      errIsTerminal: given.terminal ?? false,
      columns: 80,
      environment: {},
      workingFolder: given.folder ?? process.cwd(),
    },
    "0.0.0",
  )
  return { status, out, err }
}

async function* inputOf(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  if (input.length > 0) yield Buffer.from(input)
}
