import { fail, ok, type Result } from "../base/index.ts"
import { isRedirect } from "../intake/index.ts"
import type { FetchFailure } from "./fetch-failure.ts"
import { contentTypeOf } from "./http-message.ts"
import { type RequestLimits, requestOnce } from "./request-once.ts"
import {
  type RobotsRules,
  robotsAgeMsMax,
  robotsBytesMax,
  robotsRules,
  unreachedAgeMsMax,
} from "./robots-rules.ts"

/** The world's time, so that a test can stand in for it. */
export interface Clock {
  nowMs(): number
  sleep(ms: number): Promise<void>
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

export interface FetcherOptions extends RequestLimits {
  /** The name that robots.txt files know the program by. */
  readonly agentName: string
  /** Where its operator can be asked: the address of a page or a mailbox. Null: the operator has not said. */
  readonly contact: string | null
  readonly redirectsMax: number
  /** Tries after the first, for servers in trouble and broken transfers. */
  readonly retriesMax: number
  /** A server that asks for a longer wait is left for now. */
  readonly waitMsMax: number
  /** Between two requests to one host, where its robots.txt asks for no longer. */
  readonly pauseMs: number
  readonly clock: Clock
  /** From 0 up to 1: how much longer than planned a back-off lasts, so that many pollers do not come back as one. */
  readonly dice: () => number
}

export const fetcherDefaults = {
  agentName: "variorum",
  contact: null,
  bytesMax: 32 << 20,
  timeoutMs: 30_000,
  allowPrivate: true,
  redirectsMax: 10,
  retriesMax: 2,
  waitMsMax: 30_000,
  pauseMs: 1000,
  clock: systemClock,
  dice: Math.random,
} as const satisfies FetcherOptions

/** Hosts that are remembered; the one asked longest ago is forgotten first. */
const hostsMax = 20_000

/** What lets a server answer "not modified": taken from the last answer. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface FetchedPage extends Validators {
  /** Every address on the way, the one asked for first, the one that answered last. */
  readonly addresses: readonly string[]
  /** Of every address but the last. */
  readonly redirectStatuses: readonly number[]
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly mediaType: string | null
  readonly charset: string | null
  /** Null: the server says that nothing has changed since the validators given. */
  readonly bytes: Uint8Array | null
  /** ISO 8601, when the answer was complete. */
  readonly fetchedAt: string
}

/**
 * Fetches pages in a way that a publisher can live with: robots.txt (RFC 9309) is asked first and kept to, one
 * request at a time goes to a host, with a pause between, `Retry-After` is waited for, and the program gives its name.
 */
export class PoliteFetcher {
  private readonly options: FetcherOptions
  private readonly robots = new Map<string, { readonly rules: RobotsRules; readonly atMs: number }>()
  /** By host: settles when its last request has, and says when the next may begin. */
  private readonly turns = new Map<string, { readonly next: Promise<number>; freeAtMs: number | null }>()

  constructor(options: Partial<FetcherOptions> = {}) {
    this.options = { ...fetcherDefaults, ...options }
  }

  async fetchPage(
    address: string,
    validators: Validators | null = null,
  ): Promise<Result<FetchedPage, FetchFailure>> {
    const { clock, redirectsMax } = this.options
    let url = parsedAddress(address)
    const addresses: string[] = []
    const redirectStatuses: number[] = []
    for (let step = 0; step <= redirectsMax; step++) {
      if (url === null) return fail({ kind: "bad-address" })
      addresses.push(url.href)
      const rules = await this.rulesOf(url)
      if (rules.unreached) return fail({ kind: "no-robots", cause: rules.unreached })
      if (!rules.allows(url.href)) return fail({ kind: "disallowed", rule: rules.ruleFor(url.href) })
      const answer = await this.request(url, rules.crawlDelayMs, validators, this.options.bytesMax)
      if (!answer.ok) return answer
      const { status, headers, body } = answer.value
      if (isRedirect(status) && headers.has("location")) {
        url = parsedAddress(headers.get("location")!, url)
        redirectStatuses.push(status)
        continue
      }
      if (status !== 304 && (status < 200 || status >= 300))
        return fail({ kind: "status", status, retryAfterMs: null })
      return ok({
        addresses,
        redirectStatuses,
        status,
        headers,
        ...contentTypeOf(headers.get("content-type")),
        bytes: status === 304 ? null : body,
        etag: headers.get("etag") ?? null,
        lastModified: headers.get("last-modified") ?? null,
        fetchedAt: new Date(clock.nowMs()).toISOString(),
      })
    }
    return fail({ kind: "too-many-redirects" })
  }

  private async rulesOf(url: URL): Promise<RobotsRules> {
    const { clock, agentName } = this.options
    const held = this.robots.get(url.origin)
    const ageMsMax = held?.rules.unreached ? unreachedAgeMsMax : robotsAgeMsMax
    if (held && clock.nowMs() - held.atMs < ageMsMax) return held.rules
    const rules = await this.fetchRules(new URL("/robots.txt", url), agentName)
    this.robots.delete(url.origin)
    this.robots.set(url.origin, { rules, atMs: clock.nowMs() })
    for (const [origin] of this.robots) {
      if (this.robots.size <= hostsMax) break
      this.robots.delete(origin)
    }
    return rules
  }

  /** RFC 9309, 2.3.1.2: five redirects are followed, also to other hosts; then the file counts as missing. */
  private async fetchRules(address: URL, agentName: string): Promise<RobotsRules> {
    let url: URL | null = address
    for (let step = 0; step <= 5 && url !== null; step++) {
      const answer = await this.request(url, null, null, robotsBytesMax, true)
      if (!answer.ok) return robotsRules(address.href, { failure: answer.error }, agentName)
      const { status, headers, body } = answer.value
      if (isRedirect(status) && headers.has("location")) {
        url = parsedAddress(headers.get("location")!, url)
        continue
      }
      if (status >= 200 && status < 300)
        return robotsRules(address.href, { text: new TextDecoder().decode(body) }, agentName)
      return robotsRules(address.href, { failure: { kind: "status", status, retryAfterMs: null } }, agentName)
    }
    return robotsRules(address.href, { failure: { kind: "too-many-redirects" } }, agentName)
  }

  /** Waits for the host's turn; tries again where that can help. */
  private async request(
    url: URL,
    crawlDelayMs: number | null,
    validators: Validators | null,
    bytesMax: number,
    cut = false,
  ): ReturnType<typeof requestOnce> {
    const { clock, dice, retriesMax, waitMsMax, pauseMs, agentName, contact } = this.options
    const headers: Record<string, string> = {
      "user-agent": contact === null ? agentName : `${agentName} (+${contact})`,
      accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
      "accept-encoding": "gzip, br",
      ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
      ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
    }
    return this.inTurn(url.host, Math.max(pauseMs, crawlDelayMs ?? 0), async () => {
      for (let attempt = 0; ; attempt++) {
        const answer = await requestOnce(url, headers, { ...this.options, bytesMax, cut })
        const waitMs = waitBefore(answer, attempt, clock.nowMs(), dice)
        if (waitMs === null) return answer
        if (attempt >= retriesMax || waitMs > waitMsMax) return withRetryAfter(answer, clock.nowMs())
        await clock.sleep(waitMs)
      }
    })
  }

  private async inTurn<Answer>(host: string, pauseMs: number, ask: () => Promise<Answer>): Promise<Answer> {
    const { clock } = this.options
    const before = this.turns.get(host)
    let free = (_nextMs: number): void => {}
    const next = new Promise<number>((resolve) => {
      free = resolve
    })
    const turn = { next, freeAtMs: null as number | null }
    this.turns.delete(host)
    this.turns.set(host, turn)
    if (this.turns.size > hostsMax) this.forgetHosts()
    const waitMs = ((await before?.next) ?? 0) - clock.nowMs()
    if (waitMs > 0) await clock.sleep(waitMs)
    try {
      return await ask()
    } finally {
      turn.freeAtMs = clock.nowMs() + pauseMs
      free(turn.freeAtMs)
    }
  }

  /** Hosts whose pause is over, and that nobody waits for. */
  private forgetHosts(): void {
    const nowMs = this.options.clock.nowMs()
    for (const [host, { freeAtMs }] of this.turns)
      if (freeAtMs !== null && freeAtMs <= nowMs) this.turns.delete(host)
  }
}

function parsedAddress(address: string, base?: URL): URL | null {
  const url = URL.parse(address, base)
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url : null
}

/** How long to wait before another try, or null when another try is of no use. */
function waitBefore(
  answer: Awaited<ReturnType<typeof requestOnce>>,
  attempt: number,
  nowMs: number,
  dice: () => number,
): number | null {
  const backOffMs = Math.round(1000 * 4 ** attempt * (1 + dice() / 2))
  if (!answer.ok) return ["unreachable", "broken-off"].includes(answer.error.kind) ? backOffMs : null
  const { status, headers } = answer.value
  if (status !== 429 && status < 500) return null
  return retryAfterMs(headers.get("retry-after"), nowMs) ?? backOffMs
}

function withRetryAfter(
  answer: Awaited<ReturnType<typeof requestOnce>>,
  nowMs: number,
): Awaited<ReturnType<typeof requestOnce>> {
  if (!answer.ok) return answer
  const { status, headers } = answer.value
  return fail({ kind: "status", status, retryAfterMs: retryAfterMs(headers.get("retry-after"), nowMs) })
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function retryAfterMs(value: string | undefined, nowMs: number): number | null {
  if (value === undefined) return null
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000
  const atMs = Date.parse(value)
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs)
}
