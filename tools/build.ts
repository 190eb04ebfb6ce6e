import { spawnSync } from "node:child_process"
import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { bundleAssets } from "./bundle-assets.ts"
import { root } from "./source-tree.ts"

/** Compiles `src/` to `dist/` and bundles what the browser loads. Leaves nothing of an older build behind. */
rmSync(join(root, "dist"), { recursive: true, force: true })
const compiler = join(root, "node_modules", "typescript", "bin", "tsc")
const compiled = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
})
if (compiled.status !== 0) process.exit(compiled.status ?? 1)
if (existsSync(join(root, "src", "web", "islands"))) await bundleAssets()
