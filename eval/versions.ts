import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { compareStrings, sha256Hex } from "../src/base/index.ts"
import { applyEdits, diffTexts, orderVersions } from "../src/collation/index.ts"
import type { EvalMeasure } from "./measure.ts"

/**
 * Versions of pages whose true order is known. Pages whose name's hash is odd are blind. "As stored" gives the
 * versions in their true order, so that equal versions cost nothing; "shuffled" gives them in a seeded one.
 */
export const versionsWikipedia: EvalMeasure = {
  name: "collation/versions",
  needs: ["data/revisions-wikipedia"],
  run: async (sharedFolder) => {
    const pages = readPages(join(sharedFolder, "data/revisions-wikipedia"))
    const figures: Record<string, number> = {}
    let [diffs, right] = [0, 0]
    for (const { versions } of pages)
      for (let i = 0; i + 1 < versions.length; i++) {
        const [before, after] = [versions[i]!, versions[i + 1]!]
        diffs++
        if (applyEdits(before, diffTexts(before, after), after) === after) right++
      }
    figures["diff gives the next version"] = right / diffs
    for (const half of ["tune", "blind"] as const) {
      const own = pages.filter(({ name }) => (half === "blind") === isBlind(name))
      figures[`${half}: pairs in order, as stored`] = orderFigure(own, (_, i) => i)
      figures[`${half}: pairs in order, shuffled`] = orderFigure(own, shuffleKey)
    }
    return figures
  },
}

interface PageOfVersions {
  readonly name: string
  readonly versions: readonly string[]
}

function readPages(folder: string): readonly PageOfVersions[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      versions: readdirSync(join(folder, name))
        .filter((file) => /^\d+\.txt$/.test(file))
        .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
        .map((file) => readFileSync(join(folder, name, file), "utf8")),
    }))
    .sort((a, b) => compareStrings(a.name, b.name))
}

/** Pages whose name has an odd FNV-1a hash were not looked at when the constants were chosen. */
function isBlind(name: string): boolean {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return (hash & 1) === 1
}

function shuffleKey(page: PageOfVersions, version: number): number {
  return Number.parseInt(sha256Hex(`${page.name} ${version}`).slice(0, 8), 16)
}

/** The share of a page's pairs of versions put in their true order, over all pages. */
function orderFigure(
  pages: readonly PageOfVersions[],
  keyOf: (page: PageOfVersions, version: number) => number,
): number {
  let [right, pairs] = [0, 0]
  for (const page of pages) {
    const given = Array.from(page.versions.keys()).sort((a, b) => keyOf(page, a) - keyOf(page, b))
    const order = orderVersions(given.map((version) => page.versions[version]!)).map((place) => given[place]!)
    for (let i = 0; i < order.length; i++)
      for (let j = i + 1; j < order.length; j++) {
        pairs++
        if (order[i]! < order[j]!) right++
      }
  }
  return right / pairs
}
