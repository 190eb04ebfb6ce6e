/** Times of repeated runs, in milliseconds. */
export interface Timing {
  readonly min: number
  readonly median: number
  readonly max: number
}

/** Runs `work` once unmeasured and `runs` times measured. CPU time of the whole process, so that a busy machine tells less. */
export function timeRuns(runs: number, work: () => void): Timing {
  work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    work()
    const used = process.cpuUsage(before)
    times.push((used.user + used.system) / 1_000)
  }
  times.sort((a, b) => a - b)
  return { min: times[0]!, median: times[times.length >> 1]!, max: times.at(-1)! }
}

/** The slope of log(cost) over log(size): 1 is linear. Least squares. */
export function logLogSlope(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const xs = points.map(({ size }) => Math.log(size))
  const ys = points.map(({ cost }) => Math.log(cost))
  const meanX = xs.reduce((a, b) => a + b, 0) / xs.length
  const meanY = ys.reduce((a, b) => a + b, 0) / ys.length
  let over = 0
  let under = 0
  for (let i = 0; i < xs.length; i++) {
    over += (xs[i]! - meanX) * (ys[i]! - meanY)
    under += (xs[i]! - meanX) ** 2
  }
  return over / under
}

/** Of times in milliseconds. */
export function quantiles(times: readonly number[]): Readonly<Record<string, number>> {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!
  return { "p50 ms": at(0.5), "p95 ms": at(0.95), "max ms": sorted.at(-1)! }
}

/** One row of a bench table: a name and figures with their units in their names. */
export function printRow(name: string, figures: Readonly<Record<string, number | string>>): void {
  const cells = Object.entries(figures).map(
    ([unit, figure]) => `${typeof figure === "number" ? shortNumber(figure) : figure} ${unit}`,
  )
  console.log(`${name.padEnd(34)} ${cells.join("   ")}`)
}

export function peakMemoryMiB(): number {
  return process.resourceUsage().maxRSS / 1_024
}

function shortNumber(figure: number): string {
  return figure >= 100 ? Math.round(figure).toString() : figure.toPrecision(3)
}
