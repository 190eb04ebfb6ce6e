import { performance } from "node:perf_hooks"
import { randomOf } from "../src/base/index.ts"
import { type Archive, type SearchIn, searchArchive } from "../src/store/index.ts"
import { quantiles } from "./timing.ts"

const queriesOfKind = 40
const hitsShown = 20

interface Query {
  readonly words: string
  readonly within: SearchIn
}

/** The first page of what is found, by kind of query and of all kinds together; each query is asked once before. */
export async function searchRows(
  archive: Archive,
): Promise<readonly (readonly [string, Readonly<Record<string, number>>])[]> {
  const kinds = await queriesByKind(archive)
  const all: number[] = []
  const rows: (readonly [string, Readonly<Record<string, number>>])[] = []
  for (const [kind, queries] of kinds) {
    const times: number[] = []
    let found = 0
    for (const { words, within } of queries) {
      const before = performance.now()
      found += (await searchArchive(archive, words, { within, count: hitsShown })).length
      times.push(performance.now() - before)
    }
    all.push(...times)
    rows.push([`search: ${kind}`, { ...quantiles(times), "hits each": found / queries.length }])
  }
  return [...rows, ["search: all kinds", quantiles(all)]]
}

/** Words as the reports have them, by how many of a thousand reports hold them. */
async function queriesByKind(archive: Archive): Promise<ReadonlyMap<string, readonly Query[]>> {
  const random = randomOf(5)
  const titles = await sampled(archive)
  const holders = new Map<string, number>()
  for (const title of titles)
    for (const word of new Set(title.toLowerCase().match(/[a-z]{3,}/g)))
      holders.set(word, (holders.get(word) ?? 0) + 1)
  const words = [...holders]
  const held = (from: number, to: number): readonly string[] =>
    words.filter(([, n]) => n >= from * titles.length && n < to * titles.length).map(([word]) => word)
  const [rare, frequent] = [held(0, 0.002), held(0.02, 0.5)]
  const veryFrequent = ["the", "of", "to", "said", "was", "on", "tuesday", "after"]
  const places = titles.map((title) => title.split(" ")[0]!)
  const of = (query: () => string, within: SearchIn = "reports"): readonly Query[] =>
    Array.from({ length: queriesOfKind }, () => ({ words: query(), within }))
  const pick = random.pick.bind(random)
  return new Map([
    ["a rare word", of(() => pick(rare))],
    ["a frequent word", of(() => pick(frequent))],
    ["a word of nearly all", of(() => pick(veryFrequent))],
    ["two words of one title", of(() => pick(titles).split(" ").slice(0, 2).join(" "))],
    ["two frequent words", of(() => `${pick(frequent)} ${pick(frequent)}`)],
    ["a frequent and a rare word", of(() => `${pick(frequent)} ${pick(rare)}`)],
    ["a title", of(() => pick(titles))],
    ["short beginnings", of(() => `${pick(words)[0].slice(0, 2)}*`)],
    ["long beginnings", of(() => `${pick(frequent).slice(0, 5)}*`)],
    ["a beginning and a word", of(() => `${pick(words)[0].slice(0, 3)}* ${pick(frequent)}`)],
    ["a name", of(() => pick(places), "names")],
    ["words of statements", of(() => pick(frequent), "statements")],
    ["nowhere", of(() => `${pick(rare)}q${pick(rare)}`)],
    ["never together", of(() => `${pick(frequent)} ${pick(veryFrequent)} ${pick(rare)} ${pick(rare)}`)],
  ])
}

/** Titles of stories from the whole of the archive. */
async function sampled(archive: Archive): Promise<readonly string[]> {
  const rows = await archive.database.query("SELECT title FROM story ORDER BY id LIMIT 3000")
  return rows.flatMap(({ title }) => (title === null ? [] : [JSON.parse(String(title)) as string]))
}
