import {
  compareHolders,
  type MeetingKey,
  type MeetingKeys,
  meetingDaysMax,
  meetingReach,
  nearnessMin,
  stepsPassed,
} from "../../story/index.ts"
import { insertRows, placeholders, type Queryable, valuesMax } from "../database.ts"
import { unpacked } from "./packed.ts"

interface Holder {
  readonly day: number
  readonly digest: string
  readonly weight: number
}

/**
 * Puts a report among those it may meet. Adds to `touched` the digests of all who hang together with others than before.
 * Cost: two look-ups of `meetingReach` rows for each key, whatever the archive holds.
 */
export async function addMeetings(inside: Queryable, one: MeetingKeys, touched: Set<string>): Promise<void> {
  const sums = new Map<string, number>()
  const parted = new PairSums()
  for (const { weight, before, after } of await holdersAround(inside, one.keys, one.digest)) {
    for (const holder of [...before, ...after])
      sums.set(holder.digest, (sums.get(holder.digest) ?? 0) + holder.weight * weight)
    for (const [left, right] of atReach(before, after)) parted.add(left, right, left.weight * right.weight)
  }
  await insertRows(
    inside,
    "meeting",
    one.keys.map(({ key, day, weight }) => ({ key, day, digest: one.digest, weight })),
  )
  touched.add(one.digest)
  const kept = await keptPairs(inside, parted.pairs())
  await setNearness(
    inside,
    [
      ...[...sums].map(([b, millionths]) => ({ a: one.digest, b, millionths, was: 0 })),
      ...kept.map(({ a, b, millionths: was }) => ({ a, b, millionths: was - parted.of(a, b), was })),
    ],
    touched,
  )
}

/** Takes a report out from among those it met, as if it had never been there. */
export async function removeMeetings(
  inside: Queryable,
  digest: string,
  keys: readonly MeetingKey[],
  touched: Set<string>,
): Promise<void> {
  if (keys.length === 0) return
  const days = [...new Set(keys.map(({ day }) => day))]
  await inside.run(
    `DELETE FROM meeting WHERE digest = $1 AND day IN (${placeholders(days.length, 2)})
      AND key IN (${placeholders(keys.length, 2 + days.length)})`,
    [digest, ...days, ...keys.map(({ key }) => key)],
  )
  const met = new PairSums()
  for (const { before, after } of await holdersAround(inside, keys, digest))
    for (const [left, right] of atReach(before, after)) met.add(left, right, 0)
  const near = await inside.query("SELECT b, millionths FROM near WHERE a = $1", [digest])
  const changes: NearnessChange[] = near.map(({ b, millionths }) => {
    return { a: digest, b: String(b), millionths: 0, was: Number(millionths) }
  })
  const known = new Map(
    (await keptPairs(inside, met.pairs())).map(({ a, b, millionths }) => [pairKey(a, b), millionths]),
  )
  const keysOf = await keysByDigest(inside, met.digests())
  for (const [a, b] of met.pairs()) {
    const millionths = await nearnessOf(inside, keysOf.get(a) ?? [], keysOf.get(b) ?? [], a, b)
    changes.push({ a, b, millionths, was: known.get(pairKey(a, b)) ?? 0 })
  }
  await setNearness(inside, changes, touched)
}

/** Keys asked for in one statement: statements of few lengths are kept ready. */
const keysAtOnce = 8

/** For each key its holders on either side of where a report stands or would stand, the nearest first. */
async function holdersAround(
  inside: Queryable,
  keys: readonly MeetingKey[],
  digest: string,
): Promise<readonly Around[]> {
  const found: Around[] = keys.map(({ weight }) => ({ weight, before: [], after: [] }))
  for (let from = 0; from < keys.length; from += keysAtOnce) {
    const some = keys.slice(from, from + keysAtOnce)
    const rows = await inside.query(some.map((_, n) => aroundSql(n)).join(" UNION ALL "), [
      digest,
      ...some.flatMap(({ key, day }) => [key, day]),
    ])
    for (const { side, at, day, digest: of, weight } of rows)
      found[from + Number(at)]![side === "before" ? "before" : "after"].push({
        day: Number(day),
        digest: String(of),
        weight: Number(weight),
      })
  }
  for (const { before, after } of found) {
    before.sort((x, y) => compareHolders(y, x))
    after.sort(compareHolders)
  }
  return found
}

interface Around {
  /** What the key counts for in the report itself. */
  readonly weight: number
  readonly before: Holder[]
  readonly after: Holder[]
}

function aroundSql(at: number): string {
  const [key, day] = [`$${2 * at + 2}`, `$${2 * at + 3}`]
  return `SELECT * FROM (SELECT 'before' AS side, ${at} AS at, day, digest, weight FROM meeting
      WHERE key = ${key} AND (day, digest) < (${day}, $1) AND day >= ${day} - ${meetingDaysMax}
      ORDER BY day DESC, digest DESC LIMIT ${meetingReach}) AS before${at}
    UNION ALL SELECT * FROM (SELECT 'after' AS side, ${at} AS at, day, digest, weight FROM meeting
      WHERE key = ${key} AND (day, digest) > (${day}, $1) AND day <= ${day} + ${meetingDaysMax}
      ORDER BY day, digest LIMIT ${meetingReach}) AS after${at}`
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
): Promise<readonly Nearness[]> {
  if (pairs.length === 0) return []
  const rows = await inside.query(
    `SELECT n.a AS a, n.b AS b, n.millionths AS millionths FROM ${inside.words.elementsOf("$1")} CROSS JOIN near n
      WHERE n.a = value->>0 AND n.b = value->>1`,
    [JSON.stringify(pairs)],
  )
  return rows.map((row) => ({ a: String(row.a), b: String(row.b), millionths: Number(row.millionths) }))
}

interface Nearness {
  readonly a: string
  readonly b: string
  readonly millionths: number
}

/** How near a pair is now, and was; 0 for what was not kept. */
interface NearnessChange extends Nearness {
  readonly was: number
}

/** Notes how near pairs are, both ways. Pairs that are not near are not kept. */
async function setNearness(
  inside: Queryable,
  changes: readonly NearnessChange[],
  touched: Set<string>,
): Promise<void> {
  const near = changes.filter(({ millionths }) => millionths >= nearnessMin)
  const parted = changes.filter(({ millionths, was }) => millionths < nearnessMin && was > 0)
  for (const { a, b, millionths, was } of [...near, ...parted])
    if (stepsPassed(millionths) !== stepsPassed(was)) touched.add(a).add(b)
  const elements = inside.words.elementsOf("$1")
  if (parted.length > 0)
    await inside.run(`DELETE FROM near WHERE (a, b) IN (SELECT value->>0, value->>1 FROM ${elements})`, [
      JSON.stringify(parted.flatMap(bothWays)),
    ])
  if (near.length > 0)
    await inside.run(
      `INSERT INTO near (a, b, millionths)
        SELECT value->>0, value->>1, CAST(value->>2 AS BIGINT) FROM ${elements} WHERE true
        ON CONFLICT (a, b) DO UPDATE SET millionths = excluded.millionths`,
      [JSON.stringify(near.flatMap(bothWays))],
    )
}

function bothWays({ a, b, millionths }: NearnessChange): readonly (readonly [string, string, number])[] {
  return [
    [a, b, millionths],
    [b, a, millionths],
  ]
}

async function keysByDigest(
  inside: Queryable,
  digests: readonly string[],
): Promise<ReadonlyMap<string, readonly MeetingKey[]>> {
  const found = new Map<string, readonly MeetingKey[]>()
  for (let at = 0; at < digests.length; at += valuesMax) {
    const some = digests.slice(at, at + valuesMax)
    const sql = `SELECT digest, keys FROM report WHERE digest IN (${placeholders(some.length)})`
    for (const row of await inside.query(sql, some))
      found.set(String(row.digest), unpacked<readonly MeetingKey[]>(row.keys))
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
