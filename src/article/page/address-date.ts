import { monthsByName } from "../month-names.ts"
import { parseMachineDate } from "../parse-date.ts"

/** The day that an address names, as `2019-05-03`, and whether it stands where archives put it: between slashes. */
export interface AddressDay {
  readonly day: string
  readonly isPath: boolean
}

/** `/2019/05/03/`, `/2019/may/03/`, `/2019-05-03/`; or within a name, `-2019-05-03`, `-20190503`. */
export function addressDay(address: string): AddressDay | null {
  const path = address.replace(/[?#].*$/, "")
  const digits = /\/((?:19|20)\d{2})(?:([/-])([01]?\d)\2([0-3]?\d)|([01]\d)([0-3]\d))(?=\/|$)/.exec(path)
  const named = /\/((?:19|20)\d{2})[/-]([a-z]{3,9})[/-](\d{1,2})(?=[/_-]|$)/i.exec(path)
  const inPath = digits
    ? dayOf(digits[1]!, Number(digits[3] ?? digits[5]), (digits[4] ?? digits[6])!)
    : named
      ? dayOf(named[1]!, monthsByName.get(named[2]!.toLowerCase()), named[3]!)
      : null
  if (inPath !== null) return { day: inPath, isPath: true }
  const inName = /[/_-]((?:19|20)\d{2})([/_-]?)([01]\d)\2([0-3]\d)(?!\d)/.exec(path)
  const day = inName ? dayOf(inName[1]!, Number(inName[3]), inName[4]!) : null
  return day === null ? null : { day, isPath: false }
}

function dayOf(year: string, month: number | undefined, day: string): string | null {
  if (month === undefined || month < 1) return null
  return parseMachineDate(`${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`)
}
