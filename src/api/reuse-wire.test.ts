import { expect, test } from "vitest"
import { traceLineage } from "../reuse/index.ts"
import {
  cutNote,
  decodeFingerprints,
  decodeReusePair,
  decodeReuseReport,
  lineageLines,
} from "./reuse-wire.ts"

const text = "The harbour office closed both piers at noon after the storm."

function check(line: unknown, message: string): void {
  const decoded = decodeReuseReport(line)
  expect(decoded.ok ? "" : decoded.error.message).toBe(message)
}

test("a line needs an id", () => check({ text }, "id is not a string"))
test("a number is an id", () => check({ id: 7, text }, ""))
test("a line needs a text", () => check({ id: "a", text: null }, "text is not a string"))
test("no object at all", () => check(null, "id is not a string"))
test("fields of a wrong type are not given", () =>
  check({ id: "a", text, furniture: [{ start: -1, end: 3 }, 4], credits: "x", url: "no address" }, ""))

test("what is known of a report is kept", () => {
  const decoded = decodeReuseReport({
    id: "a",
    text,
    url: "https://www.gazette.example/ferry",
    furniture: [{ start: 0, end: 3, kind: "share" }],
    credits: [{ start: 4, end: 9, kind: "agency", names: ["Coastwire", 5] }],
  })
  expect(decoded.ok && decoded.value).toMatchObject({
    site: "gazette.example",
    setAside: [{ start: 0, end: 3 }],
    credits: [{ start: 4, end: 9, kind: "agency", names: ["Coastwire"] }],
  })
})

test("a pair needs two reports", () => {
  const decoded = decodeReusePair({ a: { id: "a", text }, b: { id: "a", text } })
  expect(decoded.ok).toBe(false)
})

test("fingerprints are pairs of numbers", () => {
  expect(decodeFingerprints({ id: "a", fingerprints: [[1, "x"]] }).ok).toBe(false)
  expect(decodeFingerprints({ id: "a", fingerprints: [[1, 0]] }).ok).toBe(true)
})

test("links, then groups", () => {
  const reports = ["b", "a"].map((id) => {
    const decoded = decodeReuseReport({ id, text })
    if (!decoded.ok) throw new Error(decoded.error.message)
    return decoded.value
  })
  const whole = { start: 0, end: text.length - 1 }
  expect([...lineageLines(traceLineage(reports))]).toEqual([
    {
      type: "link",
      a: "a",
      b: "b",
      kind: "identical",
      aShare: 1,
      bShare: 1,
      passages: [{ a: whole, b: whole, kind: "verbatim" }],
      direction: null,
      reasons: [
        "every counted word is the same",
        "nothing tells which came first: both may come from one source",
      ],
    },
    { type: "group", id: "a", members: ["a", "b"], origin: null },
  ])
})

test("what was too much to be compared is said", () => {
  const nothing = { links: [], texts: [], rewrites: [], background: [] }
  expect(cutNote(nothing)).toBe(null)
  expect(cutNote({ ...nothing, cut: { postings: 7, candidates: 0 } })).toBe(
    "phrases that stand in more than 48 texts brought only the nearest of these together, 7 times",
  )
})
