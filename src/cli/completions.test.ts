import { spawnSync } from "node:child_process"
import { expect, test } from "vitest"
import { runCommand } from "../../test/run-command.ts"

const has = (shell: string): boolean => spawnSync(shell, ["-c", ":"]).status === 0

async function scriptFor(shell: string): Promise<string> {
  const { status, out } = await runCommand(["completion", shell])
  expect(status).toBe(0)
  return out
}

test.skipIf(!has("bash"))("bash finishes a command and its options", async () => {
  const ask = (...words: string[]): string => {
    const typed = words.map((word) => `'${word}'`).join(" ")
    const asked = `COMP_WORDS=(variorum ${typed}); COMP_CWORD=${words.length}; _variorum; echo "\${COMPREPLY[@]}"`
    return spawnSync("bash", ["-c", `${script}\n${asked}`], { encoding: "utf8" }).stdout.trim()
  }
  const script = await scriptFor("bash")
  expect(ask("ser")).toBe("serve")
  expect(ask("serve", "--po")).toBe("--port")
  expect(ask("mcp", "--ar")).toBe("--archive")
  expect(ask("serve", "rec")).toBe("")
})

test.skipIf(!has("zsh"))("zsh reads its script", async () => {
  const { status } = spawnSync("zsh", ["-n"], { input: await scriptFor("zsh") })
  expect(status).toBe(0)
})

test.skipIf(!has("fish"))("fish finishes a command and its options", async () => {
  const input = `${await scriptFor("fish")}\ncomplete -C 'variorum ser'\ncomplete -C 'variorum serve --po'`
  const { stdout } = spawnSync("fish", [], { input, encoding: "utf8" })
  expect(stdout).toMatch(/^serve\t/)
  expect(stdout).toMatch(/^--port\t/m)
})

test("every shell is given every command, and another shell is refused", async () => {
  for (const shell of ["bash", "zsh", "fish"]) expect(await scriptFor(shell)).toMatch(/\bmcp\b/)
  expect(await runCommand(["completion", "csh"])).toMatchObject({ status: 2, out: "" })
})
