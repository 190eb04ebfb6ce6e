import type { Neighbour } from "../../story/index.ts"
import type { Queryable } from "../database.ts"

const daysFrom = 20_000
const digestBits = 47n

/**
 * The number of a report's row: its day before its digest, so that rows come out newest first without being sorted.
 * Two reports of one day have the same number once in 10^14.
 */
export function searchRow({ day, digest }: Pick<Neighbour, "day" | "digest">): string {
  const days = BigInt(Math.min(65_535, Math.max(0, day + daysFrom)))
  return String((days << digestBits) | (BigInt(`0x${digest}`) >> (64n - digestBits)))
}

/** Puts the words of a report, parted by blanks, into the index. Gives the number of its row. */
export async function putWords(
  inside: Queryable,
  neighbour: Pick<Neighbour, "day" | "digest">,
  words: string,
): Promise<string> {
  const row = searchRow(neighbour)
  await inside.run(inside.words.search.put, [row, words])
  return row
}

export async function removeWords(
  inside: Queryable,
  neighbour: Pick<Neighbour, "day" | "digest">,
): Promise<void> {
  await inside.run(inside.words.search.remove, [searchRow(neighbour)])
}
