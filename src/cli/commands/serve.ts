import type { RecordDocument } from "../../api/index.ts"
import type { Result } from "../../base/index.ts"
import type { CommandSpec } from "../command-spec.ts"
import { type ExitStatus, exitStatus, type Io } from "../io.ts"
import { readRecord } from "../read-record.ts"
import type { Serving } from "../serving-options.ts"

/** The record's pages on a port. */
export const serveCommand: CommandSpec = {
  name: "serve",
  summary: "show a record in the browser, and add to it there",
  configure: (command) => {
    command
      .argument(
        "[input...]",
        "a document that variorum record --json wrote (- for standard input), or files, folders and addresses to make a record of",
      )
      .option("--port <number>", "the port; 0 for any free one", "0")
      .option("--edit", "let the pages add reports, and split and merge stories")
      .option(
        "--archive <archive>",
        "show what an archive keeps, a folder or postgres://, and keep there what is added",
      )
      .option("--allow-private", "fetch pages from private networks, too")
      .option("--host <address>", "listen on another address than this machine's own: people must sign in")
      .option("--origin <address>", "what browsers call this server: https://record.example")
      .option("--accounts <file>", "who may sign in, made on first use")
      .option("--proxy", "trust what a proxy before this server says of where requests come from")
      .option("--invite <email>", "print a link that lets somebody sign in once, and end")
      .option("--role <role>", "with --invite, what they may do: reader, editor or owner", "reader")
      .addHelpText("after", examples)
  },
  run: async (io, operands, options) => {
    const { servingOf } = await import("../serving-options.ts")
    const serving = servingOf(options, io)
    if (!serving.ok) {
      io.writeErr(`variorum serve: ${serving.error}\n`)
      return exitStatus.usage
    }
    const { serveDesk, serveArchive, printInvitation } = await import("../serve-desk.ts")
    const { canEdit, archive, signIn, invite } = serving.value
    if (signIn && invite) return printInvitation(io, signIn, invite)
    if (archive !== null && operands.length > 0) {
      io.writeErr("variorum serve: --archive takes no inputs beside it: put them there with variorum add\n")
      return exitStatus.usage
    }
    if (archive !== null) return serveArchive(io, archive, serving.value)
    const document = canEdit ? null : await documentOf(io, operands)
    if (document === null) return serveDesk(io, operands, serving.value)
    if (!document.ok) {
      io.writeErr(`variorum serve: ${document.error}\n`)
      return exitStatus.failed
    }
    return serveRecord(io, document.value, serving.value)
  },
}

const examples = `
Examples:
  variorum serve record.json
  variorum serve reports/ --edit
  variorum serve --archive kept --edit
  variorum serve --accounts people.db --origin https://record.example --invite ada@paper.example --role owner
  variorum serve --archive kept --edit --accounts people.db --origin https://record.example --proxy

Sign-in at an OpenID Connect provider: set VARIORUM_OIDC_ISSUER, VARIORUM_OIDC_CLIENT and VARIORUM_OIDC_SECRET; its
callback is ORIGIN/sign-in/callback. Only who has been invited is let in.
`

/** The one record document that the operands name, or null where they name inputs to make a record of. */
export async function documentOf(
  io: Io,
  operands: readonly string[],
): Promise<Result<RecordDocument, string> | null> {
  const [only = "-", ...more] = operands
  if (more.length > 0 || !(only === "-" || /\.json$/i.test(only))) return null
  const document = await readRecord(io, only)
  return document.ok || only === "-" ? document : null
}

/**
 * Serves `document` until the process is stopped. The address is the only line on standard output; `onListening` is
 * given the address of the page to begin with.
 */
export async function serveRecord(
  io: Io,
  document: RecordDocument,
  serving: Pick<Serving, "port"> & Partial<Serving>,
  onListening: (address: string) => void = () => {},
): Promise<ExitStatus> {
  const { fixedSource } = await import("../../server/index.ts")
  const { listenFor } = await import("../serve-desk.ts")
  const listening = await listenFor(io, fixedSource(document), serving)
  if (listening === null) return exitStatus.failed
  const { startPath } = await import("../../web/index.ts")
  onListening(new URL(startPath(document), listening.url).href)
  await listening.closed
  return exitStatus.ok
}
