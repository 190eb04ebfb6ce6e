import robotsParser from "robots-parser"
import type { FetchFailure } from "./fetch-failure.ts"

/** What one site's robots.txt (RFC 9309) asks of one agent. */
export interface RobotsRules {
  allows(address: string): boolean
  /** The line that decides on an address, or null where none does. */
  ruleFor(address: string): string | null
  /** Why all is forbidden where the site itself says nothing, or null. */
  readonly unreached: FetchFailure | null
  /** Milliseconds between two requests, or null where it asks for none. */
  readonly crawlDelayMs: number | null
}

/** RFC 9309, 2.5: at least 500 KiB must be read; the rest is left. */
export const robotsBytesMax = 512 << 10
/** RFC 9309, 2.4: no copy is used for more than a day. */
export const robotsAgeMsMax = 24 * 3600 * 1000
/** A site whose file could not be had may have been in trouble for a moment: it is asked again this soon. */
export const unreachedAgeMsMax = 30 * 60_000
/** A longer `Crawl-delay` is a way to say no; it is kept to, up to this. */
const crawlDelayMsMax = 60_000
const ruleLengthMax = 200
const lineEnd = /\r\n|\r|\n/

/** The package is CommonJS and its types say it is not: what they call the default is the module itself. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default

const allowAll: RobotsRules = { allows: () => true, ruleFor: () => null, unreached: null, crawlDelayMs: null }

/**
 * The rules behind an answer to the request for robots.txt. RFC 9309, 2.3.1: no such file (4xx) allows all; a
 * server in trouble (5xx) or out of reach allows nothing. One that asks for fewer requests (429) is one in trouble.
 */
export function robotsRules(
  address: string,
  answer: { readonly text: string } | { readonly failure: FetchFailure },
  agentName: string,
): RobotsRules {
  if ("failure" in answer) {
    const { failure } = answer
    const missing = failure.kind === "status" && failure.status < 500 && failure.status !== 429
    if (missing || failure.kind === "too-many-redirects") return allowAll
    return { allows: () => false, ruleFor: () => null, unreached: failure, crawlDelayMs: null }
  }
  const robots = parseRobots(address, answer.text)
  const delay = robots.getCrawlDelay(agentName)
  return {
    allows: (page) => robots.isAllowed(page, agentName) !== false,
    ruleFor: (page) => {
      const line = robots.getMatchingLineNumber(page, agentName)
      if (line === undefined || line < 1) return null
      return answer.text.split(lineEnd, line)[line - 1]?.trim().slice(0, ruleLengthMax) || null
    },
    unreached: null,
    crawlDelayMs: delay === undefined || !(delay > 0) ? null : Math.min(delay * 1000, crawlDelayMsMax),
  }
}
