/**
 * What one poll of a page came to. `noise`: the bytes are others, the article's words are the same. `failed` says
 * nothing of the page: it may be there and unchanged.
 */
export type PollOutcome = "first" | "changed" | "noise" | "unchanged" | "failed"

export interface PlanLimits {
  readonly intervalMsMin: number
  readonly intervalMsMax: number
}

export const planLimits: PlanLimits = { intervalMsMin: 5 * 60_000, intervalMsMax: 24 * 3600_000 }

/** Where a new page begins: news changes most in its first hours. */
export const firstIntervalMs = 15 * 60_000

/**
 * How long to wait before the next poll: half as long after a change, half as long again where nothing changed, twice
 * as long after a failure and never less than the server asked for.
 */
export function nextIntervalMs(
  intervalMs: number,
  outcome: PollOutcome,
  retryAfterMs: number | null,
  limits: PlanLimits = planLimits,
): number {
  const factor = { first: 1, changed: 0.5, noise: 1.5, unchanged: 1.5, failed: 2 }[outcome]
  const planned = Math.min(limits.intervalMsMax, Math.max(limits.intervalMsMin, intervalMs * factor))
  return Math.round(Math.max(planned, retryAfterMs ?? 0))
}
