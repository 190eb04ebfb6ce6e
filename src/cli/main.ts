#!/usr/bin/env node
import { exitStatus, processIo } from "./io.ts"
import { packageVersion } from "./package-folder.ts"
import { keepMemorySteady } from "./steady-memory.ts"

process.on("SIGINT", () => process.exit(exitStatus.interrupted))
// Before the program is loaded: loading it would already have grown the space for young objects.
if (process.argv[2] === "extract") keepMemorySteady()
const { runProgram } = await import("./program.ts")
process.exitCode = await runProgram(process.argv.slice(2), processIo(), packageVersion())
