import { compareStrings } from "../base/index.ts"
import type { Redirect } from "../intake/index.ts"
import type { Article } from "./article.ts"
import { plainAddress } from "./page/page-address.ts"
import { areAlikeAddresses, isBelowAddress, textLikeness } from "./same-page.ts"

/** A step from one address to another, both as articles have them. It proposes that these are one page. */
export interface PageMove {
  readonly from: string
  readonly to: string
  /** A redirect by how long it is meant to hold; or the word of a page, captured at `from`, that it is `to`. */
  readonly kind: "permanent" | "temporary" | "own-word"
  /** Whether the addresses themselves say that they are one (see `areAlikeAddresses`). */
  readonly alike: boolean
}

/** What redirects propose. Those that only take away what counts readers propose nothing. */
export function movesOf(redirects: readonly Redirect[]): readonly PageMove[] {
  return redirects.flatMap(({ from, to, status }) =>
    moveOf(from, to, status === 301 || status === 308 ? "permanent" : "temporary"),
  )
}

/** What a page proposes that names an address of its own beside the one at which it was captured. */
export function ownMovesOf({ source, url }: Pick<Article, "source" | "url">): readonly PageMove[] {
  return source.kind === "url" && url !== null ? moveOf(source.name, url, "own-word") : []
}

function moveOf(address: string, target: string, kind: PageMove["kind"]): readonly PageMove[] {
  const [from, to] = [plainAddress(address), plainAddress(target)]
  return from === to ? [] : [{ from, to, kind, alike: areAlikeAddresses(from, to) }]
}

/**
 * An address that more others lead to than this is where a site sends the readers of whatever is gone; one that leads
 * to more others is a sign to what is new. Of either only those moves count whose addresses are alike.
 */
export const movesMax = 32

/** The moves without those from signs and to where everything leads. Sorted, each once. */
function withoutCatchAlls(moves: readonly PageMove[]): readonly PageMove[] {
  const unlike = moves.filter(({ alike }) => !alike)
  const sources = new Map<string, Set<string>>()
  const targets = new Map<string, Set<string>>()
  for (const { from, to } of unlike) {
    sources.set(to, (sources.get(to) ?? new Set()).add(from))
    targets.set(from, (targets.get(from) ?? new Set()).add(to))
  }
  const left = moves.filter(
    ({ from, to, alike }) =>
      alike || (sources.get(to)!.size <= movesMax && targets.get(from)!.size <= movesMax),
  )
  const byKey = new Map(left.map((move) => [JSON.stringify([move.from, move.to, move.kind]), move]))
  return [...byKey].sort(([a], [b]) => compareStrings(a, b)).map(([, move]) => move)
}

const stepsMax = 10
const addressesMax = 64

/** How much of the shorter text has to stand in the other: for what was moved for good, and for anything else. */
const movedLikenessMin = 0.2
const ledLikenessMin = 0.5

/**
 * Parts `captures`, by the address of each, into those of one page. Addresses are one page's where moves lead from one
 * to the other, and their words or the texts captured at them agree. Independent of every order.
 */
export function joinAddresses(
  captures: ReadonlyMap<string, readonly Article[]>,
  moves: readonly PageMove[],
): readonly (readonly string[])[] {
  const next = stepsFrom(withoutCatchAlls(moves))
  const joined = new Map<string, string>()
  const headOf = (address: string): string => {
    let head = address
    while (joined.has(head)) head = joined.get(head)!
    for (let at = address; at !== head; ) {
      const above = joined.get(at)!
      joined.set(at, head)
      at = above
    }
    return head
  }
  for (const from of [...captures.keys()].sort(compareStrings))
    for (const [to, isPermanent] of reachedFrom(from, next)) {
      const there = captures.get(to)
      if (there === undefined || !agree(from, to, isPermanent, captures.get(from)!, there)) continue
      const [a, b] = [headOf(from), headOf(to)].sort(compareStrings) as [string, string]
      if (a !== b) joined.set(b, a)
    }
  const groups = new Map<string, string[]>()
  for (const address of captures.keys()) {
    const head = headOf(address)
    const group = groups.get(head)
    if (group) group.push(address)
    else groups.set(head, [address])
  }
  return [...groups.values()]
}

function agree(
  from: string,
  to: string,
  isPermanent: boolean,
  here: readonly Article[],
  there: readonly Article[],
): boolean {
  if (areAlikeAddresses(from, to)) return true
  const isMoved = isPermanent && !isBelowAddress(from, to)
  return textLikeness(here, there) >= (isMoved ? movedLikenessMin : ledLikenessMin)
}

interface Step {
  readonly to: string
  readonly kind: PageMove["kind"]
}

/** A page's own word joins both ways: what either address leads to, the page leads to. */
function stepsFrom(moves: readonly PageMove[]): ReadonlyMap<string, readonly Step[]> {
  const next = new Map<string, Step[]>()
  const add = (from: string, step: Step): void => {
    const known = next.get(from)
    if (known) known.push(step)
    else next.set(from, [step])
  }
  for (const { from, to, kind } of moves) {
    add(from, { to, kind })
    if (kind === "own-word") add(to, { to: from, kind })
  }
  return next
}

/**
 * The addresses that `start` leads to, the nearest first, and whether for good: by redirects that all are permanent,
 * and at least one of them.
 */
function reachedFrom(
  start: string,
  next: ReadonlyMap<string, readonly Step[]>,
): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>()
  if (!next.has(start)) return found
  for (const isPermanent of [true, false]) {
    let edge: readonly { readonly at: string; readonly isRedirected: boolean }[] = [
      { at: start, isRedirected: false },
    ]
    const met = new Set([`${start} false`])
    for (let step = 0; step < stepsMax && edge.length > 0; step++)
      edge = edge.flatMap(({ at, isRedirected }) =>
        (next.get(at) ?? []).flatMap(({ to, kind }) => {
          const one = { at: to, isRedirected: isRedirected || kind !== "own-word" }
          const key = `${to} ${one.isRedirected}`
          if ((isPermanent && kind === "temporary") || met.has(key) || met.size > 2 * addressesMax) return []
          met.add(key)
          if (to !== start && !found.has(to) && (one.isRedirected || !isPermanent)) found.set(to, isPermanent)
          return [one]
        }),
      )
  }
  return found
}
