/** A tokenizer of the WordPiece kind (Schuster and Nakajima 2012; as in BERT), with the place of each piece kept. */
export interface PieceVocabulary {
  readonly ids: ReadonlyMap<string, number>
  readonly lowercases: boolean
}

/** Pieces in order, column by column. Offsets are UTF-16 code units of the text. */
export interface Pieces {
  readonly ids: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** True for the first piece of a word: labels are read there. */
  readonly opens: readonly boolean[]
}

/** A longer word is unknown as a whole, as in the original. */
const wordUnitsMax = 100

/**
 * The pieces of `text` between `start` and `end`: white space parts words, each mark and ideograph is one; a word is cut
 * into the longest pieces known, from its front. Cost: quadratic in a word's length, which has a limit.
 */
export function wordPieces(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  vocabulary: PieceVocabulary,
): Pieces {
  const pieces = { ids: [] as number[], starts: [] as number[], ends: [] as number[], opens: [] as boolean[] }
  const pattern = /[\p{P}\p{S}\p{Script=Han}]|[^\s\p{P}\p{S}\p{Script=Han}]+/gu
  pattern.lastIndex = start
  for (let match = pattern.exec(text); match !== null && match.index < end; match = pattern.exec(text))
    addWord(match[0], match.index, vocabulary, pieces)
  return pieces
}

function addWord(
  word: string,
  at: number,
  { ids, lowercases }: PieceVocabulary,
  pieces: { ids: number[]; starts: number[]; ends: number[]; opens: boolean[] },
): void {
  const unknown = ids.get("[UNK]") ?? 0
  const folded = lowercases ? foldedUnits(word) : [...word].map((letter) => letter)
  const widths = [...word].map((letter) => letter.length)
  const found: { id: number; from: number; to: number }[] = []
  for (let from = 0; from < folded.length && word.length <= wordUnitsMax; ) {
    let to = folded.length
    let id: number | undefined
    while (to > from && id === undefined) {
      id = ids.get((from > 0 ? "##" : "") + folded.slice(from, to).join(""))
      if (id === undefined) to--
    }
    if (id === undefined) break
    found.push({ id, from, to })
    from = to
  }
  const isWhole = found.at(-1)?.to === folded.length
  const parts = isWhole ? found : [{ id: unknown, from: 0, to: folded.length }]
  let place = at
  let letter = 0
  for (const { id, from, to } of parts) {
    while (letter < from) place += widths[letter++]!
    pieces.ids.push(id)
    pieces.starts.push(place)
    while (letter < to) place += widths[letter++]!
    pieces.ends.push(place)
    pieces.opens.push(from === 0)
  }
}

/** Each letter in lower case and without its accents, so that letters keep their places. */
function foldedUnits(word: string): readonly string[] {
  return [...word].map((letter) =>
    letter
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, ""),
  )
}
