import type { BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Listening } from "../../src/server/index.ts"
import { bridgeRecord } from "../records/bridge-record.ts"
import { browserLack, chromiumPath, dossierOnDisk, openBrowser, serve } from "./open-pages.ts"

describe.skipIf(chromiumPath === null)(`reading by keyboard alone${browserLack}`, () => {
  let served: Listening
  let browser: BrowserContext
  let page: Page

  beforeAll(async () => {
    served = await serve(bridgeRecord)
    browser = await openBrowser()
    page = await browser.newPage()
  })

  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const focused = () => page.evaluate("document.activeElement?.id || document.activeElement?.textContent")
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  test("from the library to a source sentence and back, through six screens", async () => {
    await page.goto(served.url)
    await press("j")
    await press("Enter")
    await page.waitForURL("**/s/tarn-bridge")
    await press("j")
    await expect.poll(focused).toBe("d1")
    await press("n")
    await expect.poll(focused).toBe("d2")
    await press("p", "Enter")
    expect(await page.locator(".drawer:target").getAttribute("id")).toBe("e-d1-1")
    await expect.poll(focused).toBe("e-d1-1")
    await press("Escape")
    await expect.poll(() => page.locator(".drawer:target").count()).toBe(0)
    await expect.poll(focused).toContain("5 reports, 4 distinct texts")
    for (const [letter, path] of [
      ["s", "statements"],
      ["l", "lineage"],
      ["h", "history"],
      ["c", "compare"],
      ["a", "asks"],
      ["r", "reports"],
    ] as const) {
      await press("g", letter)
      await page.waitForURL(`**/s/tarn-bridge/${path}`)
    }
    await press("/")
    await page.keyboard.type("cracks")
    await press("Enter")
    await page.waitForURL("**/search?q=cracks")
    await press("j", "Enter")
    await page.waitForURL("**/r/LOR1*")
  })

  test("the focus stays in sight: nothing covers what is focused", async () => {
    await page.goto(`${served.url}s/tarn-bridge/compare?base=LOR1&with=MOR1`)
    for (let i = 0; i < 40; i++) {
      await press("Tab")
      const isSeen = await page.evaluate(`(() => {
        const element = document.activeElement
        if (!element || element === document.body) return true
        const box = element.getBoundingClientRect()
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 8))
        return box.width === 0 || top === null || element.contains(top) || top.contains(element)
      })()`)
      expect(isSeen, await page.evaluate("document.activeElement.outerHTML.slice(0, 200)")).toBe(true)
    }
  })

  test("a row is ticked off and stays so; base, swap and export have their keys", async () => {
    await page.goto(`${served.url}s/tarn-bridge`)
    await press("j", "v")
    await page.reload()
    expect(
      await page.locator(".difference[data-viewed]").evaluateAll((all) => all.map(({ id }) => id)),
    ).toEqual(["d1"])
    await press("e")
    await page.waitForURL("**/s/tarn-bridge/export")
    const saved = page.waitForEvent("download")
    await page.getByRole("link", { name: "RIS" }).click()
    expect((await saved).suggestedFilename()).toMatch(/\.ris$/)
    await page.goto(`${served.url}r/LOR1`)
    await press("b")
    await page.waitForURL("**/compare?base=LOR1*")
    await press("c")
    expect(await page.evaluate("document.activeElement.name")).toBe("add")
    await page.goto(`${served.url}s/tarn-bridge/compare?base=LOR1&with=MOR1`)
    await press("x")
    await page.waitForURL("**/compare?base=MOR1&with=LOR1")
  })

  test("the keys can be switched off", async () => {
    await page.goto(`${served.url}s/tarn-bridge`)
    await press("?")
    await page.locator("dialog.keys input").uncheck()
    await press("Escape")
    await page.locator("dialog.keys").waitFor({ state: "hidden" })
    await press("j")
    await expect.poll(focused).not.toBe("d1")
    await press("?")
    await page.locator("dialog.keys input").check()
    await press("Escape")
  })

  test("a filter leaves one kind of difference, and its count is what is shown", async () => {
    await page.goto(`${served.url}s/tarn-bridge/figures`)
    await page.getByRole("button", { name: "Who said it" }).click()
    expect(await page.locator(".difference:visible").count()).toBe(1)
    await page.getByRole("button", { name: "All" }).click()
    expect(await page.locator(".difference:visible").count()).toBe(4)
  })

  test("the words of a right-to-left report run from the right, its siglum does not", async () => {
    await page.goto(`${served.url}r/SAW1`)
    const direction = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).direction`)
    expect(await direction(".paragraph > p")).toBe("rtl")
    expect(await direction(".siglum-plain")).toBe("ltr")
    expect(await page.locator(".paragraph > p").first().getAttribute("lang")).toBe("ar")
  })

  test("on paper the page keeps its text, loses its controls, and its evidence stands as numbered notes", async () => {
    await page.emulateMedia({ media: "print" })
    await page.goto(`${served.url}s/tarn-bridge/q/1#e-w1`)
    expect(await page.locator(".sections:visible, .masthead:visible, button:visible").count()).toBe(0)
    const notes = await page
      .locator(".drawer:visible")
      .evaluateAll((all) => all.map((note) => note.dataset.note))
    expect(notes.length).toBeGreaterThan(4)
    expect(notes).toEqual(notes.map((_, at) => String(at + 1)))
    expect(await page.locator(".evidence-address:visible").count()).toBeGreaterThanOrEqual(notes.length)
    expect(await page.locator(".apparatus-entry:visible").count()).toBe(4)
    await page.emulateMedia({ media: "screen" })
  })

  test("in forced colours the marks keep their lines", async () => {
    await page.emulateMedia({ forcedColors: "active" })
    await page.goto(`${served.url}s/tarn-bridge/q/1`)
    const style = await page.evaluate(`(() => {
      const { borderBottomStyle, borderBottomWidth } = getComputedStyle(document.querySelector(".mark-changed"))
      return borderBottomStyle + " " + borderBottomWidth
    })()`)
    expect(style).toBe("dotted 2px")
    await page.emulateMedia({ forcedColors: "none" })
  })
})

describe.skipIf(chromiumPath === null)(`a dossier on a disk, without a script${browserLack}`, () => {
  let browser: BrowserContext
  let dossier: Awaited<ReturnType<typeof dossierOnDisk>>

  beforeAll(async () => {
    dossier = await dossierOnDisk(bridgeRecord)
    browser = await openBrowser({ javaScriptEnabled: false })
  })

  afterAll(async () => {
    await browser?.close()
    dossier?.remove()
  })

  test("a count opens its sentences, and a sentence its report", async () => {
    const page = await browser.newPage()
    await page.goto(`${dossier.url}index.html`)
    await page.getByRole("link", { name: "Cracks close Tarn Bridge" }).click()
    await page.getByRole("link", { name: /5 reports, 4 distinct texts behind: cracks found: 41/ }).click()
    const drawer = page.locator(".drawer:target")
    expect(await drawer.locator("mark.cited:visible").count()).toBe(5)
    await drawer
      .getByRole("link", { name: /Read in the report/ })
      .first()
      .click()
    expect(page.url()).toBe(`${dossier.url}r/LOR1.html#s1`)
    expect(await page.locator(".sentence:target").textContent()).toContain("41 cracks")
    expect(await page.evaluate("getComputedStyle(document.body).fontFamily")).toContain("Segoe UI")
  })
})

describe.skipIf(chromiumPath === null)(`a dossier on a disk, with its script${browserLack}`, () => {
  test("search finds the sentences and leads to them", async () => {
    const dossier = await dossierOnDisk(bridgeRecord)
    const browser = await openBrowser()
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on("console", (message) => complaints.push(message.text()))
    await page.goto(`${dossier.url}s/tarn-bridge/q/1.html`)
    await page.keyboard.press("/")
    await page.keyboard.type('"41 cracks" divers')
    await page.keyboard.press("Enter")
    await page.waitForURL("**/search.html?q=*")
    expect(await page.locator("#search-said").textContent()).toContain("5 sentences")
    expect(await page.locator(".hit").first().locator("mark").allTextContents()).toEqual([
      "divers",
      "41 cracks",
    ])
    await page.locator(".hit a").first().click()
    expect(page.url()).toBe(`${dossier.url}r/LOR1.html#s1`)
    expect(complaints).toEqual([])
    await browser.close()
    dossier.remove()
  })
})
