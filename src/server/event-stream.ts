import type { Context } from "hono"
import { streamSSE } from "hono/streaming"

/** Streams that are open at once; a browser whose stream is refused asks again when its page is loaded again. */
export const streamsMax = 256
const beatMs = 15_000
/** A job that reads a thousand pages a second need not say so a thousand times. */
const tellMs = 150

export interface OpenStreams {
  open: number
  /** Ends them all: the server is about to stop. */
  readonly stopping: AbortSignal
}

export interface Told {
  readonly name: string
  /** What there is to tell now. */
  read(): string | Promise<string>
  isLast(): boolean
  /** Calls `hear` on each change, until the functions returned are called. */
  listen(hear: () => void): readonly (() => void)[]
}

/** Server-sent events: the state now, then again after each change, never the same twice. */
export function eventStream(context: Context, streams: OpenStreams, told: Told): Response {
  if (streams.open >= streamsMax)
    return context.text("Too many pages are open.\n", 503, { "retry-after": "30" })
  streams.open++
  return streamSSE(context, async (stream) => {
    let wake = (): void => {}
    const stops = told.listen(() => wake())
    const stop = (): void => wake()
    streams.stopping.addEventListener("abort", stop)
    stream.onAbort(stop)
    let last = ""
    try {
      while (!stream.aborted && !stream.closed && !streams.stopping.aborted) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve
        })
        const now = await told.read()
        if (now !== last) await stream.writeSSE({ event: told.name, data: now })
        else await stream.write(": still here\n\n")
        last = now
        if (told.isLast()) return
        const beat = setTimeout(() => wake(), beatMs)
        await changed
        clearTimeout(beat)
        await stream.sleep(tellMs)
      }
    } finally {
      for (const unlisten of stops) unlisten()
      streams.stopping.removeEventListener("abort", stop)
      streams.open--
    }
  })
}
