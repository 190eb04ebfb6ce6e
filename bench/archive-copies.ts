import type { ReportId } from "../src/article/index.ts"
import { randomOf } from "../src/base/index.ts"
import type { Archive, Transaction } from "../src/store/index.ts"
import { digestOf } from "../src/story/index.ts"

/** Copies stand on days of their own, so many in all. */
const daysOfCopies = 300
/** The numbers that rows of the word index have for one day. */
const rowsOfDay = 2 ** 47

/**
 * Puts the record of an archive into it again, as copies `from` to `to`: reports with ids and words of their own, near
 * to each other as the first are, with their neighbourhoods and stories, so that a report that comes meets what stands.
 * The documents are the first's. Of the keys by which reports meet, one in five is shared with other copies, as the
 * words of one language are.
 */
export async function fillWithCopies({ database }: Archive, from: number, to: number): Promise<void> {
  for (let copy = from; copy < to; copy++)
    await database.transaction(async (inside) => {
      if (copy === 1) await inside.script(rememberFirst)
      await nameCopies(inside, copy)
      await inside.script(copyRecord(copy))
      await fillSearch(inside, copy)
    })
}

const tables = ["report", "meeting", "near", "neighbourhood", "story"] as const

const rememberFirst = `${tables.map((table) => `CREATE TABLE first_${table} AS SELECT * FROM ${table};`).join("\n")}
  CREATE TABLE copied (first TEXT PRIMARY KEY, digest TEXT NOT NULL, id TEXT NOT NULL);`

/** What a report is found by follows from its id, as that of every other. */
async function nameCopies(inside: Transaction, copy: number): Promise<void> {
  const rows = await inside.query("SELECT digest, id FROM first_report WHERE neighbourhood IS NOT NULL")
  const named = rows.map(({ digest, id }) => {
    const own = `${copy}-${JSON.parse(String(id))}` as ReportId
    return [digest, digestOf(own), JSON.stringify(own)]
  })
  await inside.run("DELETE FROM copied")
  await inside.run(
    `INSERT INTO copied (first, digest, id) SELECT value->>0, value->>1, value->>2 FROM ${inside.words.elementsOf("$1")}`,
    [JSON.stringify(named)],
  )
}

function copyRecord(copy: number): string {
  const days = copy % daysOfCopies
  return `
    INSERT INTO report (digest, id, day, version_of, made_of, seq, place, analysed, keys, neighbourhood, story, search_row)
      SELECT c.digest, c.id, r.day + ${days}, NULL, r.made_of, r.seq, r.place, r.analysed, r.keys, label.digest,
        '${copy}-' || r.story, ${searchRow("r.search_row", copy)}
      FROM first_report r JOIN copied c ON c.first = r.digest JOIN copied label ON label.first = r.neighbourhood;
    INSERT INTO meeting (key, day, digest, weight)
      SELECT CASE WHEN m.key % 5 = 0 THEN m.key ELSE (m.key + ${copy} * 7919) % 8589934592 END,
        CASE WHEN m.day = 0 THEN 0 ELSE m.day + ${days} END, c.digest, m.weight
      FROM first_meeting m JOIN copied c ON c.first = m.digest WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO near (a, b, millionths)
      SELECT a.digest, b.digest, n.millionths
      FROM first_near n JOIN copied a ON a.first = n.a JOIN copied b ON b.first = n.b;
    INSERT INTO neighbourhood (label, made_of)
      SELECT c.digest, n.made_of FROM first_neighbourhood n JOIN copied c ON c.first = n.label;
    INSERT INTO story
      SELECT '${copy}-' || s.id, c.digest, s.made_of, s.title, s.from_time, s.to_time, s.reports, s.texts,
        s.disagreements, s.composed
      FROM first_story s JOIN copied c ON c.first = s.neighbourhood;`
}

function searchRow(column: string, copy: number): string {
  return `${column} + ${(copy % daysOfCopies) + 1} * ${rowsOfDay} + ${copy}`
}

const common = "bridge council statement tuesday closed harbour school after will said".split(" ")

/** Words as reports have them: of a copy's own but for the common ones. */
async function fillSearch(inside: Transaction, copy: number): Promise<void> {
  const rows = await inside.query(
    `SELECT CAST(${searchRow("search_row", copy)} AS TEXT) AS line FROM first_report
      WHERE neighbourhood IS NOT NULL ORDER BY search_row`,
  )
  const random = randomOf(copy)
  for (const { line } of rows) {
    const words = common.filter(() => random.next() < 0.5)
    for (let n = 0; n < 60; n++) words.push(`w${Math.floor(random.next() ** 3 * 200_000)}`)
    await inside.run(inside.words.search.put, [String(line), [...new Set(words)].join(" ")])
  }
}
