import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { generateStories } from "../../../bench/generated-stories.ts"
import { lacksStore, openingArchives, realStores, type Store } from "../../../test/stores.ts"
import { pageVersionsOf, type ReportId } from "../../article/index.ts"
import { sha256Hex } from "../../base/index.ts"
import { type Capture, readCapture } from "../../intake/index.ts"
import { makeRecord } from "../../pipeline/index.ts"
import type { Record } from "../../record/index.ts"
import { meetingKeys, nearPairs } from "../../story/index.ts"
import { addCaptures } from "../captures.ts"
import { readSaidRulings, withdrawSaidRuling } from "../declared-rulings.ts"
import type { Archive } from "../open-archive.ts"
import { addRulings, catchUp, rebuild } from "./catch-up.ts"
import { standingRecord, standingStories, standingStory } from "./standing-record.ts"
import { allReportsSql, standingReportOf } from "./standing-reports.ts"
import { workHere } from "./standing-work.ts"

const options = { tool: "variorum 1", work: workHere }
const addedAt = "2031-03-05T00:00:00Z"
let archives = 0

function captured(name: string, fields: object): Capture {
  const bytes = new TextEncoder().encode(`${JSON.stringify(fields)}\n`)
  const mediaType = "application/jsonl"
  return { kind: "file", name, bytes, mediaType, charset: null, capturedAt: null }
}

/** Short reports, of so few words that a hundred are read and told within a second. */
function newsOf(stories: number, reportsPerStory: number, seed: number): readonly Capture[] {
  return Array.from(generateStories({ stories, reportsPerStory, seed }), ({ id, text, ...known }) =>
    captured(`${id}.jsonl`, { id, text: text.slice(0, 260), ...known }),
  )
}

/** A page of the ferry, at one of several times, in one of several wordings. */
function pageAt(minute: number, killed: number, address = "https://lamp.example/ferry"): Capture {
  const html = `<html><head><title>Ferry sinks off Skerrow</title><link rel="canonical" href="${address}"></head><body><article><h1>Ferry sinks off Skerrow</h1><p>The ferry Lantern sank off Skerrow on Monday night, and ${killed} people died, the harbour board said in the morning.</p><p>“We will find out why the Lantern sank,” said Orla Finch, who leads the board. Divers have been at the wreck since dawn.</p></article></body></html>`
  return {
    kind: "url",
    name: address,
    bytes: new TextEncoder().encode(html),
    mediaType: "text/html",
    charset: "utf-8",
    capturedAt: `2031-03-04T10:${String(minute).padStart(2, "0")}`,
  }
}

/** What a server said that leads from one address to another. */
function redirectAt(minute: number, from: string, to: string, status = 301): Capture {
  return {
    kind: "url",
    name: `https://lamp.example${from}`,
    bytes: new Uint8Array(0),
    mediaType: null,
    charset: null,
    capturedAt: `2031-03-04T10:${String(minute).padStart(2, "0")}`,
    answer: { status, headers: [["location", to]] },
  }
}

/**
 * One page at three addresses; a text that is still at an address of its own, which led elsewhere for a while; one
 * whose address leads to where many do, each of which alone would be the page's move.
 */
const movedPages: readonly Capture[] = [
  pageAt(1, 9, "https://lamp.example/breaking-1"),
  redirectAt(2, "/breaking-1", "/lantern"),
  redirectAt(3, "/lantern", "/ferry"),
  redirectAt(4, "/ferry", "https://www.lamp.example/ferry", 302),
  pageAt(6, 13, "https://www.lamp.example/ferry"),
  redirectAt(7, "/ferry", "/"),
  pageAt(7, 14, "https://lamp.example/moved/1"),
  pageAt(9, 15, "https://lamp.example/notices/today"),
  ...Array.from({ length: 33 }, (_, n) => redirectAt(8, `/moved/${n}`, "/notices/today")),
]

/** Pages of one site, which asks for money on each, and names its editor on some. */
function sitePages(count: number): readonly Capture[] {
  const appeal =
    "The Beacon lives by its readers, and a cup of coffee a month keeps our boat afloat and its lamp lit."
  const editor =
    "The Beacon is edited by Ines Marrow, who answers every letter that is sent to the tower by hand."
  return Array.from({ length: count }, (_, n) => {
    const prose = `Lighthouse ${n} was painted in colour ${n * 7} on Tuesday, and ${n + 12} sailors, who had been told nothing, sailed by it in the dark.`
    const html = `<html><head><title>Lighthouse ${n}</title></head><body><article><h1>Lighthouse ${n} painted</h1><p>${prose}</p><p>${appeal}</p>${n % 5 < 3 ? `<p>${editor}</p>` : ""}<p>It was the ${n}th of its kind, said those on the quay, who had counted all of them.</p></article></body></html>`
    return {
      kind: "url",
      name: `https://beacon.example/${n}`,
      bytes: new TextEncoder().encode(html),
      mediaType: "text/html",
      charset: "utf-8",
      capturedAt: "2031-03-04T10:00",
    } as const
  })
}

/** The record of captures, all at once. */
function madeOf(captures: readonly Capture[]): Record {
  const read = captures.map((capture) => readCapture(capture))
  return makeRecord(
    read.flatMap(({ documents }) => documents),
    read.flatMap(({ gaps }) => gaps),
    { redirects: read.flatMap(({ redirects }) => redirects) },
  )
}

/** A whole record in a failure tells nobody anything. */
const digestOfRecord = (record: Record): string => sha256Hex(JSON.stringify(record))

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`the standing record on ${store.name}`, () => contract(store))

function contract(store: Store): void {
  const openNamed = openingArchives(store)
  const opened = (): Promise<Archive> => openNamed(`standing${archives++}`)
  const add = (archive: Archive, captures: readonly Capture[]) => addCaptures(archive, captures, addedAt)
  const drawn = async (archive: Archive): Promise<string> => digestOfRecord(await standingRecord(archive))

  /** All that is kept of the record, but for what counts up. */
  async function tables(archive: Archive): Promise<readonly unknown[]> {
    const all: unknown[] = []
    for (const sql of [
      "SELECT key, day, digest, weight FROM meeting ORDER BY key, day, digest",
      "SELECT a, b, millionths FROM near ORDER BY a, b",
      "SELECT digest, neighbourhood FROM report ORDER BY digest",
      "SELECT id, neighbourhood, reports FROM story ORDER BY id",
      "SELECT texts FROM site_texts WHERE captures <> 0",
    ])
      all.push((await archive.database.query(sql)).map((row) => Object.values(row).map(String).join(" ")))
    return all
  }

  test("few reports: the record is the one that is made of all at once", async () => {
    const captures = [
      ...newsOf(4, 5, 7),
      pageAt(3, 12),
      pageAt(5, 21),
      captured("empty.jsonl", { id: "e", text: "" }),
    ]
    const archive = await opened()
    await add(archive, captures)
    await catchUp(archive, options)
    const atOnce = madeOf(captures)
    expect(await drawn(archive)).toBe(digestOfRecord(atOnce))
    const [newest] = await standingStories(archive, { from: 0, count: 1 })
    const story = await standingStory(archive, newest!.id)
    expect(story!.stories[0]).toEqual(atOnce.stories.find(({ story: { id } }) => id === newest!.id))
  })

  test("law: a record that grew is the one rebuilt from nothing, in any order and by any batches", async () => {
    const captures = [
      ...newsOf(14, 4, 9),
      ...[3, 5, 8].map((minute) => pageAt(minute, 10 + minute)),
      ...movedPages,
      ...sitePages(14),
    ]
    const plain = await opened()
    await add(plain, captures)
    await catchUp(plain, options)
    const expected = await drawn(plain)
    const kept = await tables(plain)
    expect(kept[1]).toEqual(await nearAtOnce(plain))
    expect(await versionsOf(plain)).toEqual([
      "10:01 /breaking-1, 10:03 /ferry, 10:05 /ferry, 10:06 www/ferry, 10:08 /ferry",
    ])
    expect(kept[4]).toEqual([expect.stringContaining("a cup of coffee a month")])
    await rebuild(plain, options)
    expect(await drawn(plain)).toBe(expected)
    await rebuild(plain, { ...options, atOnceFrom: 1 })
    expect(await tables(plain)).toEqual(kept)
    expect(await drawn(plain)).toBe(expected)
    const order = fc.tuple(fc.infiniteStream(fc.nat()), fc.integer({ min: 6, max: 40 }))
    await fc.assert(
      fc.asyncProperty(order, async ([dice, batch]) => {
        const shuffled = captures
          .map((capture) => ({ capture, at: dice.next().value }))
          .sort((x, y) => x.at - y.at)
          .map(({ capture }) => capture)
        const archive = await opened()
        for (let at = 0; at < shuffled.length; at += batch) {
          await add(archive, shuffled.slice(at, at + batch))
          const capturesAtOnce = Math.ceil(batch / 2)
          await catchUp(archive, { ...options, capturesAtOnce, atOnceFrom: at === 0 ? 12 : 40 })
        }
        expect(await tables(archive)).toEqual(kept)
        expect(await drawn(archive)).toBe(expected)
      }),
      { numRuns: store.name === "SQLite" ? 2 : 1 },
    )
  })

  test("law: pages that move are the same whether they came at once or bit by bit, or some were taken out", async () => {
    const places = fc.integer({ min: 0, max: 6 }).map((n) => `/p${n}`)
    const minutes = fc.integer({ min: 0, max: 59 })
    const drawnPage = fc.tuple(minutes, fc.integer({ min: 1, max: 3 }), places)
    const pages = drawnPage.map(([minute, killed, at]) => pageAt(minute, killed, `https://lamp.example${at}`))
    const redirects = fc
      .tuple(minutes, places, places, fc.constantFrom(301, 302))
      .map(([minute, from, to, status]) => redirectAt(minute, from, to, status))
    const seen = fc.uniqueArray(fc.oneof(pages, redirects), {
      ...{ minLength: 8, maxLength: 18 },
      selector: ({ name, bytes, capturedAt }) => `${name} ${capturedAt} ${bytes.length}`,
    })
    const cut = fc.integer({ min: 1, max: 5 })
    await fc.assert(
      fc.asyncProperty(seen, cut, async (captures, batch) => {
        const archive = await opened()
        const seqs: number[] = []
        for (let at = 0; at < captures.length; at += batch) {
          seqs.push(...(await add(archive, captures.slice(at, at + batch))).map(({ seq }) => seq))
          await catchUp(archive, options)
        }
        expect(await drawn(archive)).toBe(digestOfRecord(madeOf(captures)))
        const gone = new Set(seqs.filter((_, at) => at % 3 === batch % 3))
        await takeOut(archive, [...gone])
        await catchUp(archive, options)
        expect(await drawn(archive)).toBe(
          digestOfRecord(madeOf(captures.filter((_, at) => !gone.has(seqs[at]!)))),
        )
      }),
      { numRuns: store.name === "SQLite" ? 4 : 1 },
    )
  })

  test("law: what was taken out leaves the record that never had it", async () => {
    const captures = [...newsOf(17, 4, 11), ...sitePages(13), ...movedPages, pageAt(3, 12), pageAt(5, 21)]
    const left = captures.filter((_, at) => at % 4 !== 1 && at !== captures.length - 1)
    const plain = await opened()
    await add(plain, left)
    await catchUp(plain, options)
    const archive = await opened()
    const kept = await add(archive, captures)
    await catchUp(archive, options)
    const gone = kept.filter(({ capture }) => !left.includes(capture))
    for (const some of [gone.slice(0, 3), gone.slice(3)]) {
      await takeOut(
        archive,
        some.map(({ seq }) => seq),
      )
      await catchUp(archive, options)
    }
    expect(await tables(archive)).toEqual(await tables(plain))
    expect(await drawn(archive)).toBe(await drawn(plain))
  })

  test("what a person has ruled holds at once, in a rebuild, and until it is taken back", async () => {
    const archive = await opened()
    const captures = newsOf(17, 4, 13)
    await add(archive, captures)
    await catchUp(archive, options)
    const unruled = await drawn(archive)
    await addRulings(archive, [
      { kind: "same-story", reports: ["s0r0", "s9r1"] as unknown as readonly ReportId[] },
      {
        kind: "other-story",
        reports: ["s1r0"] as unknown as readonly ReportId[],
        others: ["s1r1", "s1r2", "s1r3"] as unknown as readonly ReportId[],
      },
    ])
    await catchUp(archive, options)
    const storyOf = new Map(
      (await standingRecord(archive)).stories.flatMap(({ story }) =>
        story.reports.map((report) => [String(report), story.id]),
      ),
    )
    expect(storyOf.get("s0r0")).toBe(storyOf.get("s9r1"))
    expect(storyOf.get("s1r0")).not.toBe(storyOf.get("s1r1"))
    const expected = await drawn(archive)
    await rebuild(archive, options)
    expect(await drawn(archive)).toBe(expected)
    for (const { id } of await readSaidRulings(archive)) await withdrawSaidRuling(archive, id)
    await catchUp(archive, options)
    expect(await drawn(archive)).toBe(unruled)
  })

  test("another version of the program makes the record anew", async () => {
    const archive = await opened()
    await add(archive, newsOf(2, 3, 17))
    await catchUp(archive, options)
    const expected = await drawn(archive)
    expect(await catchUp(archive, options)).toEqual({ captures: 0, stories: 0 })
    expect(await catchUp(archive, { ...options, tool: "variorum 2" })).toEqual({ captures: 6, stories: 2 })
    expect(await drawn(archive)).toBe(expected)
  })
}

/** Of each page its captures, by the minute and the address. */
async function versionsOf(archive: Archive): Promise<readonly string[]> {
  const { reports } = await standingRecord(archive)
  const latest = new Map(
    reports.flatMap(({ article, versionOf }) =>
      versionOf === null ? [] : [[article.id, versionOf] as const],
    ),
  )
  const articles = reports.map(({ article }) => article)
  return pageVersionsOf(articles, latest).map(({ versions }) =>
    versions.map(({ source, url }) => `${source.capturedAt!.slice(11)} ${shortAddress(url!)}`).join(", "),
  )
}

function shortAddress(address: string): string {
  return address.replace(/^https:\/\/(?:(www)\.)?lamp\.example/, "$1")
}

async function takeOut({ database }: Archive, seqs: readonly number[]): Promise<void> {
  await database.transaction(async (inside) => {
    for (const seq of seqs) {
      await inside.run("DELETE FROM capture_identity WHERE seq = $1", [seq])
      await inside.run("DELETE FROM capture WHERE seq = $1", [seq])
      await inside.run("INSERT INTO removed_capture (seq) VALUES ($1)", [seq])
    }
  })
}

/** What is near to what, by the plain way: all reports at once. */
async function nearAtOnce({ database }: Archive): Promise<readonly string[]> {
  const rows = await database.query(`${allReportsSql} WHERE r.version_of IS NULL`)
  return nearPairs(rows.map((row) => meetingKeys(standingReportOf(row).report)))
    .flatMap(({ a, b, millionths }) => [
      `${a.digest} ${b.digest} ${millionths}`,
      `${b.digest} ${a.digest} ${millionths}`,
    ])
    .sort()
}
