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

/** Sets of files that import one another in a circle, types too, by way of any number of files. Sorted. Tarjan 1972. */
export function importCircles(paths: readonly string[]): readonly (readonly string[])[] {
  const known = new Set(paths)
  const places = new Map<string, { index: number; low: number; open: boolean }>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (path: string) => {
    const place = { index: places.size, low: places.size, open: true }
    places.set(path, place)
    stack.push(path)
    for (const { target } of importsOf(path)) {
      if (!known.has(target)) continue
      const next = places.get(target) ?? visit(target)
      if (next.open) place.low = Math.min(place.low, next.low)
    }
    if (place.low === place.index) {
      const circle = stack.splice(stack.indexOf(path))
      for (const member of circle) places.get(member)!.open = false
      if (circle.length > 1) circles.push(circle.sort())
    }
    return place
  }
  for (const path of paths) if (!places.has(path)) visit(path)
  return circles.sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}
