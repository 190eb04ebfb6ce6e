import { type Fingerprints, gramWords, windowGrams } from "./fingerprint.ts"
import { timeRange } from "./published-time.ts"
import type { PreparedReport } from "./reuse-report.ts"
import { namePlaces } from "./telling-words.ts"

/** Of the names and numbers outside of what they share, two unlike texts have at most this part in common. */
const namesSharedMax = 0.12
/** Fewer names outside tell nothing. */
const namesMin = 3

/** Of the shorter text's fingerprints, this part shared makes two texts kin whatever else they hold. */
const kinPart = 0.5
/** Between reports dated so far apart that they tell of different days, names in common tell less. */
const apartMs = 7 * 86_400_000
const kinPartApart = 1 / 3

/** A text with its fingerprints. */
export interface PrintedText {
  readonly prepared: PreparedReport
  readonly prints: Fingerprints
}

/**
 * How two texts stand to each other but for the text that they share: one made from the other as it seems, about one
 * thing, about different things, or untold.
 */
export type Relation = "kin" | "alike" | "unlike" | "untold"

/**
 * Tells how two texts, by their places below `count`, are related. Half of the pairs of reports of one event have 47 % of their names
 * and numbers in common; of two events, 95 % of pairs have 12 % or fewer (cluster-ecbplus). Cost: a pass over the
 * fingerprints and names of both, once a pair.
 */
export function relatednessOf(
  printed: (text: number) => PrintedText,
  count: number,
): (x: number, y: number) => Relation {
  const sheets = new Map<number, Sheet>()
  const sheetOf = (text: number): Sheet => {
    const known = sheets.get(text) ?? sheetFor(printed(text))
    if (sheets.size >= sheetsKept) sheets.clear()
    sheets.set(text, known)
    return known
  }
  const verdicts = new Map<number, Relation>()
  return (x, y) => {
    const key = Math.min(x, y) * count + Math.max(x, y)
    const verdict = verdicts.get(key) ?? relationOf(sheetOf(x), sheetOf(y))
    if (verdicts.size >= verdictsKept) verdicts.clear()
    verdicts.set(key, verdict)
    return verdict
  }
}

/** What is kept to be asked again, at most. */
const sheetsKept = 2_048
const verdictsKept = 1 << 16

interface Sheet {
  readonly prints: Fingerprints
  /** The fingerprints, ascending. */
  readonly printed: Uint32Array
  readonly words: Uint32Array
  /** Made when first asked for: near copies are told by their fingerprints alone. */
  readonly names: () => readonly number[]
  readonly from: number | null
  readonly to: number | null
}

function sheetFor({ prepared, prints }: PrintedText): Sheet {
  const time = timeRange(prepared.report.published)
  let names: readonly number[] | null = null
  return {
    prints,
    printed: Uint32Array.from(prints.hashes).sort(),
    words: prepared.words.hashes,
    names: () => {
      names ??= namePlaces(prepared)
      return names
    },
    from: time?.first ?? null,
    to: time?.last ?? null,
  }
}

function relationOf(x: Sheet, y: Sheet): Relation {
  const [sharedX, sharedY] = sharedPrints(x.printed, y.printed)
  const shared = Math.max(sharedX / x.printed.length, sharedY / y.printed.length)
  if (shared >= kinPart) return "kin"
  const [outsideX, outsideY] = [outside(x, y), outside(y, x)]
  if (Math.min(outsideX.size, outsideY.size) < namesMin) return "untold"
  if (shared < kinPartApart && datedApart(x, y)) return "unlike"
  let common = 0
  for (const name of outsideX) if (outsideY.has(name)) common++
  return common <= namesSharedMax * Math.min(outsideX.size, outsideY.size) ? "unlike" : "alike"
}

/** How many fingerprints of each the other has. Both ascending. */
function sharedPrints(x: Uint32Array, y: Uint32Array): readonly [number, number] {
  let [sharedX, sharedY] = [0, 0]
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const print = x[i]!
    if (print < y[j]!) i++
    else if (print > y[j]!) j++
    else {
      for (; x[i] === print; i++) sharedX++
      for (; y[j] === print; j++) sharedY++
    }
  }
  return [sharedX, sharedY]
}

/** The names of `own` outside of what `other` shares. */
function outside(own: Sheet, other: Sheet): ReadonlySet<number> {
  const { hashes, places } = own.prints
  const covered = new Uint8Array(own.words.length)
  const printed = new Set(other.printed)
  let end = 0
  for (let i = 0; i < hashes.length; i++) {
    if (!printed.has(hashes[i]!)) {
      end = 0
      continue
    }
    // Between two fingerprints in a row that both are shared, so is the text, as far as one can see.
    const from = end > 0 && places[i]! <= end + windowGrams ? end : places[i]!
    end = places[i]! + gramWords
    covered.fill(1, from, end)
  }
  const names = new Set<number>()
  for (const place of own.names()) if (covered[place] === 0) names.add(own.words[place]!)
  return names
}

function datedApart(x: Sheet, y: Sheet): boolean {
  if (x.from === null || y.from === null || x.to === null || y.to === null) return false
  return x.from - y.to >= apartMs || y.from - x.to >= apartMs
}
