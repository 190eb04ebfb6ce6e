import { generateStories } from "../bench/generated-stories.ts"
import { learnTemplate, pageTexts, type SiteTemplate } from "../src/article/index.ts"
import { readPage } from "../src/article/page/read-page.ts"
import type { EvalMeasure } from "./measure.ts"

/** What a site prints on its pages in the markup of its article, so that nothing but its repetition tells it. */
const houseTexts: readonly (readonly string[])[] = [
  [
    "Our reporters stand on the quay in all weathers, and a cup of coffee a month keeps them there, as you will know.",
  ],
  [
    "The editors may be found above the bakery on Mondays, when the door is open and the stove is lit.",
    "Letters are printed on Saturdays",
  ],
  ["This paper was founded by two fishermen and a schoolmaster, and has belonged to its readers ever since."],
  ["Prices are those of the day of printing, and boats may leave before the hour that is printed here."],
]
const sites = 12
const pagesPerSite = 9

/** Sites made here: blocks taken for the article's that are the site's, and the article's that are lost, without and with what was learnt from other pages of the site. */
export const siteTemplates: EvalMeasure = {
  name: "article/site-templates",
  needs: [],
  run: async () => {
    const across = measureSites((site, n) => n * sites + site, sites, pagesPerSite)
    const within = measureSites((site, n) => site * pagesPerSite + n, pagesPerSite, sites)
    return {
      "site's lines left in, without": across.without.leaked / across.without.house,
      "site's lines left in, learnt": across.learnt.leaked / across.learnt.house,
      "written lines lost, without": across.without.lost / across.without.written,
      "written lines lost, learnt": across.learnt.lost / across.learnt.written,
      "written lines lost, learnt from one story": within.learnt.lost / within.learnt.written,
    }
  },
}

/** Sites whose `n`th page is the report at `placeOf(site, n)` of `stories` stories. */
function measureSites(
  placeOf: (site: number, n: number) => number,
  reportsPerStory: number,
  stories: number,
): { readonly without: Tally; readonly learnt: Tally } {
  const without = { leaked: 0, lost: 0, house: 0, written: 0 }
  const learnt = { leaked: 0, lost: 0, house: 0, written: 0 }
  const reports = [...generateStories({ stories, reportsPerStory, seed: 11 })]
  for (let site = 0; site < sites; site++) {
    const house = houseTexts[site % houseTexts.length]!
    const pages = Array.from({ length: pagesPerSite }, (_, n) => {
      const { title, text } = reports[placeOf(site, n)]!
      const written = text.split(/\n+/).filter((line) => line.trim() !== "")
      return { html: pageOf(`${title} ${n}`, written, house), written }
    })
    for (const page of pages) {
      const template = learnTemplate(
        pages.filter((other) => other !== page).map(({ html }) => pageTexts(html)),
      )
      tally(without, page, house, null)
      tally(learnt, page, house, template)
    }
  }
  return { without, learnt }
}

interface Tally {
  leaked: number
  lost: number
  house: number
  written: number
}

function pageOf(title: string, written: readonly string[], house: readonly string[]): string {
  const paragraphs = [written[0] ?? "", ...house, ...written.slice(1)].map((text) => `<p>${text}</p>`)
  return `<html lang="en"><head><title>${title}</title></head><body><div class="a"><h1>${title}</h1>${paragraphs.join("")}</div></body></html>`
}

function tally(
  sums: Tally,
  page: { readonly html: string; readonly written: readonly string[] },
  house: readonly string[],
  template: SiteTemplate | null,
): void {
  const { text } = readPage(page.html, null, false, template?.texts)
  sums.house += house.length
  sums.leaked += house.filter((line) => text.includes(line)).length
  sums.written += page.written.length
  sums.lost += page.written.filter((line) => !text.includes(line.trim())).length
}
