import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import type { Hono } from "hono"

export interface ListenOptions {
  /** 0 for any free one. */
  readonly port: number
  readonly host: string
}

export interface Listening {
  readonly url: string
  /** Resolves when it answers no more. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/** Puts the application on a port and resolves when it answers. Rejects when the port cannot be had. */
export function listen(
  app: Hono,
  options: ListenOptions = { port: 0, host: "127.0.0.1" },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port: options.port, hostname: options.host },
      (at: AddressInfo) => {
        const host = at.family === "IPv6" ? `[${at.address}]` : at.address
        const closed = new Promise<void>((done) => server.once("close", () => done()))
        const close = () => {
          server.close()
          if ("closeAllConnections" in server) server.closeAllConnections()
          return closed
        }
        resolve({ url: `http://${host}:${at.port}/`, closed, close })
      },
    )
    server.once("error", reject)
  })
}
