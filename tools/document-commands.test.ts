import { expect, test } from "vitest"
import { commandsDocument, describeCommands, manualDocument, manualPage } from "./document-commands.ts"
import { readProjectFile } from "./source-tree.ts"

test("every command and option is documented as the program has it", () => {
  expect(readProjectFile(commandsDocument), "run node tools/document-commands.ts").toBe(describeCommands())
  expect(readProjectFile(manualDocument), "run node tools/document-commands.ts").toBe(manualPage())
})
