import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { DossierFile } from "../web/index.ts"

const names = ["site.css", "site.js"] as const

/** The style sheet and the script, as the build left them beside the compiled web. */
export async function readAssets(): Promise<readonly DossierFile[]> {
  const folder = fileURLToPath(new URL("../web/assets/", import.meta.url))
  return Promise.all(
    names.map(async (path) => ({ path, content: await readFile(`${folder}${path}`, "utf8") })),
  )
}
