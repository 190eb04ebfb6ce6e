import type { Archive } from "./open-archive.ts"

/** A capture of an address, as something outside of the archive names it; null where it does not say. */
export interface NamedCapture {
  readonly recordId: string | null
  readonly address: string | null
  /** ISO 8601; the seconds count, and no more. */
  readonly at: string | null
}

/**
 * For each of `named` the place of the capture in the archive, or null where there is none; of several the first kept.
 * Cost: one look at every entry of the archive, however many are asked for.
 */
export async function findCaptures(
  { database }: Archive,
  named: readonly NamedCapture[],
): Promise<readonly (number | null)[]> {
  const places = new Map<string, number | null>(named.flatMap(keysOf).map((key) => [key, null]))
  if (places.size === 0) return named.map(() => null)
  const entries = database.iterate(
    `SELECT seq, name, captured_at, record_id FROM capture
      WHERE kind = 'url' AND seq NOT IN (SELECT seq FROM tombstone) ORDER BY seq`,
  )
  for await (const { seq, name, captured_at, record_id } of entries) {
    const [recordId, at] = [record_id, captured_at].map((value) => (value === null ? null : String(value)))
    for (const key of keysOf({ recordId: recordId!, address: String(name), at: at! }))
      if (places.get(key) === null) places.set(key, Number(seq))
  }
  return named.map((one) => keysOf(one).flatMap((key) => places.get(key) ?? [])[0] ?? null)
}

function keysOf({ recordId, address, at }: NamedCapture): readonly string[] {
  return [
    ...(recordId === null ? [] : [`id ${recordId}`]),
    ...(address === null || at === null ? [] : [`at ${at.slice(0, 19)} ${address}`]),
  ]
}
