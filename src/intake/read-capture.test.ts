import fc from "fast-check"
import { expect, test } from "vitest"
import type { Capture } from "./capture.ts"
import { intakeGapText } from "./gap-text.ts"
import { readCapture } from "./read-capture.ts"

function captureOf(content: string | Uint8Array, given: Partial<Capture> = {}): Capture {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  return { kind: "file", name: "a.txt", bytes, mediaType: null, charset: null, capturedAt: null, ...given }
}

/** Draws a reading as one line a document or gap. */
function check(content: string | Uint8Array, given: Partial<Capture>, drawn: readonly string[]): void {
  const { documents, gaps } = readCapture(captureOf(content, given))
  const lines = documents.map(({ id, source, content: c }) => {
    const body = c.kind === "html" ? c.html : c.kind === "text" ? c.text : c.fields.text
    const kind = c.kind === "text" && c.markdown ? "markdown" : c.kind
    return `${source.member ?? "whole"} ${id ?? "-"} ${kind} ${JSON.stringify(body)}`
  })
  for (const gap of gaps) lines.push(`gap ${gap.member ?? "whole"} ${gap.kind}`)
  expect(lines).toEqual(drawn)
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? "\ufeff" : ""), ...text].map((c) => c.charCodeAt(0))
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

test("plain text is kept as it is, without a byte order mark", () => {
  check("  Two\r\nlines\n", {}, ['whole - text "  Two\\r\\nlines\\n"'])
  check("\ufeffThe ferry", {}, ['whole - text "The ferry"'])
})

test("encodings, declared and not", () => {
  const said = 'whole - text "Café \u201csaid\u201d"'
  check(utf16("Café “said”", false, true), {}, [said])
  check(utf16("Café “said”", true, true), {}, [said])
  check(utf16("The ferry sank", false, false), {}, ['whole - text "The ferry sank"'])
  check(utf16("The ferry sank", true, false), {}, ['whole - text "The ferry sank"'])
  check(latin1("Caf\xe9 \x93said\x94"), {}, [said])
  check(latin1("Caf\xe9 \x93said\x94"), { charset: "iso-8859-1" }, [said])
  check("Café “said”", { charset: "iso-8859-1" }, [said])
  check(latin1("\xcf\xe0\xf0\xee\xec"), { charset: "windows-1251" }, ['whole - text "Паром"'])
  check(latin1("\xcf\xe0\xf0\xee\xec"), { charset: "no-such-charset" }, ['whole - text "Ïàðîì"'])
  const page = latin1('<html><meta charset="windows-1251"><p>\xcf\xe0\xf0\xee\xec</p>')
  check(page, {}, ['whole - html "<html><meta charset=\\"windows-1251\\"><p>Паром</p>"'])
  check(new TextEncoder().encode("Fährhafen — Brücke").subarray(0, 18), {}, [
    'whole - text "Fährhafen — Br\ufffd"',
  ])
})

test("kinds by content, name and media type", () => {
  check("<!DOCTYPE html><p>x</p>", {}, ['whole - html "<!DOCTYPE html><p>x</p>"'])
  check("<div><p>x</p></div>", { name: "a" }, ['whole - html "<div><p>x</p></div>"'])
  check("a < b", { name: "a", mediaType: "text/html" }, ['whole - html "a < b"'])
  check("# Ferry", { name: "a.md" }, ['whole - markdown "# Ferry"'])
  check("<rss></rss>", {}, ["gap whole no-text"])
  check("<urlset></urlset>", {}, ["gap whole unsupported"])
  check("{curly} prose", {}, ['whole - text "{curly} prose"'])
})

test("JSON: one article, a list, one a line, and what is wrong with some", () => {
  check('{"id":7,"text":"Hello","authors":["A B"]}', { name: "a" }, ['whole 7 fields "Hello"'])
  check('{"html":"<p>x"}', {}, ['whole - html "<p>x"'])
  check('[{"id":"a","articleBody":"x"},{"title":"y"}]', { name: "a.json" }, [
    'item 1 a fields "x"',
    "gap item 2 no-text",
  ])
  check('{"id":"a","text":"x"}\n\n{"id":"b",\n{"id":"c","text":"z"}\n', { name: "a.jsonl" }, [
    'line 1 a fields "x"',
    'line 4 c fields "z"',
    "gap line 3 bad-json",
  ])
  check('{"id":"a","text":"x"}\n{"id":"b","text":"y"}', { name: "a.json" }, [
    'line 1 a fields "x"',
    'line 2 b fields "y"',
  ])
  check("{", { name: "a.json" }, ["gap whole bad-json"])
  check('{"text":"lone \\ud800"}', {}, ['whole - fields "lone \ufffd"'])
  check('{"text":"x","__proto__":{"id":"evil"},"constructor":1}', {}, ['whole - fields "x"'])
})

test("what is no text is refused", () => {
  check("", {}, ["gap whole empty"])
  check(" \n\t", {}, ["gap whole empty"])
  check("%PDF-1.7 …", {}, ["gap whole binary"])
  check(new Uint8Array(400).fill(3), {}, ["gap whole binary"])
  check(
    Uint8Array.from({ length: 400 }, (_, i) => i % 2),
    {},
    ["gap whole binary"],
  )
  check("\u0000\u0000\u0000\u0018ftypmp42 and more of it", {}, ["gap whole binary"])
  check("plain words", { mediaType: "image/jpeg" }, ["gap whole binary"])
  const limits = { documentBytesMax: 8, containerBytesMax: 100, documentsMax: 2 }
  const kinds = (content: string, name: string) =>
    readCapture(captureOf(content, { name }), limits).gaps.map((gap) => gap.kind)
  expect(kinds("more than eight", "a.txt")).toEqual(["too-large"])
  expect(kinds("x".repeat(101), "a.txt")).toEqual(["too-large"])
  expect(kinds('{"a":1}\n{"a":1}\n{"a":1}\n', "a.jsonl")).toEqual(["no-text", "no-text", "too-large"])
})

test("a gap is one line that names the input and what to do", () => {
  const [gap] = readCapture(captureOf("{", { name: "folder/a\nb.json" })).gaps
  expect(intakeGapText(gap!)).toBe(
    "folder/a b.json: is not valid JSON (at character 1); correct it, or leave it out",
  )
})

test("law: all bytes give documents or gaps, never an exception, and the same twice", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom("a", "a.json", "a.html", "a.jsonl"),
      (bytes, name) => {
        const once = readCapture(captureOf(bytes, { name }))
        expect(once.documents.length + once.gaps.length).toBeGreaterThan(0)
        expect(readCapture(captureOf(bytes, { name }))).toEqual(once)
      },
    ),
  )
})
