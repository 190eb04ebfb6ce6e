import { type LookupAddress, lookup } from "node:dns"
import { type IncomingMessage, request as requestHttp } from "node:http"
import { request as requestHttps } from "node:https"
import { isIP, type LookupFunction } from "node:net"
import { fail, ok, type Result } from "../base/index.ts"
import type { FetchFailure } from "./fetch-failure.ts"
import { decodedBody, type HttpResponse } from "./http-message.ts"
import { isPrivateAddress } from "./private-addresses.ts"

export interface RequestLimits {
  /** Of a body, packed or unpacked. */
  readonly bytesMax: number
  /** From the first step to the last byte. */
  readonly timeoutMs: number
  /** False: nothing in a private network is reached, by name or by number. */
  readonly allowPrivate: boolean
}

/**
 * One request and its whole answer, without following redirects. The address that a name stands for is checked where
 * the connection is made, so that a name cannot be looked up once for the check and again for the connection.
 */
export function requestOnce(
  address: URL,
  headers: Readonly<Record<string, string>>,
  limits: RequestLimits,
): Promise<Result<HttpResponse, FetchFailure>> {
  const { hostname } = address
  if (!limits.allowPrivate && isIP(hostname.replace(/^\[|\]$/g, "")) && isPrivateAddress(hostname))
    return Promise.resolve(fail({ kind: "private-address" }))
  return new Promise((resolve) => {
    const request = (address.protocol === "https:" ? requestHttps : requestHttp)(address, {
      headers: { ...headers, connection: "close" },
      agent: false,
      ...(limits.allowPrivate ? {} : { lookup: publicLookup }),
    })
    const finish = (result: Result<HttpResponse, FetchFailure>): void => {
      clearTimeout(timer)
      request.destroy()
      resolve(result)
    }
    const { timeoutMs } = limits
    const timer = setTimeout(() => finish(fail({ kind: "timeout", timeoutMs })), timeoutMs)
    request.on("error", (error: NodeJS.ErrnoException) =>
      finish(fail(error instanceof PrivateAddress ? { kind: "private-address" } : unreachable(error))),
    )
    request.on("response", (response) => readResponse(response, limits.bytesMax, finish))
    request.end()
  })
}

function readResponse(
  response: IncomingMessage,
  bytesMax: number,
  finish: (result: Result<HttpResponse, FetchFailure>) => void,
): void {
  const chunks: Buffer[] = []
  let total = 0
  response.on("data", (chunk: Buffer) => {
    total += chunk.length
    if (total > bytesMax) finish(fail({ kind: "too-large", bytesMax }))
    else chunks.push(chunk)
  })
  response.on("error", () => finish(fail({ kind: "broken-off" })))
  response.on("aborted", () => finish(fail({ kind: "broken-off" })))
  response.on("end", () => {
    const fields = new Map<string, string>()
    for (const [name, value] of Object.entries(response.headers))
      if (value !== undefined) fields.set(name, Array.isArray(value) ? value[0]! : value)
    fields.delete("transfer-encoding")
    const packed: HttpResponse = {
      status: response.statusCode ?? 0,
      headers: fields,
      body: Buffer.concat(chunks, total),
    }
    const body = decodedBody(packed, bytesMax)
    finish(body.ok ? ok({ ...packed, body: body.value }) : fail({ kind: "too-large", bytesMax }))
  })
}

class PrivateAddress extends Error {}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, [])
    if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(new PrivateAddress("private address"), [])
    const { address, family } = addresses[0]!
    if (options.all) callback(null, addresses)
    else callback(null, address, family)
  })
}

function unreachable(error: NodeJS.ErrnoException): FetchFailure {
  if (error.code === "ECONNRESET") return { kind: "broken-off" }
  return { kind: "unreachable", detail: error.code ?? error.message }
}
