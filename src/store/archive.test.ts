import { join } from "node:path"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { clusterPassword, sharedCluster } from "../../test/postgres-cluster.ts"
import { lacksStore, openedArchive, openingArchives, realStores, type Store } from "../../test/stores.ts"
import type { Capture } from "../intake/index.ts"
import { addCaptures, appendCaptures, archiveHead, readCaptures } from "./captures.ts"
import type { SqlValue } from "./database.ts"
import { type Archive, openArchive } from "./open-archive.ts"
import { verifyArchive } from "./verify-archive.ts"

const addedAt = "2031-03-05T00:00:00Z"
let archives = 0

function capture(name: string, text: string, capturedAt: string | null = null): Capture {
  const bytes = new Uint8Array(Buffer.from(text))
  return { kind: "url", name, bytes, mediaType: "text/html", charset: null, capturedAt }
}

const three = ["a", "b", "c"].map((name) => capture(name, `page ${name} `.repeat(50)))

async function kept(archive: Archive): Promise<readonly Capture[]> {
  const captures: Capture[] = []
  for await (const { capture } of readCaptures(archive)) captures.push(capture)
  return captures
}

for (const store of realStores())
  describe.skipIf(lacksStore(store))(`an archive on ${store.name}`, () => contract(store))

function contract(store: Store): void {
  const opened = openingArchives(store)

  /** Keeps three captures, lets `meddle` at the database, and draws what verify says. */
  async function check(
    meddle: readonly [sql: string, ...values: SqlValue[]],
    drawn: readonly string[],
    head: string | null = null,
  ): Promise<void> {
    const archive = await opened(`meddled${archives++}`)
    await addCaptures(archive, three, addedAt)
    const noted = head === "noted" ? await archiveHead(archive) : head
    await archive.database.transaction(async (inside) => {
      await inside.script(archive.database.words.allowUpdates("capture"))
      await inside.run("DELETE FROM capture_identity")
      await inside.run(meddle[0], meddle.slice(1))
    })
    expect((await verifyArchive(archive, noted)).faults).toEqual(drawn)
  }

  test("what is kept comes back byte for byte, oldest first, also after closing", async () => {
    const archive = await openedArchive(await store.locationOf("kept"))
    const answered = {
      ...capture("d", "d"),
      answer: { status: 200, headers: [["etag", "1"]] as const },
      recordId: "<urn:x>",
    }
    await addCaptures(archive, [...three, answered], addedAt)
    await archive.close()
    const again = await opened("kept")
    const plain = (list: readonly Capture[]) => list.map((one) => ({ ...one, bytes: [...one.bytes] }))
    expect(plain(await kept(again))).toEqual(plain([...three, answered]))
    const head = await archiveHead(again)
    expect(await verifyArchive(again, null)).toEqual({ captures: 4, head, faults: [], removed: [] })
  })

  test("the same bytes from the same place at the same time are kept once; at another time, again", async () => {
    const kept = await addCaptures(
      await opened("once"),
      [capture("a", "x"), capture("a", "x"), capture("a", "x", "2031-03-04"), capture("b", "x")],
      addedAt,
    )
    expect(kept.map(({ seq, isNew }) => [seq, isNew])).toEqual([
      [1, true],
      [1, false],
      [2, true],
      [3, true],
    ])
  })

  test("a capture is never changed", async () => {
    const archive = await opened("immutable")
    await addCaptures(archive, three, addedAt)
    await expect(archive.database.run("UPDATE capture SET name = 'z'")).rejects.toThrow("never changed")
  })

  test("an archive with nothing wrong", () => check(["DELETE FROM poll"], [], "noted"))
  test("bytes changed", () =>
    check(
      [
        "UPDATE blob SET bytes = $1, coding = 'none' WHERE sha256 = (SELECT sha256 FROM capture WHERE seq = 2)",
        new Uint8Array(1),
      ],
      ["capture 2 (b): its bytes were changed"],
    ))
  test("bytes that cannot be unpacked", () =>
    check(
      [
        "UPDATE blob SET bytes = $1 WHERE sha256 = (SELECT sha256 FROM capture WHERE seq = 1)",
        new Uint8Array(1),
      ],
      ["capture 1 (a): its bytes are missing or damaged"],
    ))
  test("a time changed", () =>
    check(
      ["UPDATE capture SET captured_at = '2031-01-01' WHERE seq = 2"],
      ["capture 2 (b): what the archive says of it was changed"],
    ))
  test("a capture taken out of the middle", () =>
    check(
      ["DELETE FROM capture WHERE seq = 2"],
      ["capture 3 (c): the one before it is missing", "capture 3 (c): it does not follow the one before it"],
    ))
  test("the newest taken out: only a head noted elsewhere shows it", async () => {
    await check(["DELETE FROM capture WHERE seq = 3"], [])
    const archive = await opened("head")
    await addCaptures(archive, three, addedAt)
    const head = await archiveHead(archive)
    await check(
      ["DELETE FROM capture WHERE seq = 3"],
      [`the head ${head} is not in the chain: captures were changed or taken out`],
      head,
    )
  })
  test("a head noted earlier still holds", async () => {
    const archive = await opened("grown")
    await addCaptures(archive, three.slice(0, 2), addedAt)
    const head = await archiveHead(archive)
    await addCaptures(archive, three, addedAt)
    expect((await verifyArchive(archive, head)).faults).toEqual([])
  })

  test("two writers at once give one chain and lose nothing", async () => {
    const both = await Promise.all([opened("shared"), opened("shared")])
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        addCaptures(both[n % 2]!, [capture(`p${n}`, `${n}`), capture("same", "same")], addedAt),
      ),
    )
    expect(await verifyArchive(both[0], null)).toMatchObject({ captures: 21, faults: [] })
  })

  test("nobody sees a transaction that is not finished, and one that fails leaves nothing", async () => {
    const archive = await opened("unfinished")
    const count = async () => (await kept(archive)).length
    const failing = archive.database.transaction(async (inside) => {
      await inside.run("INSERT INTO site_texts VALUES ('a.example', 1, '[]')")
      const seen = await archive.database.query("SELECT site FROM site_texts")
      throw new Error(`${seen.length} seen from outside`)
    })
    await expect(failing).rejects.toThrow("0 seen from outside")
    expect(await archive.database.query("SELECT site FROM site_texts")).toEqual([])
    const broken = [three[0]!, { ...three[1]!, kind: "nowhere" as "url" }]
    await expect(addCaptures(archive, broken, addedAt)).rejects.toThrow()
    expect(await count()).toBe(0)
  })

  test("rows come as they were when reading began, and an end before the last is one", async () => {
    const archive = await opened("iterated")
    await addCaptures(
      archive,
      Array.from({ length: 450 }, (_, n) => capture(`p${n}`, `${n}`)),
      addedAt,
    )
    let seen = 0
    for await (const _ of readCaptures(archive)) if (seen++ === 0) await addCaptures(archive, three, addedAt)
    expect(seen).toBe(450)
    for await (const _ of readCaptures(archive)) if (seen++ === 455) break
    expect(await addCaptures(archive, three, addedAt)).toMatchObject([{ isNew: false }, {}, {}])
  })

  test("an archive of a newer program is refused, and one that is not there is not made by reading", async () => {
    const archive = await opened("newer")
    await archive.database.run("INSERT INTO migration VALUES ('2999-01-01-later')")
    const location = await store.locationOf("newer")
    const refused = await openArchive(location, true)
    expect(refused).toEqual({
      ok: false,
      error: `the archive ${archive.location} was written by a newer variorum (2999-01-01-later): use that one, or a newer one`,
    })
    const nowhere = await store.locationOf("nowhere")
    for (const _ of [1, 2])
      expect(await openArchive(nowhere, false)).toMatchObject({ ok: false, error: /no archive in/ })
  })

  test("a clock that was set back changes nothing: order is by place", async () => {
    const archive = await opened("clock")
    await addCaptures(archive, [three[0]!], "2031-03-05T00:00:00Z")
    await addCaptures(archive, [three[1]!], "1999-01-01T00:00:00Z")
    expect((await kept(archive)).map(({ name }) => name)).toEqual(["a", "b"])
    expect((await verifyArchive(archive, null)).faults).toEqual([])
  })

  test("where nothing may be written that is said, and nothing is lost", async () => {
    const archive = await opened("unwritable")
    await addCaptures(archive, [three[0]!], addedAt)
    const refused = archive.database.transaction(async (inside) => {
      await inside.script(store.name === "SQLite" ? "PRAGMA query_only = ON" : "SET TRANSACTION READ ONLY")
      await appendCaptures(inside, three, addedAt)
    })
    await expect(refused).rejects.toThrow(
      /^the archive .* cannot be used: (it|the database) may not be written to; /,
    )
    expect(await verifyArchive(archive, null)).toMatchObject({ captures: 1, faults: [] })
  })

  test("several may make the same archive at once", async () => {
    const made = await Promise.all([opened("made"), opened("made"), opened("made")])
    await Promise.all(made.map((archive, n) => addCaptures(archive, [three[n]!], addedAt)))
    expect(await verifyArchive(made[0], null)).toMatchObject({ captures: 3, faults: [] })
  })

  test("law: captures of every kind, in batches of every size, verify and come back", async () => {
    const captures = fc.array(
      fc.record({
        name: fc.string({ maxLength: 3, unit: "binary" }),
        text: fc.string(),
        at: fc.constantFrom(null, "2031", "2032"),
      }),
      { maxLength: 12 },
    )
    const storable = (text: string) => text.toWellFormed().replaceAll("\0", "\ufffd")
    await fc.assert(
      fc.asyncProperty(captures, fc.integer({ min: 1, max: 5 }), async (given, size) => {
        const archive = await openedArchive(await store.locationOf(`law${archives++}`))
        const all = given.map(({ name, text, at }) => capture(name, text.toWellFormed(), at))
        for (let at = 0; at < all.length; at += size)
          await addCaptures(archive, all.slice(at, at + size), addedAt)
        const keys = (list: readonly Capture[]) =>
          new Set(list.map((one) => JSON.stringify([storable(one.name), one.capturedAt, [...one.bytes]])))
        expect(keys(await kept(archive))).toEqual(keys(all))
        expect((await verifyArchive(archive, null)).faults).toEqual([])
        await archive.close()
      }),
      { numRuns: 12 },
    )
  })
}

test("a full disk is told, nothing that was kept is lost, and it goes on once there is room", async () => {
  const archive = await openedArchive(await realStores()[0]!.locationOf("full"))
  await addCaptures(archive, three.slice(0, 1), addedAt)
  const pagesMax = (pages: number) =>
    archive.database.transaction((inside) => inside.script(`PRAGMA max_page_count = ${pages}`))
  await pagesMax(1)
  const large = capture("large", Array.from({ length: 20_000 }, (_, n) => n * 7919).join(" "))
  await expect(addCaptures(archive, [three[1]!, large], addedAt)).rejects.toThrow(
    /^the archive .* cannot be used: the disk is full; make room and run it again, what was kept is safe$/,
  )
  expect(await verifyArchive(archive, null)).toMatchObject({ captures: 1, faults: [] })
  await pagesMax(1_000_000)
  await addCaptures(archive, [three[1]!, large], addedAt)
  expect(await verifyArchive(archive, null)).toMatchObject({ captures: 3, faults: [] })
  await archive.close()
})

test("what keeps a PostgreSQL archive from being opened is told, and never with the password", async () => {
  const cluster = await sharedCluster()
  if (cluster === null) return
  const address = await cluster.addressOf("refused")
  const password = encodeURIComponent(clusterPassword)
  for (const [wrong, told] of [
    [address.replace(password, "not-it%2F1"), "the password is wrong; give the right one"],
    [address.replace("//variorum:", "//nobody:"), "the password is wrong; give the right one"],
    [address.replace("/postgres?", "/elsewhere?"), "there is no such database; make it with createdb"],
    [
      address.replace(/host=[^&]*/, "host=%2Fnowhere"),
      "it is not there; look at the folder above it, or at the address",
    ],
  ] as const) {
    const opened = await openArchive(wrong, true, { connectMsMax: 1 })
    expect(opened).toMatchObject({ ok: false, error: expect.stringContaining(told) })
    for (const secret of [clusterPassword, password, "not-it"])
      expect(JSON.stringify(opened)).not.toContain(secret)
  }
})

test("a file that is no database, and a server that is not there", async () => {
  const file = join(import.meta.dirname, "archive.test.ts")
  expect(await openArchive(file, true)).toMatchObject({ ok: false, error: /cannot be opened: / })
  const away = await openArchive("postgres://me:secret@127.0.0.1:1/kept?password=secret", true, {
    connectMsMax: 1,
  })
  expect(away).toMatchObject({ ok: false, error: /postgres:\/\/me@127\.0\.0\.1:1\/kept cannot be/ })
  expect(JSON.stringify(away)).not.toContain("secret")
})
