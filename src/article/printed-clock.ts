/** A time of day read beside a date: `T09:15`, with seconds and a zone only where they are printed. */
export interface PrintedClock {
  readonly iso: string
  /** Characters that it takes up, with what stands between it and the date. */
  readonly length: number
}

const zoneWord = "(Z\\b|(?:UTC|GMT)?[+-]\\d{2}:?\\d{2}\\b|[A-Z]{2,4}\\b)"
const clock = "(\\d{1,2})[:.h](\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?:\\s?([ap])\\.?m\\b\\.?)?"
const behind = new RegExp(
  `^(?:T|[\\s.,:|@·•–—-]{0,4}(?:at|um|à|à las|a las|alle|às|kl\\.?|klo|om|о|в|saat)?\\s{0,2})${clock}(?:\\s?(?:Uhr\\s?)?\\(?${zoneWord}\\)?)?`,
  "iu",
)
const eastAsian = /^\s?(午前|午後|上午|下午|오전|오후)?\s?(\d{1,2})\s?[時时点點시]\s?(\d{1,2})\s?[分분]/u
const before = new RegExp(
  `(?<![\\d:.])${clock}(?:\\s?(?:Uhr\\s?)?\\(?${zoneWord}\\)?)?[\\s,|–—-]{1,3}(?:on\\s)?(?:\\p{L}{2,12}\\.?,?\\s)?$`,
  "iu",
)

/** The time of day right behind a date, in the first characters of `rest`. */
export function clockBehind(rest: string): PrintedClock | null {
  const asian = eastAsian.exec(rest)
  if (asian) {
    const half = asian[1] === undefined ? undefined : /午後|下午|오후/u.test(asian[1]) ? "p" : "a"
    const iso = isoClock(asian[2]!, asian[3]!, undefined, half, undefined)
    return iso === null ? null : { iso, length: asian[0].length }
  }
  return clockOf(behind.exec(rest))
}

/** The time of day right before a date, at the end of `head`. */
export function clockBefore(head: string): PrintedClock | null {
  return clockOf(before.exec(head))
}

function clockOf(match: RegExpExecArray | null): PrintedClock | null {
  if (!match) return null
  const iso = isoClock(match[1]!, match[2]!, match[3], match[4]?.toLowerCase(), match[5])
  return iso === null ? null : { iso, length: match[0].length }
}

function isoClock(
  hours: string,
  minutes: string,
  seconds: string | undefined,
  half: string | undefined,
  zone: string | undefined,
): string | null {
  let hour = Number(hours)
  if (half !== undefined && hour >= 1 && hour <= 12) hour = (hour % 12) + (half === "p" ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null
  const tail = seconds === undefined ? "" : `:${seconds}`
  return `T${String(hour).padStart(2, "0")}:${minutes.padStart(2, "0")}${tail}${zoneOf(zone)}`
}

/** Abbreviations of one meaning in the news; `ET` names no offset and `IST` names three, so they give none. */
const zoneOffsets: Readonly<Record<string, string>> = {
  Z: "Z",
  UTC: "Z",
  GMT: "Z",
  HST: "-10:00",
  AKST: "-09:00",
  AKDT: "-08:00",
  PST: "-08:00",
  PDT: "-07:00",
  MST: "-07:00",
  MDT: "-06:00",
  CDT: "-05:00",
  EST: "-05:00",
  EDT: "-04:00",
  CET: "+01:00",
  CEST: "+02:00",
  MEZ: "+01:00",
  MESZ: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  MSK: "+03:00",
  JST: "+09:00",
  KST: "+09:00",
  AEST: "+10:00",
  AEDT: "+11:00",
  NZST: "+12:00",
  NZDT: "+13:00",
}

function zoneOf(printed: string | undefined): string {
  if (printed === undefined) return ""
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(printed)
  if (offset) return `${offset[1]}${offset[2]}:${offset[3]}`
  return zoneOffsets[printed.toUpperCase()] ?? ""
}
