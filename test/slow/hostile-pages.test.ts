import { expect, test } from "vitest"
import { hostilePages } from "../hostile-pages.ts"
import { faultsOf, readHtml } from "../read-html.ts"

/** Just below the limit of a page, so that all of it is read. */
const size = 8_300_000
/** Two seconds are the promise, and what `npm run bench extract` shows; a busy machine gets ten times as long. */
const millisecondsMax = 20_000

for (const { name, html } of hostilePages)
  test(`a hostile page of full size is read in bounded time: ${name}`, { timeout: millisecondsMax }, () => {
    expect(faultsOf(readHtml(html(size)))).toEqual([])
  })

test("a page beyond the limit is cut, and says so", { timeout: millisecondsMax }, () => {
  const { text, shortfalls } = readHtml("<p>The ferry stopped in the sound.</p>\n".repeat(2_500_000))
  expect(text.length).toBeGreaterThan(30)
  expect(shortfalls).toContainEqual({ kind: "over-limit", detail: "the page was cut at its limit" })
})
