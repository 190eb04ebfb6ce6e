import type { AskedWords, Queryable, SearchWords } from "./database.ts"

/**
 * A row's number begins with its day. Beside its words a row holds the times that it is of, each a quarter of the one
 * above: its day, four days, and so on. So the newest rows are asked for by time, where an index of words alone would
 * give all that there are, to be sorted.
 */
const dayBits = 47
const levels = 8
/** A time that holds more of what is asked for is parted, so that never many rows are read that nobody is shown. */
const rowsOfTimeMax = 256
/**
 * Shorter beginnings of words are kept as words are: there are few of these, and each is that of a great many words,
 * whose rows would be put together with each query.
 */
const beginningMax = 3

/** The index waits for so many kilobytes of new words before it takes them in; each query reads those as well. */
const pendingKiB = 1024

export const postgresSearch: SearchWords = {
  // Whatever the planner makes of words that it has no counts of, it is not to read all rows.
  table: `
    CREATE TABLE search (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
    CREATE INDEX search_words ON search USING gin (words) WITH (gin_pending_list_limit = ${pendingKiB});
    CREATE OR REPLACE FUNCTION search_rows(asked TSQUERY, count INT) RETURNS SETOF BIGINT
      LANGUAGE sql STABLE SET enable_seqscan = off SET enable_indexscan = off
      AS $$ SELECT id FROM search WHERE words @@ asked LIMIT count $$;`,
  put: `INSERT INTO search (id, words)
    SELECT CAST($1 AS BIGINT), array_to_tsvector(ARRAY(
      SELECT word FROM unnest(string_to_array($2, ' ')) AS word
      UNION SELECT '^' || left(word, length + CAST(ascii(word) > 127 AS INT))
        FROM unnest(string_to_array($2, ' ')) AS word, generate_series(1, ${beginningMax}) AS length
      UNION SELECT '#' || level || '.' || (CAST($1 AS BIGINT) >> (${dayBits} + 2 * level))
        FROM generate_series(0, ${levels - 1}) AS level))
    ON CONFLICT (id) DO UPDATE SET words = excluded.words`,
  remove: "DELETE FROM search WHERE id = CAST($1 AS BIGINT)",
  async newest(inside, asked, count) {
    const [newest] = await inside.query(
      "SELECT CAST(id AS TEXT) AS line FROM search ORDER BY id DESC LIMIT 1",
    )
    if (newest === undefined) return []
    const query = queryOf(asked)
    const day = Number(BigInt(String(newest.line)) >> BigInt(dayBits))
    const found: string[] = []
    for (const times of timesBefore(day)) {
      if (found.length >= count) break
      found.push(...(await newestOf(inside, query, times, count - found.length)))
    }
    return found
  },
}

/** So many days, beginning with a multiple of that number. */
interface Time {
  readonly level: number
  readonly number: number
}

/** All times up to `day`, the newest first, in ever longer steps. */
function* timesBefore(day: number): Generator<readonly Time[]> {
  yield [{ level: 0, number: day }]
  for (let level = 0; level < levels; level++) {
    const times: Time[] = []
    for (let number = Math.floor(day / 4 ** level) - 1; number >= 0 && number % 4 !== 3; number--)
      times.push({ level, number })
    if (times.length > 0) yield times
  }
}

/** The newest rows of those times, which stand one after the other, the newest first. */
async function newestOf(
  inside: Queryable,
  query: string,
  times: readonly Time[],
  count: number,
): Promise<readonly string[]> {
  const isDay = times.length === 1 && times[0]!.level === 0
  const within = times.map(({ level, number }) => `'#${level}.${number}'`).join(" | ")
  const rowsMax = isDay ? 2 ** 31 - 1 : rowsOfTimeMax
  const rows = await inside.query(
    `SELECT CAST(hit.id AS TEXT) AS line FROM search_rows(CAST($1 AS TSQUERY), CAST($2 AS INT)) AS hit(id)
      ORDER BY hit.id DESC`,
    [`${query} & (${within})`, rowsMax],
  )
  if (rows.length < rowsMax) return rows.slice(0, count).map(({ line }) => String(line))
  const found: string[] = []
  for (const part of times.length > 1 ? times : partsOf(times[0]!)) {
    if (found.length >= count) break
    found.push(...(await newestOf(inside, query, [part], count - found.length)))
  }
  return found
}

function partsOf({ level, number }: Time): readonly Time[] {
  return [3, 2, 1, 0].map((part) => ({ level: level - 1, number: number * 4 + part }))
}

function queryOf({ words, begun }: AskedWords): string {
  return words
    .map((word) => {
      if (!begun.has(word)) return `'${word}'`
      const length = word.length - (word.charCodeAt(0) > 127 ? 1 : 0)
      return length <= beginningMax ? `'^${word}'` : `'${word}':*`
    })
    .join(" & ")
}
