import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import * as fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import type { Capture } from "../intake/index.ts"
import { addCaptures, archiveHead, readCaptures } from "./captures.ts"
import { type Archive, archiveFileName, openArchive } from "./open-archive.ts"
import { verifyArchive } from "./verify-archive.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-archive-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const addedAt = "2031-03-05T00:00:00Z"
let archives = 0

function capture(name: string, text: string, capturedAt: string | null = null): Capture {
  const bytes = new Uint8Array(Buffer.from(text))
  return { kind: "url", name, bytes, mediaType: "text/html", charset: null, capturedAt }
}

function opened(name: string): Archive {
  const archive = openArchive(join(folder, name), true)
  if (!archive.ok) throw new Error(archive.error)
  return archive.value
}

const three = ["a", "b", "c"].map((name) => capture(name, `page ${name} `.repeat(50)))

/** Keeps three captures, lets `meddle` at the database, and draws what verify says. */
function check(meddle: string, drawn: readonly string[], head: string | null = null): void {
  const archive = opened(`meddled-${archives++}`)
  addCaptures(archive, three, addedAt)
  const noted = head === "noted" ? archiveHead(archive) : head
  archive.database.exec(`PRAGMA foreign_keys = OFF; DROP TRIGGER capture_never_changes; ${meddle}`)
  expect(verifyArchive(archive, noted).faults).toEqual(drawn)
  archive.close()
}

test("what is kept comes back byte for byte, oldest first, also after closing", () => {
  const archive = opened("kept")
  const answered = {
    ...capture("d", "d"),
    answer: { status: 200, headers: [["etag", "1"]] as const },
    recordId: "<urn:x>",
  }
  addCaptures(archive, [...three, answered], addedAt)
  archive.close()
  const again = opened("kept")
  const plain = (list: Iterable<Capture>) => [...list].map((one) => ({ ...one, bytes: [...one.bytes] }))
  expect(plain([...readCaptures(again)].map(({ capture }) => capture))).toEqual(plain([...three, answered]))
  expect(verifyArchive(again, null)).toEqual({ captures: 4, head: archiveHead(again), faults: [] })
  again.close()
})

test("the same bytes from the same place at the same time are kept once; at another time, again", () => {
  const archive = opened("once")
  const kept = addCaptures(
    archive,
    [capture("a", "x"), capture("a", "x"), capture("a", "x", "2031-03-04"), capture("b", "x")],
    addedAt,
  )
  expect(kept.map(({ seq, isNew }) => [seq, isNew])).toEqual([
    [1, true],
    [1, false],
    [2, true],
    [3, true],
  ])
  archive.close()
})

test("a capture is never changed", () => {
  const archive = opened("immutable")
  addCaptures(archive, three, addedAt)
  expect(() => archive.database.exec("UPDATE capture SET name = 'z'")).toThrow("never changed")
  archive.close()
})

test("an archive with nothing wrong", () => check("", [], "noted"))
test("bytes changed", () =>
  check(
    "UPDATE blob SET bytes = x'00', coding = 'none' WHERE sha256 = (SELECT sha256 FROM capture WHERE seq = 2)",
    ["capture 2 (b): its bytes were changed"],
  ))
test("bytes gone", () =>
  check("DELETE FROM blob WHERE sha256 = (SELECT sha256 FROM capture WHERE seq = 1)", [
    "capture 1 (a): its bytes are missing or damaged",
  ]))
test("a time changed", () =>
  check("UPDATE capture SET captured_at = '2031-01-01' WHERE seq = 2", [
    "capture 2 (b): what the archive says of it was changed",
  ]))
test("a capture taken out of the middle", () =>
  check("DELETE FROM capture WHERE seq = 2", [
    "capture 3 (c): the one before it is missing",
    "capture 3 (c): it does not follow the one before it",
  ]))
test("the newest taken out: only a head noted elsewhere shows it", () => {
  check("DELETE FROM capture WHERE seq = 3", [])
  const archive = opened("head")
  addCaptures(archive, three, addedAt)
  const head = archiveHead(archive)
  check(
    "DELETE FROM capture WHERE seq = 3",
    [`the head ${head} is not in the chain: captures were changed or taken out`],
    head,
  )
  archive.close()
})
test("a head noted earlier still holds", () => {
  const archive = opened("grown")
  addCaptures(archive, three.slice(0, 2), addedAt)
  const head = archiveHead(archive)
  addCaptures(archive, three, addedAt)
  expect(verifyArchive(archive, head).faults).toEqual([])
  archive.close()
})

test("two writers at once lose nothing", () => {
  const [one, two] = [opened("shared"), opened("shared")]
  for (let n = 0; n < 20; n++) addCaptures(n % 2 ? one : two, [capture(`p${n}`, `${n}`)], addedAt)
  expect(verifyArchive(one, null)).toMatchObject({ captures: 20, faults: [] })
  one.close()
  two.close()
})

test("an archive from a newer program, a folder that is none, and a file that is no database", () => {
  opened("newer").close()
  const database = new DatabaseSync(join(folder, "newer", archiveFileName))
  database.exec("INSERT INTO migration VALUES ('2999-01-01-later')")
  database.close()
  expect(openArchive(join(folder, "newer"), true)).toMatchObject({ ok: false, error: /newer variorum/ })
  expect(openArchive(join(folder, "nowhere"), false)).toMatchObject({ ok: false, error: /no archive in/ })
  expect(openArchive(join(import.meta.dirname, "archive.test.ts"), true)).toMatchObject({ ok: false })
})

test("law: captures of every kind, in batches of every size, verify and come back", () => {
  const captures = fc.array(
    fc.record({
      name: fc.string({ maxLength: 3 }),
      text: fc.string(),
      at: fc.constantFrom(null, "2031", "2032"),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(captures, fc.integer({ min: 1, max: 5 }), (given, size) => {
      const archive = opened(`law-${archives++}`)
      const all = given.map(({ name, text, at }) => capture(name.toWellFormed(), text.toWellFormed(), at))
      for (let at = 0; at < all.length; at += size) addCaptures(archive, all.slice(at, at + size), addedAt)
      const keys = (list: readonly Capture[]) =>
        new Set(list.map((one) => JSON.stringify([one.name, one.capturedAt, [...one.bytes]])))
      expect(keys([...readCaptures(archive)].map((kept) => kept.capture))).toEqual(keys(all))
      expect(verifyArchive(archive, null).faults).toEqual([])
      archive.close()
    }),
    { numRuns: 20 },
  )
})
