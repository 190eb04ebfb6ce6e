import { join } from "node:path"
import { build } from "esbuild"
import { root } from "./source-tree.ts"

/**
 * Bundles what the browser loads, a script and a style sheet, minified. The script is no module, since a page opened
 * from a disk may not load one.
 */
export async function bundleAssets(folder = join(root, "dist", "src", "web", "assets")): Promise<void> {
  const islands = join(root, "src", "web", "islands")
  await build({
    entryPoints: [join(islands, "site.ts"), join(islands, "site.css")],
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  })
}
