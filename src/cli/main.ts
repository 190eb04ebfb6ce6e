#!/usr/bin/env node
import { exitStatus, processIo } from "./io.ts"
import { packageVersion } from "./package-folder.ts"
import { keepMemorySteady } from "./steady-memory.ts"

let interruptions = 0
/** A command that has something to save hears it first; asked again, or without such a command, the program ends. */
process.on("SIGINT", () => {
  interruptions++
  if (interruptions > 1 || process.listenerCount("SIGINT") === 1) process.exit(exitStatus.interrupted)
})
// Before the program is loaded: loading it would already have grown the space for young objects.
if (process.argv[2] === "extract") keepMemorySteady()
const { runProgram } = await import("./program.ts")
process.exitCode = await runProgram(process.argv.slice(2), processIo(), packageVersion())
// Something may still be waited for that nobody wants any more.
if (interruptions > 0) process.exit(exitStatus.interrupted)
