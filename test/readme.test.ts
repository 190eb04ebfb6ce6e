import { expect, test } from "vitest"
import { withExample } from "../tools/readme-example.ts"
import { readProjectFile, root } from "../tools/source-tree.ts"
import { runCommand } from "./run-command.ts"

test("the README's example is what the program prints", async () => {
  const { out } = await runCommand(["record", "examples/harbour-ferry/reports", "--quiet"], { folder: root })
  const readme = readProjectFile("README.md")
  expect(withExample(readme, out), "run npm run build && node tools/readme-example.ts").toBe(readme)
})
