import type { Io } from "../src/cli/io.ts"
import { runProgram } from "../src/cli/program.ts"

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs the program in this process, as a user would in `workingFolder` with no terminal. */
export async function runVariorum(
  workingFolder: string,
  words: readonly string[],
  input: string | Uint8Array = "",
): Promise<Ran> {
  let [out, err] = ["", ""]
  const io: Io = {
    input: (async function* () {
      yield Buffer.from(input)
    })(),
    writeOut: async (text) => {
      out += text
      return true
    },
    writeErr: (text) => {
      err += text
    },
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
    environment: {},
    workingFolder,
  }
  const status = await runProgram(words, io, "0")
  return { status, out, err }
}
