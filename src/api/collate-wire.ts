import { fail, ok, type Result } from "../base/index.ts"
import { type Collation, type Witness, type WitnessToken, witnessTokens } from "../collation/index.ts"

/** Why an input is no witness. */
export interface WitnessFailure {
  readonly kind: string
  readonly message: string
}

/** One line of `variorum collate`: `{id, text}`. */
export function decodeWitness(
  json: unknown,
): Result<{ readonly id: string; readonly text: string }, WitnessFailure> {
  const { id, text } = fieldsOf(json)
  const name = typeof id === "number" ? String(id) : id
  if (typeof name !== "string" || name === "")
    return fail({ kind: "bad-input", message: "id is not a string" })
  if (typeof text !== "string") return fail({ kind: "bad-input", message: "text is not a string" })
  return ok({ id: name, text })
}

/** The three answers of `variorum collate`, in the order printed. Lengths and shares are cut to four decimals. */
export function* collationLines(collation: Collation): Generator<object> {
  yield {
    type: "table",
    witnesses: collation.witnesses.map((witness) => witness.id),
    rows: collation.rows,
    moved: collation.moved,
  }
  const { edges, root } = collation.tree
  yield {
    type: "tree",
    edges: edges.map(({ from, to, length }) => ({ from, to, length: rounded(length) })),
    root,
  }
  yield {
    type: "text",
    text: collation.text,
    support: collation.textTokens.map((token) => rounded(token.support)),
  }
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

/**
 * CollateX's JSON input: `{witnesses: [{id, content} | {id, tokens: [{t, n?}]}]}`. A token's `t` is kept whole, with
 * the white space after it; `n`, or `t` trimmed and in lower case, is what it is matched by.
 */
export function decodeCollatex(json: unknown): Result<readonly Witness[], WitnessFailure> {
  const { witnesses } = fieldsOf(json)
  if (!Array.isArray(witnesses)) return fail({ kind: "bad-input", message: "witnesses is not a list" })
  const decoded: Witness[] = []
  const seen = new Set<string>()
  for (const witness of witnesses as readonly unknown[]) {
    const { id, content, tokens } = fieldsOf(witness)
    if (typeof id !== "string" || id === "" || seen.has(id))
      return fail({ kind: "bad-input", message: "each witness needs an id of its own" })
    seen.add(id)
    if (typeof content === "string") decoded.push({ id, tokens: witnessTokens(content) })
    else {
      const own = Array.isArray(tokens) ? (tokens as readonly unknown[]).map(collatexToken) : [null]
      if (own.includes(null))
        return fail({ kind: "bad-input", message: `witness ${id} has neither content nor tokens with t` })
      decoded.push({ id, tokens: own.filter((token) => token !== null) })
    }
  }
  return ok(decoded)
}

function collatexToken(json: unknown): WitnessToken | null {
  const { t, n } = fieldsOf(json)
  if (typeof t !== "string") return null
  const form = typeof n === "string" ? n : t.trim().toLowerCase()
  const kind = /\p{L}/u.test(form) ? "word" : /\p{Nd}/u.test(form) ? "number" : "mark"
  return { text: t, form, kind, gap: "" }
}

/** CollateX's JSON output: `table` holds, for each row, for each witness, a list of tokens, empty for none. */
export function encodeCollatex(collation: Collation): object {
  const next = collation.witnesses.map(() => 0)
  return {
    witnesses: collation.witnesses.map((witness) => witness.id),
    table: collation.rows.map((row) =>
      row.map((text, w) => {
        if (text === null) return []
        const token = collation.witnesses[w]!.tokens[next[w]!]!
        next[w] = next[w]! + 1
        return [{ t: token.text, n: token.form }]
      }),
    ),
  }
}

function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {}
}
