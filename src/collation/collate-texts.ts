import type { WitnessTree } from "../reuse/index.ts"
import { alignCheapest } from "./align-witnesses.ts"
import { type ArchetypeToken, archetypeOf } from "./archetype.ts"
import { type MovedPart, movedParts } from "./moved-parts.ts"
import { familyWeights, rowDistances, tableTree } from "./table-tree.ts"
import { type Witness, witnessTokens } from "./witness.ts"

/** One text in many copies, side by side. */
export interface Collation {
  readonly witnesses: readonly Witness[]
  /** A column a witness, in the order of `witnesses`. Never a row of nulls. */
  readonly rows: readonly (readonly (string | null)[])[]
  readonly moved: readonly MovedPart[]
  readonly tree: WitnessTree
  /** The wording best supported; near copies are one witness. */
  readonly text: string
  /** The tokens of `text`, each with its row and its support. */
  readonly textTokens: readonly ArchetypeToken[]
}

/** Collates plain texts. The same rows whatever their order; only the columns follow it. */
export function collateTexts(texts: readonly { readonly id: string; readonly text: string }[]): Collation {
  return collateWitnesses(texts.map(({ id, text }) => ({ id, tokens: witnessTokens(text) })))
}

/** Collates texts that were made into tokens before. */
export function collateWitnesses(witnesses: readonly Witness[]): Collation {
  const aligned = alignCheapest(witnesses.map((witness) => witness.tokens))
  const distance = rowDistances(witnesses, aligned)
  const weights = familyWeights(witnesses.length, distance)
  const tokens = archetypeOf(witnesses, aligned, weights)
  return {
    witnesses,
    rows: aligned.rows.map((row) =>
      Array.from(row, (token, w) => (token < 0 ? null : witnesses[w]!.tokens[token]!.text)),
    ),
    moved: movedParts(witnesses, aligned),
    tree: tableTree(witnesses, distance),
    text: tokens.map((token, at) => (at === 0 ? "" : token.gap) + token.text).join(""),
    textTokens: tokens,
  }
}
