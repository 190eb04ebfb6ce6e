import { expect, test } from "vitest"
import { reportOf } from "../../test/records/record-builder.ts"
import { compareReports } from "./compare-reports.ts"

/** Rows as `kind: cell | cell`, differing words in brackets by their kind's first letter, ⇄ before a moved cell. */
function drawn(...texts: readonly string[]): readonly string[] {
  const reports = texts.map((text, i) => reportOf({ siglum: `R${i + 1}`, text }))
  return compareReports(reports).rows.map(({ kind, cells }) => {
    const drawnCells = cells.map((cell, r) => {
      if (cell === null) return "–"
      let shown = cell.isMoved ? "⇄" : ""
      let at = cell.start
      for (const words of cell.differences) {
        shown += `${texts[r]!.slice(at, words.start)}${words.kind[0]}[${texts[r]!.slice(words.start, words.end)}]`
        at = words.end
      }
      return shown + texts[r]!.slice(at, cell.end)
    })
    return `${kind}: ${drawnCells.join(" | ")}`
  })
}

const bridge = "The bridge was closed on Monday after divers found 41 cracks."
const repair = "Repairs will take the rest of the winter, engineers said."
const ferry = "A ferry carries passengers until the spring."

test.each<[string, readonly string[], readonly string[]]>([
  ["the same", [bridge, bridge], [`same: ${bridge} | ${bridge}`]],
  [
    "only marks differ",
    [bridge, bridge.replace("Monday", "Monday,")],
    [`same: ${bridge} | ${bridge.replace("Monday", "Monday,")}`],
  ],
  [
    "a figure",
    [bridge, bridge.replace("41", "43")],
    [`differs: ${bridge.replace("41", "f[41]")} | ${bridge.replace("41", "f[43]")}`],
  ],
  [
    "a word left out",
    [repair, repair.replace(" of the winter", "")],
    [
      `differs: ${repair.replace("of the winter", "d[of the winter]")} | ${repair.replace(" of the winter", "")}`,
    ],
  ],
  [
    "in one only, each in its place",
    [`${bridge} ${repair}`, `${ferry} ${repair}`],
    [`alone: ${bridge} | –`, `alone: – | ${ferry}`, `same: ${repair} | ${repair}`],
  ],
  [
    "moved",
    [`${bridge} ${repair} ${ferry}`, `${repair} ${ferry} ${bridge}`],
    [`same: ${bridge} | ⇄${bridge}`, `same: ${repair} | ${repair}`, `same: ${ferry} | ${ferry}`],
  ],
  ["three", [bridge, ferry, bridge], [`differs: ${bridge} | – | ${bridge}`, `alone: – | ${ferry} | –`]],
  [
    "three, each beside the base: what one replaces and another lacks is replaced",
    [repair, repair.replace("winter", "spring"), repair.replace(" of the winter", "")],
    [
      `differs: ${repair.replace("of the winter", "d[of the] c[winter]")} | ${repair.replace("winter", "c[spring]")} | ${repair.replace(" of the winter", "")}`,
    ],
  ],
  ["nothing to compare", ["", bridge], [`alone: – | ${bridge}`]],
])("%s", (_, texts, rows) => {
  expect(drawn(...texts)).toEqual(rows)
})

test("no report repeats or loses a sentence, however long; the longest are cut and it is said", () => {
  const long = Array.from({ length: 450 }, (_, i) => `Sentence ${i} of many tells of boat ${i % 7}.`)
  const reports = [long, [...long].reverse()].map((list, i) =>
    reportOf({ siglum: `R${i}`, text: list.join(" ") }),
  )
  const { rows, isCut } = compareReports(reports)
  expect(isCut).toBe(true)
  for (const column of [0, 1]) {
    const seen = rows.flatMap((row) => row.cells[column]?.sentence ?? [])
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(400)
  }
})

test("a text without stops is told to differ, and not word by word", () => {
  const endless = "word after word ".repeat(20_000)
  const reports = [`${endless}one.`, `${endless}two.`].map((text, i) => reportOf({ siglum: `R${i}`, text }))
  const { rows } = compareReports(reports)
  expect(rows.map((row) => [row.kind, row.cells[0]!.differences.length])).toEqual([["differs", 1]])
})

test("what differs in case, quotation marks or punctuation alone is told apart and counted once for all columns", () => {
  const texts = ["“The Bridge opens,” she said today.", '"The bridge opens" she said today.']
  const { rows } = compareReports(texts.map((text, i) => reportOf({ siglum: `R${i}`, text })))
  expect(rows.map(({ kind, trivial }) => [kind, trivial])).toEqual([["same", 4]])
  expect(
    rows[0]!.cells.map((cell, r) => cell!.trivial.map(({ start, end }) => texts[r]!.slice(start, end))),
  ).toEqual([
    ["“", "Bridge", ",", "”"],
    ['"', "bridge", '"'],
  ])
})

test("a moved sentence names the row it stands after in its own report", () => {
  const reports = [`${bridge} ${repair} ${ferry}`, `${repair} ${ferry} ${bridge}`].map((text, i) =>
    reportOf({ siglum: `R${i}`, text }),
  )
  const { rows } = compareReports(reports)
  expect(rows.map(({ cells }) => cells[1]!.movedFrom)).toEqual([3, null, null])
})

test("marks among words that differ are told with them", () => {
  const texts = ["The bridge, built (in 1931) of iron, is shut.", "The bridge is shut."]
  const { rows } = compareReports(texts.map((text, i) => reportOf({ siglum: `R${i}`, text })))
  const [cell] = rows[0]!.cells
  expect(cell!.differences.map(({ start, end }) => texts[0]!.slice(start, end))).toEqual([
    "built (in 1931) of iron",
  ])
  expect(cell!.trivial.map(({ start, end }) => texts[0]!.slice(start, end))).toEqual([",", ","])
  expect(rows[0]!.trivial).toBe(2)
})
