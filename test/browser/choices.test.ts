import { createServer as createHttpServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Listening } from "../../src/server/index.ts"
import { foldText, textFragment } from "../../src/web/text-fragment.ts"
import { bridgeRecord } from "../records/bridge-record.ts"
import { spanOf } from "../records/record-builder.ts"
import { scriptsRecord } from "../records/scripts-record.ts"
import { axeFaults, browserLack, chromiumPath, openBrowser, serve } from "./open-pages.ts"

const story = "s/tarn-bridge"

describe.skipIf(chromiumPath === null)(`what a reader chooses, without a script${browserLack}`, () => {
  let served: Listening
  let browser: BrowserContext
  let page: Page

  beforeAll(async () => {
    served = await serve(bridgeRecord)
    browser = await openBrowser({ javaScriptEnabled: false })
    page = await browser.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  test("a statement is told against another base, in each view, and the address says so", async () => {
    await page.goto(`${served.url}${story}/q/1`)
    const wording = await page.locator(".statement-full").textContent()
    await page.locator("select[name=base]").selectOption("MOR1")
    await page.locator(".base-choice button").click()
    expect(page.url()).toContain("base=MOR1")
    expect(await page.locator(".statement-full").textContent()).not.toBe(wording)
    expect(await page.locator(".base-note").textContent()).toMatch(/Told against MOR1, by choice/)
    expect(await page.locator("select[name=base]").inputValue()).toBe("MOR1")
    for (const view of ["Grid", "Graph", "List", "Apparatus"]) {
      await page.getByRole("link", { name: view, exact: true }).click()
      expect(page.url()).toContain("base=MOR1")
      expect(await page.locator(".views [aria-current]").textContent()).toBe(view)
    }
    const json = await fetch(`${served.url}${story}/q/1.json?base=MOR1`).then((answer) => answer.json())
    expect((json as { readonly text: string }).text).toBe("The bridge may not reopen this year")
  })

  test("a box of the graph leads to its sentences, and the grid below holds as many variants", async () => {
    await page.goto(`${served.url}${story}/q/1?view=graph`)
    const boxes = page.locator("svg.graph a")
    const variants = await boxes.count()
    expect(variants).toBeGreaterThan(3)
    expect(await page.locator(".wording-grid td:not(.quiet)").count()).toBeGreaterThanOrEqual(variants)
    await boxes.first().click()
    expect(await page.locator(".drawer:target mark.cited, .drawer:target .evidence").count()).toBeGreaterThan(
      0,
    )
  })

  test("trivial differences are counted, and marked when their box is ticked or the address asks for it", async () => {
    const address = `${served.url}${story}/compare?base=LOR1&with=MOR1,NEW1`
    await page.goto(address)
    const box = page.locator('input[name="trivial"]')
    const named = Number(/\d+/.exec((await box.locator("..").textContent()) ?? "")?.[0])
    expect(named).toBeGreaterThan(0)
    const line = () =>
      page.evaluate("getComputedStyle(document.querySelector('.mark-trivial')).borderBottomStyle")
    expect(await line()).toBe("none")
    await box.check()
    expect(await line()).toBe("solid")
    await page.getByRole("button", { name: "Compare" }).click()
    expect(page.url()).toContain("trivial=shown")
    expect(await page.locator('input[name="trivial"]').isChecked()).toBe(true)
  })

  test("a lineage is drawn from the share that is asked for, each copy by itself if wanted", async () => {
    await page.goto(`${served.url}${story}/lineage`)
    const nodes = await page.locator(".node").count()
    await page.locator("select[name=copies]").selectOption("shown")
    await page.locator(".chooser button").click()
    expect(await page.locator(".node").count()).toBeGreaterThan(nodes)
    await page.locator("select[name=min]").selectOption("90")
    await page.locator(".chooser button").click()
    expect(page.url()).toMatch(/min=90&copies=shown/)
    await page.locator("svg.graph a[data-drawer]").first().click({ force: true })
    expect(await page.locator(".drawer:target .drawer-notes").textContent()).toMatch(
      /Also fits: .*not in this set/,
    )
  })
})

describe.skipIf(chromiumPath === null)(`keys, scripts and live pages${browserLack}`, () => {
  let served: Listening
  let scripts: Listening
  let live: Server
  let browser: BrowserContext
  let page: Page
  const lines = Array.from(
    { length: 60 },
    (_, i) => `Line ${i} of the page tells of the tide - and of little else, at ${i} o’clock.`,
  )
  const text = [...lines.slice(0, 40), "The tide, she said,", "came in at 41.", ...lines.slice(40)].join("\n")

  beforeAll(async () => {
    served = await serve(bridgeRecord)
    scripts = await serve(scriptsRecord)
    live = createHttpServer((_, answer) => {
      answer.setHeader("content-type", "text/html; charset=utf-8")
      const [head, tail] = [lines.slice(0, 40), lines.slice(40)].map((part) =>
        part.map((line) => `<p>${line}</p>`).join(""),
      )
      answer.end(`<!doctype html><title>t</title>${head}<p>The tide, she said,<br>came in at 41.</p>${tail}`)
    })
    await new Promise<void>((resolve) => live.listen(0, "127.0.0.1", resolve))
    browser = await openBrowser()
    page = await browser.newPage()
    await page.setViewportSize({ width: 800, height: 600 })
  })

  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await scripts?.close()
    live?.close()
  })

  test("a graph is one stop of the Tab key, and its arrows go from box to box", async () => {
    await page.goto(`${served.url}${story}/q/1?view=graph`)
    expect(await page.locator('svg.graph a[tabindex="0"]').count()).toBe(1)
    await page.locator('svg.graph a[tabindex="0"]').focus()
    const name = () => page.evaluate("document.activeElement?.getAttribute('aria-label')")
    const first = await name()
    await page.keyboard.press("ArrowDown")
    expect(await name()).not.toBe(first)
    await page.keyboard.press("Home")
    expect(await name()).toBe(first)
    await page.keyboard.press("Enter")
    await page.locator(".drawer:target").waitFor()
  })

  test("t shows what is trivial, n and p step and say which difference is read", async () => {
    await page.goto(`${served.url}${story}/compare?base=LOR1&with=MOR1`)
    await page.keyboard.press("n")
    await page.keyboard.press("n")
    await expect.poll(() => page.locator(".stepper [aria-live]").textContent()).toMatch(/^2 of \d+$/)
    await page.keyboard.press("p")
    await expect.poll(() => page.locator(".stepper [aria-live]").textContent()).toMatch(/^1 of \d+$/)
    await page.keyboard.press("t")
    expect(page.url()).toContain("trivial=shown")
    await page.keyboard.press("t")
    expect(page.url()).not.toContain("trivial")
  })

  test("[ and ] turn from version to version, of a report and of a page's history", async () => {
    await page.goto(`${served.url}r/MOR1`)
    await page.keyboard.press("[")
    await page.waitForURL("**/r/MOR1v1")
    await page.keyboard.press("]")
    await page.waitForURL("**/r/MOR1")
    await page.goto(`${served.url}${story}/history`)
    await page.keyboard.press("]")
    await expect.poll(() => page.evaluate("document.activeElement?.dataset.version")).toBe("")
  })

  test("without a network live pages are marked, and come back with it", async () => {
    await page.goto(`${served.url}${story}#e-d1-1`)
    const mark = page.locator(".drawer:target .when-offline").first()
    expect(await mark.isVisible()).toBe(false)
    await browser.setOffline(true)
    await expect.poll(() => mark.isVisible()).toBe(true)
    await browser.setOffline(false)
    await expect.poll(() => mark.isVisible()).toBe(false)
  })

  test.each<[string, string, string]>([
    ["a word that stands in many places", "40 o’clock", "Line 40 of"],
    ["marks that a directive is made of", "tide - and of little else, at 45", "Line 45 of"],
    ["across a line break", "The tide, she said,\ncame in at 41", "The tide, she said,"],
    ["across paragraphs", `${lines[50]}\n${lines[51]}`, "Line 50 of"],
  ])("a live page opens at its words: %s", async (_, words, line) => {
    const directive = textFragment(foldText(text), spanOf(text, words))
    await page.goto(`http://127.0.0.1:${(live.address() as AddressInfo).port}/#:~:${directive}`)
    const isSeen = () =>
      page.evaluate(`(() => {
        const found = [...document.querySelectorAll("p")].find((one) => one.textContent.includes(${JSON.stringify(line)}))
        const { top, bottom } = found.getBoundingClientRect()
        return scrollY > 0 && top >= -20 && bottom <= innerHeight + 20
      })()`)
    await expect.poll(isSeen).toBe(true)
  })

  test.each([
    "s/tarn-pier",
    "s/tarn-pier/q/1",
    "s/tarn-pier/q/2?view=graph",
    "r/YAM1",
    "r/GANG1",
    "s/tarn-pier/compare?base=YAM1&with=HOF1",
  ])(
    "Hebrew, Arabic, Japanese and Chinese: %s fits, runs its own way, and axe finds no fault",
    async (path) => {
      for (const width of [1280, 800, 320]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(scripts.url + path)
        expect(
          await page.evaluate("document.documentElement.scrollWidth"),
          `${width} px`,
        ).toBeLessThanOrEqual(width)
      }
      expect(await axeFaults(page)).toEqual([])
      const faults =
        await page.evaluate(`[...document.querySelectorAll("main [dir=auto], .drawers [dir=auto]")]
        .filter((one) => one.textContent.trim() !== "" && one.checkVisibility())
        .filter((one) => {
          const letter = /[\\p{L}]/u.exec(one.textContent)?.[0] ?? ""
          const isRight = /[\\u0590-\\u08ff]/.test(letter)
          return letter !== "" && (getComputedStyle(one).direction === "rtl") !== isRight
        }).map((one) => one.textContent.slice(0, 60))`)
      expect(faults).toEqual([])
    },
  )
})
