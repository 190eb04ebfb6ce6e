import { type DateCandidates, dateCandidatesOf } from "./date-candidates.ts"
import type { Found, PageSources } from "./page-sources.ts"

export interface PageDates {
  readonly published: Found<string> | null
  /** Null unless the article was changed after it came out. */
  readonly modified: Found<string> | null
}

/**
 * When the page says that its article came out and was changed. Three witnesses are heard: the page's data, what it
 * prints, and its address. Where two agree on the day, that is the day, in the finest value that gives it; where they
 * differ by reasons that are known (a day in Greenwich, a stamp of the last build), the reason decides.
 */
export function datesOf(sources: PageSources): PageDates {
  const candidates = dateCandidatesOf(sources)
  const published = publishedOf(candidates)
  return { published, modified: modifiedOf(candidates, published) }
}

export function publishedOf(candidates: DateCandidates): Found<string> | null {
  const { data, printed } = candidates
  const { stated } = printed
  const known = data.find(({ value }) => value.length >= 10) ?? null
  const found = known === null ? withoutData(candidates) : againstOthers(known, candidates)
  if (stated && (found === null || dayOf(stated.value) < dayOf(found.value))) return stated
  return found === null ? (data[0] ?? null) : finest(found, candidates)
}

/** `found`, or what gives its day with a time of day where it has none itself; midnight is what programs fill in. */
function finest(found: Found<string>, { data, printed }: DateCandidates): Found<string> {
  if (hasClock(found.value)) return found
  const all = printed.published ? [...data, printed.published] : data
  const finer = all.find(({ value }) => dayOf(value) === dayOf(found.value) && hasClock(value))
  return finer ? { value: finer.value, rule: finer.rule } : found
}

function hasClock(iso: string): boolean {
  return iso.includes("T") && !/T00:00(?::00)?(?:Z|[+-]|$)/.test(iso)
}

function withoutData({ changes, printed, address }: DateCandidates): Found<string> | null {
  const { published, modified, elsewhere } = printed
  if (published && published.standing !== "near") return published
  if (address?.isPath) return { value: address.day, rule: "address" }
  const isChange = [...changes, modified].some(
    (change) => change && elsewhere && dayOf(change.value) === dayOf(elsewhere.value),
  )
  return published ?? (isChange ? null : elsewhere) ?? (address && { value: address.day, rule: "address" })
}

/** `known`, from the page's data, unless print or address stand against it with reason. */
function againstOthers(known: Found<string>, candidates: DateCandidates): Found<string> {
  const { data, changes, printed, address } = candidates
  const shown = printed.published
  const day = dayOf(known.value)
  const isShown = shown !== null && dayOf(shown.value) === day
  const isInAddress = address !== null && address.day === day
  if (isShown || isInAddress) return known
  if (shown && !changes.some(({ value }) => dayOf(value) === dayOf(shown.value))) {
    const shownDay = dayOf(shown.value)
    const second = data.find(({ value }) => dayOf(value) === shownDay)
    if (second) return { value: second.value, rule: `${second.rule}, as ${shown.rule}` }
    const apart = daysBetween(day, shownDay)
    if (
      apart <= 1 ? isOfGreenwich(known.value) : shown.standing === "labelled" || shown.standing === "beside"
    )
      return { value: shown.value, rule: `${shown.rule}, against ${known.rule}` }
  }
  if (address) {
    const second = data.find(({ value }) => dayOf(value) === address.day)
    if (second) return { value: second.value, rule: `${second.rule}, with the address` }
    const apart = daysBetween(day, address.day)
    if (apart <= 1 ? isOfGreenwich(known.value) : address.isPath && address.day < day)
      return { value: address.day, rule: `address, against ${known.rule}` }
  }
  return known
}

/** A time in Greenwich, or a mere day: it may name the day before or after the one on which readers got it. */
function isOfGreenwich(iso: string): boolean {
  return /(?:Z|[+-]00:00)$|^[^T]*$/.test(iso)
}

function modifiedOf(
  { changes, printed }: DateCandidates,
  published: Found<string> | null,
): Found<string> | null {
  const all = printed.modified ? [...changes, printed.modified] : changes
  if (published === null) return all[0] ?? null
  return all.find(({ value }) => isLater(value, published.value)) ?? null
}

/** True when `later` is a later time than `earlier`, as finely as both are known. */
function isLater(later: string, earlier: string): boolean {
  if (zoneOf(later) !== "" && zoneOf(earlier) !== "") return Date.parse(later) - Date.parse(earlier) >= 60_000
  const length = Math.min(16, clockLength(later), clockLength(earlier))
  return later.slice(0, length) > earlier.slice(0, length)
}

function zoneOf(iso: string): string {
  return /T.*?(Z|[+-]\d{2}:\d{2})$/.exec(iso)?.[1] ?? ""
}

function clockLength(iso: string): number {
  return iso.length - zoneOf(iso).length
}

function dayOf(iso: string): string {
  return iso.slice(0, 10)
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
}
