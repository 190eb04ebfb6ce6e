import type { CommandSpec } from "./command-spec.ts"
import { addCommand } from "./commands/add.ts"
import { buildCommand } from "./commands/build.ts"
import { clusterCommand } from "./commands/cluster.ts"
import { collateCommand } from "./commands/collate.ts"
import { completionCommand } from "./commands/completion.ts"
import { demoCommand } from "./commands/demo.ts"
import { diffCommand } from "./commands/diff.ts"
import { doctorCommand } from "./commands/doctor.ts"
import { exportCommand } from "./commands/export.ts"
import { extractCommand } from "./commands/extract.ts"
import { importCommand } from "./commands/import.ts"
import { mcpCommand } from "./commands/mcp.ts"
import { readCommand } from "./commands/read.ts"
import { recordCommand } from "./commands/record.ts"
import { removeCommand } from "./commands/remove.ts"
import { reuseCommand } from "./commands/reuse.ts"
import { searchCommand } from "./commands/search.ts"
import { serveCommand } from "./commands/serve.ts"
import { showCommand } from "./commands/show.ts"
import { verifyCommand } from "./commands/verify.ts"
import { watchCommand } from "./commands/watch.ts"
import { workCommand } from "./commands/work.ts"

/** Every command, in the order of the help. */
export const commands: readonly CommandSpec[] = [
  recordCommand,
  demoCommand,
  extractCommand,
  readCommand,
  reuseCommand,
  clusterCommand,
  collateCommand,
  diffCommand,
  addCommand,
  buildCommand,
  searchCommand,
  showCommand,
  serveCommand,
  watchCommand,
  workCommand,
  exportCommand,
  importCommand,
  verifyCommand,
  mcpCommand,
  removeCommand,
  doctorCommand,
  completionCommand,
]
