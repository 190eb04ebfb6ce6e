import type { Command } from "commander"
import type { ExitStatus, Io } from "./io.ts"

/** A command of the program: how it is spelled, and what it does with the world it is handed. */
export interface CommandSpec {
  readonly name: string
  readonly summary: string
  /** Adds arguments, options and examples. */
  readonly configure: (command: Command) => void
  readonly run: (
    io: Io,
    operands: readonly string[],
    options: Readonly<Record<string, unknown>>,
    /** The whole program, for those who tell of it. */
    program: Command,
  ) => Promise<ExitStatus>
}
