/** Words of the interface that depend on a value: counts, times, shares. The same on every machine. */

/** "1 report", "14 reports". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${groupDigits(n)} ${n === 1 ? one : many}`
}

/** "14 reports, 5 distinct texts": a copy is never counted as a witness of its own. One report is one text. */
export function countReports(reports: number, texts: number): string {
  return reports === 1 ? "1 report" : `${count(reports, "report")}, ${count(texts, "distinct text")}`
}

export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, "\u2009")
}

/** A share of 0 to 1 in whole per cent; what is little but not nothing is "<1%", what is nearly all is ">99%". */
export function percent(share: number): string {
  const whole = Math.round(share * 100)
  if (whole === 0 && share > 0) return "<1%"
  if (whole === 100 && share < 1) return ">99%"
  return `${whole}%`
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/**
 * An ISO 8601 time to read: "4 Mar 2025, 10:02 +01:00 (09:02 UTC)". Only the precision given is shown, and UTC only
 * beside a zone that is not UTC itself. What is no ISO time is shown as it stands.
 */
export function readableTime(iso: string): string {
  const parts =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(iso)
  if (!parts) return iso
  const [, year, month, day, clock, zone] = parts
  if (month === undefined) return year!
  const date = day === undefined ? monthName(month, year!) : `${Number(day)} ${monthName(month, year!)}`
  if (clock === undefined) return date
  if (zone === undefined) return `${date}, ${clock}`
  if (zone === "Z" || /^[+-]00:?00$/.test(zone)) return `${date}, ${clock} UTC`
  const utc = new Date(iso)
  if (Number.isNaN(utc.getTime())) return `${date}, ${clock} ${zone}`
  const utcDay = utc.getUTCDate() === Number(day) ? "" : `${utc.getUTCDate()} ${months[utc.getUTCMonth()]} `
  return `${date}, ${clock} ${zone} (${utcDay}${utc.toISOString().slice(11, 16)} UTC)`
}

/** The days from one time to another, without hours: "4 – 5 Mar 2031". Null when neither is known. */
export function readableDays(from: string | null, to: string | null): string | null {
  const [first, last] = [from?.slice(0, 10) ?? null, to?.slice(0, 10) ?? null]
  if (
    first !== null &&
    last !== null &&
    first !== last &&
    first.length === 10 &&
    first.slice(0, 7) === last.slice(0, 7)
  )
    return `${Number(first.slice(8))} – ${readableTime(last)}`
  return readableRange(first, last)
}

/** "4 Mar 2025 – 7 Mar 2025", one day when they are the same, null when neither is known. */
export function readableRange(from: string | null, to: string | null): string | null {
  if (from === null || to === null) {
    const known = from ?? to
    return known === null ? null : from === null ? `before ${readableTime(known)}` : readableTime(known)
  }
  const [first, last] = [readableTime(from), readableTime(to)]
  return first === last ? first : `${first} – ${last}`
}

function monthName(month: string, year: string): string {
  return `${months[Number(month) - 1] ?? month} ${year}`
}
