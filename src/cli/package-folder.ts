import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The version of the package that this module was installed with. */
export function packageVersion(): string {
  return installedPackage().version
}

/** The folder of the package that this module was installed with. */
export function packageFolder(): string {
  return installedPackage().folder
}

function installedPackage(): { readonly folder: string; readonly version: string } {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let depth = 0; depth < 6; depth++, folder = dirname(folder)) {
    const manifest = readManifest(join(folder, "package.json"))
    if (manifest?.name === "variorum") return { folder, version: manifest.version }
  }
  throw new Error("the package's own package.json is missing; install variorum again")
}

function readManifest(path: string): { readonly name: string; readonly version: string } | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"))
  } catch {
    return null
  }
}
