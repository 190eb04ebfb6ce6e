import fc from "fast-check"
import { expect, test } from "vitest"
import { withoutArchiveMarks } from "./memento-page.ts"
import { mementoTime, readTimeMap } from "./read-timemap.ts"

const page = "https://gazette.example/ferry?a=1,2"
const kept = (time: string) => `https://kept.example/web/${time}/${page}`
const first = `<${kept("20310304103100")}>; rel="first memento"; datetime="Tue, 04 Mar 2031 10:31:00 GMT"`
const last = `<${kept("20310305080000")}>; rel="memento last"; datetime="Wed, 05 Mar 2031 08:00:00 GMT"`

/** Draws the original, the mementos' times and the further parts. */
function check(text: string, drawn: string | null): void {
  const map = readTimeMap(text)
  const shown = map && [map.original, ...map.mementos.map(({ at }) => at), ...map.further].join(" ")
  expect(shown).toBe(drawn)
}

test("links, in whatever order, with commas in addresses and in dates", () =>
  check(
    `<${page}>; rel="original",\n<https://kept.example/map>; rel="self"; type="application/link-format"; from="Tue, 04 Mar 2031 10:31:00 GMT",\n${last},\n${first},\n<https://kept.example/map/2>;rel="timemap";type="application/link-format"\n`,
    `${page} 2031-03-04T10:31:00Z 2031-03-05T08:00:00Z https://kept.example/map/2`,
  ))
test("JSON", () =>
  check(
    JSON.stringify({
      original_uri: page,
      mementos: { list: [{ datetime: "2031-03-04T10:31:00Z", uri: kept("20310304103100") }] },
      timemap_index: [{ uri: "https://kept.example/map/json/2" }],
    }),
    `${page} 2031-03-04T10:31:00Z https://kept.example/map/json/2`,
  ))
test("a memento twice, one without a time, and one that is no address", () =>
  check(
    `<${page}>; rel="original", ${first}, ${first}, <${kept("1")}>; rel="memento", <x>; rel=memento; datetime="Tue, 04 Mar 2031 10:31:00 GMT"`,
    `${page} 2031-03-04T10:31:00Z`,
  ))
test("a map that breaks off gives what came before", () =>
  check(`<${page}>; rel="original", ${first}, <https://kept.exa`, `${page} 2031-03-04T10:31:00Z`))
test("what is none", () => {
  for (const text of ["", "<p>A page</p>", "<html>", "{}", '{"original_uri":1}', `${first}`, "word", "<a>;"])
    check(text, null)
})
test("times", () => {
  expect(mementoTime("Tue, 04 Mar 2031 10:31:00 GMT")).toBe("2031-03-04T10:31:00Z")
  expect(mementoTime("yesterday")).toBeNull()
  expect(mementoTime(undefined)).toBeNull()
})
test("law: nothing throws, and the mementos stand in the order of their times", () => {
  const piece = fc.constantFrom(first, last, `<${page}>; rel="original"`, ",", ";", '"', "<", ">", "\\", " ")
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const times = readTimeMap(pieces.join(","))?.mementos.map(({ at }) => at) ?? []
      expect(times).toEqual([...times].sort())
    }),
  )
})

test("the archive's banner is not the page's, and its links lead where they led", () => {
  const html = `<head><script src="https://kept.example/_static/js/bundle.js"></script><link rel="canonical" href="https://kept.example/web/20310304103100/https://gazette.example/ferry"></head><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>Kept 12 times</div><!-- END WAYBACK TOOLBAR INSERT --><p>The ferry.</p><img src="/web/20310304103100im_/https://gazette.example/a.jpg"><!-- FILE ARCHIVED ON 10:31:00 -->`
  expect(withoutArchiveMarks(html, kept("20310304103100"), page)).toBe(
    `<head><link rel="canonical" href="https://gazette.example/ferry"></head><p>The ferry.</p><img src="https://gazette.example/a.jpg">`,
  )
  expect(withoutArchiveMarks("<p>The ferry.</p>", "https://kept.example/id/7", page)).toBe(
    "<p>The ferry.</p>",
  )
})
