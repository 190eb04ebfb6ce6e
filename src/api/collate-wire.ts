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
 * CollateX's JSON: its input, `{witnesses: [{id, content} | {id, tokens: [{t, n?, …}]}]}`, or a table that it has
 * written, in Java (`[]` for nothing, a list a row) or in Python (`null`, a list a witness). A token is matched by its
 * `n`, or by its `t` trimmed and in lower case; white space at its ends is white space between words.
 */
export function decodeCollatex(json: unknown): Result<readonly Witness[], WitnessFailure> {
  const { witnesses, table } = fieldsOf(json)
  if (!Array.isArray(witnesses)) return fail({ kind: "bad-input", message: "witnesses is not a list" })
  const asked: readonly unknown[] = Array.isArray(table) ? tableWitnesses(witnesses, table) : witnesses
  const decoded: Witness[] = []
  const seen = new Set<string>()
  for (const witness of asked) {
    const { id, content, tokens } = fieldsOf(witness)
    if (typeof id !== "string" || id === "" || seen.has(id))
      return fail({ kind: "bad-input", message: "each witness needs an id of its own" })
    seen.add(id)
    const own =
      typeof content === "string"
        ? witnessTokens(content)
        : Array.isArray(tokens)
          ? collatexTokens(tokens)
          : null
    if (own === null)
      return fail({ kind: "bad-input", message: `witness ${id} has neither content nor tokens with t` })
    decoded.push({ id, tokens: own })
  }
  return ok(decoded)
}

/** The witnesses of a table, with the tokens of their cells. A table that could lie either way is read a list a row. */
function tableWitnesses(ids: readonly unknown[], table: readonly unknown[]): readonly unknown[] {
  const lines = table.map((line) => (Array.isArray(line) ? (line as readonly unknown[]) : []))
  const isByWitness =
    lines.length === ids.length && lines.some((line) => line.length !== ids.length || line.includes(null))
  return ids.map((id, w) => {
    const cells = isByWitness ? lines[w]! : lines.map((line) => line[w])
    return { id, tokens: cells.flatMap((cell) => (Array.isArray(cell) ? (cell as readonly unknown[]) : [])) }
  })
}

/** A token as it was given, with what else its maker noted on it. */
interface CollatexToken extends WitnessToken {
  readonly given: Readonly<Record<string, unknown>>
}

function collatexTokens(list: readonly unknown[]): readonly CollatexToken[] | null {
  const tokens: CollatexToken[] = []
  let gap = ""
  for (const json of list) {
    const given = typeof json === "string" ? { t: json } : fieldsOf(json)
    const { t, n } = given
    if (typeof t !== "string") return null
    const text = t.trim()
    const form = typeof n === "string" ? n : text.toLowerCase()
    const kind = /\p{L}/u.test(form) ? "word" : /\p{Nd}/u.test(form) ? "number" : "mark"
    tokens.push({ text, form, kind, gap: gap + t.slice(0, t.length - t.trimStart().length), given })
    gap = text === "" ? "" : t.slice(t.trimEnd().length)
  }
  return tokens
}

/**
 * CollateX's JSON output: `table` holds, for each row, for each witness, a list of tokens, empty for none. Tokens that
 * were given are given back; others end with the white space that follows them.
 */
export function encodeCollatex({ witnesses, rows }: Collation): object {
  const next = witnesses.map(() => 0)
  return {
    witnesses: witnesses.map((witness) => witness.id),
    table: rows.map((row) =>
      row.map((text, w) => {
        if (text === null) return []
        const at = next[w]!++
        const token = witnesses[w]!.tokens[at]!
        if (isGiven(token)) return [{ ...token.given, n: token.form }]
        return [{ t: token.text + (witnesses[w]!.tokens[at + 1]?.gap ?? ""), n: token.form }]
      }),
    ),
  }
}

function isGiven(token: WitnessToken): token is CollatexToken {
  return "given" in token
}

function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {}
}
