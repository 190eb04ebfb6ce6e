import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Bytes put aside on the disk, which every thread reads by its descriptor: they cost no memory of ours. */
export interface Spool {
  readonly descriptor: number
  /** Bytes written so far. */
  readonly length: number
  append(bytes: Uint8Array): void
  close(): void
}

/** A file without a name, which the system takes back when the process ends in whatever way. */
export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), "variorum-"))
  const descriptor = openSync(join(folder, "spool"), "wx+", 0o600)
  rmSync(folder, { recursive: true, force: true })
  return spoolAt(descriptor)
}

/** What is appended goes behind what the open file holds. */
export function spoolAt(descriptor: number): Spool {
  let length = fstatSync(descriptor).size
  return {
    descriptor,
    get length() {
      return length
    },
    append(bytes) {
      for (let at = 0; at < bytes.length; )
        at += writeSync(descriptor, bytes, at, bytes.length - at, length + at)
      length += bytes.length
    },
    close: () => closeSync(descriptor),
  }
}

const readBytesMax = 1 << 30

/** The `length` bytes from `start`. Throws when the file has fewer. */
export function readRange(descriptor: number, start: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; ) {
    const read = readSync(descriptor, bytes, at, Math.min(readBytesMax, length - at), start + at)
    if (read === 0) throw new Error("the spooled reports end before their time: the disk may be full")
    at += read
  }
  return bytes
}
