import type { Command, Option } from "commander"

/** The program's own definition of one command, as documents and shells need it. */
export interface DescribedCommand {
  readonly name: string
  readonly summary: string
  readonly operands: readonly {
    readonly shown: string
    readonly name: string
    readonly description: string
  }[]
  readonly options: readonly DescribedOption[]
}

export interface DescribedOption {
  /** As `--port <number>`. */
  readonly flags: string
  /** `--port`. */
  readonly long: string
  readonly description: string
  /** It takes a word. */
  readonly takesValue: boolean
}

/** Every command of `program`, in the order of its help. Completions and the manual are made of it alone. */
export function describeProgram(program: Command): readonly DescribedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    operands: command.registeredArguments.map((operand) => {
      const shown = `${operand.name()}${operand.variadic ? "..." : ""}`
      return {
        name: operand.name(),
        shown: operand.required ? `<${shown}>` : `[${shown}]`,
        description: operand.description,
      }
    }),
    options: command.options.map(describeOption),
  }))
}

function describeOption({ flags, long, description, required, optional }: Option): DescribedOption {
  return { flags, long: long ?? flags, description, takesValue: required || optional }
}
