/**
 * One command of the archive by itself, in a process that can be killed. Says on its fourth stream that it begins.
 *
 * usage: node one-command.ts add|watch WORD...
 */
import { writeSync } from "node:fs"
import { Command } from "commander"
import { addCommand } from "../../src/cli/commands/add.ts"
import { watchCommand } from "../../src/cli/commands/watch.ts"
import { processIo } from "../../src/cli/io.ts"

const [name, ...words] = process.argv.slice(2)
const spec = name === "add" ? addCommand : watchCommand
const command = new Command(spec.name)
spec.configure(command)
command.option("--verbose")
command.action(async () => {
  writeSync(3, "begins\n")
  process.exitCode = await spec.run(processIo(), command.args, command.opts(), command)
})
await command.parseAsync(words, { from: "user" })
