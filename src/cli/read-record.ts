import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { decodeRecord, type RecordDocument } from "../api/index.ts"
import { fail, ok, type Result } from "../base/index.ts"
import type { Io } from "./io.ts"

/** The document in a file, or on standard input where `name` is `-`; the failure is a line for the user. */
export async function readRecord(io: Io, name: string): Promise<Result<RecordDocument, string>> {
  let json: unknown
  try {
    json = JSON.parse(
      name === "-" ? await readAll(io) : await readFile(resolve(io.workingFolder, name), "utf8"),
    )
  } catch (error) {
    return fail(error instanceof SyntaxError ? `${name} is not JSON` : `${name} cannot be read`)
  }
  const decoded = decodeRecord(json)
  return decoded.ok ? ok(decoded.value) : fail(`${name} is no record: ${decoded.error}`)
}

async function readAll(io: Io): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of io.input) chunks.push(chunk)
  return Buffer.concat(chunks).toString("utf8")
}
