import * as fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { lacksStore, openedArchive, realStores, type Store } from "../../../test/stores.ts"
import type { Capture } from "../../intake/index.ts"
import { addCaptures } from "../captures.ts"
import type { Archive } from "../open-archive.ts"
import { catchUp } from "./catch-up.ts"
import { type SearchIn, searchArchive } from "./search-archive.ts"
import { workHere } from "./standing-work.ts"

const reports = [
  {
    id: "quay",
    title: "Ferry stays at the quay",
    published: "2031-03-04",
    text: "The ferry Lantern stayed at the quay on Tuesday.\n\n“We will not sail in this wind,” said Zoë Ångström, the captain. The café was closed.",
  },
  {
    id: "wind",
    title: null,
    published: "2031-03-06",
    text: "Wind closed the harbour’s schools on Thursday. Captain Zoë Ångström slept. Nobody sailed.",
  },
  { id: "han", title: "渡船", published: "2031-03-05", text: "渡船没有离开港口。船长说风太大。" },
]

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`search on ${store.name}`, () => contract(store))

function contract(store: Store): void {
  let archive: Archive
  beforeAll(async () => {
    archive = await openedArchive(await store.locationOf("searched"))
    const captures = reports.map((report): Capture => {
      const bytes = new TextEncoder().encode(`${JSON.stringify(report)}\n`)
      const mediaType = "application/jsonl"
      return { kind: "file", name: report.id, bytes, mediaType, charset: null, capturedAt: null }
    })
    await addCaptures(archive, captures, "2031-03-07T00:00:00Z")
    await catchUp(archive, { tool: "variorum 1", work: workHere })
  })
  afterAll(() => archive.close())

  /** Each report found with its passage, in which the words found stand between brackets. */
  async function check(query: string, drawn: readonly string[], within: SearchIn = "reports"): Promise<void> {
    const hits = await searchArchive(archive, query, { within, count: 10 })
    expect(
      hits.map(({ report, passage, found }) => {
        if (passage === null) return `${report}: title`
        let text = passage.text
        for (const { start, end } of [...found].reverse()) {
          const [from, to] = [start - passage.start, end - passage.start]
          text = `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`
        }
        return `${report}: ${text}`
      }),
    ).toEqual(drawn)
  }

  test("newest first, each with the sentence", () =>
    check("wind", [
      "wind: [Wind] closed the harbour’s schools on Thursday.",
      "quay: “We will not sail in this [wind],” said Zoë Ångström, the captain.",
    ]))
  test("every word must be there, in any sentence; the one with most is shown", () =>
    check("captain quay zoe", ["quay: “We will not sail in this wind,” said [Zoë] Ångström, the [captain]."]))
  test("accents, case and possessives do not matter", () =>
    check("CAFE angstrom", ["quay: “We will not sail in this wind,” said Zoë [Ångström], the captain."]))
  test("a star ends the beginning of a word", () =>
    check("harb* scho*", ["wind: Wind closed the [harbour’s] [schools] on Thursday."]))
  test("what stands in the title alone", () =>
    check("stays ferry", ["quay: The [ferry] Lantern stayed at the quay on Tuesday."]))
  test("characters of a script without gaps", () => check("船长", ["han: [船长]说风太大。"]))
  test("and not where they stand apart", () => check("港船", []))
  test("in somebody's words", () => check("wind", ["quay: We will not sail in this [wind],"], "statements"))
  test("in names", async () => {
    const hits = await searchArchive(archive, "angstrom", { within: "names", count: 10 })
    expect(hits.map(({ passage }) => passage!.text)).toEqual(
      ["Zoë Ångström", "Zoë Ångström"].map((name) => expect.stringContaining(name)),
    )
  })
  test("words that nobody printed, and no words", async () => {
    await check("submarine", [])
    await check("  “…” * ", [])
  })
  test("of very many the newest are found, on whatever days they stand", async () => {
    const crowded = await openedArchive(await store.locationOf("crowded"))
    const days = [0, 3, 20_100, 20_101, 41_999, 42_000, 65_535]
    const rows = Array.from({ length: 700 }, (_, n) => {
      const day = days[(n * n) % days.length]!
      const words = ["all", n % 2 ? "odd" : "even", ...(n % 97 === 0 ? ["seldom"] : []), `§a${n % 5}bcd`]
      return { row: String((BigInt(day) << 47n) + BigInt(n * 7919)), words }
    })
    const { search } = crowded.database.words
    await crowded.database.transaction(async (inside) => {
      for (const { row, words } of rows) await inside.run(search.put, [row, words.join(" ")])
    })
    async function newest(
      asked: readonly string[],
      holds: (words: readonly string[]) => boolean,
    ): Promise<void> {
      const words = asked.map((word) => word.replace("*", ""))
      const begun = new Set(words.filter((_, i) => asked[i]!.endsWith("*")))
      const held = rows.filter((one) => holds(one.words)).map(({ row }) => BigInt(row))
      held.sort((a, b) => (a < b ? 1 : -1))
      for (const count of [1, 20, 300, 1_000])
        expect(await search.newest(crowded.database, { words, begun }, count)).toEqual(
          held.slice(0, count).map(String),
        )
    }
    await newest(["all"], () => true)
    await newest(["odd", "seldom"], (words) => words.includes("odd") && words.includes("seldom"))
    await newest(["odd", "even"], () => false)
    await newest(["§a*"], () => true)
    await newest(["§a3bc*", "even"], (words) => words.includes("§a3bcd") && words.includes("even"))
    await crowded.database.run(search.put, [rows[5]!.row, "other"])
    await crowded.database.run(search.remove, [rows[6]!.row])
    rows.splice(5, 2)
    await newest(["all"], () => true)
    await crowded.close()
  })
  test("law: no query breaks it", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.constantFrom(
            '"',
            "NEAR(a b)",
            "a OR b",
            "words: x",
            "^a",
            "'; DROP TABLE report; --",
            "a:*b & !c",
            "§wind",
            "* *",
            "\0a",
            "-a (b",
          ),
        ),
        fc.constantFrom<SearchIn>("reports", "statements", "names"),
        async (query, within) => {
          const hits = await searchArchive(archive, query, { within, count: 5 })
          expect(hits.length).toBeLessThanOrEqual(3)
        },
      ),
      { numRuns: 60 },
    ))
}
