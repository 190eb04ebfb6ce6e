import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Listening } from "../../src/server/index.ts"
import { root } from "../../tools/source-tree.ts"
import { bridgeRecord } from "../records/bridge-record.ts"
import { axeFaults, browserLack, chromiumPath, complaintsOf, openBrowser, serve } from "./open-pages.ts"

const screens: Readonly<Record<string, string>> = {
  library: "",
  overview: "s/tarn-bridge",
  evidence: "s/tarn-bridge#e-d1-1",
  statements: "s/tarn-bridge/statements",
  statement: "s/tarn-bridge/q/1",
  "statement-graph": "s/tarn-bridge/q/1?view=graph",
  "statement-grid": "s/tarn-bridge/q/1?view=grid&base=MOR1",
  figures: "s/tarn-bridge/figures",
  figure: "s/tarn-bridge/f/1",
  reports: "s/tarn-bridge/reports",
  report: "r/MOR1",
  "report-arabic": "r/SAW1",
  "report-japanese": "r/UMI1",
  "compare-choice": "s/tarn-bridge/compare",
  compare: "s/tarn-bridge/compare?base=LOR1&with=MOR1,NEW1",
  lineage: "s/tarn-bridge/lineage",
  timeline: "s/tarn-bridge/timeline",
  history: "s/tarn-bridge/history",
  asks: "s/tarn-bridge/asks",
  export: "s/tarn-bridge/export",
  passages: "s/tarn-bridge/lineage#e-l-LOR1-HAR1",
  gaps: "s/tarn-bridge/gaps",
  search: "search?q=cracks",
  about: "about",
}
const names = Object.keys(screens)

describe.skipIf(chromiumPath === null)(`pages in a browser${browserLack}`, () => {
  let served: Listening
  let browser: BrowserContext
  let page: Page
  let complaints: readonly string[] = []
  const requests: string[] = []

  beforeAll(async () => {
    served = await serve(bridgeRecord)
    browser = await openBrowser()
    page = await browser.newPage()
    complaints = complaintsOf(page)
    page.on("request", (request) => requests.push(request.url()))
  })

  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  test.each(names)("%s has no fault that axe finds, light or dark", async (name) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 1200, height: 900 })
      await page.goto(served.url + screens[name])
      expect(await axeFaults(page), colorScheme).toEqual([])
    }
    await page.emulateMedia({ colorScheme: "light" })
  })

  test.each(names)("%s fits a width of 320 px, and is drawn at three widths", async (name) => {
    const folder = join(root, "out", "screenshots")
    mkdirSync(folder, { recursive: true })
    for (const width of [320, 360, 900, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(served.url + screens[name])
      const widest = await page.evaluate("document.documentElement.scrollWidth")
      expect(widest, `at ${width} px`).toBeLessThanOrEqual(width)
      if (width > 320)
        await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: name !== "evidence" })
    }
  })

  test("nothing is asked of another host, and the browser has nothing to complain of", () => {
    expect(requests.filter((url) => !url.startsWith(served.url) && !url.startsWith("data:"))).toEqual([])
    expect(complaints).toEqual([])
  })
})
