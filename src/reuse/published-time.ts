/** The first and last millisecond that a time of publication may mean, counted from 1970 as if every clock were UTC. */
export interface TimeRange {
  readonly first: number
  readonly last: number
}

const dayMs = 86_400_000

/** ISO 8601 to any precision, with or without a zone. Null for what is no time. */
export function timeRange(published: string | null): TimeRange | null {
  const parts =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(
      published ?? "",
    )
  if (!parts) return null
  const [, year, month, day, hour, minute, second, zone] = parts
  const at = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d)
  const y = Number(year)
  if (month === undefined) return { first: at(y, 1, 1), last: at(y + 1, 1, 1) - 1 }
  if (day === undefined) return { first: at(y, Number(month), 1), last: at(y, Number(month) + 1, 1) - 1 }
  const start = at(y, Number(month), Number(day))
  if (hour === undefined) return { first: start, last: start + dayMs - 1 }
  const clock = start + Number(hour) * 3_600_000 + Number(minute) * 60_000 - zoneMs(zone)
  if (second === undefined) return { first: clock, last: clock + 59_999 }
  return { first: clock + Number(second) * 1000, last: clock + Number(second) * 1000 + 999 }
}

/** 1 when `a` is surely before `b`, -1 when surely after, 0 when it cannot be told. */
export function timeOrder(a: TimeRange | null, b: TimeRange | null): -1 | 0 | 1 {
  if (!a || !b) return 0
  return a.last < b.first ? 1 : b.last < a.first ? -1 : 0
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone[0] === "-" ? -minutes : minutes) * 60_000
}
