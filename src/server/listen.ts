import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import type { Hono } from "hono"

export interface ListenOptions {
  /** 0 for any free one. */
  readonly port: number
  readonly host: string
  readonly limits?: Partial<typeof listenLimits>
}

export interface Listening {
  readonly url: string
  /** Resolves when it answers no more. */
  readonly closed: Promise<void>
  /** Takes no more requests and finishes those that it has, for so long at most; what is open then is cut off. */
  close(graceMs?: number): Promise<void>
}

export const listenLimits = {
  /** For the head of a request to come, and for the whole of it: an upload may take its time. */
  headersTimeout: 10_000 as number,
  requestTimeout: 320_000 as number,
  keepAliveTimeout: 15_000 as number,
  /** How often it is looked whether those are over. */
  connectionsCheckingInterval: 2_000 as number,
  maxHeaderSize: 16 << 10,
} as const
const connectionsMax = 2_000
const idleLookMs = 50

/** Puts the application on a port and resolves when it answers. Rejects when the port cannot be had. */
export function listen(
  app: Hono,
  options: ListenOptions = { port: 0, host: "127.0.0.1" },
): Promise<Listening> {
  const serverOptions = { ...listenLimits, ...options.limits }
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port: options.port, hostname: options.host, serverOptions },
      (at: AddressInfo) => {
        const host = at.family === "IPv6" ? `[${at.address}]` : at.address
        const closed = new Promise<void>((done) => server.once("close", () => done()))
        const close = (graceMs = 0) => {
          server.close()
          const cut = setTimeout(() => server.closeAllConnections(), graceMs)
          // What has been answered is not waited for, though a browser keeps its connection.
          const idle = setInterval(() => server.closeIdleConnections(), idleLookMs)
          void closed.then(() => {
            clearTimeout(cut)
            clearInterval(idle)
          })
          return closed
        }
        resolve({ url: `http://${host}:${at.port}/`, closed, close })
      },
    ) as Server
    server.maxConnections = connectionsMax
    server.once("error", reject)
  })
}
