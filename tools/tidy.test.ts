import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { importCircles, importsOf, projectFiles, readProjectFile, root, stageOf } from "./source-tree.ts"
import {
  core,
  coreForbidden,
  corePackages,
  fileLinesMax,
  functionLinesMax,
  shell,
  sizeExceptions,
} from "./walls.ts"

const files = projectFiles().filter((path) => existsSync(join(root, path)))
const sources = files.filter((path) => /^src\/.*\.tsx?$/.test(path) && !path.startsWith("src/web/islands/"))
const product = sources.filter((path) => !/\.test\.tsx?$/.test(path))
const stages: readonly string[] = [...core, ...Object.keys(shell)]

function allowedFor(stage: string): readonly string[] {
  const place = (core as readonly string[]).indexOf(stage)
  return place >= 0 ? core.slice(0, place) : (shell[stage] ?? [])
}

test("every folder of src is a stage in the table", () => {
  const unknown = sources.filter((path) => {
    const stage = stageOf(path)
    return stage !== null && !stages.includes(stage)
  })
  expect(unknown).toEqual([])
})

test("imports follow the way of the data, and enter a stage by its door", () => {
  const faults: string[] = []
  for (const path of product) {
    const stage = stageOf(path)
    for (const { target, isPackage } of importsOf(path)) {
      const other = isPackage ? null : stageOf(target)
      if (other === null || other === stage) continue
      if (stage !== null && !allowedFor(stage).includes(other)) faults.push(`${path} may not import ${other}`)
      if (target !== `src/${other}/index.ts`) faults.push(`${path} passes the door of ${other}: ${target}`)
    }
  }
  expect(faults).toEqual([])
})

test("no file imports itself by way of others", () =>
  expect(
    importCircles(files.filter((path) => /^(?:src|eval|bench|tools|test)\/.*\.tsx?$/.test(path))),
  ).toEqual([]))

test("the core uses only the packages allowed, and neither clock, dice nor world", () => {
  const faults: string[] = []
  for (const path of product) {
    const stage = stageOf(path)
    if (stage === null || !(core as readonly string[]).includes(stage)) continue
    for (const { target, isPackage } of importsOf(path)) {
      if (
        isPackage &&
        !corePackages.some((allowed) => target === allowed || target.startsWith(`${allowed}/`))
      )
        faults.push(`${path} imports ${target}`)
    }
    const code = withoutComments(readProjectFile(path))
    for (const forbidden of coreForbidden)
      if (forbidden.test(code)) faults.push(`${path} uses ${forbidden.source}`)
  }
  expect(faults).toEqual([])
})

test("the web shows text as text", () => {
  const faults = sources.filter((path) =>
    /innerHTML|insertAdjacentHTML|document\.write/.test(readProjectFile(path)),
  )
  expect(faults.filter((path) => !path.endsWith(".test.ts"))).toEqual([])
})

test("no module escapes the type checker", () => {
  const faults = sources.filter((path) =>
    /:\s*any\b|as any\b|@ts-(ignore|nocheck|expect-error)/.test(readProjectFile(path)),
  )
  expect(faults).toEqual([])
})

test("files keep to their size", () => {
  const faults: string[] = []
  for (const path of sources) {
    const lines = readProjectFile(path).split("\n").length - 1
    const limit = sizeExceptions[path] ?? fileLinesMax
    if (lines > limit) faults.push(`${path}: ${lines} lines, ${limit} allowed`)
  }
  for (const path of Object.keys(sizeExceptions)) if (!files.includes(path)) faults.push(`${path} is gone`)
  expect(faults).toEqual([])
})

test("functions keep to their size", () => {
  const faults: string[] = []
  for (const path of product) {
    const lines = readProjectFile(path).split("\n")
    for (let i = 0; i < lines.length; i++) {
      const head = /^(?:export )?(?:default )?(?:async )?function\*? (\w+)/.exec(lines[i]!)
      if (!head) continue
      let end = i
      while (end < lines.length && lines[end] !== "}") end++
      if (end - i + 1 > functionLinesMax) faults.push(`${path}: ${head[1]} has ${end - i + 1} lines`)
    }
  }
  expect(faults).toEqual([])
})

test("names say what a file holds", () => {
  const vague = /(^|\/)(utils?|helpers?|common|manager|data|info|process|misc)(\.|\/|$)/
  expect(sources.filter((path) => vague.test(path) || !/^[a-z0-9./-]+$/.test(path))).toEqual([])
})

test("links between documents lead somewhere", () => {
  const faults: string[] = []
  for (const path of files.filter((file) => file.endsWith(".md"))) {
    for (const match of readProjectFile(path).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)) {
      const link = match[1]!
      if (/^[a-z]+:/.test(link)) continue
      if (!existsSync(join(root, dirname(path), link))) faults.push(`${path}: ${link}`)
    }
  }
  expect(faults).toEqual([])
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1")
}
