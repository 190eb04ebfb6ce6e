import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { decodeRecord, type RecordDocument } from "../../api/index.ts"
import { fail, ok, type Result } from "../../base/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"
import { serveDesk } from "../serve-desk.ts"

/** The record's pages on a port. */
export const serveCommand: CommandSpec = {
  name: "serve",
  summary: "show a record in the browser, and add to it there",
  configure: (command) => {
    command
      .argument(
        "[input...]",
        "the document that variorum record --json wrote, or - for it on standard input; or files, folders and addresses to make a record of",
      )
      .option("--port <number>", "the port; 0 for any free one", "0")
      .option("--edit", "let the pages add reports, and split and merge stories")
      .option("--archive <dir>", "show what the archive keeps, and keep there what is added")
      .option("--allow-private", "fetch pages from private networks, too")
      .addHelpText(
        "after",
        "\nExamples:\n  variorum serve record.json\n  variorum serve reports/ --edit\n  variorum serve --archive kept --edit\n",
      )
  },
  run: async (io, operands, options) => {
    const port = Number(options.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      io.writeErr("variorum serve: --port takes a number from 0 to 65535\n")
      return exitStatus.usage
    }
    const [only, ...more] = operands
    const isChanging = options.edit === true || options.archive !== undefined
    if (!isChanging && more.length === 0 && (only === undefined || only === "-" || /\.json$/i.test(only))) {
      const document = await readRecord(io, only ?? "-")
      if (document.ok) return serveRecord(io, document.value, port)
      if (only === undefined || only === "-") return refuse(io, document.error)
    }
    return serveDesk(io, operands, {
      port,
      canEdit: options.edit === true,
      archive: typeof options.archive === "string" ? options.archive : null,
      allowPrivate: options.allowPrivate === true,
    })
  },
}

function refuse(io: Io, why: string): ExitStatus {
  io.writeErr(`variorum serve: ${why}\n`)
  return exitStatus.failed
}

/**
 * Serves `document` until the process is stopped. The address is the only line on standard output; `onListening` is
 * given the address of the page to begin with.
 */
export async function serveRecord(
  io: Io,
  document: RecordDocument,
  port: number,
  onListening: (address: string) => void = () => {},
): Promise<ExitStatus> {
  const { startPath } = await import("../../web/index.ts")
  const { createServer, fixedSource, listen, readAssets } = await import("../../server/index.ts")
  const app = createServer(fixedSource(document), { assets: await readAssets() })
  const listening = await listen(app, { port, host: "127.0.0.1" })
  await io.writeOut(`${listening.url}\n`)
  io.writeErr("Press Ctrl-C to stop.\n")
  onListening(new URL(startPath(document), listening.url).href)
  await listening.closed
  return exitStatus.ok
}

async function readRecord(io: Io, name: string): Promise<Result<RecordDocument, string>> {
  let json: unknown
  try {
    json = JSON.parse(
      name === "-" ? await readAll(io) : await readFile(resolve(io.workingFolder, name), "utf8"),
    )
  } catch (error) {
    return fail(error instanceof SyntaxError ? `${name} is not JSON` : `${name} cannot be read`)
  }
  const decoded = decodeRecord(json)
  return decoded.ok ? ok(decoded.value) : fail(`${name} is no record: ${decoded.error}`)
}

async function readAll(io: Io): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of io.input) chunks.push(chunk)
  return Buffer.concat(chunks).toString("utf8")
}
