import { compareStrings, spansOverlap } from "../base/index.ts"
import type { Figure } from "../language/index.ts"
import type { Lineage } from "../reuse/index.ts"
import type { Disagreement } from "./apparatus.ts"
import { nearWords, sharedWords, valuesOf } from "./claims.ts"
import type { DistinctTexts } from "./distinct-texts.ts"
import { type CollatedReport, isLeftOut } from "./utterances.ts"
import { disputedClaims, type PlacedClaim } from "./value-groups.ts"
import { wordStem } from "./word-weight.ts"

interface FigureClaim extends PlacedClaim {
  readonly figure: Figure
  readonly published: string | null
}

/** Plain words in common that make two figures one count. */
const nearMin = 1.5

/** Figures of one unit, said of one thing, that cannot be one number. */
export function figureDisagreements(
  reports: readonly CollatedReport[],
  lineage: Lineage,
  textOf: DistinctTexts,
): readonly Disagreement[] {
  const byUnit = new Map<string, FigureClaim[]>()
  for (const collated of reports)
    for (const figure of collated.report.analysis.figures) {
      const unit = comparedUnit(figure, collated)
      if (unit === null || isLeftOut(collated, figure)) continue
      const claim = figureClaim(collated, figure)
      const known = byUnit.get(unit)
      if (known) known.push(claim)
      else byUnit.set(unit, [claim])
    }
  return [...byUnit].flatMap(([, claims]) =>
    disputedClaims(claims, nearMin, areTwoNumbers).map((disputed): Disagreement => {
      const { explained, note } = explanation(disputed, lineage, textOf)
      return {
        about: aboutOf(disputed),
        kind: "figure",
        values: valuesOf(disputed, textOf),
        explained,
        note,
      }
    }),
  )
}

/** "About 900" and "900" are one number. */
function areTwoNumbers({ figure: a }: FigureClaim, { figure: b }: FigureClaim): boolean {
  if (a.value !== null || b.value !== null) return a.value !== b.value
  return a.low !== b.low || a.high !== b.high
}

/** Units that measure time or share, and so stand by too many things to compare. */
const unlikeUnits = new Set([
  "year",
  "month",
  "week",
  "day",
  "hour",
  "minute",
  "second",
  "min",
  "h",
  "s",
  "d",
  "a",
  "mo",
  "wk",
  "%",
])

/** The unit as it is compared, a machine's word for it undone; null for figures that are not compared. */
function comparedUnit({ unit, low, high }: Figure, { rules }: CollatedReport): string | null {
  if (unit === null || unlikeUnits.has(unit) || (low === null && high === null)) return null
  const stem = wordStem(unit.toLowerCase())
  const rule = rules.find(({ to }) => wordStem(to.toLowerCase()) === stem)
  return rule ? wordStem(rule.from.toLowerCase()) : /^[A-Z]{3}$/.test(unit) ? unit : stem
}

function figureClaim(collated: CollatedReport, figure: Figure): FigureClaim {
  const { article } = collated.report
  const { start, end, low, high } = figure
  return {
    report: article.id,
    start,
    end,
    key: `${low} ${high}`,
    printed: article.text.slice(start, end),
    near: nearWords(collated, figure, figure.unit),
    event: null,
    figure,
    published: article.modified ?? article.published,
  }
}

/** What is counted, and by which words. */
function aboutOf(claims: readonly FigureClaim[]): string {
  const counted = claims.map(({ figure }) => figure.unit!).sort(compareStrings)[0]!
  const shared = sharedWords(claims, 3).filter(
    (word) => wordStem(word) !== wordStem(counted) && !isScale(word),
  )
  return [counted, ...shared].join(", ")
}

function isScale(word: string): boolean {
  return /^(?:hundred|thousand|million|billion|trillion)s?$/.test(word)
}

type Explanation = Pick<Disagreement, "explained" | "note">

/** Why the figures may differ, the first reason that fits. */
function explanation(claims: readonly FigureClaim[], lineage: Lineage, textOf: DistinctTexts): Explanation {
  if (claims.some((a) => claims.some((b) => isRounded(a.figure, b.figure))))
    return { explained: "rounding", note: "One figure is the other rounded." }
  const bounded = claims.every((a) =>
    claims.every((b) => a.key === b.key || canBothBeTrue(a.figure, b.figure)),
  )
  if (bounded) return { explained: "bound", note: "Both can be true: one is a bound that holds the other." }
  if (isLaterUpdate(claims))
    return { explained: "later-update", note: "The later reports print the later figure." }
  if (isCopyingError(claims, lineage, textOf))
    return { explained: "copying-error", note: "The figure differs inside a passage that the reports share." }
  return { explained: null, note: null }
}

function canBothBeTrue(a: Figure, b: Figure): boolean {
  const low = Math.max(a.low ?? Number.NEGATIVE_INFINITY, b.low ?? Number.NEGATIVE_INFINITY)
  const high = Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY)
  return low <= high
}

/** "4.2 million" and "about 4 million": `rounder` has fewer telling digits, and the other rounds to it. */
function isRounded(rounder: Figure, other: Figure): boolean {
  const [a, b] = [rounder.value, other.value]
  if (
    a === null ||
    b === null ||
    a === b ||
    a === 0 ||
    /more|least|over|fewer|less|under|up to|most/.test(rounder.qualifier ?? "")
  )
    return false
  const digits = tellingDigits(a)
  return digits < tellingDigits(b) && digits <= 2 && Number(b.toPrecision(digits)) === a
}

function tellingDigits(value: number): number {
  return value.toExponential().replace(/e.*$/, "").replace(/[.-]/g, "").length
}

/** So many pairs of reports must have the greater figure after the smaller one. */
const laterShare = 0.8

/** The greater figures were published after the smaller ones, as far as the reports are dated. */
function isLaterUpdate(claims: readonly FigureClaim[]): boolean {
  const dated = claims.filter(({ published, figure }) => published !== null && figure.value !== null)
  let [later, all] = [0, 0]
  for (const a of dated)
    for (const b of dated) {
      if (a.figure.value! >= b.figure.value!) continue
      all++
      const length = Math.min(a.published!.length, b.published!.length)
      if (a.published!.slice(0, length) < b.published!.slice(0, length)) later++
    }
  return all > 0 && later >= laterShare * all
}

/** One distinct text prints the figure otherwise, inside a passage that it shares with the rest. */
function isCopyingError(claims: readonly FigureClaim[], lineage: Lineage, textOf: DistinctTexts): boolean {
  const alone = new Set(
    valuesOf(claims, textOf)
      .filter(({ distinct }) => distinct === 1)
      .flatMap(({ evidence }) => evidence.map(({ report }) => report)),
  )
  return lineage.links.some(({ a, b, passages }) =>
    claims.some(
      (x) =>
        x.report === a &&
        claims.some(
          (y) =>
            y.report === b &&
            x.key !== y.key &&
            alone.has(a) !== alone.has(b) &&
            passages.some((passage) => spansOverlap(passage.a, x) && spansOverlap(passage.b, y)),
        ),
    ),
  )
}
