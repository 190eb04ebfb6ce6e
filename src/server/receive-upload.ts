import { createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable, Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import busboy, { type Busboy } from "busboy"
import { fail, ok, type Result } from "../base/index.ts"
import type { JobInput } from "./job.ts"

export const uploadLimits = {
  /** Of the whole request. */
  bytesMax: 256 << 20,
  fileBytesMax: 64 << 20,
  filesMax: 200,
  fieldsMax: 20,
  fieldBytesMax: 2 << 20,
  partsMax: 220,
  addressesMax: 100,
  /** Of the name that the sender gives a file. */
  nameCharsMax: 200,
  timeMsMax: 300_000,
} as const

export type UploadLimits = { readonly [Name in keyof typeof uploadLimits]: number }

export interface Upload {
  readonly inputs: readonly JobInput[]
  /** Takes away the bytes held. */
  release(): void
}

export interface UploadFailure {
  readonly status: 400 | 408 | 413 | 415
  readonly why: string
}

/**
 * The inputs in a request: files, held in a folder of their own under names of our own, and text or addresses.
 * Whatever is cut off, endless, too large or not as its type says fails the whole request, and nothing of it stays.
 */
export async function receiveUpload(
  request: Request,
  limits: UploadLimits = uploadLimits,
): Promise<Result<Upload, UploadFailure>> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.bytesMax)
    return fail(tooLarge(limits.bytesMax))
  const parser = parserOf(request.headers, limits)
  if (parser === null || request.body === null)
    return fail({ status: 415, why: "A form with files or text was expected." })
  const folder = await mkdtemp(join(tmpdir(), "variorum-upload-"))
  const release = (): void => void rm(folder, { recursive: true, force: true }).catch(() => {})
  const form = new ReceivedForm(parser, folder, limits)
  const timer = AbortSignal.timeout(limits.timeMsMax)
  try {
    await pipeline(Readable.fromWeb(request.body as never), countedBytes(limits.bytesMax), parser, {
      signal: timer,
    })
    await form.written()
  } catch (error) {
    release()
    if (timer.aborted) return fail({ status: 408, why: "The upload took too long." })
    if (error instanceof OverLimit) return fail({ status: 413, why: error.message })
    return fail({ status: 400, why: "The upload is cut off or damaged." })
  }
  const inputs = form.inputs()
  if (inputs.length > 0) return ok({ inputs, release })
  release()
  return fail({ status: 400, why: "Nothing was given: choose files, or write addresses or a text." })
}

class OverLimit extends Error {}

/** What comes out of the parser, as it comes. The first fault ends it. */
class ReceivedForm {
  private readonly parser: Busboy
  private readonly folder: string
  private readonly limits: UploadLimits
  private readonly fields = new Map<string, string>()
  private readonly files: { readonly name: string; readonly path: string; isEmpty: boolean }[] = []
  private readonly writes: Promise<void>[] = []

  constructor(parser: Busboy, folder: string, limits: UploadLimits) {
    this.parser = parser
    this.folder = folder
    this.limits = limits
    const over = (what: string): void => void parser.destroy(new OverLimit(what))
    parser.on("filesLimit", () => over(`More than ${limits.filesMax} files at once.`))
    parser.on("partsLimit", () => over(`More than ${limits.partsMax} parts in one form.`))
    parser.on("fieldsLimit", () => over(`More than ${limits.fieldsMax} fields in one form.`))
    parser.on("field", (name, value, { valueTruncated }) => {
      if (valueTruncated) over(`The text is over ${limits.fieldBytesMax >> 20} MiB.`)
      else if (!this.fields.has(name)) this.fields.set(name, value)
    })
    parser.on("file", (_name, stream, { filename }) => this.hold(filename, stream))
  }

  /** Resolves when every byte is on the disk. */
  async written(): Promise<void> {
    await Promise.all(this.writes)
  }

  inputs(): readonly JobInput[] {
    const files = this.files
      .filter((file) => !file.isEmpty || file.name !== "file")
      .map(({ name, path }): JobInput => ({ kind: "file", name, path }))
    return [...files, ...textInputs(this.fields, this.limits)]
  }

  private hold(filename: string | undefined, stream: NodeJS.ReadableStream & { truncated?: boolean }): void {
    const path = join(this.folder, String(this.files.length))
    const file = { name: plainName(filename ?? "", this.limits.nameCharsMax), path, isEmpty: true }
    this.files.push(file)
    stream.once("data", () => {
      file.isEmpty = false
    })
    stream.once("limit", () =>
      this.parser.destroy(new OverLimit(`${file.name} is over ${this.limits.fileBytesMax >> 20} MiB.`)),
    )
    const write = pipeline(stream, createWriteStream(path))
    write.catch((error: Error) => this.parser.destroy(error))
    this.writes.push(write)
  }
}

/** Every line an address: addresses. Else the text of one report. */
function textInputs(fields: ReadonlyMap<string, string>, limits: UploadLimits): readonly JobInput[] {
  const text = fields.get("text")?.trim() ?? ""
  if (text === "") return []
  const lines = text.split(/\s*\n\s*/).filter((line) => line !== "" && !line.startsWith("#"))
  if (lines.length > 0 && lines.every((line) => /^https?:\/\/\S{1,2000}$/i.test(line))) {
    const addresses = [...new Set(lines)].slice(0, limits.addressesMax)
    return addresses.map((name): JobInput => ({ kind: "address", name }))
  }
  const address = fields.get("address") ?? null
  const isAddress = address !== null && /^https?:\/\/\S{1,2000}$/i.test(address)
  return [
    {
      kind: "text",
      name: isAddress ? address : (lines[0] ?? "").slice(0, 80),
      text,
      title: null,
      address: isAddress ? address : null,
    },
  ]
}

/** The sender's name of a file as a label: without folders, marks that cannot be seen, or length. */
export function plainName(name: string, charsMax: number): string {
  const last = name.split(/[/\\]/).at(-1) ?? ""
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
    .trim()
  if (plain === "" || plain === "." || plain === "..") return "file"
  if (plain.length <= charsMax) return plain
  const ending = /\.\w{1,8}(?:\.gz)?$/.exec(plain)?.[0] ?? ""
  return plain.slice(0, charsMax - ending.length).toWellFormed() + ending
}

function parserOf(headers: Headers, limits: UploadLimits): Busboy | null {
  const type = headers.get("content-type")
  if (type === null) return null
  try {
    return busboy({
      headers: { "content-type": type },
      defParamCharset: "utf8",
      limits: {
        fieldNameSize: 100,
        fieldSize: limits.fieldBytesMax,
        fields: limits.fieldsMax,
        fileSize: limits.fileBytesMax,
        files: limits.filesMax,
        parts: limits.partsMax,
        headerPairs: 50,
      },
    })
  } catch {
    return null
  }
}

/** Lets through at most so many bytes: a length may be wrong, or not be given. */
function countedBytes(bytesMax: number): Transform {
  let total = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      total += chunk.length
      if (total > bytesMax) done(new OverLimit(tooLarge(bytesMax).why))
      else done(null, chunk)
    },
  })
}

function tooLarge(bytesMax: number): UploadFailure {
  return { status: 413, why: `The upload is over ${bytesMax >> 20} MiB.` }
}
