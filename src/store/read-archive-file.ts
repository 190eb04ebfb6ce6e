import * as z from "zod"
import { fail, ok, type Result, sha256Hex } from "../base/index.ts"
import { addBlobs, emptyBlobs } from "./blobs.ts"
import { captureIdentity } from "./capture-identity.ts"
import { captureRow } from "./captures.ts"
import { insertRows, type Row, type Transaction } from "./database.ts"
import { chainHash, chainStart } from "./hash-chain.ts"
import type { Archive } from "./open-archive.ts"
import { archiveFileFormat, carriedTables } from "./write-archive-file.ts"

const textOrNull = z.string().nullable()
const entryShape = z.object({
  ...{ seq: z.int().positive(), previous: z.string(), kind: z.enum(["file", "url", "stdin"]) },
  ...{ name: z.string(), sha256: z.string().length(64), mediaType: textOrNull, charset: textOrNull },
  ...{
    capturedAt: textOrNull,
    answer: textOrNull,
    recordId: textOrNull,
    addedAt: z.string(),
    hash: z.string(),
  },
})
const lineShape = z.union([
  z.object({ format: z.literal(archiveFileFormat) }),
  z.object({ capture: entryShape, bytes: z.base64().nullable() }),
  z.object({
    table: z.enum(Object.keys(carriedTables) as [string, ...string[]]),
    row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  z.object({ end: z.object({ captures: z.int(), head: z.string() }) }),
])
type FileCapture = Extract<z.infer<typeof lineShape>, { readonly capture: unknown }>

const batchLinesMax = 100
const batchCharsMax = 8 << 20

export interface ImportedArchive {
  /** Captures that were not there before. */
  readonly added: number
  readonly head: string
}

/**
 * Takes the lines of an archive's file (see `writeArchiveFile`) into an archive that is empty, or that has the
 * beginning of the same chain, as after an import that was stopped. Every hash is checked before it is kept. The
 * failure is a sentence for the user; what was taken in before it stays, and holds.
 */
export async function readArchiveFile(
  archive: Archive,
  lines: AsyncIterable<string>,
): Promise<Result<ImportedArchive, string>> {
  let [added, chars, number] = [0, 0, 0]
  let batch: FileCapture[] = []
  let end: { readonly captures: number; readonly head: string } | null = null
  const keepBatch = async (): Promise<string | null> => {
    const kept = await archive.database.transaction((inside) => keepCaptures(inside, batch))
    if (!kept.ok) return kept.error
    added += kept.value
    batch = []
    chars = 0
    return null
  }
  for await (const text of lines) {
    const line = lineShape.safeParse(parsed(text))
    if (!line.success || (++number === 1) !== "format" in line.data)
      return fail(`line ${number + (line.success ? 0 : 1)} of the file is none of an archive`)
    if ("capture" in line.data) {
      batch.push(line.data)
      chars += text.length
    }
    if ("end" in line.data) end = line.data.end
    if (batch.length >= batchLinesMax || chars > batchCharsMax || !("capture" in line.data)) {
      const fault = await keepBatch()
      if (fault !== null) return fail(fault)
    }
    if ("table" in line.data) await keepRow(archive, line.data.table, line.data.row)
  }
  const [last] = await archive.database.query("SELECT seq, hash FROM capture ORDER BY seq DESC LIMIT 1")
  const head = String(last?.hash ?? chainStart)
  if (end === null)
    return fail("the file was cut off; what came before is there: take it in again when it is whole")
  await buryRemoved(archive)
  if (Number(last?.seq ?? 0) === end.captures && head !== end.head)
    return fail("the file's head is another one than that of its captures")
  return ok({ added, head })
}

/** The number of captures that were new, or what is wrong. */
async function keepCaptures(
  inside: Transaction,
  batch: readonly FileCapture[],
): Promise<Result<number, string>> {
  if (batch.length === 0) return ok(0)
  await inside.lock("chain")
  const [last] = await inside.query("SELECT seq, hash FROM capture ORDER BY seq DESC LIMIT 1")
  let [seq, head] = [Number(last?.seq ?? 0), String(last?.hash ?? chainStart)]
  const added: FileCapture[] = []
  for (const one of batch) {
    const { hash, ...entry } = one.capture
    if (chainHash(entry) !== hash) return fail(`capture ${entry.seq} of the file was changed`)
    if (one.bytes !== null && sha256Hex(Buffer.from(one.bytes, "base64")) !== entry.sha256)
      return fail(`the bytes of capture ${entry.seq} of the file were changed`)
    if (entry.seq <= seq) {
      const [here] = await inside.query("SELECT hash FROM capture WHERE seq = $1", [entry.seq])
      if (here?.hash !== hash && !added.some(({ capture }) => capture.hash === hash))
        return fail("the archive has captures of its own; take the file in to a new one")
      continue
    }
    if (entry.seq !== seq + 1 || entry.previous !== head)
      return fail(`capture ${entry.seq} of the file does not follow the one before it`)
    seq = entry.seq
    head = hash
    added.push(one)
  }
  await addBlobs(
    inside,
    added.flatMap(({ capture, bytes }) =>
      bytes === null ? [] : [{ sha256: capture.sha256, bytes: new Uint8Array(Buffer.from(bytes, "base64")) }],
    ),
  )
  // Of bytes that were taken out only the place is there.
  const gone = added.filter(({ bytes }) => bytes === null)
  await insertRows(
    inside,
    "blob",
    gone.map(({ capture }) => ({
      sha256: capture.sha256,
      size: 1,
      coding: "none",
      bytes: new Uint8Array(0),
    })),
    "ON CONFLICT DO NOTHING",
  )
  const rows = added.map(({ capture: { hash, ...entry } }) => captureRow(entry, hash))
  await insertRows(inside, "capture", rows)
  const identities = added.map(({ capture: { kind, name, sha256, capturedAt, seq } }) => ({
    identity: captureIdentity(kind, name, sha256, capturedAt),
    seq,
  }))
  await insertRows(inside, "capture_identity", identities)
  return ok(added.length)
}

async function keepRow(archive: Archive, table: string, row: Row): Promise<void> {
  const columns = carriedTables[table]!
  const plain = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
  await archive.database.transaction((inside) => insertRows(inside, table, [plain], "ON CONFLICT DO NOTHING"))
}

/** Puts up the tombstones of all removals, and takes out what bytes of theirs are there. */
async function buryRemoved(archive: Archive): Promise<void> {
  await archive.database.transaction(async (inside) => {
    for (const row of await inside.query("SELECT place, captures FROM removal ORDER BY place")) {
      const seqs = JSON.parse(String(row.captures)) as readonly number[]
      const tombstones = seqs.map((seq) => ({ seq, removal: Number(row.place) }))
      await insertRows(inside, "tombstone", tombstones, "ON CONFLICT DO NOTHING")
    }
    const removed = await inside.query(
      "SELECT DISTINCT sha256 FROM capture WHERE seq IN (SELECT seq FROM tombstone)",
    )
    await emptyBlobs(
      inside,
      removed.map((row) => String(row.sha256)),
    )
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
