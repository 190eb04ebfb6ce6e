import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { findChromium } from "../../tools/provide.ts"

export const chromiumPath = findChromium()
/** Printed beside the tests that a machine without a browser leaves out. */
export const browserLack = chromiumPath === null ? " (skipped: no Chromium here; CHROMIUM names one)" : ""

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A browser with a profile of its own, gone when closed. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), "variorum-browser-"))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath ?? "",
    headless: true,
    args: flags,
    reducedMotion: "reduce",
    ...options,
  })
  context.once("close", () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
  return context
}

/** What a page's console and scripts complain of, as it comes. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`))
  return complaints
}
