import { spansOverlap } from "../../base/index.ts"
import type { Figure } from "../../language/index.ts"
import type { Lineage } from "../../reuse/index.ts"
import type { Disagreement } from "../apparatus.ts"
import type { DistinctTexts } from "../distinct-texts.ts"
import { type CollatedReport, isLeftOut, sentenceAt } from "../utterances.ts"
import { wordStem } from "../word-weight.ts"
import { commonest, figurePhrase, type ReadableClaim } from "./claim-phrases.ts"
import { type Claim, headOf, isSense, nearWords, printedByAll, valuesOf } from "./claims.ts"
import { type Setting, settingOf } from "./setting.ts"
import { isVague } from "./setting-words.ts"
import { disputedClaims, type PlacedClaim } from "./value-groups.ts"

interface FigureClaim extends PlacedClaim, ReadableClaim {
  readonly figure: Figure
  readonly published: string | null
}

/** Plain words in common that make two figures one count. */
const nearMin = 1.5
/** Sums and measures stand by many things in one story, and must have more in common to be of one. */
const measureNearMin = 3
/** Figures further apart than this many times are of two things. */
const ratioMax = 4

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
      const claim = figureClaim(collated, figure, unit)
      const known = byUnit.get(unit)
      if (known) known.push(claim)
      else byUnit.set(unit, [claim])
    }
  return [...byUnit].flatMap(([unit, claims]) =>
    disputedClaims(claims, isMeasure(unit) ? measureNearMin : nearMin, areTwoNumbers, textOf).flatMap(
      (disputed): readonly Disagreement[] => {
        const { explained, note } = explanation(disputed, lineage, textOf)
        const noun = countedNoun(disputed)
        const about = figurePhrase(disputed, noun)
        // What no words in common tell of is not known to be one thing.
        if (about === null) return []
        const values = valuesOf(disputed, textOf, (same) => countedValue(same, noun))
        return [{ about, kind: "figure", values, explained, note }]
      },
    ),
  )
}

/** An ISO 4217 or a UCUM code in brackets; a counted noun has neither form. */
function isMeasure(unit: string): boolean {
  return /^(?:[A-Z]{3}|\[.*\]|k?m|cm|mm|k?g|t)$/.test(unit)
}

function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit)
}

/** "About 900" and "900" are one number; 2 and 100 are hardly two tellings of one count. */
function areTwoNumbers(one: FigureClaim, other: FigureClaim): boolean {
  const [a, b] = [one.figure, other.figure]
  // "Dozens" and "47" are one count, told less and more exactly.
  if ((isVague(one.printed) || isVague(other.printed)) && canBothBeTrue(a, b)) return false
  const [x, y] = [sizeOf(a), sizeOf(b)]
  if (x > 0 && y > 0 && Math.max(x, y) > ratioMax * Math.min(x, y)) return false
  if (a.value !== null || b.value !== null) return a.value !== b.value
  return a.low !== b.low || a.high !== b.high
}

function sizeOf({ value, low, high }: Figure): number {
  return value ?? low ?? high ?? 0
}

/** Units that measure time or share, and so stand by too many things to compare. */
const unlikeUnits = new Set([
  "season",
  "decade",
  "night",
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
  "percentage point",
])

/** The unit as it is compared, a machine's word for it undone; null for figures that are not compared. */
function comparedUnit({ unit, low, high }: Figure, { rules }: CollatedReport): string | null {
  if (unit === null || unlikeUnits.has(unit) || (low === null && high === null)) return null
  const stem = wordStem(unit.toLowerCase())
  const rule = rules.find(({ to }) => wordStem(to.toLowerCase()) === stem)
  return rule ? wordStem(rule.from.toLowerCase()) : /^[A-Z]{3}$/.test(unit) ? unit : stem
}

function figureClaim(collated: CollatedReport, figure: Figure, unit: string): FigureClaim {
  const { article } = collated.report
  const { start, end, low, high } = figure
  let setting: Setting | null = null
  return {
    report: article.id,
    start,
    end,
    key: `${low} ${high}`,
    printed: article.text.slice(start, end),
    near: [
      ...nearWords(collated, figure, figure.unit).filter(
        ({ distance }) => distance > 0 || !isMeasure(unit) || isCurrency(unit),
      ),
      ...(figure.unit !== null && isMeasure(figure.unit) ? headOf(collated, figure) : []),
    ],
    event: null,
    setting: () => (setting ??= settingOf(collated, figure, unit)),
    collated,
    figure,
    published: article.modified ?? article.published,
  }
}

/** What is counted, in the plural where some report prints it so; null where the unit is money or a measure. */
function countedNoun(claims: readonly FigureClaim[]): string | null {
  const nouns = claims.flatMap(({ printed, figure }) => {
    const noun = /\p{L}[\p{L}\p{M}’'-]*$/u.exec(printed)?.[0]
    return noun && isNounOf(noun, figure.unit!) ? [{ noun, one: figure.value === 1 }] : []
  })
  const several = nouns.filter(({ one }) => !one)
  return commonest((several.length > 0 ? several : nouns).map(({ noun }) => noun.toLowerCase()))
}

/** "people" counts a person, "passengers" a passenger; "km" and "euros" are units. */
function isNounOf(noun: string, unit: string): boolean {
  return unit.length > 2 && unit === unit.toLowerCase() && (isPeople(noun, unit) || isLikeStem(noun, unit))
}

function isPeople(noun: string, unit: string): boolean {
  return unit === "person" && noun.toLowerCase() === "people"
}

/** "ferries" and "ferry", "women" and "woman" differ in their ends only. */
function isLikeStem(noun: string, unit: string): boolean {
  const [a, b] = [wordStem(noun.toLowerCase()), wordStem(unit)]
  const length = Math.max(2, Math.min(a.length, b.length) - 2)
  return a.slice(0, length) === b.slice(0, length)
}

/** The words that all print; where those are a bare number, it is told with what it counts. */
function countedValue(same: readonly Claim[], noun: string | null): string {
  const common = printedByAll(same)
  return noun === null || /\p{L}/u.test(common.replace(scaleWords, "")) ? common : `${common} ${noun}`
}

const scaleWords = /\b(?:hundred|thousand|million|billion|trillion)s?\b/gi

type Explanation = Pick<Disagreement, "explained" | "note">

/** Why the figures may differ, the first reason that fits. */
function explanation(claims: readonly FigureClaim[], lineage: Lineage, textOf: DistinctTexts): Explanation {
  const areRounded = (a: FigureClaim, b: FigureClaim): boolean =>
    isRounded(a.figure, b.figure) || isRounded(b.figure, a.figure)
  const everyPair = (holds: (a: FigureClaim, b: FigureClaim) => boolean): boolean =>
    claims.every((a) => claims.every((b) => a.key === b.key || holds(a, b)))
  if (
    claims.some((a) => claims.some((b) => areRounded(a, b))) &&
    everyPair((a, b) => areRounded(a, b) || canBothBeTrue(a.figure, b.figure))
  )
    return { explained: "rounding", note: "One figure is the other rounded." }
  if (everyPair((a, b) => canBothBeTrue(a.figure, b.figure)))
    return { explained: "bound", note: "Both can be true: one is a bound that holds the other." }
  if (areOfTwoScopes(claims))
    return { explained: "scope", note: "One figure is said of the whole, the other of a part." }
  if (
    claims.every(({ near }) => near.some(({ stem }) => isSense(stem) || growing.has(stem))) &&
    isLaterUpdate(claims)
  )
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

/** Counts that grow as an event goes on, beside those of the dead, the hurt and the like. Stems. */
const growing = new Set(
  "rescu destroi destroy damag leak infect collaps flood burn found confirm case rais".split(" "),
)

const scopeWords =
  /\b(?:alone|worldwide|globally|nationwide|statewide|countrywide|overall|altogether|in total|across (?:all|its|the (?:country|nation|world|continent|network|group|board))|in all)\b/iu

/** Every report of one value says that it is of the whole or of a part, and none of another value does. */
function areOfTwoScopes(claims: readonly FigureClaim[]): boolean {
  const scoped = new Map<string, Set<boolean>>()
  for (const claim of claims) {
    const known = scoped.get(claim.key) ?? new Set()
    scoped.set(claim.key, known.add(scopeWords.test(sentenceOf(claim))))
  }
  const kinds = [...scoped.values()]
  return kinds.every((kind) => kind.size === 1) && new Set(kinds.map((kind) => kind.has(true))).size > 1
}

function sentenceOf({ collated, start }: FigureClaim): string {
  const { article, analysis } = collated.report
  const sentence = analysis.sentences[sentenceAt(analysis.sentences, start)]
  return sentence ? article.text.slice(sentence.start, sentence.end) : ""
}

/** So many pairs of reports must have the greater figure after the smaller one; those of one day or minute tell nothing. */
const laterShare = 0.8

/** The greater figures were published after the smaller ones, as far as the reports are dated. */
function isLaterUpdate(claims: readonly FigureClaim[]): boolean {
  const dated = claims.filter(({ published, figure }) => published !== null && figure.value !== null)
  let [later, all] = [0, 0]
  for (const a of dated)
    for (const b of dated) {
      const length = Math.min(a.published!.length, b.published!.length)
      const [from, to] = [a.published!.slice(0, length), b.published!.slice(0, length)]
      if (a.figure.value! >= b.figure.value! || from === to) continue
      all++
      if (from < to) later++
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
