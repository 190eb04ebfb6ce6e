/**
 * One command of the archive by itself, in a process that can be killed.
 *
 * usage: node one-command.ts add|watch WORD...
 */
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
  process.exitCode = await spec.run(processIo(), command.args, command.opts())
})
await command.parseAsync(words, { from: "user" })
