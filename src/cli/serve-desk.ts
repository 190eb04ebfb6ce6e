import { PoliteFetcher } from "../net/index.ts"
import type { Keeper } from "../server/index.ts"
import { type ExitStatus, exitStatus, type Io } from "./io.ts"
import { packageVersion } from "./package-folder.ts"
import { progressOn } from "./progress.ts"
import { readInputs } from "./read-inputs.ts"

export interface DeskServing {
  readonly port: number
  /** Pages may add reports and rule on stories. */
  readonly canEdit: boolean
  /** Where what is added is kept; null: nowhere beyond the process. */
  readonly archive: string | null
  readonly allowPrivate: boolean
}

/** Makes the record of `operands` and of the archive, and serves it until the process is stopped. */
export async function serveDesk(
  io: Io,
  operands: readonly string[],
  serving: DeskServing,
): Promise<ExitStatus> {
  const { createServer, Desk, listen, readAssets, sessionKeeper } = await import("../server/index.ts")
  const { startPath } = await import("../web/index.ts")
  const progress = progressOn(io, false)
  const keeper: Keeper = sessionKeeper()
  const contact = io.environment.VARIORUM_CONTACT ?? null
  const desk = await Desk.open(
    {
      tool: `variorum ${packageVersion()}`,
      keeper,
      fetcher: new PoliteFetcher({ contact, allowPrivate: serving.allowPrivate }),
    },
    readInputs(operands, io),
    (stage, done, of) => progress.show(stage, done, of),
  )
  progress.end()
  const app = createServer(desk, {
    assets: await readAssets(),
    ...(serving.canEdit ? { desk } : {}),
  })
  const listening = await listen(app, { port: serving.port, host: "127.0.0.1" })
  await io.writeOut(`${listening.url}\n`)
  io.writeErr(`${new URL(startPath(desk.current()), listening.url).href}\nPress Ctrl-C to stop.\n`)
  await listening.closed
  await desk.close()
  return exitStatus.ok
}
