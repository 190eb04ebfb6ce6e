import { alignWitnesses } from "./align-witnesses.ts"
import { type ArchetypeToken, archetypeOf } from "./archetype.ts"
import { type MovedPart, movedParts } from "./moved-parts.ts"
import { type Witness, witnessTokens } from "./witness.ts"

/** One text in many copies, side by side. */
export interface Collation {
  readonly witnesses: readonly Witness[]
  /** A column a witness, in the order of `witnesses`. Never a row of nulls. */
  readonly rows: readonly (readonly (string | null)[])[]
  readonly moved: readonly MovedPart[]
  /** The wording best supported; equal copies are one witness. */
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
  const aligned = alignWitnesses(witnesses.map((witness) => witness.tokens))
  const tokens = archetypeOf(witnesses, aligned, copyWeights(witnesses))
  return {
    witnesses,
    rows: aligned.rows.map((row) =>
      Array.from(row, (token, w) => (token < 0 ? null : witnesses[w]!.tokens[token]!.text)),
    ),
    moved: movedParts(witnesses, aligned),
    text: tokens.map((token, at) => (at === 0 ? "" : token.gap) + token.text).join(""),
    textTokens: tokens,
  }
}

/** One for each distinct text, shared among its copies. */
function copyWeights(witnesses: readonly Witness[]): readonly number[] {
  const keys = witnesses.map((witness) => witness.tokens.map((token) => token.form).join("\u0000"))
  const copies = new Map<string, number>()
  for (const key of keys) copies.set(key, (copies.get(key) ?? 0) + 1)
  return keys.map((key) => 1 / copies.get(key)!)
}
