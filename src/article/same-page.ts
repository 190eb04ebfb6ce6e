import { compareNullable, compareStrings } from "../base/index.ts"
import type { Article } from "./article.ts"
import { partsOf, plainPath } from "./page/page-address.ts"
import { mayTrack } from "./page/tracking-parameters.ts"

/**
 * Whether two addresses say by their words that they are of one article: they are spelled alike but for what makes a
 * view of a page, or hold one long number, or end in one name of several words without unlike dates before it.
 */
export function areAlikeAddresses(a: string, b: string): boolean {
  const [x, y] = [partsOf(a), partsOf(b)]
  if (x === null || y === null) return false
  const [here, there] = [plainPath(x.path), plainPath(y.path)]
  const [asked, answered] = [queryOf(x.query), queryOf(y.query)]
  if (here === there && asked === answered) return true
  const numbers = new Set(longNumbers(here + asked))
  if (longNumbers(there + answered).some((number) => numbers.has(number))) return true
  const slug = slugOf(here)
  return slug !== null && slug === slugOf(there) && asked === answered && haveOneDate(here, there)
}

/** Whether `address` stands below `section`, as articles stand below the page that lists them. */
export function isBelowAddress(address: string, section: string): boolean {
  const [x, y] = [partsOf(address), partsOf(section)]
  return x !== null && y !== null && plainPath(x.path).startsWith(`${plainPath(y.path)}/`)
}

function queryOf(query: string): string {
  return query
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !mayTrack(part))
    .sort(compareStrings)
    .join("&")
}

/** Numbers that a site gives its articles: of five digits and more, and no date. */
function longNumbers(text: string): readonly string[] {
  return (text.match(/\d{5,}/g) ?? []).filter(
    (digits) => !/^(?:19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])?$/.test(digits),
  )
}

function slugOf(path: string): string | null {
  const last = path.slice(path.lastIndexOf("/") + 1).toLowerCase()
  const words = last.replace(/\.\w{2,5}$/, "").match(/\p{L}{2,}/gu) ?? []
  return words.length < 2 ? null : words.join(" ")
}

function haveOneDate(a: string, b: string): boolean {
  const [x, y] = [dateOf(a), dateOf(b)]
  return x === null || y === null || x.startsWith(y) || y.startsWith(x)
}

function dateOf(path: string): string | null {
  const match = /\b((?:19|20)\d\d)[/-]?([01]\d)(?:[/-]?([0-3]\d))?(?!\d)/.exec(path)
  return match && `${match[1]}${match[2]}${match[3] ?? ""}`
}

/** Pairs of captures that are compared for one pair of addresses. */
const pairsMax = 8
const comparedCharactersMax = 50_000

/**
 * How much of the shorter text of two captures stands in the other, as a share of its three-word sequences (Broder
 * 1997, containment): the most of any two captures that follow on each other, one of each address. 0 where there is
 * nothing to compare.
 */
export function textLikeness(a: readonly Article[], b: readonly Article[]): number {
  const inOrder = [...a.map((one) => ({ one, side: 0 })), ...b.map((one) => ({ one, side: 1 }))].sort(
    (x, y) =>
      compareNullable(x.one.source.capturedAt, y.one.source.capturedAt) || compareStrings(x.one.id, y.one.id),
  )
  const pairs = inOrder
    .slice(1)
    .flatMap((after, i) => (after.side === inOrder[i]!.side ? [] : [[inOrder[i]!.one, after.one] as const]))
  let most = 0
  for (const [before, after] of pairs.slice(0, pairsMax))
    most = Math.max(most, containment(sequencesOf(before.text), sequencesOf(after.text)))
  return most
}

function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const sequence of few) if (many.has(sequence)) shared++
  return few.size === 0 ? 0 : shared / few.size
}

/** Scripts without spaces by the character, others by the word. */
function sequencesOf(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, comparedCharactersMax)
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`))
}
