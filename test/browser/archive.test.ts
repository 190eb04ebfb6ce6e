import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Capture } from "../../src/intake/index.ts"
import { PoliteFetcher } from "../../src/net/index.ts"
import { ArchiveDesk, createServer, type Listening, listen } from "../../src/server/index.ts"
import { addCaptures, openArchive } from "../../src/store/index.ts"
import { fictionalReports } from "../open-desk.ts"
import { axeFaults, browserLack, builtAssets, chromiumPath, complaintsOf, openBrowser } from "./open-pages.ts"

const folder = mkdtempSync(join(tmpdir(), "variorum-served-"))
const location = join(folder, "kept")

/** A capture of one page, which is printed with another figure later. */
function pageAt(clock: string, injured: number): Capture {
  const html = `<html><head><title>Ferry fire in Sandmouth</title><link rel="canonical" href="https://dispatch.example/ferry"></head>
<body><article><h1>Ferry fire in Sandmouth</h1>
<p>A fire on the ferry Halcyon in the harbour of Sandmouth injured ${injured} passengers on Tuesday, the coast guard said.</p>
<p>The ferry had left Sandmouth for the island of Oar with 212 people on board.</p></article></body></html>`
  const [kind, name, mediaType] = ["url", "https://dispatch.example/ferry", "text/html"] as const
  const bytes = new TextEncoder().encode(html)
  return { kind, name, bytes, mediaType, charset: null, capturedAt: `2031-03-04T${clock}:00Z` }
}

describe.skipIf(chromiumPath === null)(`a served archive in a browser${browserLack}`, () => {
  let desk: ArchiveDesk
  let served: Listening
  let browser: BrowserContext
  let page: Page
  let complaints: readonly string[] = []

  beforeAll(async () => {
    const opened = await openArchive(location, true)
    if (!opened.ok) throw new Error(opened.error)
    await addCaptures(
      opened.value,
      [pageAt("10:31", 41), pageAt("12:05", 43), pageAt("16:40", 44)],
      "2031-03-05T00:00:00Z",
    )
    await opened.value.close()
    const fetcher = new PoliteFetcher()
    const made = await ArchiveDesk.open({
      location,
      tool: "variorum 0.0.0",
      fetcher,
      isLive: true,
      isThreaded: false,
    })
    if (!made.ok) throw new Error(made.error)
    desk = made.value
    await desk.settled()
    served = await listen(createServer(desk.pages, { assets: await builtAssets(), desk }))
    browser = await openBrowser()
    page = await browser.newPage()
    complaints = complaintsOf(page)
  })

  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await desk?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const looked = async (): Promise<void> => expect(await axeFaults(page), page.url()).toEqual([])
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Goes on with Tab until the element is reached, as somebody without a mouse would. */
  const tabTo = async (selector: string): Promise<void> => {
    for (let steps = 0; steps < 80; steps++) {
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return
      await page.keyboard.press("Tab")
    }
    throw new Error(`the keyboard does not reach ${selector} on ${page.url()}`)
  }
  const jobLine = async (): Promise<string | null> => {
    await page.locator(".job-next").waitFor({ timeout: 20_000 })
    return page.locator(".job-line[aria-live=polite]").textContent()
  }

  test("a text is pasted and a file is given by keyboard, and what becomes of them is told as it happens", async () => {
    await page.goto(served.url)
    await looked()
    await tabTo("#add-text")
    await page.keyboard.insertText(fictionalReports["gazette.txt"]!)
    await tabTo(".add-actions button, form[action='/add'] button[type=submit]")
    await press("Enter")
    await page.waitForURL("**/add/*")
    await page.evaluate("globalThis.isTheSamePage = true")
    expect(await jobLine()).toBe("Done. 1 new report.")
    expect(await page.evaluate("globalThis.isTheSamePage"), "told by events, not by loading again").toBe(true)
    await looked()
    await page.goto(served.url)
    const files = ["courier.txt", "observer.txt"].map((name) => {
      return { name, mimeType: "text/plain", buffer: Buffer.from(fictionalReports[name]!) }
    })
    await page.locator("#add-files").setInputFiles(files)
    await page.getByRole("button", { name: "Add" }).focus()
    await press("Enter")
    await page.waitForURL("**/add/*")
    expect(await jobLine()).toBe("Done. 2 new reports.")
    await page.goto(served.url)
    expect(await page.locator(".stories tbody tr").count()).toBe(3)
  })

  test("a search of the whole archive leads to the sentence, and on to the next", async () => {
    await page.goto(served.url)
    await press("/")
    await page.keyboard.insertText("kayaks")
    await press("Enter")
    await page.waitForURL("**/search?q=kayaks")
    await looked()
    await tabTo(".hit a, .hits a")
    await press("Enter")
    await page.waitForURL("**/r/*#s*")
    expect(await page.locator(".sentence:target").textContent()).toContain("kayaks")
    expect(await page.locator("body").textContent()).toContain("1 of 2")
    await looked()
  })

  test("a story opens on its differences, and a page with three versions shows what changed between which", async () => {
    await page.goto(served.url)
    await tabTo('a[href^="/s/"]:is(table *)')
    for (let row = 0; row < 3; row++) {
      if (/Ferry/.test((await page.evaluate("document.activeElement.textContent")) as string)) break
      await press("Tab")
      await tabTo('a[href^="/s/"]:is(table *)')
    }
    await press("Enter")
    await page.waitForURL("**/s/*")
    await looked()
    await press("g", "h")
    await page.waitForURL("**/history")
    const told = await page.locator("main").textContent()
    expect(told).toContain("41")
    expect(told).toContain("44")
    expect(told?.match(/seen in captures/g)?.length).toBeGreaterThan(1)
    await looked()
  })

  test("two stories are made one, split again, and both taken back, by keyboard", async () => {
    const chosen = async (name: RegExp): Promise<void> => {
      await page.getByLabel(name).first().focus()
      await press("Space")
    }
    await page.goto(served.url)
    await chosen(/Choose .*kayaks/i)
    await chosen(/Choose .*brass band/i)
    await page.getByRole("button", { name: "The chosen tell one story" }).focus()
    await press("Enter")
    await page.waitForURL("**/rulings?done=*")
    await looked()
    await page.goto(served.url)
    expect(await page.locator(".stories tbody tr").count()).toBe(2)
    await page
      .locator(".stories tbody")
      .getByRole("link", { name: /kayaks|brass/i })
      .focus()
    await press("Enter")
    await page.waitForURL("**/s/*")
    await press("g", "r")
    await page.waitForURL("**/reports")
    await page.getByRole("link", { name: "Some tell another story" }).focus()
    await press("Enter")
    await page.waitForURL("**/arrange")
    await looked()
    await chosen(/brass band/i)
    await page.getByRole("button", { name: "The chosen tell another story" }).focus()
    await press("Enter")
    await page.waitForURL("**/rulings?done=*")
    for (let left = 2; left > 0; left--) {
      await page.getByRole("button", { name: "Take back" }).first().focus()
      await Promise.all([page.waitForEvent("load"), press("Enter")])
      expect(await page.locator(".ruling").count()).toBe(left - 1)
    }
    await page.goto(served.url)
    expect(await page.locator(".stories tbody tr").count()).toBe(3)
  })

  test("without a script a text is added, found and read", async () => {
    const plain = await browser.newPage()
    const session = await browser.newCDPSession(plain)
    await session.send("Emulation.setScriptExecutionDisabled", { value: true })
    await plain.goto(served.url)
    await plain.locator("#add-text").fill(fictionalReports["tribune.txt"]!)
    await plain.getByRole("button", { name: "Add" }).click()
    await plain.locator(".job-next").waitFor({ timeout: 20_000 })
    expect(await plain.locator(".job-line").textContent()).toBe("Done. 1 new report.")
    await plain.goto(`${served.url}search?q=tuba`)
    await plain.locator(".hits a, .hit a").first().click()
    expect(await plain.locator("main").textContent()).toContain("A town without a tuba is a village")
    await plain.goto(served.url)
    await plain
      .getByRole("link", { name: /brass band/i })
      .first()
      .click()
    expect(await plain.locator("main").textContent()).toMatch(/14,000[\s\S]*12,000|12,000[\s\S]*14,000/)
    await plain.close()
  })

  test("the browser had nothing to complain of", () => expect(complaints).toEqual([]))
})
