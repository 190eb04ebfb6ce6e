import { expect, test } from "vitest"
import { readHtml } from "../../../test/read-html.ts"
import { touchesLeftOut } from "./left-out.ts"

const lines = [
  "The ferry struck the north pier at Pellan on Monday evening, and help came late.",
  "The crossing to the island will stay shut until Friday, and buses will not run in the meantime.",
]
const page = (beside: string) =>
  readHtml(
    `<html><head><title>Ferry hits pier</title></head><body><article><h1>Ferry hits pier</h1>${lines.map((line) => `<p>${line}</p>`).join("")}${beside}</article></body></html>`,
  )

/** `beside` stands on the page and is left out of its text. */
function check(before: string, after: string, touches: readonly string[]): void {
  const [earlier, later] = [page(before), page(after)]
  expect(earlier.text).toBe(later.text)
  expect(touchesLeftOut(earlier, later)).toEqual(touches)
}

const caption = (text: string) => `<figure><img src="/a.jpg"><figcaption>${text}</figcaption></figure>`
const aside = (text: string) => `<aside><p>${text}</p></aside>`

test("a figure, a name and a quotation in a caption", () => {
  const said = (words: string) => caption(`“${words},” said the harbour master, Ines Calder, at the pier.`)
  check(
    caption("Divers looked for 12 of the crew who were missing on Tuesday."),
    caption("Divers looked for 21 of the crew who were missing on Tuesday."),
    ["figure"],
  )
  check(said("Nobody could have seen it coming"), said("Everybody could have seen it coming"), ["quotation"])
})
test("a figure in a box", () =>
  check(
    aside("At least 12 people died when the ferry struck the pier."),
    aside("At least 21 people died when the ferry struck the pier."),
    ["figure"],
  ))
test("wording there is the site's", () =>
  check(
    caption("The pier was seen from the old harbour wall on Tuesday."),
    caption("The pier was viewed from the old harbour wall on Tuesday."),
    [],
  ))
test("what came or went whole", () => {
  check(caption("Divers looked for 12 of the crew who were missing on Tuesday."), "", [])
  check(
    caption("Divers looked for 12 of the crew who were missing on Tuesday."),
    caption("Herring came back to the sound after 30 years, the fishers say."),
    [],
  )
})
test("counters, links and what stands where menus do", () => {
  check(caption("12 comments."), caption("21 comments."), [])
  check(
    `<div class="share"><p>Already 140 people have shared this with their friends.</p></div>`,
    `<div class="share"><p>Already 152 people have shared this with their friends.</p></div>`,
    [],
  )
  check(
    `<nav><p>See all of the 140 reports on ferries that we have printed.</p></nav>`,
    `<nav><p>See all of the 152 reports on ferries that we have printed.</p></nav>`,
    [],
  )
})
