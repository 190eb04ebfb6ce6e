#!/usr/bin/env node
import { exitStatus, processIo } from "./io.ts"
import { runProgram } from "./program.ts"
import { packageVersion } from "./version.ts"

process.on("SIGINT", () => process.exit(exitStatus.interrupted))
process.exitCode = await runProgram(process.argv.slice(2), processIo(), packageVersion())
