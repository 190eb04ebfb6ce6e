import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { bridgeRecord } from "../../test/records/bridge-record.ts"
import { atTextLevel, oneStory, sentenceHashes, type TextLevel, textLevels } from "../api/index.ts"
import { sha256Hex } from "../base/index.ts"
import { renderDossier, renderStoryFile } from "./dossier.ts"

const story = bridgeRecord.stories[0]!
const assets = [
  { path: "site.css", content: "body{color:#111}" },
  { path: "site.js", content: "" },
]
const fileAt = (text: TextLevel) => renderStoryFile(bridgeRecord, { assets, story, text })
const full = fileAt("full")

test.each(textLevels)("%s: every link of the one file is an anchor in it, and an id stands once", (level) => {
  const html = fileAt(level)
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!)
  expect(new Set(ids).size).toBe(ids.length)
  const known = new Set(ids)
  const local = [...html.matchAll(/\shref="([^"]*)"/g)]
    .map((match) => match[1]!)
    .filter((href) => !/^https?:/.test(href))
  expect(local.filter((href) => !href.startsWith("#") || !known.has(href.slice(1)))).toEqual([])
  for (const attribute of ["aria-labelledby", "aria-describedby", "for"])
    for (const [, names] of html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g")))
      expect(
        names!.split(" ").filter((name) => !known.has(name)),
        attribute,
      ).toEqual([])
})

test("the one file needs nothing beside it: no script, no address to load, one style that its policy names", () => {
  expect(full).not.toMatch(/<script|<link|<img|<[^>]+\s(?:src|style)=/)
  const styles = /<style>([\s\S]*)<\/style>/.exec(full)![1]!
  const hash = createHash("sha256").update(styles).digest("base64")
  expect(full).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
  expect(full.match(/<h1[\s>]/g)).toHaveLength(1)
})

test("all screens of the story stand in the one file", () => {
  for (const id of [
    "cover",
    "index",
    "statements",
    "q.1",
    "f.1",
    "reports",
    "r.LOR1",
    "lineage",
    "timeline",
    "history",
    "asks",
    "gaps",
    "compare",
    "about",
  ])
    expect(full, id).toContain(`<section class="part" id="${id}">`)
})

test("a count names its note, and every note is named", () => {
  const notes = [...full.matchAll(/<section class="drawer" id="([^"]*)" data-note="(\d+)"/g)]
  expect(notes.map(([, , number]) => Number(number))).toEqual(notes.map((_, at) => at + 1))
  const links = full.replaceAll('data-drawer=""', "data-drawer")
  for (const [, id, number] of notes)
    expect(links).toContain(`href="#${id}" data-drawer data-note="${number}"`)
})

test.each([
  ["quoted", true, false, true],
  ["full", true, true, true],
  ["offsets", false, false, false],
] as const)(
  "%s: what is kept of the text, in every file of the dossier",
  (text, sentence, uncited, wording) => {
    const files = renderDossier(bridgeRecord, { assets, story, text })
    const all = files.map((file) => file.content).join("\n")
    expect(all.includes("divers found 43 cracks in its eastern piers")).toBe(sentence)
    expect(all.includes("Ten walks for a long weekend")).toBe(uncited)
    expect(all.includes("gamble with anyone")).toBe(wording)
    expect(files.some((file) => file.path.includes("/c/"))).toBe(text === "full")
    expect(files.find((file) => file.path === "whole.html")!.content).toBe(fileAt(text))
    const cover = files.find((file) => file.path === "index.html")!.content
    expect(cover).toContain(
      { quoted: "the sentences that a claim cites", full: "the whole text", offsets: "none of the reports" }[
        text
      ],
    )
  },
)

test("law: what is left out stays as long as it was, and a sentence that is kept has the hash of the whole record", () => {
  const whole = oneStory(bridgeRecord, story)
  const noted = sentenceHashes(whole)
  expect(noted.length).toBeGreaterThan(10)
  for (const level of textLevels) {
    const cut = atTextLevel(whole, level)
    for (const [at, report] of cut.reports.entries()) {
      expect(report.text.length).toBe(whole.reports[at]!.text.length)
      for (const { start, end } of report.leftOut ?? [])
        expect(report.text.slice(start, end)).toMatch(/^[\s·]*$/)
    }
    const texts = new Map(cut.reports.map(({ id, text }) => [id, text]))
    const holding = noted.filter(
      ({ report, start, end, sha256 }) => sha256Hex(texts.get(report)!.slice(start, end)) === sha256,
    )
    expect(holding.length, level).toBe(level === "offsets" ? 0 : noted.length)
  }
})

test("the record of one story holds its reports and their inputs, and nothing of another", () => {
  const other = { ...story, id: "other", reports: [bridgeRecord.reports[0]!.id] }
  const alone = oneStory({ ...bridgeRecord, stories: [story, other] }, other)
  expect(alone.reports.map(({ siglum }) => siglum)).toEqual(["LOR1"])
  expect(alone.stories).toEqual([other])
  expect(alone.made.inputs.filter(({ ok }) => ok)).toHaveLength(1)
})
