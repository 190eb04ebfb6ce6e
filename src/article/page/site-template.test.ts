import { expect, test } from "vitest"
import { readPage } from "./read-page.ts"
import { learnTemplate, pageTexts } from "./site-template.ts"

const appeal =
  "The Gazette lives by its readers, and only by them; a cup of coffee a month keeps our boat afloat."

function page(n: number): string {
  const prose = `Ferry ${n} stopped in the sound on Tuesday evening, and its passengers, who had been told nothing, stayed aboard.`
  return `<html><title>Ferry ${n}</title><body><article><h1>Ferry ${n} adrift</h1><p>${prose}</p><p>${appeal}</p><p>It was the ${n}th night of the kind, said those on the quay, who had counted them all.</p></article></body></html>`
}

test("what repeats on a site's pages is its template, and is left out", () => {
  const template = learnTemplate([1, 2, 3, 4].map(page).map(pageTexts))
  expect(template).toEqual({ pages: 4, texts: [appeal] })
  expect(readPage(page(9), null, false).text).toContain(appeal)
  const { text, dropped } = readPage(page(9), null, true, template?.texts)
  expect(text).not.toContain(appeal)
  expect(text).toContain("It was the 9th night")
  expect(dropped.find((block) => block.step === "template")?.text).toBe(appeal)
})

test("versions of one article are no template, and the order of pages does not matter", () => {
  expect(learnTemplate([page(1), page(1), page(1), page(1)].map(pageTexts))).toBeNull()
  expect(learnTemplate([1, 2, 3, 2].map(page).map(pageTexts))).toEqual(
    learnTemplate([3, 2, 2, 1].map(page).map(pageTexts)),
  )
  expect(learnTemplate([])).toBeNull()
})

test("what two reports of three tell of the days before is theirs, and no template", () => {
  const background =
    "The ferry, which was built in 1911, stopped for the first time in March, when a bearing broke under the eastern pier."
  const pages = [1, 2, 3, 4, 5].map((n) =>
    n < 4 ? page(n).replace("</article>", `<p>${background}</p></article>`) : page(n),
  )
  expect(learnTemplate(pages.slice(0, 3).map(pageTexts))?.texts ?? []).not.toContain(background)
  expect(learnTemplate(pages.map(pageTexts))?.texts).toEqual([appeal])
})

test("law: on texts of the site that were not asked for a reading does not depend", () => {
  const pages = [1, 2, 3, 4].map(page)
  const texts = [...new Set(pages.flatMap((html) => pageTexts(html).texts.map(([text]) => text)))]
  for (let choice = 0; choice < 2 ** texts.length; choice += 37) {
    const some = texts.filter((_, at) => (choice >> at) & 1)
    const asked = new Set<string>()
    const reading = readPage(pages[0]!, null, true, some, null, { asked })
    expect(asked.size).toBeGreaterThan(0)
    const ofThese = some.filter((text) => asked.has(text))
    expect(readPage(pages[0]!, null, true, ofThese)).toEqual(reading)
    expect(
      readPage(pages[0]!, null, true, [...texts.filter((text) => !asked.has(text)), ...ofThese]),
    ).toEqual(reading)
  }
})
