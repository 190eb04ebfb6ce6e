import type { CommandSpec } from "../command-spec.ts"
import { completionScript, shells } from "../completions.ts"
import { describeProgram } from "../describe-program.ts"
import { exitStatus } from "../io.ts"

/** Lets a shell finish what is typed. */
export const completionCommand: CommandSpec = {
  name: "completion",
  summary: "print a script that lets a shell finish commands and options",
  configure: (command) =>
    void command
      .argument("<shell>", shells.join(", "))
      .addHelpText(
        "after",
        "\nExample:\n  variorum completion bash > ~/.local/share/bash-completion/completions/variorum",
      ),
  async run(io, [given], _options, program) {
    const shell = shells.find((one) => one === given)
    if (shell === undefined) {
      io.writeErr(`variorum completion: say for which shell: ${shells.join(", ")}\n`)
      return exitStatus.usage
    }
    await io.writeOut(completionScript(shell, describeProgram(program)))
    return exitStatus.ok
  },
}
