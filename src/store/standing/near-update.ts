import {
  type MeetingKey,
  type MeetingKeys,
  meetingDaysMax,
  meetingReach,
  nearnessMin,
} from "../../story/index.ts"
import { insertRows, placeholders, type Queryable, valuesMax } from "../database.ts"
import { unpacked } from "./packed.ts"

interface Holder {
  readonly day: number
  readonly digest: string
  readonly weight: number
}

/**
 * Puts a report among those it may meet. Adds to `touched` the digests of all whose nearness to another changed.
 * Cost: two look-ups of `meetingReach` rows for each key, whatever the archive holds.
 */
export async function addMeetings(inside: Queryable, one: MeetingKeys, touched: Set<string>): Promise<void> {
  const sums = new Map<string, number>()
  const parted = new PairSums()
  for (const key of one.keys) {
    const { before, after } = await holdersAround(inside, key, one.digest)
    for (const { digest, weight } of [...before, ...after])
      sums.set(digest, (sums.get(digest) ?? 0) + weight * key.weight)
    for (const [left, right] of atReach(before, after)) parted.add(left, right, left.weight * right.weight)
  }
  await insertRows(
    inside,
    "meeting",
    one.keys.map(({ key, day, weight }) => ({ key, day, digest: one.digest, weight })),
  )
  const near = [...sums].filter(([, millionths]) => millionths >= nearnessMin)
  await insertRows(
    inside,
    "near",
    near.flatMap(([other, millionths]) => [
      { a: one.digest, b: other, millionths },
      { a: other, b: one.digest, millionths },
    ]),
  )
  touched.add(one.digest)
  for (const [other] of near) touched.add(other)
  for (const { a, b, millionths } of await keptPairs(inside, parted.pairs()))
    await setNearness(inside, a, b, millionths - parted.of(a, b), touched)
}

/** Takes a report out from among those it met, as if it had never been there. */
export async function removeMeetings(
  inside: Queryable,
  digest: string,
  keys: readonly MeetingKey[],
  touched: Set<string>,
): Promise<void> {
  const met = new PairSums()
  for (const key of keys) {
    await inside.run("DELETE FROM meeting WHERE key = $1 AND day = $2 AND digest = $3", [
      key.key,
      key.day,
      digest,
    ])
    const { before, after } = await holdersAround(inside, key, digest)
    for (const [left, right] of atReach(before, after)) met.add(left, right, 0)
  }
  const near = await inside.query("SELECT b FROM near WHERE a = $1", [digest])
  await inside.run("DELETE FROM near WHERE a = $1", [digest])
  for (const { b } of near) {
    await inside.run("DELETE FROM near WHERE a = $1 AND b = $2", [String(b), digest])
    touched.add(String(b))
  }
  const keysOf = await keysByDigest(inside, met.digests())
  for (const [a, b] of met.pairs())
    await setNearness(inside, a, b, await nearnessOf(inside, keysOf.get(a)!, keysOf.get(b)!, a, b), touched)
}

/** The holders of a key on either side of where a report stands or would stand, the nearest first. */
async function holdersAround(
  inside: Queryable,
  { key, day }: MeetingKey,
  digest: string,
): Promise<{ readonly before: readonly Holder[]; readonly after: readonly Holder[] }> {
  const before = await inside.query(
    `SELECT day, digest, weight FROM meeting WHERE key = $1 AND (day, digest) < ($2, $3) AND day >= $4
      ORDER BY day DESC, digest DESC LIMIT ${meetingReach}`,
    [key, day, digest, day - meetingDaysMax],
  )
  const after = await inside.query(
    `SELECT day, digest, weight FROM meeting WHERE key = $1 AND (day, digest) > ($2, $3) AND day <= $4
      ORDER BY day, digest LIMIT ${meetingReach}`,
    [key, day, digest, day + meetingDaysMax],
  )
  const holder = (row: (typeof before)[number]): Holder => ({
    day: Number(row.day),
    digest: String(row.digest),
    weight: Number(row.weight),
  })
  return { before: before.map(holder), after: after.map(holder) }
}

/** The pairs that meet by a key when nobody stands in the middle, and don't when one does. */
function* atReach(before: readonly Holder[], after: readonly Holder[]): Generator<readonly [Holder, Holder]> {
  for (const [i, left] of before.entries()) {
    const right = after[meetingReach - 1 - i]
    if (right && right.day - left.day <= meetingDaysMax) yield [left, right]
  }
}

/** Sums by pair, in whichever order the two are given. */
class PairSums {
  readonly #sums = new Map<string, number>()

  add(x: Holder, y: Holder, millionths: number): void {
    const key = pairKey(x.digest, y.digest)
    this.#sums.set(key, (this.#sums.get(key) ?? 0) + millionths)
  }

  of(x: string, y: string): number {
    return this.#sums.get(pairKey(x, y)) ?? 0
  }

  pairs(): readonly (readonly [string, string])[] {
    return [...this.#sums.keys()].map((key) => key.split(" ") as [string, string])
  }

  digests(): readonly string[] {
    return [...new Set(this.pairs().flat())]
  }
}

function pairKey(x: string, y: string): string {
  return x < y ? `${x} ${y}` : `${y} ${x}`
}

async function keptPairs(
  inside: Queryable,
  pairs: readonly (readonly [string, string])[],
): Promise<readonly { readonly a: string; readonly b: string; readonly millionths: number }[]> {
  const kept: { a: string; b: string; millionths: number }[] = []
  const pairsMax = valuesMax / 2
  for (let at = 0; at < pairs.length; at += pairsMax) {
    const some = pairs.slice(at, at + pairsMax)
    const tuples = some.map((_, n) => `(${placeholders(2, 2 * n + 1)})`).join(", ")
    const sql = `SELECT a, b, millionths FROM near WHERE (a, b) IN (VALUES ${tuples})`
    for (const row of await inside.query(sql, some.flat()))
      kept.push({ a: String(row.a), b: String(row.b), millionths: Number(row.millionths) })
  }
  return kept
}

async function setNearness(
  inside: Queryable,
  a: string,
  b: string,
  millionths: number,
  touched: Set<string>,
): Promise<void> {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    if (millionths < nearnessMin) await inside.run("DELETE FROM near WHERE a = $1 AND b = $2", [from, to])
    else
      await inside.run(
        "INSERT INTO near (a, b, millionths) VALUES ($1, $2, $3) ON CONFLICT (a, b) DO UPDATE SET millionths = excluded.millionths",
        [from, to, millionths],
      )
  touched.add(a)
  touched.add(b)
}

async function keysByDigest(
  inside: Queryable,
  digests: readonly string[],
): Promise<ReadonlyMap<string, readonly MeetingKey[]>> {
  const found = new Map<string, readonly MeetingKey[]>()
  for (const digest of digests) {
    const [row] = await inside.query("SELECT keys FROM report WHERE digest = $1", [digest])
    found.set(digest, row ? unpacked<readonly MeetingKey[]>(row.keys) : [])
  }
  return found
}

/** How near two are, from nothing: the keys that both hold with fewer than `meetingReach` holders between them. */
async function nearnessOf(
  inside: Queryable,
  keysOfA: readonly MeetingKey[],
  keysOfB: readonly MeetingKey[],
  a: string,
  b: string,
): Promise<number> {
  const ofB = new Map(keysOfB.map((key) => [key.key, key]))
  let millionths = 0
  for (const one of keysOfA) {
    const other = ofB.get(one.key)
    if (other === undefined || Math.abs(one.day - other.day) > meetingDaysMax) continue
    const isFirst = one.day < other.day || (one.day === other.day && a < b)
    const [from, to] = isFirst ? [one.day, other.day] : [other.day, one.day]
    const [first, last] = isFirst ? [a, b] : [b, a]
    const between = await inside.query(
      `SELECT 1 AS held FROM meeting WHERE key = $1 AND (day, digest) > ($2, $3) AND (day, digest) < ($4, $5)
        LIMIT ${meetingReach}`,
      [one.key, from, first, to, last],
    )
    if (between.length < meetingReach) millionths += one.weight * other.weight
  }
  return millionths
}
