import { PoliteFetcher } from "../net/index.ts"
import {
  Accounts,
  ArchiveDesk,
  accountLimits,
  type CurrentSite,
  createAccess,
  createServer,
  currentSite,
  Desk,
  type DeskWork,
  type DocumentSource,
  fixedSource,
  type Listening,
  linkAddress,
  listen,
  Provider,
  readAssets,
  type ServerOptions,
  sessionKeeper,
  type Viewer,
} from "../server/index.ts"
import { shownLocation } from "../store/index.ts"
import { toolName } from "./archive-record.ts"
import { type ExitStatus, exitStatus, type Io } from "./io.ts"
import { progressOn } from "./progress.ts"
import { readInputs } from "./read-inputs.ts"
import type { Serving } from "./serving-options.ts"

type ListenServing = Pick<Serving, "port"> & Partial<Pick<Serving, "host" | "signIn" | "isBehindProxy">>

/** Makes the record of `operands` and serves it until the process is stopped. */
export async function serveDesk(io: Io, operands: readonly string[], serving: Serving): Promise<ExitStatus> {
  const progress = progressOn(io, false)
  const desk = await Desk.open(
    { tool: toolName(), keeper: sessionKeeper(), fetcher: fetcherFor(io, serving) },
    readInputs(operands, io),
    (stage, done, of) => progress.show(stage, done, of),
  )
  progress.end()
  // A record that nobody adds to has no versions, and its pages wait for none.
  const source = serving.canEdit ? desk : fixedSource(desk.current())
  const listening = await listenFor(io, source, serving, serving.canEdit ? desk : undefined)
  if (listening === null) return exitStatus.failed
  await listening.closed
  await desk.close()
  return exitStatus.ok
}

/** Serves the stories of an archive as they stand, and takes in meanwhile what its record does not hold yet. */
export async function serveArchive(io: Io, location: string, serving: Serving): Promise<ExitStatus> {
  const opened = await ArchiveDesk.open({
    location,
    tool: toolName(),
    fetcher: fetcherFor(io, serving),
    isLive: serving.canEdit,
    isThreaded: true,
    likelyViewer: likelyViewerOf(serving.signIn, serving.canEdit),
  })
  if (!opened.ok) {
    io.writeErr(`variorum serve: ${opened.error}\n`)
    return exitStatus.failed
  }
  const desk = opened.value
  if (desk.readOnly)
    io.writeErr(
      `The archive ${shownLocation(location)} may not be written to: its stories are shown as they stand, and nothing can be added.\n`,
    )
  const isAddedTo = serving.canEdit && !desk.readOnly
  const listening = await listenFor(io, desk.pages, serving, isAddedTo ? desk : undefined)
  if (listening === null) return exitStatus.failed
  await listening.closed
  await desk.close()
  return exitStatus.ok
}

function fetcherFor(io: Io, { allowPrivate }: Serving): PoliteFetcher {
  return new PoliteFetcher({ contact: io.environment.VARIORUM_CONTACT ?? null, allowPrivate })
}

/** Puts the record on its port and prints the address, the only line on standard output. Null when that fails. */
export async function listenFor(
  io: Io,
  source: DocumentSource | CurrentSite,
  serving: ListenServing,
  desk?: DeskWork,
): Promise<Listening | null> {
  const { port, host = "127.0.0.1", signIn = null, isBehindProxy = false } = serving
  const stopping = new AbortController()
  const options: ServerOptions = {
    assets: await readAssets(),
    stopping: stopping.signal,
    isBehindProxy,
    ...(desk ? { desk } : {}),
    ...(signIn ? { origin: signIn.origin, access: accessOf(signIn) } : {}),
  }
  const likelyViewer = likelyViewerOf(signIn, desk !== undefined)
  const pages = "site" in source ? source : currentSite(source, { isThreaded: true, likelyViewer })
  try {
    const listening = await listen(createServer(pages, options), { port, host })
    stopOnSignal(listening, stopping)
    void listening.closed.then(() => pages.close())
    await pages.ready()
    await io.writeOut(`${signIn ? signIn.origin.href : listening.url}\n`)
    if (signIn?.origin.protocol === "http:")
      io.writeErr("Without TLS, whoever is on the way can read along and take over what is signed in.\n")
    io.writeErr("Press Ctrl-C to stop.\n")
    return listening
  } catch (error) {
    io.writeErr(`variorum serve: ${error instanceof Error ? error.message : "it cannot listen there"}\n`)
    return null
  }
}

/** What is being answered when the process is told to end is finished, within reason. */
const graceMs = 10_000

function stopOnSignal(listening: Listening, stopping: AbortController): void {
  const stop = (): void => {
    stopping.abort()
    void listening.close(graceMs)
  }
  process.once("SIGTERM", stop)
  void listening.closed.then(() => process.off("SIGTERM", stop))
}

/** Most who ask are readers that have signed in, or whoever sits at this machine. */
function likelyViewerOf(signIn: Serving["signIn"], canEdit: boolean): Viewer | null {
  if (signIn) return { account: "", role: "reader" }
  return canEdit ? { account: null, role: "editor" } : null
}

function accessOf({ accounts, origin, provider }: NonNullable<Serving["signIn"]>) {
  return createAccess({
    accounts: new Accounts(accounts),
    origin,
    ...(provider ? { provider: new Provider(provider, origin) } : {}),
  })
}

/** Lets somebody in: the link is the only line on standard output. */
export async function printInvitation(
  io: Io,
  { accounts: path, origin }: NonNullable<Serving["signIn"]>,
  { email, role }: NonNullable<Serving["invite"]>,
): Promise<ExitStatus> {
  const accounts = new Accounts(path)
  const token = accounts.invite(email, role)
  accounts.close()
  if (!token.ok) {
    io.writeErr(`variorum serve: ${token.error}\n`)
    return exitStatus.failed
  }
  await io.writeOut(`${linkAddress(origin, token.value)}\n`)
  io.writeErr(`It lets ${email} in as ${role}, once, within ${accountLimits.linkMs / 60_000} minutes.\n`)
  return exitStatus.ok
}
