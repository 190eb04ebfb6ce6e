import { spawn } from "node:child_process"
import { join } from "node:path"
import type { CommandSpec } from "../command-spec.ts"
import type { Io } from "../io.ts"
import { packageFolder } from "../package-folder.ts"
import { progressOn } from "../progress.ts"
import { summaryOf } from "../summary.ts"
import { recordOf } from "./record.ts"
import { serveRecord } from "./serve.ts"

/** The first minute: the record of the example story, in a browser. */
export const demoCommand: CommandSpec = {
  name: "demo",
  summary: "the record of the example story, served on this machine and opened in a browser",
  configure: (command) => {
    command
      .option("--port <number>", "the port; 0 for any free one", "0")
      .option("--no-open", "open no browser")
  },
  async run(io, _operands, options) {
    const reports = join("examples", "harbour-ferry", "reports")
    const inExample = { ...io, workingFolder: packageFolder() }
    const { document } = await recordOf([reports], inExample, progressOn(io, true))
    io.writeErr(`${summaryOf(document, io.columns)}\n`)
    return serveRecord(io, document, { port: Number(options.port) }, (address) => {
      if (options.open !== false) openBrowser(address, io)
    })
  },
}

/** Asks the desktop to show `address`. Where there is no desktop, nothing happens: the address was printed. */
function openBrowser(address: string, io: Io): void {
  const { environment } = io
  const opener =
    process.platform === "darwin"
      ? "open"
      : process.platform === "win32"
        ? "explorer"
        : environment.DISPLAY !== undefined || environment.WAYLAND_DISPLAY !== undefined
          ? "xdg-open"
          : null
  if (opener === null) return
  const child = spawn(opener, [address], { stdio: "ignore", detached: true })
  child.on("error", () => {})
  child.unref()
}
