import type { ReadingToken } from "./reading-tokens.ts"

/** Readings of the same words, as one voice that knows for which texts it speaks. */
export interface Ballot {
  readonly tokens: readonly ReadingToken[]
  /** Offsets in its text where one of its parts ends and the next begins. */
  readonly joints: readonly number[]
  /** How many readings print it in each family of reprints of each distinct text. */
  readonly texts: ReadonlyMap<number, ReadonlyMap<number, number>>
  readonly trust: number
  /** The report sets the words apart as another's. */
  readonly setApart: boolean
  /** Earlier is the better of two equals; null after all. */
  readonly published: string | null
}

/** What stands in one row of an alignment of ballots. */
export interface RowTally {
  /** By form, null for the absence of a word. */
  readonly forms: ReadonlyMap<string | null, FormSupport>
  /** For each ballot: its form, null where it has no word, undefined where it says nothing of this row. */
  readonly said: readonly (string | null | undefined)[]
}

export interface FormSupport {
  /** Each distinct text has the trust of its readings to give, shared among its families, and by each among forms. */
  readonly weight: number
  readonly witnesses: number
  readonly distinct: number
  /** Some reading that prints it sets its words apart. */
  readonly setApart: boolean
}

/**
 * Counts the rows. A ballot says nothing of rows before its first word and after its last, nor of those that it leaves
 * out at an omission or between two parts, nor of an editor's own words.
 */
export function tallyRows(rows: readonly Int32Array[], ballots: readonly Ballot[]): readonly RowTally[] {
  const said = rows.map(() => new Array<string | null | undefined>(ballots.length).fill(undefined))
  ballots.forEach((ballot, b) => {
    let before = -1
    let beforeRow = -1
    rows.forEach((row, at) => {
      const token = row[b]!
      if (token < 0) return
      const silent = before < 0 || isOpenGap(ballot, before, token)
      if (!silent) for (let between = beforeRow + 1; between < at; between++) said[between]![b] = null
      if (!ballot.tokens[token]!.editorial) said[at]![b] = ballot.tokens[token]!.form
      before = token
      beforeRow = at
    })
  })
  return said.map((row) => ({ forms: supportOfForms(row, ballots), said: row }))
}

function isOpenGap({ tokens, joints }: Ballot, before: number, after: number): boolean {
  const [a, b] = [tokens[before]!, tokens[after]!]
  return a.editorial || b.editorial || joints.some((joint) => a.end <= joint && joint <= b.start)
}

/** What one text says: by family how many readings print each form, and by form the best of its readings. */
interface TextSupport {
  readonly families: Map<number, Map<string | null, number>>
  readonly forms: Map<string | null, { readonly trust: number; readonly setApart: boolean }>
}

/** The support of each form, given what every ballot says; undefined says nothing. */
export function supportOfForms(
  row: readonly (string | null | undefined)[],
  ballots: readonly Ballot[],
): ReadonlyMap<string | null, FormSupport> {
  const forms = new Map<string | null, FormSupport>()
  for (const { families, forms: said } of textSupports(row, ballots))
    for (const [form, { trust, setApart }] of said) {
      let [share, witnesses] = [0, 0]
      for (const counts of families.values()) {
        const count = counts.get(form) ?? 0
        let total = 0
        for (const other of counts.values()) total += other
        share += count / total
        witnesses += count
      }
      const known = forms.get(form) ?? { weight: 0, witnesses: 0, distinct: 0, setApart: false }
      forms.set(form, {
        weight: known.weight + (trust * share) / families.size,
        witnesses: known.witnesses + witnesses,
        distinct: known.distinct + 1,
        setApart: known.setApart || setApart,
      })
    }
  return forms
}

/** In the order of the texts' numbers. */
function textSupports(
  row: readonly (string | null | undefined)[],
  ballots: readonly Ballot[],
): readonly TextSupport[] {
  const byText = new Map<number, TextSupport>()
  row.forEach((form, b) => {
    if (form === undefined) return
    const { texts, trust, setApart } = ballots[b]!
    for (const [text, families] of texts) {
      const known = byText.get(text) ?? { families: new Map(), forms: new Map() }
      byText.set(text, known)
      const best = known.forms.get(form)
      known.forms.set(form, {
        trust: Math.max(best?.trust ?? 0, trust),
        setApart: (best?.setApart ?? false) || setApart,
      })
      for (const [family, count] of families) {
        const counts = known.families.get(family) ?? new Map<string | null, number>()
        known.families.set(family, counts.set(form, (counts.get(form) ?? 0) + count))
      }
    }
  })
  return [...byText].sort((a, b) => a[0] - b[0]).map(([, support]) => support)
}
