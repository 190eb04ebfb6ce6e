#!/usr/bin/env node
import { exitStatus, processIo } from "./io.ts"
import { packageVersion } from "./package-folder.ts"
import { runProgram } from "./program.ts"

process.on("SIGINT", () => process.exit(exitStatus.interrupted))
process.exitCode = await runProgram(process.argv.slice(2), processIo(), packageVersion())
