/**
 * Writes `docs/commands.md` from the program's own definition of its commands, so that no command or option is
 * undocumented. `tools/document-commands.test.ts` fails when the file is behind.
 *
 * usage: node tools/document-commands.ts
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Command } from "commander"
import { processIo } from "../src/cli/io.ts"
import { buildProgram } from "../src/cli/program.ts"
import { root } from "./source-tree.ts"

export const commandsDocument = "docs/commands.md"

/** The document as the program of today would have it. */
export function describeCommands(): string {
  const program = buildProgram(processIo(), "", () => {})
  return [
    "# Commands",
    "",
    "Written by `node tools/document-commands.ts` from the program itself; `variorum help COMMAND` prints the same.",
    "",
    "Exit status: 0 all well · 1 failed · 2 wrong usage · 3 some inputs failed, the rest is there · 4 nothing found ·",
    "5 a verification mismatch · 130 interrupted. Data goes to standard output, everything else to standard error.",
    "",
    ...program.commands.flatMap(describeCommand),
  ].join("\n")
}

function describeCommand(command: Command): readonly string[] {
  const operands = command.registeredArguments.map((operand) => {
    const shown = `${operand.name()}${operand.variadic ? "..." : ""}`
    return operand.required ? `<${shown}>` : `[${shown}]`
  })
  return [
    `## variorum ${[command.name(), ...operands].join(" ")}`,
    "",
    `${command.description()}.`,
    "",
    ...command.registeredArguments.map((operand) => `- \`${operand.name()}\`: ${operand.description}`),
    ...command.options.map(({ flags, description }) => `- \`${flags}\`: ${description}`),
    "",
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(root, commandsDocument), describeCommands())
