import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import type { Capture } from "../intake/index.ts"
import { addCaptures } from "./captures.ts"
import { type Archive, openArchive } from "./open-archive.ts"
import { siteTexts } from "./site-texts.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-site-texts-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let archives = 0

function opened(): Archive {
  const archive = openArchive(join(folder, String(archives++)), true)
  if (!archive.ok) throw new Error(archive.error)
  return archive.value
}

const appeal = "Help us keep the lamps of Skerrow lit: give what you can."

function page(site: string, n: number): Capture {
  const html = `<html><title>Night ${n}</title><body><h1>Night ${n} at the lamps</h1><p>It was the ${n}th night, and the keeper of lamp ${n} wrote ${n} lines about the weather, the ships and the birds.</p><p>${appeal}</p></body></html>`
  return {
    kind: "url",
    name: `https://${site}/night/${n}`,
    bytes: new TextEncoder().encode(html),
    mediaType: "text/html",
    charset: "utf-8",
    capturedAt: null,
  }
}

const pages = (site: string, count: number): readonly Capture[] =>
  Array.from({ length: count }, (_, n) => page(site, n + 1))

function learntFrom(captures: readonly Capture[]): readonly (readonly [string, readonly string[]])[] {
  const archive = opened()
  addCaptures(archive, captures, "2031-03-05T00:00:00Z")
  const found = [...siteTexts(archive)]
  expect([...siteTexts(archive)]).toEqual(found)
  archive.close()
  return found
}

test("what repeats on enough pages of a site is kept, www. or not", () => {
  expect(learntFrom([...pages("lamps.example", 8), ...pages("www.lamps.example", 1)])).toEqual([
    ["lamps.example", [appeal]],
  ])
  expect(learntFrom(pages("lamps.example", 7))).toEqual([])
})

test("a site that has grown is learnt anew", () => {
  const archive = opened()
  addCaptures(archive, pages("lamps.example", 7), "2031-03-05T00:00:00Z")
  expect(siteTexts(archive).size).toBe(0)
  addCaptures(archive, pages("lamps.example", 9), "2031-03-06T00:00:00Z")
  expect(siteTexts(archive).get("lamps.example")).toEqual([appeal])
  archive.close()
})

test("law: the order in which captures were added never matters", () => {
  const all = [...pages("lamps.example", 10), ...pages("other.example", 9)]
  const expected = new Map(learntFrom(all))
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(new Map(learntFrom(shuffled))).toEqual(expected)
    }),
    { numRuns: 8 },
  )
})
