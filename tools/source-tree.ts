import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { dirname, join, posix, relative } from "node:path"
import { fileURLToPath } from "node:url"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Every file that git tracks or would track, as paths with `/` from the root of the checkout. Sorted. */
export function projectFiles(): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 << 20,
  })
  return [...new Set(listed.split("\n").filter((path) => path !== ""))].sort()
}

export function readProjectFile(path: string): string {
  return readFileSync(join(root, path), "utf8")
}

export interface Import {
  readonly from: string
  /** The imported file as a path from the root, or the bare specifier of a package. */
  readonly target: string
  readonly isPackage: boolean
}

/** The imports and re-exports of one module, found in its text. Strings inside comments are not imports. */
export function importsOf(path: string): readonly Import[] {
  const source = readProjectFile(path).replace(/\/\*[\s\S]*?\*\//g, "")
  const found: Import[] = []
  const pattern =
    /^\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm
  for (const match of source.matchAll(pattern)) {
    const specifier = match[1] ?? match[2] ?? match[3] ?? ""
    const isPackage = !specifier.startsWith(".")
    const target = isPackage
      ? specifier
      : relative(root, join(root, dirname(path), specifier))
          .split("\\")
          .join("/")
    found.push({ from: path, target: isPackage ? target : posix.normalize(target), isPackage })
  }
  return found
}

/** The stage a file of `src/` belongs to, or null for the library's own door. */
export function stageOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null
}
