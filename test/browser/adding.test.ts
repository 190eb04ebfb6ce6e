import { mkdirSync } from "node:fs"
import { createServer as createHttpServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import type { BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Accounts } from "../../src/server/accounts.ts"
import {
  createAccess,
  createServer,
  type Desk,
  type Listening,
  linkAddress,
  listen,
} from "../../src/server/index.ts"
import { root } from "../../tools/source-tree.ts"
import { fictionalReports, openDesk } from "../open-desk.ts"
import { axeFaults, browserLack, builtAssets, chromiumPath, complaintsOf, openBrowser } from "./open-pages.ts"

const screenshots = join(root, "out", "screenshots")
const noBrowser = chromiumPath === null

async function look(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true })
  // Before its stylesheet is there, a page is as wide as its longest word.
  await page.waitForLoadState("load")
  for (const width of [320, 400, 800, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const widest = await page.evaluate("document.documentElement.scrollWidth")
    expect(widest, `${name} at ${width} px`).toBeLessThanOrEqual(width)
    if (width > 320)
      await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true })
  }
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page), `${name}, ${colorScheme}`).toEqual([])
  }
}

/** A site with one page, a page it asks not to fetch, and one that it does not serve. */
async function openSite(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createHttpServer((request, answer) => {
    if (request.url === "/robots.txt") return answer.end("User-agent: *\nDisallow: /closed\n")
    answer.statusCode = request.url === "/kayaks" ? 200 : 404
    answer.setHeader("content-type", "text/html")
    const words = fictionalReports["courier.txt"]!.split("\n\n")
    answer.end(
      `<html><head><title>${words[0]}</title></head><body><article><h1>${words[0]}</h1><p>${words[1]}</p></article></body></html>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

describe.skipIf(noBrowser)(`adding in a browser${browserLack}`, () => {
  let desk: Desk
  let served: Listening
  let browser: BrowserContext
  let page: Page
  let site: Awaited<ReturnType<typeof openSite>>
  let complaints: readonly string[] = []

  beforeAll(async () => {
    site = await openSite()
    desk = await openDesk(["gazette.txt"])
    served = await listen(createServer(desk, { assets: await builtAssets(), desk }))
    browser = await openBrowser()
    page = await browser.newPage()
    complaints = complaintsOf(page)
  })

  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await desk?.close()
    site?.server.close()
  })

  /** Lets go of files over the page, as a hand would. */
  const drop = (files: Readonly<Record<string, string>>): Promise<unknown> =>
    page.evaluate(`(() => {
      const given = new DataTransfer()
      for (const [name, text] of ${JSON.stringify(Object.entries(files))}) given.items.add(new File([text], name))
      for (const kind of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: given }))
    })()`)

  const untilOver = () => page.locator(".job-next").waitFor({ timeout: 20_000 })

  test("files dropped on the library are read; each tells its fate, in a line that a screen reader hears", async () => {
    await page.goto(served.url)
    await look(page, "adding-library")
    await drop({
      "observer.txt": fictionalReports["observer.txt"]!,
      "photo.jpg": "\u0000\u0001\u0002".repeat(900),
    })
    await page.waitForURL("**/add/*")
    await untilOver()
    expect(await page.locator(".job-line[aria-live=polite]").textContent()).toBe(
      "Done. 1 new report; 1 of 2 could not be read.",
    )
    expect(await page.locator(".job-state").allTextContents()).toEqual(["read", "not read"])
    expect(await page.locator(".job-problems").textContent()).toMatch(/is not text/)
    await page
      .getByRole("link", { name: "Brass band" })
      .or(page.getByRole("link", { name: /brass band/ }))
      .first()
      .click()
    await page.waitForURL("**/s/*")
  })

  test("addresses are fetched as their site allows; what fails offers what can be done, and nothing passes over a rule", async () => {
    await page.goto(served.url)
    await page
      .locator("#add-text")
      .fill([`${site.url}/kayaks`, `${site.url}/closed`, `${site.url}/gone`].join("\n"))
    await page.getByRole("button", { name: "Add" }).click()
    await page.waitForURL("**/add/*")
    await untilOver()
    const rows = page.locator(".job-input")
    expect(await rows.nth(0).locator(".job-state").textContent()).toBe("read")
    expect(await rows.nth(1).textContent()).toMatch(/robots\.txt asks not to fetch it/)
    expect(await rows.nth(2).textContent()).toMatch(/answered 404/)
    expect(await page.getByRole("button", { name: /anyway|ignore|override/i }).count()).toBe(0)
    await look(page, "adding-job")
    await rows.nth(2).getByRole("link", { name: "Paste its text" }).click()
    expect(await page.locator("#add").textContent()).toContain(`${site.url}/gone`)
    expect(await page.evaluate("document.activeElement?.id || location.hash")).toMatch(/add-text/)
    await look(page, "adding-paste")
    await page.locator("#add-text").fill(fictionalReports["tribune.txt"]!)
    await page.getByRole("button", { name: "Add" }).click()
    await page.waitForURL("**/add/*")
    await untilOver()
    const added = desk.current().reports.find((report) => report.source.address === `${site.url}/gone`)
    expect(added?.text).toContain("brass band")
  })

  test("what is new waits until it is asked for: nothing on the page moves", async () => {
    await page.goto(served.url)
    const before = await page.locator("main").textContent()
    const fresh = {
      kind: "text",
      name: "a",
      text: "Snow fell on Tarn Head in June.\n\nIt lay for two days, said Ida Moor.",
      title: null,
      address: null,
    } as const
    desk.add([fresh], "ada", () => {})
    const bar = page.locator(".live")
    await bar.getByRole("button", { name: "Show" }).waitFor({ timeout: 20_000 })
    expect(await bar.textContent()).toContain("1 new")
    expect(await page.locator("main").textContent()).toBe(before)
    await look(page, "adding-new")
    await bar.getByRole("button", { name: "Show" }).click()
    await page.getByRole("link", { name: /Snow fell/ }).waitFor()
  })

  test("text pasted on the page goes into the form", async () => {
    await page.goto(served.url)
    await page.evaluate(`(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData("text/plain", "https://page.example/1")
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
    })()`)
    expect(await page.locator("#add-text").inputValue()).toBe("https://page.example/1")
    expect(await page.evaluate("document.activeElement.textContent.trim()")).toBe("Add")
  })

  test("a story is split and two are made one by keyboard alone; who did it and when is said, and it is taken back", async () => {
    await page.goto(served.url)
    const stories = desk.current().stories.length
    expect(stories).toBe(3)
    for (const place of [0, 1]) {
      await page.locator("input[name=story]").nth(place).focus()
      await page.keyboard.press("Space")
    }
    await page.getByRole("button", { name: "The chosen tell one story" }).focus()
    await page.keyboard.press("Enter")
    await page.waitForURL("**/rulings?done=*")
    expect(desk.current().stories.length).toBe(stories - 1)
    expect(await page.locator(".done[role=status]").textContent()).toMatch(/Done: these tell one story/)
    expect(await page.locator(".ruling").first().textContent()).toMatch(
      /at this machine, \d+ \w+ \d{4}, \d\d:\d\d UTC/,
    )
    await look(page, "adding-rulings")
    await page.goto(`${served.url}s/${desk.current().stories[0]!.id}/reports`)
    await page.getByRole("link", { name: "Some tell another story" }).click()
    await look(page, "adding-arrange")
    const boxes = page.locator("input[name=report]")
    const chosen = await boxes.evaluateAll((all) =>
      all
        .filter((box) => /Brass|brass|band/.test(box.closest("label")?.textContent ?? ""))
        .map((box) => all.indexOf(box)),
    )
    for (const place of chosen) {
      await boxes.nth(place).focus()
      await page.keyboard.press("Space")
    }
    await page.getByRole("button", { name: "The chosen tell another story" }).focus()
    await page.keyboard.press("Enter")
    await page.waitForURL("**/rulings?done=*")
    expect(desk.current().stories.length).toBe(stories)
    for (let left = 2; left > 0; left--) {
      await page.getByRole("button", { name: "Take back" }).first().click()
      await expect.poll(() => desk.said().length).toBe(left - 1)
      await page
        .locator(".ruling")
        .nth(left - 2)
        .or(page.locator(".empty"))
        .first()
        .waitFor()
    }
    expect(desk.current().stories.length).toBe(stories)
  })

  test("all that the browser loads is small", async () => {
    const assets = await builtAssets()
    const script = assets.find(({ path }) => path === "site.js")!.content
    expect(gzipSync(script).length).toBeLessThan(40_000)
  })

  test("the browser had nothing to complain of", () => expect(complaints).toEqual([]))
})

describe.skipIf(noBrowser)(`adding without a script${browserLack}`, () => {
  test("a file and a text are added by the plain form; the page asks again by itself until it is over", async () => {
    const desk = await openDesk(["gazette.txt"])
    const served = await listen(createServer(desk, { assets: await builtAssets(), desk }))
    const browser = await openBrowser({ javaScriptEnabled: false })
    const page = await browser.newPage()
    await page.goto(served.url)
    await page.locator("#add-files").setInputFiles({
      name: "observer.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(fictionalReports["observer.txt"]!),
    })
    await page.locator("#add-text").fill(fictionalReports["courier.txt"]!)
    await page.getByRole("button", { name: "Add" }).click()
    await page.locator(".job-next").waitFor({ timeout: 20_000 })
    expect(await page.locator(".job-line").textContent()).toBe("Done. 2 new reports.")
    await page.getByRole("link", { name: "To the library" }).click()
    expect(await page.locator(".stories tbody tr").count()).toBe(2)
    await page.getByLabel(/Choose .*kayaks/i).check()
    await page.getByLabel(/Choose .*brass band/i).check()
    await page.getByRole("button", { name: "The chosen tell one story" }).click()
    expect(await page.locator(".ruling").count()).toBe(1)
    await page.getByRole("button", { name: "Take back" }).click()
    expect(await page.getByText("Nothing has been ruled").count()).toBe(1)
    await browser.close()
    await served.close()
    await desk.close()
  })
})

describe.skipIf(noBrowser)(`signing in in a browser${browserLack}`, () => {
  test("a link signs in an owner, who lets a reader in, and each sees what is theirs", async () => {
    const desk = await openDesk(["gazette.txt"])
    const accounts = new Accounts(":memory:")
    const origin = new URL("http://127.0.0.1:0")
    const options = { assets: await builtAssets(), desk, origin, access: createAccess({ accounts, origin }) }
    const served = await listen(createServer(desk, options))
    origin.port = new URL(served.url).port
    const browser = await openBrowser()
    const page = await browser.newPage()
    await page.goto(served.url)
    expect(page.url()).toMatch(/sign-in$/)
    await look(page, "sign-in")
    const token = accounts.invite("ada@people.example", "owner")
    if (!token.ok) throw new Error(token.error)
    await page.goto(linkAddress(origin, token.value))
    await look(page, "sign-in-link")
    await page.getByRole("button", { name: "Sign in" }).click()
    expect(await page.locator("#add-text").count()).toBe(1)
    await page.getByRole("link", { name: "Account" }).click()
    await look(page, "account")
    await page.getByRole("link", { name: "People" }).click()
    await page.getByLabel("E-mail address").fill("Bo@People.example")
    await page.getByRole("button", { name: "Make a link" }).click()
    const link = await page.locator(".done .source").textContent()
    await look(page, "people")
    await page.goto(`${served.url}account`)
    await page.getByRole("button", { name: "Sign out" }).click()
    await page.goto(link!)
    await page.getByRole("button", { name: "Sign in" }).click()
    expect(await page.locator("#add-text, input[name=story]").count()).toBe(0)
    expect((await page.goto(`${served.url}people`))?.status()).toBe(403)
    await browser.close()
    await served.close()
    await desk.close()
  })
})
