/**
 * One command of the archive by itself, in a process that can be killed. Says on its fourth stream that it begins.
 *
 * usage: node one-command.ts add|watch|work WORD...
 */
import { writeSync } from "node:fs"
import { Command } from "commander"
import type { CommandSpec } from "../../src/cli/command-spec.ts"
import { processIo } from "../../src/cli/io.ts"

const [name, ...words] = process.argv.slice(2)
const loaded: Readonly<Record<string, CommandSpec>> = await import(`../../src/cli/commands/${name}.ts`)
const spec = loaded[`${name}Command`]!
const command = new Command(spec.name)
spec.configure(command)
command.option("--verbose")
command.action(async () => {
  writeSync(3, "begins\n")
  process.exitCode = await spec.run(processIo(), command.args, command.opts(), command)
})
await command.parseAsync(words, { from: "user" })
