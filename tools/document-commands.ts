/**
 * Writes `docs/commands.md` and the manual, `docs/variorum.1`, from the program's own definition of its commands, so that no command or option is
 * undocumented. `tools/document-commands.test.ts` fails when the file is behind.
 *
 * usage: node tools/document-commands.ts
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type DescribedCommand, describeProgram } from "../src/cli/describe-program.ts"
import { processIo } from "../src/cli/io.ts"
import { buildProgram } from "../src/cli/program.ts"
import { root } from "./source-tree.ts"

export const commandsDocument = "docs/commands.md"
export const manualDocument = "docs/variorum.1"

/** The document as the program of today would have it. */
export function describeCommands(): string {
  return [
    "# Commands",
    "",
    "Written by `node tools/document-commands.ts` from the program itself; `variorum help COMMAND` prints the same.",
    "",
    "Exit status: 0 all well · 1 failed · 2 wrong usage · 3 some inputs failed, the rest is there · 4 nothing found ·",
    "5 a verification mismatch · 130 interrupted. Data goes to standard output, everything else to standard error.",
    "",
    ...commandsOfToday().flatMap(describeCommand),
  ].join("\n")
}

function describeCommand({ name, summary, operands, options }: DescribedCommand): readonly string[] {
  return [
    `## variorum ${[name, ...operands.map(({ shown }) => shown)].join(" ")}`,
    "",
    `${summary}.`,
    "",
    ...operands.map((operand) => `- \`${operand.name}\`: ${operand.description}`),
    ...options.map(({ flags, description }) => `- \`${flags}\`: ${description}`),
    "",
  ]
}

/** The manual, in the language of `man`. */
export function manualPage(): string {
  return [
    '.\\" Written by node tools/document-commands.ts from the program itself.',
    `.TH VARIORUM 1 "" "variorum" "User Commands"`,
    ".SH NAME",
    "variorum \\- many reports of one story in; the record of the story out",
    ".SH SYNOPSIS",
    ".B variorum",
    ".I command",
    "[\\fIoption\\fR ...] [\\fIinput\\fR ...]",
    ".SH COMMANDS",
    ...commandsOfToday().flatMap(({ name, summary, operands, options }) => [
      `.SS ${manualText(["variorum", name, ...operands.map(({ shown }) => shown)].join(" "))}`,
      `${manualText(summary)}.`,
      ...operands.flatMap((one) => [".TP", `.I ${manualText(one.name)}`, manualText(one.description)]),
      ...options.flatMap(({ flags, description }) => [
        ".TP",
        `.B ${manualText(flags)}`,
        manualText(description),
      ]),
    ]),
    ".SH EXIT STATUS",
    ...exitMeanings.flatMap(([status, meaning]) => [".TP", `.B ${status}`, meaning]),
    ".SH ENVIRONMENT",
    ...environment.flatMap(([name, meaning]) => [".TP", `.B ${name}`, manualText(meaning)]),
    "",
  ].join("\n")
}

const exitMeanings = [
  [0, "all well"],
  [1, "failed"],
  [2, "wrong usage"],
  [3, "some inputs failed, the rest is there"],
  [4, "nothing found"],
  [5, "a verification mismatch"],
  [130, "interrupted"],
] as const

const environment = [
  ["VARIORUM_CONTACT", "an address that sites may write to, told with every request"],
  [
    "VARIORUM_OIDC_ISSUER, VARIORUM_OIDC_CLIENT, VARIORUM_OIDC_SECRET",
    "the OpenID Connect provider of serve",
  ],
  ["TERM", "where it is dumb, progress is told in plain lines"],
] as const

/** A line of text: what would be a command to `man`, or a dash to break at, is written out. */
function manualText(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^[.']/, "\\&$&")
}

function commandsOfToday(): readonly DescribedCommand[] {
  return describeProgram(buildProgram(processIo(), "", () => {}))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, commandsDocument), describeCommands())
  writeFileSync(join(root, manualDocument), manualPage())
}
