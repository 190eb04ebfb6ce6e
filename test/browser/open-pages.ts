import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import type { Page } from "playwright-core"
import type { RecordDocument } from "../../src/api/index.ts"
import { createServer, fixedSource, type Listening, listen } from "../../src/server/index.ts"
import { type DossierFile, renderDossier } from "../../src/web/index.ts"
import { bundleAssets } from "../../tools/bundle-assets.ts"

export { browserLack, chromiumPath, complaintsOf, openBrowser } from "./open-browser.ts"

/** The style sheet and the script, bundled as the build does it. */
export async function builtAssets(): Promise<readonly DossierFile[]> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-assets-"))
  await bundleAssets(folder)
  const assets = ["site.css", "site.js"].map((path) => ({
    path,
    content: readFileSync(join(folder, path), "utf8"),
  }))
  rmSync(folder, { recursive: true })
  return assets
}

export async function serve(document: RecordDocument): Promise<Listening> {
  return listen(createServer(fixedSource(document), { assets: await builtAssets() }))
}

/** The faults that axe finds on a page, in a line each. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js")
  // Through the debugger, since the pages' own policy lets no script in.
  await page.evaluate(readFileSync(axe, "utf8"))
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })`,
  )) as AxeResults
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => String(node.target)).join(" | ")}`,
  )
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly target: unknown }[]
  }[]
}

/** Writes a dossier to a folder of its own and gives its address. */
export async function dossierOnDisk(
  document: RecordDocument,
): Promise<{ readonly url: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-dossier-"))
  for (const file of renderDossier(document, { assets: await builtAssets() })) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true })
    writeFileSync(join(folder, file.path), file.content)
  }
  return { url: `file://${folder}/`, remove: () => rmSync(folder, { recursive: true }) }
}
