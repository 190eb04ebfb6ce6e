import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import {
  isLeftOut,
  type RecordDocument,
  type ReportWire,
  type SentenceHash,
  type TextLevel,
  textLevels,
} from "../api/index.ts"
import { compareStrings, sha256Hex } from "../base/index.ts"
import type { DossierManifest } from "./write-dossier.ts"

const manifestName = "manifest.json"

/** How far the sentences that a dossier cites are the ones that were read. */
export interface CheckedSentences {
  readonly level: TextLevel
  /** Sentences whose words stand in the record and have the hash that was noted. */
  readonly held: number
  /** Sentences that the dossier leaves out: only who has the text can recheck them. */
  readonly leftOut: number
  readonly faults: readonly string[]
}

/**
 * Holds each cited sentence of the dossier in `folder` to the hash that its manifest notes, and its text to what its
 * level allows. Null where the manifest notes no sentences.
 */
export async function checkSentences(
  folder: string,
  document: RecordDocument,
): Promise<CheckedSentences | null> {
  const manifest: unknown = await readFile(join(folder, manifestName), "utf8")
    .then(JSON.parse)
    .catch(() => null)
  if (!isObject(manifest) || !Array.isArray(manifest.cited)) return null
  const level = textLevels.find((one) => one === manifest.text)
  if (level === undefined) return null
  const reports = new Map(document.reports.map((report) => [report.id, report]))
  const faults: string[] = []
  let [held, leftOut] = [0, 0]
  const noted: readonly unknown[] = manifest.cited
  for (const one of noted) {
    const report = isNoted(one) ? reports.get(one.report) : undefined
    if (!isNoted(one) || report === undefined) faults.push(`${manifestName}: notes a sentence of no report`)
    else if (isLeftOut(report, one)) leftOut++
    else if (sha256Hex(report.text.slice(one.start, one.end)) === one.sha256) held++
    else
      faults.push(`${report.siglum}, ${one.start} to ${one.end}: the sentence is not the one that was read`)
  }
  const isTold = (report: ReportWire): boolean => report.leftOut !== undefined
  if (level !== "full" && !document.reports.every(isTold))
    faults.push(`record.json: does not say what was left out of its texts`)
  for (const report of document.reports)
    for (const span of report.leftOut ?? [])
      if (/[^\s·]/.test(report.text.slice(span.start, span.end)))
        faults.push(`${report.siglum}: text stands where it is said to be left out`)
  if (level === "offsets" && held > 0)
    faults.push(`${held} sentences stand in a dossier that says it has none`)
  return { level, held, leftOut, faults: faults.map(onOneLine) }
}

function isNoted(value: unknown): value is SentenceHash {
  return (
    isObject(value) &&
    typeof value.report === "string" &&
    typeof value.start === "number" &&
    typeof value.end === "number" &&
    typeof value.sha256 === "string"
  )
}

/** What holding a dossier's files to its manifest came to. */
export interface CheckedManifest {
  readonly files: number
  /** One line a file that was changed, is missing or is not listed; sorted by path. */
  readonly faults: readonly string[]
}

/** Rehashes every file of the dossier in `folder`; null where it holds no manifest and no page, and is no dossier. */
export async function checkManifest(folder: string): Promise<CheckedManifest | null> {
  const present = await filesIn(folder)
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => null)
  if (text === null)
    return present.includes("index.html") ? { files: 0, faults: [`${manifestName}: is missing`] } : null
  const listed = listedFiles(text)
  if (listed === null) return { files: 0, faults: [`${manifestName}: is no manifest of a dossier`] }
  const known = new Set([manifestName, ...listed.map(({ path }) => path)])
  const there = new Set(present)
  const faults = present
    .filter((path) => !known.has(path))
    .map((path) => ({ path, fault: "is not in the manifest" }))
  for (const { path, bytes, sha256 } of listed) {
    const found = there.has(path) ? await hashOf(join(folder, path)) : null
    if (found === null) faults.push({ path, fault: "is missing" })
    else if (found.bytes !== bytes || found.sha256 !== sha256) faults.push({ path, fault: "was changed" })
  }
  return {
    files: listed.length,
    faults: faults
      .sort((a, b) => compareStrings(a.path, b.path))
      .map(({ path, fault }) => `${onOneLine(path)}: ${fault}`),
  }
}

type ListedFile = DossierManifest["files"][number]

function listedFiles(text: string): readonly ListedFile[] | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(value) || value.format !== "variorum-dossier/1" || !Array.isArray(value.files)) return null
  const files: readonly unknown[] = value.files
  return files.every(isListedFile) ? files : null
}

function isListedFile(value: unknown): value is ListedFile {
  return (
    isObject(value) &&
    typeof value.path === "string" &&
    typeof value.bytes === "number" &&
    typeof value.sha256 === "string"
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
}

/** Paths of all that lies in `folder` and is no folder, with `/`. Links are not followed. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const rootLength = join(folder, "x").length - 1
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(rootLength).replaceAll("\\", "/"))
}

async function hashOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string } | null> {
  const hash = createHash("sha256")
  let bytes = 0
  try {
    await pipeline(createReadStream(path), async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) {
        bytes += chunk.length
        hash.update(chunk)
      }
    })
  } catch {
    return null
  }
  return { bytes, sha256: hash.digest("hex") }
}

function onOneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").toWellFormed()
}
