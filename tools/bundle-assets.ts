import { readdirSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"
import { root } from "./source-tree.ts"

/** Bundles each island (`src/web/islands/*.ts`) and style sheet into `dist/src/web/assets`, minified. */
export async function bundleAssets(): Promise<void> {
  const folder = join(root, "src", "web", "islands")
  const entries = readdirSync(folder).filter(
    (name) => /\.(ts|tsx|css)$/.test(name) && !name.includes(".test."),
  )
  await build({
    entryPoints: entries.map((name) => join(folder, name)),
    outdir: join(root, "dist", "src", "web", "assets"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  })
}
