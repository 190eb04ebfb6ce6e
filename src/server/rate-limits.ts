import type { RateKind } from "./route.ts"

interface Rate {
  /** How many at once, after a rest. */
  readonly burst: number
  readonly perSecond: number
}

export const rates: Readonly<Record<RateKind, Rate>> = {
  read: { burst: 400, perSecond: 40 },
  write: { burst: 60, perSecond: 0.5 },
  "sign-in": { burst: 10, perSecond: 0.05 },
}

/** Those who asked longest ago are forgotten first, as if they had rested. */
const keysMax = 20_000

/** Token buckets, one for each kind and asker. */
export class RateLimits {
  private readonly buckets = new Map<string, { tokens: number; atMs: number }>()

  /** Null when it may be done now; else after how many whole seconds. */
  take(kind: RateKind, asker: string, nowMs: number): number | null {
    const { burst, perSecond } = rates[kind]
    const key = `${kind} ${asker}`
    const before = this.buckets.get(key) ?? { tokens: burst, atMs: nowMs }
    const rested = Math.max(0, nowMs - before.atMs) / 1000
    const tokens = Math.min(burst, before.tokens + rested * perSecond)
    const isAllowed = tokens >= 1
    this.buckets.delete(key)
    this.buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, atMs: nowMs })
    for (const oldest of this.buckets.keys()) {
      if (this.buckets.size <= keysMax) break
      this.buckets.delete(oldest)
    }
    return isAllowed ? null : Math.ceil((1 - tokens) / perSecond)
  }
}
