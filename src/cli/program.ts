import { Command, CommanderError } from "commander"
import { commands } from "./commands.ts"
import { type ExitStatus, exitStatus, type Io } from "./io.ts"

/** Runs the program on `words`, the command line without the interpreter and the script. */
export async function runProgram(words: readonly string[], io: Io, version: string): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.usage
  const program = buildProgram(io, version, (reached) => {
    status = reached
  })
  try {
    await program.parseAsync([...words], { from: "user" })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.ok : exitStatus.usage
    const verbose = words.includes("--verbose")
    const message =
      error instanceof Error ? (verbose ? (error.stack ?? error.message) : error.message) : String(error)
    io.writeErr(
      `variorum: ${message}\n${verbose ? "" : "Run it again with --verbose to see where it stopped.\n"}`,
    )
    return exitStatus.failed
  }
}

/** The program with every command, ready to parse: also read by the tests that hold the documents to it. */
export function buildProgram(io: Io, version: string, reached: (status: ExitStatus) => void): Command {
  const program = new Command("variorum")
    .description("Many reports of one story in; the record of the story out.")
    .version(version)
    .option("--verbose", "show where an error came from")
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.writeOut(text), writeErr: (text) => io.writeErr(text) })
    .showHelpAfterError("Run variorum --help for the commands.")
  for (const spec of commands) {
    const command = program.command(spec.name).description(spec.summary)
    spec.configure(command)
    command.option("--verbose", "show where an error came from")
    command.action(async () => reached(await spec.run(io, command.args, command.opts(), program)))
  }
  return program
}
