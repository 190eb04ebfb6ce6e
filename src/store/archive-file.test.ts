import { describe, expect, test } from "vitest"
import { lacksStore, openedArchive, realStores, type Store } from "../../test/stores.ts"
import type { Capture } from "../intake/index.ts"
import { addCaptures, archiveHead } from "./captures.ts"
import type { Archive } from "./open-archive.ts"
import { readArchiveFile } from "./read-archive-file.ts"
import { removeCaptures } from "./removals.ts"
import { verifyArchive } from "./verify-archive.ts"
import { watchPages } from "./watched-pages.ts"
import { writeArchiveFile } from "./write-archive-file.ts"

const addedAt = "2031-03-05T00:00:00Z"
let archives = 0

function page(name: string, text: string): Capture {
  const bytes = new Uint8Array(Buffer.from(text))
  const answer = { status: 200, headers: [["etag", "1"]] as const }
  return { kind: "url", name, bytes, mediaType: "text/html", charset: null, capturedAt: null, answer }
}

async function linesOf(archive: Archive): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of writeArchiveFile(archive)) lines.push(line)
  return lines
}

async function* given(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

const [sqlite, postgres] = realStores()

describe.skipIf(lacksStore(postgres!))("a whole archive as a file", () => {
  const opened = async (store: Store) => openedArchive(await store.locationOf(`file${archives++}`))

  async function filled(store: Store): Promise<Archive> {
    const archive = await opened(store)
    const same = ["https://a.example/", "https://b.example/"].map((name) => page(name, "the same"))
    await addCaptures(
      archive,
      [...same, page("https://c.example/", "gone"), page("https://d.example/", "")],
      addedAt,
    )
    await addCaptures(
      archive,
      Array.from({ length: 230 }, (_, n) => page(`https://e.example/${n}`, `${n}`)),
      addedAt,
    )
    await watchPages(archive, ["https://a.example/"], 7)
    for (const target of ["https://c.example/", "https://a.example/"])
      await removeCaptures(archive, target, { reason: "r", removedBy: "ann", removedAt: addedAt })
    return archive
  }

  for (const [from, to] of [
    [sqlite!, postgres!],
    [postgres!, sqlite!],
  ] as const)
    test(`from ${from.name} to ${to.name} and out again it is the same`, async () => {
      const [one, two] = [await filled(from), await opened(to)]
      const lines = await linesOf(one)
      const head = await archiveHead(one)
      expect(await readArchiveFile(two, given(lines))).toEqual({ ok: true, value: { added: 234, head } })
      expect(await verifyArchive(two, head)).toEqual(await verifyArchive(one, head))
      expect((await verifyArchive(two, head)).removed).toHaveLength(2)
      expect(await linesOf(two)).toEqual(lines)
      // A second time nothing is new, and captures go on behind it.
      expect(await readArchiveFile(two, given(lines))).toMatchObject({ ok: true, value: { added: 0 } })
      await addCaptures(two, [page("https://f.example/", "more")], addedAt)
      expect((await verifyArchive(two, head)).faults).toEqual([])
      for (const archive of [one, two]) await archive.close()
    })

  async function check(
    change: (lines: readonly string[]) => readonly string[],
    error: RegExp,
  ): Promise<void> {
    const [one, two] = [await filled(sqlite!), await opened(sqlite!)]
    const lines = await linesOf(one)
    expect(await readArchiveFile(two, given(change(lines)))).toMatchObject({ ok: false, error })
    expect((await verifyArchive(two, null)).faults).toEqual([])
    // What is wrong with a file never stands in the way of the whole one.
    expect(await readArchiveFile(two, given(lines))).toMatchObject({ ok: true })
    for (const archive of [one, two]) await archive.close()
  }
  test("a file that was cut off", () => check((lines) => lines.slice(0, 150), /was cut off/))
  test("a capture that was changed", () =>
    check((lines) => lines.with(7, lines[7]!.replace("text/html", "text/plain")), /capture 5 .* was changed/))
  test("bytes that were changed", () =>
    check(
      (lines) => lines.with(8, lines[8]!.replace(/"bytes":"\w+/, '"bytes":"eHl6')),
      /bytes of capture 6 .* were changed/,
    ))
  test("a capture that was taken out", () =>
    check((lines) => lines.toSpliced(9, 1), /capture 8 .* does not follow/))
  test("another file", () => check((lines) => ["{}", ...lines], /line 1 of the file is none/))

  test("an archive with captures of its own takes none in", async () => {
    const [one, two] = [await filled(sqlite!), await opened(sqlite!)]
    await addCaptures(two, [page("https://z.example/", "own")], addedAt)
    expect(await readArchiveFile(two, given(await linesOf(one)))).toMatchObject({
      ok: false,
      error: /captures of its own/,
    })
    for (const archive of [one, two]) await archive.close()
  })
})
