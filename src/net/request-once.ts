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
  /** Addresses (IP, as printed) that are reached all the same: what the operator allows. */
  readonly allowedAddresses?: readonly string[]
  /** Of a body over the limit, keep what came before: for files of which only the beginning counts. */
  readonly cut?: boolean
  /** Who is asked what a name stands for; the system, where it is left out. */
  readonly lookup?: typeof lookup
}

/** Servers of news send several kB of headers; more than this is a flood. */
const headerBytesMax = 64 << 10
/** A file that is cut may be packed this well. */
const cutPackingMax = 16

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
  const bare = hostname.replace(/^\[|\]$/g, "")
  if (isIP(bare) && isRefused(bare, limits)) return Promise.resolve(fail({ kind: "private-address" }))
  return new Promise((resolve) => {
    const request = (address.protocol === "https:" ? requestHttps : requestHttp)(address, {
      headers: { ...headers, connection: "close" },
      agent: false,
      maxHeaderSize: headerBytesMax,
      lookup: lookupWithin(limits),
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
    request.on("response", (response) => readResponse(response, limits, finish))
    request.end()
  })
}

function readResponse(
  response: IncomingMessage,
  { bytesMax, cut = false }: RequestLimits,
  finish: (result: Result<HttpResponse, FetchFailure>) => void,
): void {
  const chunks: Buffer[] = []
  let total = 0
  const complete = (): void => {
    const packed: HttpResponse = {
      status: response.statusCode ?? 0,
      headers: fieldsOf(response),
      body: Buffer.concat(chunks, Math.min(total, bytesMax)),
    }
    const body = decodedBody(packed, cut ? bytesMax * cutPackingMax : bytesMax)
    finish(
      body.ok
        ? ok({ ...packed, body: body.value.subarray(0, bytesMax) })
        : fail({ kind: "too-large", bytesMax }),
    )
  }
  response.on("data", (chunk: Buffer) => {
    total += chunk.length
    chunks.push(chunk)
    if (total <= bytesMax) return
    if (cut) complete()
    else finish(fail({ kind: "too-large", bytesMax }))
  })
  response.on("error", () => finish(fail({ kind: "broken-off" })))
  response.on("aborted", () => finish(fail({ kind: "broken-off" })))
  response.on("end", complete)
}

/** The headers as they came, but for the transfer coding, which is undone; of a name that came twice the first. */
function fieldsOf(response: IncomingMessage): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of Object.entries(response.headers))
    if (value !== undefined) fields.set(name, Array.isArray(value) ? value[0]! : value)
  fields.delete("transfer-encoding")
  return fields
}

class PrivateAddress extends Error {}

function isRefused(address: string, { allowPrivate, allowedAddresses = [] }: RequestLimits): boolean {
  return !allowPrivate && isPrivateAddress(address) && !allowedAddresses.includes(address)
}

/** Asks once, for the connection itself: the address that was checked is the one that is connected to. */
function lookupWithin(limits: RequestLimits): LookupFunction {
  const ask = limits.lookup ?? lookup
  return (hostname, options, callback) => {
    ask(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, [])
      if (addresses.length === 0 || addresses.some(({ address }) => isRefused(address, limits)))
        return callback(new PrivateAddress("private address"), [])
      const { address, family } = addresses[0]!
      if (options.all) callback(null, addresses)
      else callback(null, address, family)
    })
  }
}

const certificateFaults =
  /^(?:CERT_|CRL_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/

function unreachable(error: NodeJS.ErrnoException): FetchFailure {
  const detail = error.code ?? error.message
  if (detail === "ECONNRESET") return { kind: "broken-off" }
  if (certificateFaults.test(detail)) return { kind: "bad-certificate", detail }
  // What the parser of Node calls its faults.
  if (detail.startsWith("HPE_")) return { kind: "bad-answer" }
  return { kind: "unreachable", detail }
}
