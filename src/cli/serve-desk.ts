import { ok, type Result } from "../base/index.ts"
import { PoliteFetcher } from "../net/index.ts"
import {
  Accounts,
  accountLimits,
  archiveKeeper,
  createAccess,
  createServer,
  Desk,
  type DocumentSource,
  type Keeper,
  type Listening,
  linkAddress,
  listen,
  Provider,
  readAssets,
  type ServerOptions,
  sessionKeeper,
} from "../server/index.ts"
import { openArchive } from "../store/index.ts"
import { type ExitStatus, exitStatus, type Io } from "./io.ts"
import { packageVersion } from "./package-folder.ts"
import { progressOn } from "./progress.ts"
import { readInputs } from "./read-inputs.ts"
import type { Serving } from "./serving-options.ts"

type ListenServing = Pick<Serving, "port"> & Partial<Pick<Serving, "host" | "signIn" | "isBehindProxy">>

/** Makes the record of `operands` and of the archive, and serves it until the process is stopped. */
export async function serveDesk(io: Io, operands: readonly string[], serving: Serving): Promise<ExitStatus> {
  const progress = progressOn(io, false)
  const { archive, allowPrivate } = serving
  const keeper = await keeperOf(archive)
  if (!keeper.ok) {
    io.writeErr(`variorum serve: ${keeper.error}\n`)
    return exitStatus.failed
  }
  const fetcher = new PoliteFetcher({ contact: io.environment.VARIORUM_CONTACT ?? null, allowPrivate })
  const desk = await Desk.open(
    { tool: `variorum ${packageVersion()}`, keeper: keeper.value, fetcher },
    readInputs(archive === null ? operands : [...operands, archive], io),
    (stage, done, of) => progress.show(stage, done, of),
  )
  progress.end()
  const listening = await listenFor(io, desk, serving, serving.canEdit ? desk : undefined)
  if (listening === null) return exitStatus.failed
  await listening.closed
  await desk.close()
  return exitStatus.ok
}

async function keeperOf(archive: string | null): Promise<Result<Keeper, string>> {
  if (archive === null) return ok(sessionKeeper())
  const opened = await openArchive(archive, true)
  return opened.ok ? ok(archiveKeeper(opened.value)) : opened
}

/** Puts the record on its port and prints the address, the only line on standard output. Null when that fails. */
export async function listenFor(
  io: Io,
  source: DocumentSource,
  serving: ListenServing,
  desk?: Desk,
): Promise<Listening | null> {
  const { port, host = "127.0.0.1", signIn = null, isBehindProxy = false } = serving
  const options: ServerOptions = {
    assets: await readAssets(),
    isBehindProxy,
    ...(desk ? { desk } : {}),
    ...(signIn ? { origin: signIn.origin, access: accessOf(signIn) } : {}),
  }
  try {
    const listening = await listen(createServer(source, options), { port, host })
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
