import type { AlignedRows } from "./align-witnesses.ts"
import type { Witness } from "./witness.ts"

/** A run of words that a witness prints at another place than most. */
export interface MovedPart {
  readonly witness: string
  /** The row where the run begins in the other witnesses, and the one where it begins in this. */
  readonly fromRow: number
  readonly toRow: number
  /** Tokens. */
  readonly length: number
}

/** A form that stands in more rows than this is too common to tell a move by. */
const rowsOfFormMax = 12
/** The most partners looked at for one word. */
const partnersMax = 6

/**
 * Words that a witness prints in a row of its own while others print the same run elsewhere. At least two words, or
 * one of three letters that stands in just these two rows. Of two rows, the one that more witnesses print is where the
 * run was moved from; of equals the earlier. In the order of witnesses, then of rows.
 */
export function movedParts(witnesses: readonly Witness[], { rows }: AlignedRows): readonly MovedPart[] {
  const { rowOf, standing } = places(witnesses, rows)
  const moved: MovedPart[] = []
  witnesses.forEach((witness, w) => {
    for (let at = 0; at < witness.tokens.length; ) {
      const run = runElsewhere(w, at)
      if (run) moved.push(run)
      at += run?.length ?? 1
    }
  })
  return moved

  function runElsewhere(w: number, at: number): MovedPart | null {
    const { form, kind } = witnesses[w]!.tokens[at]!
    // An empty bracket is a word with the form of a mark of omission.
    const found = kind === "mark" ? undefined : standing.get(form)
    if (!found || found.size < 2 || found.size > rowsOfFormMax) return null
    const toRow = rowOf[w]![at]!
    const support = found.get(toRow)!.length
    let best: MovedPart | null = null
    for (const [fromRow, printers] of [...found].sort((a, b) => a[0] - b[0])) {
      const original = printers.length > support || (printers.length === support && fromRow < toRow)
      if (fromRow === toRow || printers.includes(w) || !original) continue
      for (const v of distinctPrinters(printers)) {
        const length = commonRun(w, at, v, rows[fromRow]![v]!)
        if (length > (best?.length ?? 0) && tellsOfMove(w, at, length, found.size))
          best = { witness: witnesses[w]!.id, fromRow, toRow, length }
      }
    }
    return best
  }

  /** A few of the printers, chosen by what they print and not by their place among the witnesses. */
  function distinctPrinters(printers: readonly number[]): readonly number[] {
    if (printers.length <= partnersMax) return printers
    const longest = [...printers].sort((a, b) => witnesses[b]!.tokens.length - witnesses[a]!.tokens.length)
    return longest.slice(0, partnersMax)
  }

  function commonRun(w: number, at: number, v: number, other: number): number {
    const mine = witnesses[w]!.tokens
    const theirs = witnesses[v]!.tokens
    let length = 0
    while (
      at + length < mine.length &&
      other + length < theirs.length &&
      mine[at + length]!.form === theirs[other + length]!.form &&
      rowOf[w]![at + length] !== rowOf[v]![other + length]
    )
      length++
    return length
  }

  function tellsOfMove(w: number, at: number, length: number, rowsOfForm: number): boolean {
    let words = 0
    for (let i = at; i < at + length; i++) if (witnesses[w]!.tokens[i]!.kind !== "mark") words++
    return words >= 2 || (rowsOfForm === 2 && witnesses[w]!.tokens[at]!.form.length >= 3)
  }
}

/** For each token of each witness its row; for each word the rows it stands in, with the witnesses that print it there. */
function places(
  witnesses: readonly Witness[],
  rows: readonly Int32Array[],
): { readonly rowOf: readonly Int32Array[]; readonly standing: ReadonlyMap<string, Map<number, number[]>> } {
  const rowOf = witnesses.map((witness) => new Int32Array(witness.tokens.length))
  const standing = new Map<string, Map<number, number[]>>()
  for (const [at, row] of rows.entries()) {
    let lastForm: string | null = null
    let printers: number[] = []
    for (let w = 0; w < row.length; w++) {
      const token = row[w]!
      if (token < 0) continue
      rowOf[w]![token] = at
      const { form, kind } = witnesses[w]!.tokens[token]!
      if (kind === "mark") continue
      if (form !== lastForm) printers = printersOf(standing, form, at)
      lastForm = form
      printers.push(w)
    }
  }
  return { rowOf, standing }
}

function printersOf(standing: Map<string, Map<number, number[]>>, form: string, row: number): number[] {
  let rows = standing.get(form)
  if (!rows) standing.set(form, (rows = new Map()))
  let printers = rows.get(row)
  if (!printers) rows.set(row, (printers = []))
  return printers
}
