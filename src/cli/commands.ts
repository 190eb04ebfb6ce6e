import { collateCommand } from "./commands/collate.ts"
import type { CommandSpec } from "./program.ts"

/** Every command, in the order of the help. */
export const commands: readonly CommandSpec[] = [collateCommand]
