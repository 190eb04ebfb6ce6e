/**
 * Writes the README's example from the program's own output, so that it shows what a user will see.
 * `test/readme.test.ts` fails when it is behind.
 *
 * usage: node tools/readme-example.ts
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { runStep } from "./run-step.ts"
import { root } from "./source-tree.ts"

export const exampleCommand = "$ variorum record examples/harbour-ferry/reports"
const linesMax = 26

/** The README with `output`'s first lines as its example; what is cut is marked by `…`. */
export function withExample(readme: string, output: string): string {
  const lines = output.split("\n").slice(0, linesMax)
  const block = `\`\`\`\n${exampleCommand}\n${lines.join("\n").trimEnd()}\n…\n\`\`\``
  const from = readme.indexOf(`\`\`\`\n${exampleCommand}`)
  const to = readme.indexOf("\n```", from + 3) + 4
  return `${readme.slice(0, from)}${block}${readme.slice(to)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(root, "README.md")
  const words = ["dist/src/cli/main.js", "record", "examples/harbour-ferry/reports", "--quiet"]
  const { output } = await runStep(process.execPath, words, { quiet: true })
  writeFileSync(path, withExample(readFileSync(path, "utf8"), output.replace(/^examples\/.*\n/gm, "")))
}
