/**
 * Installs the packed package into an empty folder, as a user would, and uses it: the command, the library and its
 * types. What works in the checkout and not in the package is found here.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { runStep, type StepOutcome } from "./run-step.ts"
import { root } from "./source-tree.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-package-"))
try {
  await packAndInstall()
  await useCommand()
  await useLibrary()
  console.log("the package installs and works")
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function packAndInstall(): Promise<void> {
  await mustRun("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], root)
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))
  if (tarball === undefined) throw new Error("npm pack made no tarball")
  writeFileSync(join(folder, "package.json"), '{ "name": "empty", "private": true, "type": "module" }\n')
  await mustRun("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", `./${tarball}`])
  const inside = join(folder, "node_modules", "variorum")
  for (const path of ["dist/src/index.js", "dist/src/index.d.ts", "examples/harbour-ferry/reports"])
    if (!existsSync(join(inside, path))) throw new Error(`the package lacks ${path}`)
}

async function useCommand(): Promise<void> {
  const reports = join(folder, "node_modules", "variorum", "examples", "harbour-ferry", "reports")
  const command = join(folder, "node_modules", "variorum", "dist", "src", "cli", "main.js")
  const { output } = await mustRun(process.execPath, [command, "record", reports, "--json"], folder, [0, 3])
  if (!output.includes('"format":"variorum-record/1"'))
    throw new Error("the record of the example is no record")
}

async function useLibrary(): Promise<void> {
  const program = `import { makeRecord, type Span } from "variorum"
const none: readonly Span[] = []
console.log(makeRecord([], []).reports.length + none.length)
`
  writeFileSync(join(folder, "use.ts"), program)
  const compiler = join(root, "node_modules", ".bin", "tsc")
  await mustRun(compiler, [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2024",
    "--lib",
    "es2024,dom",
    "--types",
    "",
    "use.ts",
  ])
  const { output } = await mustRun(process.execPath, ["use.ts"])
  if (output.trim() !== "0") throw new Error(`the library answered ${output}`)
}

async function mustRun(
  program: string,
  words: readonly string[],
  where: string = folder,
  wanted: readonly number[] = [0],
): Promise<StepOutcome> {
  const outcome = await runStep(program, words, { folder: where, quiet: true })
  if (outcome.status === null || !wanted.includes(outcome.status))
    throw new Error(
      `${program} ${words.join(" ")} ended with ${outcome.status}:\n${outcome.output.slice(-4000)}`,
    )
  return outcome
}
